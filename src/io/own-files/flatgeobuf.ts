/** Reads FlatGeobuf. Pure. */
import type { Geometry, Position } from 'geojson'
import { featureTable, type RawFeature } from './features'
import { BufferTable } from './flatbuffer'
import { ownLimits, RefusedFile } from './limits'
import type { RawTable } from './raw-table'

/** Numbers of the fields of FlatGeobuf's tables, as its schemas have them. */
const header = { geometryType: 2, columns: 7, count: 8, nodeSize: 9, crs: 10 } as const
const column = { name: 0, type: 1 } as const
const crs = { organisation: 0, code: 1, text: 4 } as const
const feature = { geometry: 0, properties: 1, columns: 2 } as const
const shape = { ends: 0, xy: 1, type: 6, parts: 7 } as const

const magicBytes = 8
const nodeBytes = 40
const largestHeader = 10_000_000

interface Column {
  name: string
  type: number
}

/** Returns the table of a FlatGeobuf; its index is skipped. */
export function readFlatgeobuf(name: string, bytes: Uint8Array): RawTable {
  if (bytes[3] !== 3) throw new RefusedFile('old-version', { format: 'FlatGeobuf', version: bytes[3] ?? 0 })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerLength = view.getUint32(magicBytes, true)
  if (headerLength > largestHeader) throw new RefusedFile('damaged')
  const root = BufferTable.root(bytes.subarray(magicBytes + 4, magicBytes + 4 + headerLength))
  const columns = columnsOf(root, header.columns)
  const count = root.long(header.count)
  if (count > ownLimits.rows) throw new RefusedFile('too-many-rows', { count, limit: ownLimits.rows })
  const start = magicBytes + 4 + headerLength + indexBytes(count, root.number(header.nodeSize, 'Uint16', 16))
  const type = root.number(header.geometryType, 'Uint8', 0)
  const features = featuresOf(bytes, view, start, columns, type)
  return featureTable(name, 'flatgeobuf', features, declaredCrs(root.table(header.crs)))
}

const columnsOf = (table: BufferTable, field: number): Column[] =>
  table.tables(field).map((entry, at) => ({
    name: entry.text(column.name) || `F${at + 1}`,
    type: entry.number(column.type, 'Uint8', 0),
  }))

function indexBytes(count: number, nodeSize: number): number {
  if (count === 0 || nodeSize < 2) return 0
  let [level, nodes] = [count, count]
  // One feature has a root above it too.
  do {
    level = Math.ceil(level / nodeSize)
    nodes += level
  } while (level > 1)
  return nodes * nodeBytes
}

function declaredCrs(table: BufferTable | undefined): string | undefined {
  const code = table?.number(crs.code, 'Int32', 0)
  return code ? `${table?.text(crs.organisation) || 'EPSG'}:${code}` : table?.text(crs.text)
}

/** A feature whose length runs past the end is the last that can be told. */
function* featuresOf(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  columns: readonly Column[],
  type: number,
): Generator<RawFeature> {
  for (let at = start; at + 4 <= bytes.length; ) {
    const length = view.getUint32(at, true)
    const end = at + 4 + length
    if (length < 8 || end > bytes.length) {
      yield { properties: [], geometry: null, bad: 'FlatGeobuf' }
      return
    }
    yield featureOf(bytes.subarray(at + 4, end), columns, type)
    at = end
  }
}

function featureOf(bytes: Uint8Array, columns: readonly Column[], type: number): RawFeature {
  try {
    const table = BufferTable.root(bytes)
    const own = columnsOf(table, feature.columns)
    const properties = propertiesOf(table.bytes(feature.properties), own.length > 0 ? own : columns)
    const geometry = table.table(feature.geometry)
    return { properties, geometry: geometry ? geometryOf(geometry, type, 0) : null }
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    return { properties: [], geometry: null, bad: 'FlatGeobuf' }
  }
}

/** Geometries by the number of their type. */
function geometryOf(table: BufferTable, inherited: number, depth: number): Geometry | string {
  if (depth > ownLimits.depth) throw new RefusedFile('too-deep', { limit: ownLimits.depth })
  const type = table.number(shape.type, 'Uint8', 0) || inherited
  const positions = positionsOf(table.doubles(shape.xy))
  const parts = () => partsOf(positions, table.integers(shape.ends))
  const nested = (kind: number) => table.tables(shape.parts).map((part) => geometryOf(part, kind, depth + 1))
  switch (type) {
    case 1:
      return { type: 'Point', coordinates: positions[0] ?? [] }
    case 2:
      return { type: 'LineString', coordinates: positions }
    case 3:
      return { type: 'Polygon', coordinates: parts() }
    case 4:
      return { type: 'MultiPoint', coordinates: positions }
    case 5:
      return { type: 'MultiLineString', coordinates: parts() }
    case 6:
      return {
        type: 'MultiPolygon',
        coordinates: nested(3).flatMap((part) =>
          typeof part === 'object' && part.type === 'Polygon' ? [part.coordinates] : [],
        ),
      }
    case 7:
      return { type: 'GeometryCollection', geometries: nested(0).filter((part) => typeof part === 'object') }
    default:
      return `geometry ${type}`
  }
}

function positionsOf(numbers: readonly number[]): Position[] {
  return Array.from({ length: numbers.length >> 1 }, (_, at) => [numbers[at * 2] ?? 0, numbers[at * 2 + 1] ?? 0])
}

function partsOf(positions: Position[], ends: readonly number[]): Position[][] {
  if (ends.length === 0) return [positions]
  return ends.map((end, at) => positions.slice(ends[at - 1] ?? 0, end))
}

/** How each type of value is stored: bytes, and how they are read. A length of 0 stands before texts. */
const values: readonly { bytes: number; read: (view: DataView, at: number) => unknown }[] = [
  { bytes: 1, read: (view, at) => view.getInt8(at) },
  { bytes: 1, read: (view, at) => view.getUint8(at) },
  { bytes: 1, read: (view, at) => view.getUint8(at) !== 0 },
  { bytes: 2, read: (view, at) => view.getInt16(at, true) },
  { bytes: 2, read: (view, at) => view.getUint16(at, true) },
  { bytes: 4, read: (view, at) => view.getInt32(at, true) },
  { bytes: 4, read: (view, at) => view.getUint32(at, true) },
  { bytes: 8, read: (view, at) => view.getBigInt64(at, true) },
  { bytes: 8, read: (view, at) => view.getBigUint64(at, true) },
  { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
]
const binaryType = 14

function propertiesOf(bytes: Uint8Array | undefined, columns: readonly Column[]): [string, unknown][] {
  const properties: [string, unknown][] = []
  if (!bytes) return properties
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 2 <= bytes.length; ) {
    const entry = columns[view.getUint16(at, true)]
    if (!entry) throw new RangeError('column')
    at += 2
    const plain = values[entry.type]
    if (plain) {
      properties.push([entry.name, plain.read(view, at)])
      at += plain.bytes
      continue
    }
    const length = view.getUint32(at, true)
    if (at + 4 + length > bytes.length) throw new RangeError('text')
    if (entry.type !== binaryType)
      properties.push([entry.name, new TextDecoder().decode(bytes.subarray(at + 4, at + 4 + length))])
    at += 4 + length
  }
  return properties
}
