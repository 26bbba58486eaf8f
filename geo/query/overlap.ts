import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import { interpolate } from '../base/along'
import { AUTHALIC_RADIUS_SQUARED, authalicSine } from '../base/ellipsoid'
import { areaKm2, boundsOverlap, signedRingAreaKm2 } from '../base/measure'
import { answer, noAnswer, type Outcome } from '../base/outcome'
import { type LonLat, lonLat, pairs, polygonsOf } from '../base/position'
import { segmentMeetsBox } from '../base/segments'
import type { NamedArea } from './areas'
import { containsPosition, crossingShares, type PreparedGeometry, prepareGeometry } from './prepared'
import { geometryProblem } from './validity'

/** What an area has in common with a named one. */
export interface AreaShare {
  id: string
  /** Common area on the ellipsoid in km². */
  km2: number
  /** Common area as a share of the named area, 0–1. */
  share: number
}

const RADIANS = Math.PI / 180

/**
 * The first area is moved by this many degrees (0.1 mm), so that borders common to both, as neighbours have, become
 * plain crossings.
 */
const NUDGE: LonLat = [1.1e-9, 0.7e-9]

/**
 * Returns the area two areas have in common, in km². By Green's theorem it is a sum over the parts of either border
 * that lie inside the other, so no common shape is made; Turf's `intersect` gives the same area in a hundred times the
 * time. Borders are taken as given: the error is that of the shapes.
 */
export function commonAreaKm2(one: Polygon | MultiPolygon, other: Polygon | MultiPolygon): number {
  const [first, second] = [prepareGeometry(one), prepareGeometry(other)]
  if (!boundsOverlap(first.box, second.box)) return 0
  const [x, y] = second.box
  const away: LonLat = [-NUDGE[0], -NUDGE[1]]
  const doubled =
    borderInside(first, second, NUDGE, [x, y]) + borderInside(second, first, away, [x + away[0], y + away[1]])
  return Math.max(0, doubled * AUTHALIC_RADIUS_SQUARED) / 2 / 1e6
}

/**
 * Twice the area on the unit sphere between an origin and the parts of one area's border, nudged, that lie inside
 * another.
 */
function borderInside(one: PreparedGeometry, other: PreparedGeometry, nudge: LonLat, origin: LonLat): number {
  let sum = 0
  for (const ring of ringsWithAreaOnTheLeft(one.geometry)) {
    const positions = ring.map((position): LonLat => [position[0] + nudge[0], position[1] + nudge[1]])
    sum += chainInside(positions, other, origin)
  }
  return sum
}

function ringsWithAreaOnTheLeft(geometry: Geometry): LonLat[][] {
  return polygonsOf(geometry).flatMap((rings) =>
    rings.map((ring, index) => {
      const positions = ring.map(lonLat)
      return signedRingAreaKm2(positions) > 0 === (index === 0) ? positions : positions.reverse()
    }),
  )
}

/** Walks a ring; whether it is inside changes only where it crosses the other's border. */
function chainInside(ring: LonLat[], other: PreparedGeometry, [x0, y0]: LonLat): number {
  const sine0 = authalicSine(y0)
  let sum = 0
  let inside: boolean | undefined
  for (const [from, to] of pairs(ring)) {
    if (!segmentMeetsBox(from, to, other.box)) {
      inside = false
      continue
    }
    const cuts = crossingShares(from, to, other).sort((a, b) => a - b)
    for (const [start, end] of pairs([0, ...cuts, 1])) {
      const [a, b] = [interpolate(from, to, start), interpolate(from, to, end)]
      if (cuts.length > 0 || inside === undefined)
        inside = containsPosition(other, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
      if (!inside) continue
      const [sine1, sine2] = [authalicSine(a[1]) - sine0, authalicSine(b[1]) - sine0]
      sum += ((a[0] - x0) * (sine2 - sine1) - (b[0] - a[0]) * sine1) * RADIANS
    }
  }
  return sum
}

/** Returns how much of each named area an area covers, largest first; those it does not touch are left out. */
export function areaShares(area: Geometry | null, named: readonly NamedArea[]): Outcome<AreaShare[]> {
  const problem = geometryProblem(area)
  if (problem !== undefined || area === null) return noAnswer(problem ?? 'no-geometry')
  if (area.type !== 'Polygon' && area.type !== 'MultiPolygon') return noAnswer('not-an-area')
  if (polygonsOf(area).length === 0) return noAnswer('no-geometry')
  const shares = named.map(({ id, geometry }) => {
    const km2 = commonAreaKm2(area, geometry)
    return { id, km2, share: km2 === 0 ? 0 : Math.min(1, km2 / areaKm2(geometry)) }
  })
  return answer(shares.filter(({ km2 }) => km2 > LEAST_KM2).sort((a, b) => b.km2 - a.km2))
}

/** 10 m²: areas that only touch have less in common, and that by rounding. */
const LEAST_KM2 = 1e-5
