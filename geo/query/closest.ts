import type { Geometry } from 'geojson'
import { metersPerDegree } from '../base/ellipsoid'
import { distanceKm } from '../base/measure'
import type { Bbox, LonLat } from '../base/position'
import { crossingShare, segmentAt } from '../base/segments'
import { containsPosition, type PreparedGeometry, prepareGeometry } from './prepared'

/** The shortest way between two geometries. */
export interface ClosestPair {
  /** 0 when they touch or one lies in the other. */
  km: number
  from: LonLat
  to: LonLat
}

/** The best pair so far: four coordinates and the flat distance in metres, kept flat because it is written often. */
interface Search {
  meters: number
  from: LonLat
  to: LonLat
}

/**
 * Returns the shortest distance on the ellipsoid from one geometry to another, and where; undefined when it is more
 * than `limitKm`. Points are found on a flat plane of the local latitude and the way between them measured exactly:
 * right to 0.05 % at 50 km. What touches or crosses has no distance; a test holds that against Turf's
 * `booleanIntersects`, which over the record takes five times as long and knows no distance, so that both would have to
 * be asked.
 */
export function closestPair(source: PreparedGeometry, other: Geometry, limitKm: number): ClosestPair | undefined {
  const target = prepareGeometry(other)
  if (boxGapMeters(source.box, target.box) > limitKm * 1000 * (1 + BOX_SLACK)) return undefined
  const inside = containedPosition(source, target)
  if (inside !== undefined) return { km: 0, from: inside, to: inside }
  const swapped = source.segments.length < target.segments.length
  const [large, small] = swapped ? [target, source] : [source, target]
  const search: Search = { meters: limitKm * 1000 * (1 + BOX_SLACK), from: [0, 0], to: [0, 0] }
  let found = false
  for (let start = 0; start < small.segments.length && search.meters > 0; start += 4) {
    if (closerPair(large, small.segments, start, search)) found = true
  }
  if (!found) return undefined
  const [from, to] = swapped ? [search.to, search.from] : [search.from, search.to]
  const km = search.meters === 0 ? 0 : distanceKm(from, to)
  return km <= limitKm ? { km, from, to } : undefined
}

/** Flat distances differ from those on the ellipsoid by less. */
const BOX_SLACK = 0.01

/** A flat estimate from below of the distance between two boxes, in metres. */
function boxGapMeters(one: Bbox, other: Bbox): number {
  const dx = Math.max(0, one[0] - other[2], other[0] - one[2])
  const dy = Math.max(0, one[1] - other[3], other[1] - one[3])
  if (dx === 0 && dy === 0) return 0
  const scale = metersPerDegree(Math.max(Math.abs(one[3]), Math.abs(other[3])))
  return Math.hypot(dx * scale.longitude, dy * metersPerDegree(0).latitude)
}

/** Looks for a pair nearer than the best, between one segment and a prepared geometry; writes it into `search`. */
function closerPair(large: PreparedGeometry, segments: Float64Array, start: number, search: Search): boolean {
  const [x1, y1, x2, y2] = segmentAt(segments, start)
  const scale = localScale((y1 + y2) / 2)
  let found = false
  const visit = (index: number) => {
    if (pairOfSegments(large.segments, index * 4, segments, start, scale, search)) found = true
    return false
  }
  if (search.meters > 2000) {
    const first = large.tree.neighbors((x1 + x2) / 2, (y1 + y2) / 2, 1)[0]
    if (first !== undefined) visit(first)
  }
  const dx = (search.meters * 1.02) / scale.longitude
  const dy = (search.meters * 1.02) / scale.latitude
  const [west, east] = x1 < x2 ? [x1, x2] : [x2, x1]
  const [south, north] = y1 < y2 ? [y1, y2] : [y2, y1]
  large.tree.search(west - dx, south - dy, east + dx, north + dy, visit)
  return found
}

/**
 * Metres in a degree near one latitude; those of longitude grow shorter by `slope` a degree northwards (0.004 % off at
 * 50 km).
 */
interface Scale {
  at: number
  longitude: number
  latitude: number
  slope: number
}

function localScale(latitude: number): Scale {
  const { longitude, latitude: north } = metersPerDegree(latitude)
  const radians = Math.PI / 180
  return { at: latitude, longitude, latitude: north, slope: -longitude * Math.tan(latitude * radians) * radians }
}

/**
 * Nearest points of two segments, if nearer than the best pair: a crossing, or an end of one and a point of the other.
 */
function pairOfSegments(
  one: Float64Array,
  first: number,
  other: Float64Array,
  second: number,
  scale: Scale,
  search: Search,
): boolean {
  if (search.meters === 0) return false
  const [ax, ay, bx, by] = segmentAt(one, first)
  const [cx, cy, dx, dy] = segmentAt(other, second)
  const gapX = Math.max(0, Math.min(ax, bx) - Math.max(cx, dx), Math.min(cx, dx) - Math.max(ax, bx))
  const gapY = Math.max(0, Math.min(ay, by) - Math.max(cy, dy), Math.min(cy, dy) - Math.max(ay, by))
  // Cheap and never too strict: most segments in reach are farther than the best pair.
  const least = (gapX * scale.longitude * 0.98) ** 2 + (gapY * scale.latitude) ** 2
  if (least > search.meters * search.meters) return false
  const crossing = crossingShare(ax, ay, bx, by, cx, cy, dx, dy)
  if (crossing !== undefined) {
    const point: LonLat = [ax + crossing * (bx - ax), ay + crossing * (by - ay)]
    Object.assign(search, { meters: 0, from: point, to: point })
    return true
  }
  const before = search.meters
  toSegment(ax, ay, cx, cy, dx, dy, scale, search, false)
  toSegment(bx, by, cx, cy, dx, dy, scale, search, false)
  toSegment(cx, cy, ax, ay, bx, by, scale, search, true)
  toSegment(dx, dy, ax, ay, bx, by, scale, search, true)
  return search.meters < before
}

function toSegment(
  px: number,
  py: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  scale: Scale,
  search: Search,
  reversed: boolean,
) {
  const east = scale.longitude + scale.slope * ((2 * py + y1 + y2) / 4 - scale.at)
  const [ux, uy] = [(x2 - x1) * east, (y2 - y1) * scale.latitude]
  const [vx, vy] = [(px - x1) * east, (py - y1) * scale.latitude]
  const squared = ux * ux + uy * uy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (vx * ux + vy * uy) / squared))
  const meters = Math.sqrt((vx - share * ux) ** 2 + (vy - share * uy) ** 2)
  if (meters >= search.meters) return
  const foot: LonLat = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
  search.meters = meters
  search.from = reversed ? foot : [px, py]
  search.to = reversed ? [px, py] : foot
}

/** A position of one geometry that lies inside an area of the other. */
function containedPosition(one: PreparedGeometry, other: PreparedGeometry): LonLat | undefined {
  return startInside(one, other) ?? startInside(other, one)
}

function startInside(area: PreparedGeometry, { starts }: PreparedGeometry): LonLat | undefined {
  if (area.area === undefined) return undefined
  for (let index = 0; index < starts.length; index += 2) {
    const [x, y] = [starts[index] as number, starts[index + 1] as number]
    if (containsPosition(area, x, y)) return [x, y]
  }
  return undefined
}
