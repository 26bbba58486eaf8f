/** Reads well-known binary geometries, with or without heights, measures and the extension by a code. Pure. */
import type { Geometry, Position } from 'geojson'
import { ownLimits, RefusedFile } from './limits'

const extended = { heights: 0x80000000, measures: 0x40000000, code: 0x20000000 } as const

interface Cursor {
  view: DataView
  at: number
}

/** Returns the geometry of bytes. Throws a RangeError for bytes that hold none, a `RefusedFile` for collections too deep. */
export function geometryOfWkb(bytes: Uint8Array): Geometry {
  return readGeometry({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }, 0)
}

function readGeometry(cursor: Cursor, depth: number): Geometry {
  if (depth > ownLimits.depth) throw new RefusedFile('too-deep', { limit: ownLimits.depth })
  const { view } = cursor
  const isLittle = view.getUint8(cursor.at) === 1
  const raw = view.getUint32(cursor.at + 1, isLittle)
  cursor.at += raw & extended.code ? 9 : 5
  const plain = raw & 0x0fffffff
  const thousands = Math.floor(plain / 1000)
  const numbers =
    2 +
    (raw & extended.heights || thousands === 1 || thousands === 3 ? 1 : 0) +
    (raw & extended.measures || thousands === 2 || thousands === 3 ? 1 : 0)
  const position = () => readPosition(cursor, isLittle, numbers)
  const line = () => listOf(cursor, isLittle, numbers * 8, position)
  const part = () => readGeometry(cursor, depth + 1)
  return geometryOf(plain % 1000, position, line, (read, least) => listOf(cursor, isLittle, least, read), part)
}

function geometryOf(
  type: number,
  position: () => Position,
  line: () => Position[],
  list: <T>(read: () => T, leastBytes: number) => T[],
  part: () => Geometry,
): Geometry {
  const parts = () => list(part, 5)
  switch (type) {
    case 1:
      return { type: 'Point', coordinates: position().filter((number) => !Number.isNaN(number)) }
    case 2:
      return { type: 'LineString', coordinates: line() }
    case 3:
      return { type: 'Polygon', coordinates: list(line, 4) }
    case 4:
      return {
        type: 'MultiPoint',
        coordinates: parts().flatMap((one) => (one.type === 'Point' ? [one.coordinates] : [])),
      }
    case 5:
      return {
        type: 'MultiLineString',
        coordinates: parts().flatMap((one) => (one.type === 'LineString' ? [one.coordinates] : [])),
      }
    case 6:
      return {
        type: 'MultiPolygon',
        coordinates: parts().flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : [])),
      }
    case 7:
      return { type: 'GeometryCollection', geometries: parts() }
    default:
      throw new RangeError(`geometry ${type}`)
  }
}

function readPosition(cursor: Cursor, isLittle: boolean, numbers: number): Position {
  const { view, at } = cursor
  cursor.at += numbers * 8
  if (cursor.at > view.byteLength) throw new RangeError('position')
  return [view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle)]
}

function listOf<T>(cursor: Cursor, isLittle: boolean, leastBytes: number, read: () => T): T[] {
  const length = cursor.view.getUint32(cursor.at, isLittle)
  cursor.at += 4
  if (length * leastBytes > cursor.view.byteLength - cursor.at) throw new RangeError(`a list of ${length}`)
  return Array.from({ length }, read)
}
