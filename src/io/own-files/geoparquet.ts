/** Reads GeoParquet, and Parquet with columns of coordinates. Compressions that need WebAssembly are refused in words. */
import { Gunzip } from 'fflate'
import { Decompress } from 'fzstd'
import { type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { featureTable, type RawFeature } from './features'
import { assertColumns, assertRows, ownLimits, RefusedFile } from './limits'
import type { RawTable } from './raw-table'
import { geometryOfWkb } from './wkb'
import { inflateCounted } from './zip'

/** What of the key `geo` is read. */
interface GeoMetadata {
  primary_column?: unknown
  columns?: { readonly [name: string]: { encoding?: unknown; crs?: unknown } | undefined }
}

const readableCodecs: readonly string[] = ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD']

/** Returns the table of a Parquet file. */
export async function readGeoparquet(name: string, bytes: Uint8Array): Promise<RawTable> {
  const file = bytes.slice().buffer
  const metadata = await parquetMetadataAsync(file)
  assertReadable(metadata)
  const geo = geoMetadata(metadata)
  const place = geo ? String(geo.primary_column ?? 'geometry') : shapeColumn(metadata)
  const rows = await parquetReadObjects({ file, metadata, compressors: countedCompressors(), parsers: asBytes })
  if (rows.length === 0) throw new RefusedFile('no-rows', { format: 'GeoParquet' })
  const features = rows.map((row) => featureOf(row, place))
  return featureTable(name, 'geoparquet', features, place && crsOf(geo?.columns?.[place]?.crs, geo !== undefined))
}

/** Shapes are read here one by one, so that a wrong one leaves the others. */
const asBytes = {
  geometryFromBytes: (bytes: Uint8Array) => bytes,
  geographyFromBytes: (bytes: Uint8Array) => bytes,
}

function assertReadable({ num_rows, row_groups, schema }: FileMetaData): void {
  assertRows(Number(num_rows))
  assertRows(row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0))
  assertColumns(schema.length - 1)
  const codecs = new Set(row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec ?? '')))
  for (const codec of codecs)
    if (codec && !readableCodecs.includes(codec)) throw new RefusedFile('unsupported-compression', { method: codec })
  const inflated = row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0)
  if (inflated > ownLimits.inflatedBytes)
    throw new RefusedFile('inflates-too-much', { megabytes: ownLimits.inflatedBytes / 1e6 })
}

/** A column that is a shape by its type, in files without the key `geo`. */
const shapeColumn = ({ schema }: FileMetaData) =>
  schema.find(({ logical_type }) => logical_type?.type === 'GEOMETRY' || logical_type?.type === 'GEOGRAPHY')?.name

/** What pages inflate to is counted, whatever they say of themselves. */
function countedCompressors() {
  const total = { bytes: 0 }
  return {
    GZIP: (input: Uint8Array) => inflateCounted((onChunk) => new Gunzip(onChunk), input, total),
    ZSTD: (input: Uint8Array) => inflateCounted((onChunk) => new Decompress(onChunk), input, total),
  }
}

function geoMetadata({ key_value_metadata }: FileMetaData): GeoMetadata | undefined {
  const text = key_value_metadata?.find(({ key }) => key === 'geo')?.value
  const value: unknown = text ? JSON.parse(text) : undefined
  return typeof value === 'object' && value !== null ? (value as GeoMetadata) : undefined
}

/** Without a `crs` GeoParquet means WGS 84, with null it means unknown. */
function crsOf(value: unknown, isGeo: boolean): string | undefined {
  if (value === undefined) return isGeo ? 'OGC:CRS84' : undefined
  if (typeof value === 'string') return value.slice(0, 400)
  const { id, name } = Object(value) as { id?: { authority?: unknown; code?: unknown }; name?: unknown }
  if (id?.authority !== undefined && id.code !== undefined) return `${String(id.authority)}:${String(id.code)}`
  return typeof name === 'string' ? name.slice(0, 400) : undefined
}

function featureOf(row: { readonly [name: string]: unknown }, place: string | undefined): RawFeature {
  const properties = Object.entries(row).filter(([name, value]) => name !== place && !(value instanceof Uint8Array))
  const shape = place === undefined ? null : row[place]
  return { properties, geometry: shape instanceof Uint8Array ? readShape(shape) : (shape ?? null) }
}

function readShape(bytes: Uint8Array): unknown {
  try {
    return geometryOfWkb(bytes)
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    return 'WKB'
  }
}
