import { featureCollection, intersect, feature as toFeature } from '@turf/turf'
import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import { areaKm2, bounds, boundsOverlap } from './measure'
import { answer, noAnswer, type Outcome } from './outcome'
import { polygonsOf } from './position'
import { geometryProblem } from './validity'

/** A named area a question is answered by, normally a district. */
export interface NamedArea {
  id: string
  geometry: Polygon | MultiPolygon
}

export interface AreaShare {
  id: string
  /** Common area on the ellipsoid in km². */
  km2: number
  /** Common area as a share of the named area, 0–1. */
  share: number
}

/** The area two areas have in common, in km²; borders are taken as given, so the error is that of the shapes. */
export function commonAreaKm2(one: Polygon | MultiPolygon, other: Polygon | MultiPolygon): number {
  if (!boundsOverlap(bounds(one), bounds(other))) return 0
  const common = intersect(featureCollection([toFeature(one), toFeature(other)]))
  return common === null ? 0 : areaKm2(common.geometry)
}

/** How much of each named area an area covers, largest first; those it does not touch are left out. */
export function areaShares(area: Geometry | null, named: readonly NamedArea[]): Outcome<AreaShare[]> {
  const problem = geometryProblem(area)
  if (problem !== undefined || area === null) return noAnswer(problem ?? 'no-geometry')
  if (area.type !== 'Polygon' && area.type !== 'MultiPolygon') return noAnswer('not-an-area')
  if (polygonsOf(area).length === 0) return noAnswer('no-geometry')
  const shares = named.map(({ id, geometry }) => {
    const km2 = commonAreaKm2(area, geometry)
    return { id, km2, share: km2 === 0 ? 0 : Math.min(1, km2 / areaKm2(geometry)) }
  })
  return answer(shares.filter(({ km2 }) => km2 > 0).sort((a, b) => b.km2 - a.km2))
}
