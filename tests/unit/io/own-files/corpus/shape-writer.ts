/** Writes shapefiles to Esri's description of 1998, as far as the corpus needs them. */
import type { Geometry, Position } from 'geojson'

const kinds = { Point: 1, LineString: 3, Polygon: 5, MultiPolygon: 5 } as const

/** Returns a `.shp`; null shapes for null. */
export function shp(geometries: readonly (Geometry | null)[]): Uint8Array {
  const records = geometries.map(record)
  const length = 100 + records.reduce((sum, { byteLength }) => sum + 8 + byteLength, 0)
  const view = new DataView(new ArrayBuffer(length))
  view.setInt32(0, 9994)
  view.setInt32(24, length / 2)
  view.setInt32(28, 1000, true)
  const first = geometries.find((geometry) => geometry !== null)
  view.setInt32(32, first ? kinds[first.type as keyof typeof kinds] : 0, true)
  const bytes = new Uint8Array(view.buffer)
  let at = 100
  for (const [index, content] of records.entries()) {
    view.setInt32(at, index + 1)
    view.setInt32(at + 4, content.byteLength / 2)
    bytes.set(new Uint8Array(content), at + 8)
    at += 8 + content.byteLength
  }
  return bytes
}

function record(geometry: Geometry | null): ArrayBuffer {
  if (!geometry) return new Int32Array([0]).buffer
  if (geometry.type === 'Point') return pointRecord(geometry.coordinates)
  const parts = partsOf(geometry)
  const points = parts.flat()
  const view = new DataView(new ArrayBuffer(44 + parts.length * 4 + points.length * 16))
  view.setInt32(0, kinds[geometry.type as keyof typeof kinds], true)
  view.setInt32(36, parts.length, true)
  view.setInt32(40, points.length, true)
  let start = 0
  for (const [at, part] of parts.entries()) {
    view.setInt32(44 + at * 4, start, true)
    start += part.length
  }
  for (const [at, [x = 0, y = 0]] of points.entries()) {
    view.setFloat64(44 + parts.length * 4 + at * 16, x, true)
    view.setFloat64(52 + parts.length * 4 + at * 16, y, true)
  }
  return view.buffer
}

function pointRecord([x = 0, y = 0]: Position): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(20))
  view.setInt32(0, 1, true)
  view.setFloat64(4, x, true)
  view.setFloat64(12, y, true)
  return view.buffer
}

function partsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  if (geometry.type === 'Polygon') return geometry.coordinates
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat()
  throw new Error(geometry.type)
}

/** A column of a `.dbf`. */
export interface DbfColumn {
  name: string
  kind: 'C' | 'N' | 'D'
  length: number
  values: readonly (string | number)[]
}

/** Returns a `.dbf` with a language byte; texts too long for their field are cut where they end, within a character too. */
export function dbf(columns: readonly DbfColumn[], encode: (text: string) => Uint8Array, language = 0): Uint8Array {
  const [count, rowBytes] = [columns[0]?.values.length ?? 0, 1 + columns.reduce((sum, { length }) => sum + length, 0)]
  const start = 32 + columns.length * 32 + 1
  const bytes = new Uint8Array(start + count * rowBytes + 1).fill(0x20, start)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 3)
  view.setUint32(4, count, true)
  view.setUint16(8, start, true)
  view.setUint16(10, rowBytes, true)
  view.setUint8(29, language)
  bytes[start - 1] = 0x0d
  bytes[bytes.length - 1] = 0x1a
  let offset = 1
  for (const [at, { name, kind, length, values }] of columns.entries()) {
    bytes.set(encode(name).subarray(0, 10), 32 + at * 32)
    view.setUint8(32 + at * 32 + 11, kind.charCodeAt(0))
    view.setUint8(32 + at * 32 + 16, length)
    for (const [row, value] of values.entries()) {
      const text = kind === 'N' ? String(value).padStart(length) : String(value)
      bytes.set(encode(text).subarray(0, length), start + row * rowBytes + offset)
    }
    offset += length
  }
  return bytes
}
