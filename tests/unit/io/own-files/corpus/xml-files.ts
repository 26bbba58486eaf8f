/** KML, KMZ and GPX. */
import { zipSync } from 'fflate'
import type { Geometry, Position } from 'geojson'
import type { KnownDatum } from '../../../../../src/model/own-data/own-layer'
import { encodings } from './encodings'
import {
  allRows,
  type CorpusFile,
  datums,
  degreeDatums,
  plots,
  positionsIn,
  type Shape,
  shapeNames,
  shapesIn,
} from './plots'

const utf8 = encodings['utf-8']
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

/** Returns the files of XML. */
export const xmlFiles = (): CorpusFile[] => [...kmls(), ...gpxs()]
