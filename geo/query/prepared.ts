import { booleanPointInPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Geometry, MultiPolygon } from 'geojson'
import { bounds } from '../base/measure'
import { type Bbox, elementAt, type LonLat, linesOf, lonLat, pointsOf, polygonsOf } from '../base/position'
import { crossingShare, segmentAt } from '../base/segments'

/** A geometry made ready to be asked many questions: its segments in one array and in a tree. */
export interface PreparedGeometry {
  geometry: Geometry
  box: Bbox
  /** Its polygons; undefined for what is no area. */
  area: MultiPolygon | undefined
  /** Longitude and latitude of both ends of every segment, four numbers each; points are segments of no length. */
  segments: Float64Array
  tree: Flatbush
  /** One position of every part, two numbers each: enough to know containment once no border is crossed. */
  starts: Float64Array
}

const prepared = new WeakMap<Geometry, PreparedGeometry>()

/**
 * Returns a geometry made ready, once and for all, so it must not be changed afterwards. Throws a RangeError on one
 * without positions.
 */
export function prepareGeometry(geometry: Geometry): PreparedGeometry {
  const known = prepared.get(geometry)
  if (known !== undefined) return known
  const made = prepare(geometry)
  prepared.set(geometry, made)
  return made
}

function prepare(geometry: Geometry): PreparedGeometry {
  const points = pointsOf(geometry)
  const lines = linesOf(geometry)
  const count = points.length + lines.reduce((sum, line) => sum + Math.max(0, line.length - 1), 0)
  const segments = new Float64Array(count * 4)
  const tree = new Flatbush(count)
  let index = 0
  const push = (x1: number, y1: number, x2: number, y2: number) => {
    segments.set([x1, y1, x2, y2], index++ * 4)
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
  }
  for (const point of points) push(...lonLat(point), ...lonLat(point))
  for (const line of lines) {
    for (let end = 1; end < line.length; end++)
      push(...lonLat(elementAt(line, end - 1)), ...lonLat(elementAt(line, end)))
  }
  tree.finish()
  const starts = Float64Array.from([...points, ...lines.map((line) => elementAt(line, 0))].flatMap(lonLat))
  const polygons = polygonsOf(geometry)
  const area: MultiPolygon | undefined =
    polygons.length > 0 ? { type: 'MultiPolygon', coordinates: polygons } : undefined
  return { geometry, box: bounds(geometry), area, segments, tree, starts }
}

/**
 * Whether a position lies in a prepared area or on its border, by Turf, which is exact there. Returns false for what is
 * no area.
 */
export function containsPosition({ area, box }: PreparedGeometry, longitude: number, latitude: number): boolean {
  const [west, south, east, north] = box
  if (area === undefined || longitude < west || longitude > east || latitude < south || latitude > north) return false
  return booleanPointInPolygon([longitude, latitude], area)
}

/** Returns where along a segment (0–1) it crosses the borders of an area. */
export function crossingShares(from: LonLat, to: LonLat, { tree, segments }: PreparedGeometry): number[] {
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
  return tree.search(west, south, east, north).flatMap((index) => {
    const share = crossingShare(...from, ...to, ...segmentAt(segments, index * 4))
    return share === undefined ? [] : [share]
  })
}
