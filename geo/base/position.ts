import type { Geometry, Position } from 'geojson'

/** A position that is known to have both numbers: WGS 84 longitude, latitude in degrees. */
export type LonLat = [longitude: number, latitude: number]

/** A bounding box in degrees WGS 84, as GeoJSON's `bbox`. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** A point on a flat plane, in metres unless said otherwise. */
export type Xy = readonly [x: number, y: number]

/** Returns the element at `index`; a negative index counts from the end. Throws a RangeError if there is none. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const element = list.at(index)
  if (element === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`)
  return element
}

/** Returns a GeoJSON position without its height. Throws a RangeError unless it has two finite numbers. */
export function lonLat(position: Position): LonLat {
  const longitude = position[0]
  const latitude = position[1]
  if (longitude === undefined || latitude === undefined || !Number.isFinite(longitude + latitude)) {
    throw new RangeError(`not a position: ${JSON.stringify(position)}`)
  }
  return [longitude, latitude]
}

/** Returns consecutive pairs: `[a, b, c]` → `[a, b]`, `[b, c]`. */
export function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((next, index) => [elementAt(list, index), next])
}

/** Whether two positions have the same longitude and latitude to the last digit. */
export function samePosition(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** Returns every line of a geometry: a polygon gives its rings, points and collections of points none. */
export function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf)
    default:
      return []
  }
}

/** Returns the points of a geometry that are points in their own right. */
export function pointsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  if (geometry.type === 'MultiPoint') return geometry.coordinates
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(pointsOf)
  return []
}

/** Returns the polygons of a geometry as lists of rings. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf)
  return []
}

/** Returns every position of a geometry, in order, closing positions of rings included. */
export function positionsOf(geometry: Geometry): Position[] {
  return [...pointsOf(geometry), ...linesOf(geometry).flat()]
}
