/** Makes sure that what a file calls a geometry is one. Pure. */
import type { Geometry, Position } from 'geojson'
import { ownLimits, RefusedFile } from './limits'

/** Thrown for a geometry that is none; its feature becomes a problem. */
export class BadGeometry extends Error {}

/** Returns a geometry of two-dimensional finite positions from any value; null for null. Throws `BadGeometry`, or a `RefusedFile` for collections too deep. */
export function geometryOf(value: unknown, count: (positions: number) => void, depth = 0): Geometry | null {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') throw new BadGeometry()
  const { type, coordinates, geometries } = value as { type?: unknown; coordinates?: unknown; geometries?: unknown }
  // A shape without positions has no place (RFC 7946, 3.1).
  if (Array.isArray(coordinates) && coordinates.length === 0 && typeof type === 'string') return null
  const positions = (list: unknown, least: number) => positionsOf(list, least, count)
  switch (type) {
    case 'Point':
      return { type, coordinates: positionOf(coordinates, count) }
    case 'MultiPoint':
      return { type, coordinates: positions(coordinates, 1) }
    case 'LineString':
      return { type, coordinates: positions(coordinates, 2) }
    case 'MultiLineString':
      return { type, coordinates: listOf(coordinates).map((line) => positions(line, 2)) }
    case 'Polygon':
      return { type, coordinates: listOf(coordinates).map((ring) => closed(positions(ring, 3))) }
    case 'MultiPolygon':
      return {
        type,
        coordinates: listOf(coordinates).map((polygon) => listOf(polygon).map((ring) => closed(positions(ring, 3)))),
      }
    case 'GeometryCollection':
      return collectionOf(geometries, count, depth)
    default:
      throw new BadGeometry()
  }
}

function collectionOf(geometries: unknown, count: (positions: number) => void, depth: number): Geometry {
  if (depth >= ownLimits.depth) throw new RefusedFile('too-deep', { limit: ownLimits.depth })
  const parts = listOf(geometries).map((part) => geometryOf(part, count, depth + 1))
  return { type: 'GeometryCollection', geometries: parts.filter((part) => part !== null) }
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new BadGeometry()
  return value
}

function positionsOf(value: unknown, least: number, count: (positions: number) => void): Position[] {
  const list = listOf(value).map((position) => positionOf(position, count))
  if (list.length < least) throw new BadGeometry()
  return list
}

function positionOf(value: unknown, count: (positions: number) => void): Position {
  const [x, y] = listOf(value)
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw new BadGeometry()
  if (Math.abs(x) > 1e9 || Math.abs(y) > 1e9) throw new BadGeometry()
  count(1)
  return [x, y]
}

/** Returns a ring that ends where it begins. Throws `BadGeometry` for fewer than three corners. */
export function closed(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last) throw new BadGeometry()
  const whole = first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, first]
  if (whole.length < 4) throw new BadGeometry()
  return whole
}
