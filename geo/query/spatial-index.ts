import Flatbush from 'flatbush'
import { around } from 'geoflatbush'
import type { Geometry, Position } from 'geojson'
import { metersPerDegree } from '../base/ellipsoid'
import { bounds } from '../base/measure'
import { type Bbox, elementAt, lonLat } from '../base/position'

/** Boxes of many geometries in a tree, so that a question looks at few of them. */
export interface SpatialIndex<T> {
  /** Items whose box touches the given one, in the order they were given. */
  search(box: Bbox): T[]
  /** Items by the distance of their boxes from a position, nearest first, at most `count`. */
  nearest(position: Position, count: number, accept?: (item: T) => boolean): T[]
}

/**
 * Returns an index of items by their boxes. Those without geometry are left out: nothing spatial can be said of them. A
 * margin in metres makes an item's box larger, e.g. by its position error.
 */
export function buildSpatialIndex<T>(
  items: readonly T[],
  geometryOf: (item: T) => Geometry | null,
  marginMeters: (item: T) => number = () => 0,
): SpatialIndex<T> {
  const placed = items.flatMap((item) => {
    const geometry = geometryOf(item)
    return geometry === null ? [] : [{ item, box: grownBounds(bounds(geometry), marginMeters(item)) }]
  })
  if (placed.length === 0) return { search: () => [], nearest: () => [] }
  const tree = new Flatbush(placed.length)
  for (const { box } of placed) tree.add(...box)
  tree.finish()
  const itemAt = (index: number): T => elementAt(placed, index).item
  return {
    search: (box) =>
      tree
        .search(...box)
        .sort((a, b) => a - b)
        .map(itemAt),
    nearest: (position, count, accept) => {
      const [longitude, latitude] = lonLat(position)
      const filter = accept && ((index: number) => accept(itemAt(index)))
      return around(tree, longitude, latitude, count, Infinity, filter).map(itemAt)
    },
  }
}

/** Returns a box that has everything within `radiusMeters` of the given one, and a little more. */
export function grownBounds([west, south, east, north]: Bbox, radiusMeters: number): Bbox {
  const scale = metersPerDegree(Math.max(Math.abs(south), Math.abs(north)) + radiusMeters / 110_000)
  const dx = (radiusMeters * 1.001) / scale.longitude
  const dy = (radiusMeters * 1.001) / metersPerDegree(south).latitude
  return [west - dx, south - dy, east + dx, north + dy]
}
