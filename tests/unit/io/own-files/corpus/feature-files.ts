/** Files of features: GeoJSON, TopoJSON, KML, KMZ, GPX, FlatGeobuf, GeoParquet. */
import { gzipSync, zipSync } from 'fflate'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import type { FeatureCollection, Geometry, Position } from 'geojson'
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import type { KnownDatum } from '../../../../../src/model/own-data/own-layer'
import { encodings } from './encodings'
import { allRows, type CorpusFile, datums, plots, positionsIn, shapes, shapesIn } from './plots'
import { zstdStored } from './zstd'

const utf8 = encodings['utf-8']
type Shape = keyof typeof shapes
const shapeNames = Object.keys(shapes) as Shape[]

const collection = (shape: Shape, datum: KnownDatum): FeatureCollection => {
  const geometries = shapesIn(shape, datum)
  return {
    type: 'FeatureCollection',
    features: plots.map(({ code, name, area, day }, at) => ({
      type: 'Feature',
      properties: { 编号: code, 名称: name, 面积: area, 日期: day },
      geometry: geometries[at] ?? { type: 'Point', coordinates: [] },
    })),
  }
}
const values = { 编号: '001', 名称: '甲地块', 面积: 12.5, 日期: '2024-03-05' }
const degreeDatums = { wgs84: datums.wgs84, gcj02: datums.gcj02, bd09: datums.bd09 }

function geojson(): CorpusFile[] {
  const make = (id: string, content: unknown, more: Partial<CorpusFile> = {}): CorpusFile => ({
    id: `geojson, ${id}`,
    name: 'plots.geojson',
    bytes: utf8(typeof content === 'string' ? content : JSON.stringify(content)),
    rows: allRows(1),
    values,
    ...more,
  })
  const whole = collection('point', datums.wgs84)
  const heights = JSON.stringify(whole).replace(/"coordinates":\[([\d.]+),([\d.]+)\]/g, '"coordinates":[$1,$2,250]')
  const broken = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[1, 2]]] } }
  return [
    ...shapeNames.map((shape) => make(shape, collection(shape, datums.wgs84), { datum: datums.wgs84 })),
    ...Object.entries(datums).map(([word, datum]) =>
      make(word, collection('polygon', datum), { datum, rows: allRows(1, datum) }),
    ),
    make('gb18030', '', { bytes: encodings.gb18030(JSON.stringify(whole)) }),
    make('utf-8 with a mark', '', { bytes: encodings['utf-8 with a mark'](JSON.stringify(whole)) }),
    make(
      'a code of EPSG',
      { ...collection('point', datums.zone36), crs: { type: 'name', properties: { name: 'EPSG:4524' } } },
      {
        datum: datums.zone36,
        rows: allRows(1, datums.zone36),
        declaredCrs: 'EPSG:4524',
      },
    ),
    make('one feature a line', whole.features.map((feature) => JSON.stringify(feature)).join('\n')),
    make('a list of features', whole.features),
    make('heights', heights),
    make(
      'flat objects',
      plots.map(({ code, name, at, area, day }) => ({
        编号: code,
        名称: name,
        lng: at[0],
        lat: at[1],
        面积: area,
        日期: day,
      })),
    ),
    make(
      'a broken shape',
      { ...whole, features: [broken, ...whole.features] },
      { rows: allRows(2), problems: [[1, undefined, 'bad-geometry']] },
    ),
    make(
      'what is no feature',
      { ...whole, features: [...whole.features, 7] },
      { problems: [[6, undefined, 'bad-feature']] },
    ),
    make(
      'a null shape',
      { ...whole, features: [...whole.features, { type: 'Feature', properties: { 名称: '无' }, geometry: null }] },
      {
        rows: [...allRows(1), { row: 6, name: '无', at: null }],
      },
    ),
  ]
}

/** Without quantisation: each line of a shape is an arc. */
function topology(shape: 'point' | 'polygon', datum: KnownDatum) {
  const arcs: Position[][] = []
  const geometries = collection(shape, datum).features.map(({ geometry, properties }) => {
    if (geometry.type !== 'Polygon') return { ...geometry, properties }
    arcs.push(...geometry.coordinates)
    return { type: 'Polygon', arcs: [[arcs.length - 1]], properties }
  })
  return { type: 'Topology', arcs, objects: { plots: { type: 'GeometryCollection', geometries } } }
}

const topojson = (): CorpusFile[] =>
  (['point', 'polygon'] as const).flatMap((shape) =>
    [datums.wgs84, datums.gcj02].map((datum) => ({
      id: `topojson, ${shape}, ${datum.kind}`,
      name: 'plots.topojson',
      bytes: utf8(JSON.stringify(topology(shape, datum))),
      rows: allRows(1, datum),
      datum,
      values,
    })),
  )

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const tuples = (line: readonly Position[]) => line.map((position) => `${position.join(',')},0`).join('\n ')

function kmlShape(geometry: Geometry): string {
  if (geometry.type === 'Point') return `<Point><coordinates>${tuples([geometry.coordinates])}</coordinates></Point>`
  if (geometry.type === 'LineString')
    return `<LineString><coordinates>${tuples(geometry.coordinates)}</coordinates></LineString>`
  if (geometry.type === 'Polygon') return kmlPolygon(geometry.coordinates)
  if (geometry.type === 'MultiPolygon')
    return `<MultiGeometry>${geometry.coordinates.map(kmlPolygon).join('')}</MultiGeometry>`
  throw new Error(geometry.type)
}

