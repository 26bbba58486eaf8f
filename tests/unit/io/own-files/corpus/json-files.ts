/** GeoJSON and TopoJSON. */
import type { Position } from 'geojson'
import type { KnownDatum } from '../../../../../src/model/own-data/own-layer'
import { encodings } from './encodings'
import { allRows, type CorpusFile, collection, datums, firstValues, plots, shapeNames } from './plots'

const utf8 = encodings['utf-8']

function geojson(): CorpusFile[] {
  const make = (id: string, content: unknown, more: Partial<CorpusFile> = {}): CorpusFile => ({
    id: `geojson, ${id}`,
    name: 'plots.geojson',
    bytes: utf8(typeof content === 'string' ? content : JSON.stringify(content)),
    rows: allRows(1),
    values: firstValues,
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
      values: firstValues,
    })),
  )

/** Returns the files of JSON. */
export const jsonFiles = (): CorpusFile[] => [...geojson(), ...topojson()]
