import { buffer as turfBuffer } from '@turf/turf'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { mapPositions } from './datum'
import { metersPerDegree } from './ellipsoid'
import { bounds } from './measure'
import { answer, type GeoProblem, noAnswer, type Outcome } from './outcome'
import { lonLat, positionsOf } from './position'
import { simplifyLine } from './simplify'
import { geometryProblem } from './validity'

export const LEAST_RADIUS_METERS = 100
export const GREATEST_RADIUS_METERS = 50_000

/** Turf's `steps` are those of a quarter circle: 64 for the whole. Its circle is a polygon inside the true one: −0.16 % area, −0.12 % radius. */
const STEPS_PER_QUARTER = 16

/** Metres in a degree on Turf's sphere (radius 6,371.0088 km). */
const SPHERE_METERS_PER_DEGREE = (6371008.8 * Math.PI) / 180

/** Detail smaller than this share of the radius is dropped from geometries of more than so many positions. */
const DETAIL_SHARE = 0.01
const FINE_POSITIONS = 200

/** What is wrong with a radius in metres, or nothing. */
export function radiusProblem(radiusMeters: number): GeoProblem | undefined {
  if (!Number.isFinite(radiusMeters)) return 'radius-not-a-number'
  if (radiusMeters < LEAST_RADIUS_METERS) return 'radius-too-small'
  if (radiusMeters > GREATEST_RADIUS_METERS) return 'radius-too-large'
  return undefined
}

/**
 * Everything within `radiusMeters` of a geometry (WGS 84), as an area. Turf computes on a sphere, which by itself errs by −0.31 %
 * north–south and +0.19 % east–west here; degrees are stretched before and after so that distances are those of the ellipsoid.
 * What remains is the 64-sided circle, radius −0.12 % to +0.02 %, area within 0.25 %; around long borders and lines detail below 1 % of
 * the radius is dropped, which moves the edge by at most that. The feature's own position error comes on top.
 */
export function bufferOf(geometry: Geometry | null | undefined, radiusMeters: number): Outcome<Polygon | MultiPolygon> {
  const problem = radiusProblem(radiusMeters) ?? geometryProblem(geometry)
  if (problem !== undefined) return noAnswer(problem)
  const source = withoutFineDetail(geometry as Geometry, radiusMeters)
  const [west, south, east, north] = bounds(source)
  const stretch = ellipsoidStretch((west + east) / 2, (south + north) / 2)
  const result = turfBuffer(stretch.toSphere(source), radiusMeters, { units: 'meters', steps: STEPS_PER_QUARTER })
  if (result === undefined || !('geometry' in result)) return noAnswer('no-geometry')
  return answer(stretch.fromSphere(result.geometry) as Polygon | MultiPolygon)
}

/**
 * Fewer vertices where they cannot be seen in the result: Turf's time grows faster than their number (a district by 20 km: 2.2 s before,
 * 0.8 s after). Given back as it was when small, or when simplifying would make it cross itself.
 */
function withoutFineDetail(geometry: Geometry, radiusMeters: number): Geometry {
  if (positionsOf(geometry).length <= FINE_POSITIONS) return geometry
  const tolerance = (radiusMeters * DETAIL_SHARE) / 111_000
  const thin = (line: Position[]) => simplifyLine(line, tolerance)
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: thin(geometry.coordinates) }
  if (geometry.type !== 'Polygon') return geometry
  const simple: Geometry = { type: 'Polygon', coordinates: geometry.coordinates.map(thin) }
  return geometryProblem(simple) === undefined ? simple : geometry
}

/** Moves positions so that distances on Turf's sphere near the centre equal those on the ellipsoid, and back. */
function ellipsoidStretch(longitude0: number, latitude0: number) {
  const scale = metersPerDegree(latitude0)
  const east = scale.longitude / (SPHERE_METERS_PER_DEGREE * Math.cos((latitude0 * Math.PI) / 180))
  const north = scale.latitude / SPHERE_METERS_PER_DEGREE
  const move = (geometry: Geometry, x: number, y: number) =>
    mapPositions(geometry, (position) => {
      const [longitude, latitude] = lonLat(position)
      return [longitude0 + (longitude - longitude0) * x, latitude0 + (latitude - latitude0) * y]
    })
  return {
    toSphere: (geometry: Geometry) => move(geometry, east, north),
    fromSphere: (geometry: Geometry) => move(geometry, 1 / east, 1 / north),
  }
}
