import gcoord from 'gcoord'
import type { Geometry, Position } from 'geojson'
import { type LonLat, lonLat } from './position'

/**
 * The datums a coordinate can arrive in. GCJ-02 (高德, 腾讯, 天地图以外的国内地图) lies about 360 m east and 320 m south of
 * WGS 84 in Chongqing, BD-09 (百度) about a kilometre. Everything behind this door is WGS 84.
 */
export type Datum = 'WGS84' | 'GCJ02' | 'BD09'

/**
 * Returns a position in WGS 84. The inverse of GCJ-02 is solved numerically; it is good to about 1 cm, the datum itself
 * to a few metres.
 */
export function toWgs84Position(position: Position, from: Datum): LonLat {
  const [longitude, latitude] = lonLat(position)
  if (from === 'WGS84') return [longitude, latitude]
  return lonLat(gcoord.transform([longitude, latitude] as LonLat, gcoord[from], gcoord.WGS84))
}

/** Returns a WGS 84 position in another datum. */
export function fromWgs84Position([longitude, latitude]: LonLat, to: Datum): LonLat {
  if (to === 'WGS84') return [longitude, latitude]
  return lonLat(gcoord.transform([longitude, latitude] as LonLat, gcoord.WGS84, gcoord[to]))
}

/** Returns a new geometry in WGS 84; the one given is not touched (gcoord itself writes into its input). */
export function toWgs84Geometry<G extends Geometry>(geometry: G, from: Datum): G {
  return mapPositions(geometry, (position) => toWgs84Position(position, from)) as G
}

/** Returns a copy of a geometry with `change` applied to every position. */
export function mapPositions(geometry: Geometry, change: (position: Position) => Position): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: change(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(change) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(change)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(change))),
      }
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((part) => mapPositions(part, change)),
      }
  }
}
