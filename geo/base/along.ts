import type { Position } from 'geojson'
import { metersPerDegree } from './ellipsoid'
import { distanceKm } from './measure'
import { elementAt, type LonLat, lonLat, pairs } from './position'

/** The point of a line nearest to a position. */
export interface NearestOnLine {
  point: LonLat
  /** Distance from the position to it. */
  distanceKm: number
  /** Way from the line's start to it. */
  alongKm: number
}

/** Returns the nearest point of a segment, in the flat plane of the position asked for; right to a metre at 10 km. */
export function nearestOnSegment(position: Position, from: Position, to: Position): LonLat {
  const [longitude, latitude] = lonLat(position)
  const [longitude1, latitude1] = lonLat(from)
  const [longitude2, latitude2] = lonLat(to)
  const scale = metersPerDegree(latitude)
  const dx = (longitude2 - longitude1) * scale.longitude
  const dy = (latitude2 - latitude1) * scale.latitude
  const px = (longitude - longitude1) * scale.longitude
  const py = (latitude - latitude1) * scale.latitude
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared))
  return interpolate([longitude1, latitude1], [longitude2, latitude2], share)
}

/** Returns the point of a line nearest to a position. Throws a RangeError on a line without positions. */
export function nearestPointOnLine(position: Position, line: readonly Position[]): NearestOnLine {
  const start = lonLat(elementAt(line, 0))
  let best: NearestOnLine = { point: start, distanceKm: distanceKm(position, start), alongKm: 0 }
  let walkedKm = 0
  for (const [from, to] of pairs(line)) {
    const point = nearestOnSegment(position, from, to)
    const km = distanceKm(position, point)
    if (km < best.distanceKm) best = { point, distanceKm: km, alongKm: walkedKm + distanceKm(from, point) }
    walkedKm += distanceKm(from, to)
  }
  return best
}

/**
 * Returns positions every `stepKm` along a line, its two ends included; the step is stretched so that the last one is
 * whole.
 */
export function sampleAlong(line: readonly Position[], stepKm: number): LonLat[] {
  if (!(stepKm > 0)) throw new RangeError(`step must be positive: ${stepKm}`)
  const lengths = pairs(line).map(([from, to]) => distanceKm(from, to))
  const total = lengths.reduce((sum, km) => sum + km, 0)
  const count = Math.max(1, Math.round(total / stepKm))
  const samples: LonLat[] = []
  let segment = 0
  let walked = 0
  for (let number = 0; number < count; number++) {
    const target = (total * number) / count
    while (segment < lengths.length - 1 && walked + elementAt(lengths, segment) < target)
      walked += elementAt(lengths, segment++)
    const km = lengths[segment] ?? 0
    const share = km === 0 ? 0 : (target - walked) / km
    samples.push(interpolate(elementAt(line, segment), elementAt(line, Math.min(segment + 1, line.length - 1)), share))
  }
  samples.push(lonLat(elementAt(line, -1)))
  return samples
}

/** Returns the position `share` of the way between two, straight in degrees. */
export function interpolate(from: Position, to: Position, share: number): LonLat {
  const [longitude1, latitude1] = lonLat(from)
  const [longitude2, latitude2] = lonLat(to)
  return [longitude1 + (longitude2 - longitude1) * share, latitude1 + (latitude2 - latitude1) * share]
}
