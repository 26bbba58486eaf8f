/** FlatGeobuf and GeoParquet. */
import { gzipSync } from 'fflate'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import type { KnownDatum } from '../../../../../src/model/own-data/own-layer'
import {
  allRows,
  type CorpusFile,
  collection,
  datums,
  firstValues,
  plots,
  type Shape,
  shapeNames,
  shapesIn,
} from './plots'
import { zstdStored } from './zstd'

const flatgeobufs = (): CorpusFile[] =>
  shapeNames.flatMap((shape) =>
    [datums.wgs84, datums.zone36].map((datum) => ({
      id: `flatgeobuf, ${shape}, ${datum.kind}`,
      name: 'plots.fgb',
      bytes: serialize(collection(shape, datum), datum.kind === 'wgs84' ? 4326 : 4524),
      rows: allRows(1, datum),
      datum,
      declaredCrs: datum.kind === 'wgs84' ? 'EPSG:4326' : 'EPSG:4524',
      values: firstValues,
    })),
  )

const codecs = {
  UNCOMPRESSED: undefined,
  SNAPPY: undefined,
  GZIP: { GZIP: (input: Uint8Array) => gzipSync(input) },
  ZSTD: { ZSTD: zstdStored },
} as const

const parquetColumns = (shape: Shape, datum: KnownDatum): ColumnSource[] => [
  { name: '编号', data: plots.map(({ code }) => code), type: 'STRING' },
  { name: '名称', data: plots.map(({ name }) => name), type: 'STRING' },
  { name: '面积', data: plots.map(({ area }) => area), type: 'DOUBLE' },
  { name: '日期', data: plots.map(({ day }) => day), type: 'STRING' },
  { name: 'geometry', data: shapesIn(shape, datum), type: 'GEOMETRY' },
]

function geoparquets(): CorpusFile[] {
  const make = (id: string, codec: keyof typeof codecs, shape: Shape, datum: KnownDatum, crs?: unknown): CorpusFile => {
    const column = { encoding: 'WKB', geometry_types: [], ...(crs !== undefined && { crs }) }
    const geo = JSON.stringify({ version: '1.1.0', primary_column: 'geometry', columns: { geometry: column } })
    const compressors = codecs[codec]
    const buffer = parquetWriteBuffer({
      columnData: parquetColumns(shape, datum),
      codec,
      ...(compressors && { compressors }),
      kvMetadata: [{ key: 'geo', value: geo }],
    })
    return {
      id: `geoparquet, ${id}`,
      name: 'plots.parquet',
      bytes: new Uint8Array(buffer),
      rows: allRows(1, datum),
      datum,
      values: firstValues,
    }
  }
  const said = { declaredCrs: 'OGC:CRS84' }
  return [
    ...(Object.keys(codecs) as (keyof typeof codecs)[]).map((codec) => ({
      ...make(codec, codec, 'point', datums.wgs84),
      ...said,
    })),
    ...shapeNames.map((shape) => ({ ...make(shape, 'SNAPPY', shape, datums.wgs84), ...said })),
    {
      ...make('a projection', 'SNAPPY', 'point', datums.zone36, { id: { authority: 'EPSG', code: 4524 } }),
      declaredCrs: 'EPSG:4524',
    },
    make('no system known', 'SNAPPY', 'point', datums.gcj02, null),
    {
      id: 'geoparquet, columns of coordinates',
      name: 'plots.parquet',
      bytes: new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            ...parquetColumns('point', datums.wgs84).slice(0, 4),
            { name: 'lon', data: plots.map(({ at }) => at[0]), type: 'DOUBLE' },
            { name: 'lat', data: plots.map(({ at }) => at[1]), type: 'DOUBLE' },
          ],
        }),
      ),
      rows: allRows(1),
      values: firstValues,
    },
  ]
}

/** Returns the files of binary features. */
export const binaryFiles = (): CorpusFile[] => [...flatgeobufs(), ...geoparquets()]