const kmlPolygon = (rings: readonly Position[][]) =>
  `<Polygon>${rings
    .map((ring, at) => {
      const side = at === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs'
      return `<${side}><LinearRing><coordinates>${tuples(ring)}</coordinates></LinearRing></${side}>`
    })
    .join('')}</Polygon>`

function kml(shape: Shape, datum: KnownDatum = datums.wgs84, declared = 'UTF-8', extra = ''): string {
  const geometries = shapesIn(shape, datum)
  const marks = plots.map(
    ({ code, name, area }, at) => `<Placemark><name>${escaped(name)}</name>
      <description><![CDATA[<b>说明</b><script>alert(1)</script>]]></description>
      <ExtendedData><Data name="编号"><value>${code}</value></Data>
      <SchemaData><SimpleData name="面积">${area}</SimpleData></SchemaData></ExtendedData>
      ${kmlShape(geometries[at] ?? { type: 'Point', coordinates: [] })}</Placemark>`,
  )
  return `<?xml version="1.0" encoding="${declared}"?>
    <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>x</name>${extra}<Folder><name>地块</name>${marks.join('')}</Folder></Document></kml>`
}

const kmlValues = { name: '甲地块', folder: '地块', description: '说明', 编号: '001', 面积: 12.5 }

function kmls(): CorpusFile[] {
  const make = (id: string, bytes: Uint8Array, more: Partial<CorpusFile> = {}): CorpusFile => ({
    id: `kml, ${id}`,
    name: 'plots.kml',
    bytes,
    rows: allRows(1),
    values: kmlValues,
    ...more,
  })
  const link = '<NetworkLink><Link><href>https://example.com/more.kml</href></Link></NetworkLink>'
  const zipped = (files: { [name: string]: string }) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])))
  return [
    ...shapeNames.map((shape) => make(shape, utf8(kml(shape)), { datum: datums.wgs84 })),
    ...Object.entries(degreeDatums).map(([word, datum]) =>
      make(word, utf8(kml('point', datum)), { datum, rows: allRows(1, datum) }),
    ),
    make('gb18030', encodings.gb18030(kml('point', datums.wgs84, 'GBK'))),
    make('with a mark', encodings['utf-8 with a mark'](kml('point'))),
    make('without a namespace', utf8(kml('point').replace(/ xmlns="[^"]*"/, ''))),
    make('a link to another file', utf8(kml('point', datums.wgs84, 'UTF-8', link))),
    { ...make('', zipped({ 'doc.kml': kml('polygon'), 'files/icon.txt': 'x' })), id: 'kmz', name: 'plots.kmz' },
    { ...make('', zipped({ '地块.kml': kml('point') })), id: 'kmz, a Chinese name', name: 'plots.kmz' },
  ]
}

function gpxs(): CorpusFile[] {
  const points = (tag: string, datum: KnownDatum) =>
    positionsIn(datum).map(
      ([x, y], at) =>
        `<${tag} lat="${y}" lon="${x}"><ele>250</ele><name>${escaped(plots[at]?.name ?? '')}</name></${tag}>`,
    )
  const whole = (content: string) =>
    `<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">${content}</gpx>`
  const waypoints = Object.entries(degreeDatums).map(
    ([word, datum]): CorpusFile => ({
      id: `gpx, waypoints, ${word}`,
      name: 'plots.gpx',
      bytes: utf8(whole(points('wpt', datum).join(''))),
      rows: allRows(1, datum),
      datum,
      values: { kind: 'wpt', name: '甲地块', ele: 250 },
    }),
  )
  const [first] = allRows(1)
  const line = points('trkpt', datums.wgs84).join('')
  const rows = first ? [{ ...first, name: '线' }] : []
  const named = (id: string, content: string): CorpusFile => ({
    id: `gpx, ${id}`,
    name: 'a.gpx',
    bytes: utf8(whole(content)),
    rows,
  })
  return [
    ...waypoints,
    named('a track', `<trk><name>线</name><trkseg>${line}</trkseg></trk>`),
    named('a track in parts', `<trk><name>线</name><trkseg>${line}</trkseg><trkseg>${line}</trkseg></trk>`),
    named('a route', `<rte><name>线</name>${points('rtept', datums.wgs84).join('')}</rte>`),
    {
      ...named('a waypoint without a latitude', '<wpt lon="106.5"><name>坏</name></wpt>'),
      rows: [],
      problems: [[1, undefined, 'bad-geometry']],
    },
  ]
}

const flatgeobufs = (): CorpusFile[] =>
  shapeNames.flatMap((shape) =>
    [datums.wgs84, datums.zone36].map((datum) => ({
      id: `flatgeobuf, ${shape}, ${datum.kind}`,
      name: 'plots.fgb',
      bytes: serialize(collection(shape, datum), datum.kind === 'wgs84' ? 4326 : 4524),
      rows: allRows(1, datum),
      datum,
      declaredCrs: datum.kind === 'wgs84' ? 'EPSG:4326' : 'EPSG:4524',
      values,
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
      values,
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
      values,
    },
  ]
}

/** Returns the files of features. */
export const featureFiles = (): CorpusFile[] => [
  ...geojson(),
  ...topojson(),
  ...kmls(),
  ...gpxs(),
  ...flatgeobufs(),
  ...geoparquets(),
]
