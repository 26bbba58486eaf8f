import type { Geometry, LineString } from 'geojson'
import { nearestPointOnLine, sampleAlong } from '../base/along'
import { bearing, distanceKm, lineLengthKm } from '../base/measure'
import { answer, noAnswer, type Outcome } from '../base/outcome'
import { elementAt, type LonLat, linesOf, lonLat, pointsOf, polygonsOf } from '../base/position'
import { labelPoint } from '../labels/label-point'
import { closestPair } from './closest'
import { prepareGeometry } from './prepared'
import { geometryProblem } from './validity'

/** How two features lie to each other. */
export interface Between {
  /** From representative point to representative point, in km on the ellipsoid. */
  centerKm: number
  /** Shortest distance between the two shapes, 0 when they touch. */
  gapKm: number
  /** Degrees clockwise from north, from the first to the second. */
  bearingDegrees: number
  from: LonLat
  to: LonLat
}

/** The way along a line (a road, a railway, a river) that passes both. */
export interface AlongLine {
  /** Length along the line between the points nearest to each. */
  km: number
  /** How far each lies off the line, in km. */
  offKm: [first: number, second: number]
}

/** Returns distance and direction from one geometry to another, or why there is none. */
export function between(one: Geometry | null, other: Geometry | null): Outcome<Between> {
  const problem = geometryProblem(one) ?? geometryProblem(other)
  if (problem !== undefined || one === null || other === null) return noAnswer(problem ?? 'no-geometry')
  const [from, to] = [representativePoint(one), representativePoint(other)]
  const gapKm = closestPair(prepareGeometry(one), other, Infinity)?.km ?? distanceKm(from, to)
  return answer({ centerKm: distanceKm(from, to), gapKm, bearingDegrees: bearing(from, to), from, to })
}

/**
 * Returns the way between two geometries along a line, when both lie within `toleranceMeters` of it: take their
 * position errors and a kilometre or so, since a line is often drawn past a place and not into it. Otherwise nothing
 * was found.
 */
export function alongLine(
  one: Geometry | null,
  other: Geometry | null,
  line: LineString,
  toleranceMeters: number,
): Outcome<AlongLine> {
  const problem = geometryProblem(one) ?? geometryProblem(other) ?? geometryProblem(line)
  if (problem !== undefined || one === null || other === null) return noAnswer(problem ?? 'no-geometry')
  const prepared = prepareGeometry(line)
  const ends = [one, other].map((geometry) => {
    const pair = closestPair(prepared, geometry, toleranceMeters / 1000)
    return pair && { offKm: pair.km, alongKm: nearestPointOnLine(pair.from, line.coordinates).alongKm }
  })
  const [first, second] = ends
  if (first === undefined || second === undefined) return noAnswer('nothing-found')
  return answer({ km: Math.abs(first.alongKm - second.alongKm), offKm: [first.offKm, second.offKm] })
}

const represented = new WeakMap<Geometry, LonLat>()

/**
 * Returns one point that stands for a geometry: the point itself, the innermost point of an area, the middle of the
 * longest line.
 */
export function representativePoint(geometry: Geometry): LonLat {
  const known = represented.get(geometry)
  if (known) return known
  const point = findRepresentative(geometry)
  represented.set(geometry, point)
  return point
}

function findRepresentative(geometry: Geometry): LonLat {
  if (polygonsOf(geometry).length > 0) return labelPoint(geometry)
  const lines = linesOf(geometry)
  if (lines.length === 0) return lonLat(elementAt(pointsOf(geometry), 0))
  const longest = lines.reduce((best, line) => (lineLengthKm(line) > lineLengthKm(best) ? line : best))
  return elementAt(sampleAlong(longest, lineLengthKm(longest) / 2), 1)
}
