/** CSV and its relations. */
import type { KnownDatum } from '../../../../../src/model/own-data/own-layer'
import { encodings } from './encodings'
import { allRows, type CorpusFile, datums, plots, positionsIn } from './plots'

const quote = (text: string, delimiter: string) =>
  /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text

interface Writing {
  delimiter?: string
  end?: string
  /** Columns of coordinates: names, and the texts of a row. */
  coordinates?: { names: readonly string[]; texts: (x: number, y: number) => readonly string[] }
  datum?: KnownDatum
  area?: (area: number) => string
}

const degrees = { names: ['经度', '纬度'], texts: (x: number, y: number) => [String(x), String(y)] }

/** The lines of the plots' table. */
function lines({ delimiter = ',', coordinates = degrees, datum = datums.wgs84, area = String }: Writing): string[] {
  const at = positionsIn(datum)
  const head = ['编号', '名称', ...coordinates.names, '面积', '日期']
  const rows = plots.map((plot, index) => {
    const [x = 0, y = 0] = at[index] ?? []
    return [plot.code, plot.name, ...coordinates.texts(x, y), area(plot.area), plot.day]
  })
  return [head, ...rows].map((cells) => cells.map((cell) => quote(cell, delimiter)).join(delimiter))
}

const csv = (writing: Writing = {}) => `${lines(writing).join(writing.end ?? '\n')}${writing.end ?? '\n'}`
const utf8 = encodings['utf-8']
const values = { 编号: '001', 名称: '甲地块', 面积: 12.5, 日期: '2024-03-05' }

function encoded(): CorpusFile[] {
  const delimiters = { comma: ',', tab: '\t', semicolon: ';' } as const
  return Object.entries(encodings).flatMap(([encoding, encode]) =>
    Object.entries(delimiters).map(([word, delimiter]) => ({
      id: `csv, ${encoding}, ${word}`,
      name: `plots.${delimiter === '\t' ? 'tsv' : 'csv'}`,
      bytes: encode(csv({ delimiter })),
      rows: allRows(2),
      datum: datums.wgs84,
      values,
    })),
  )
}

function inDatums(): CorpusFile[] {
  return Object.entries(datums).map(([word, datum]) => ({
    id: `csv, ${word}`,
    name: 'plots.csv',
    bytes: encodings.gb18030(csv({ datum, ...(datum.kind === 'gaussKruger' && { coordinates: northing }) })),
    rows: allRows(2, datum),
    datum,
  }))
}

/** Surveyors call the northing X and the easting Y. */
const northing = { names: ['X坐标', 'Y坐标'], texts: (x: number, y: number) => [String(y), String(x)] }

const sexagesimal = (degrees: number, signs: readonly [string, string, string]) => {
  const seconds = Math.round(degrees * 3600 * 1e4) / 1e4
  const [whole, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${whole}${signs[0]}${minutes}${signs[1]}${(seconds % 60).toFixed(4)}${signs[2]}`
}
const fullWidth = (text: string) => text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const both = (names: readonly string[], write: (degrees: number, axis: 0 | 1) => string) => ({
  names,
  texts: (x: number, y: number) => [write(x, 0), write(y, 1)],
})

/** Ways of writing coordinates. */
const notations = {
  'full-width digits': both(['经度', '纬度'], (value) => fullWidth(String(value))),
  'decimal commas': both(['经度', '纬度'], (value) => String(value).replace('.', ',')),
  'degrees, minutes, seconds': both(['经度', '纬度'], (value, axis) =>
    sexagesimal(value, ['°', '′', `″${'EN'[axis]}`]),
  ),
  'degrees in words': both(
    ['东经', '北纬'],
    (value, axis) => `${['东经', '北纬'][axis]}${sexagesimal(value, ['度', '分', '秒'])}`,
  ),
  'degrees with blanks': both(['Longitude', 'Latitude'], (value) => sexagesimal(value, [' ', ' ', ''])),
  'letters before': both(['lng', 'lat'], (value, axis) => `${'EN'[axis]}${value}`),
  'degree signs': both(['经度(°)', '纬度(°)'], (value) => `${value}°`),
  'latitude first': { names: ['纬度', '经度'], texts: (x: number, y: number) => [String(y), String(x)] },
  'names the wrong way round': { names: ['经度', '纬度'], texts: (x: number, y: number) => [String(y), String(x)] },
  'one column, longitude first': { names: ['坐标'], texts: (x: number, y: number) => [`${x},${y}`] },
  'one column, latitude first': { names: ['坐标'], texts: (x: number, y: number) => [`${y}, ${x}`] },
  'well-known text': { names: ['WKT'], texts: (x: number, y: number) => [`POINT (${x} ${y})`] },
  'names in English': { names: ['POINT_X', 'POINT_Y'], texts: (x: number, y: number) => [String(x), String(y)] },
  'names that do not tell': { names: ['a', 'b'], texts: (x: number, y: number) => [String(x), String(y)] },
} as const

const written = (): CorpusFile[] =>
  Object.entries(notations).map(([word, coordinates]) => ({
    id: `csv, ${word}`,
    name: 'plots.csv',
    bytes: utf8(csv({ coordinates })),
    rows: allRows(2),
    datum: datums.wgs84,
  }))

const insert = (at: number, ...more: string[]) => {
  const whole = lines({})
  return utf8([...whole.slice(0, at), ...more, ...whole.slice(at)].join('\n'))
}
/** The rows with a gap of `count` lines after the first `after` of them. */
const gap = (after: number, count = 1) =>
  allRows(2).map((row, at) => ({ ...row, row: row.row + (at < after ? 0 : count) }))

const bad = (id: string, line: string, column: string | undefined, reason: string): CorpusFile => ({
  id: `csv, ${id}`,
  name: 'plots.csv',
  bytes: insert(3, line),
  rows: gap(2),
  problems: [[4, column, reason]],
})

/** What spoils rows, or looks as if it did. */
function quirks(): CorpusFile[] {
  const file = (
    id: string,
    bytes: Uint8Array,
    rows: CorpusFile['rows'],
    more: Partial<CorpusFile> = {},
  ): CorpusFile => ({
    id: `csv, ${id}`,
    name: 'plots.csv',
    bytes,
    rows,
    ...more,
  })
  const first = allRows(2)
  return [
    file('lines end in CR LF', utf8(csv({ end: '\r\n' })), first),
    file('lines end in CR', utf8(csv({ end: '\r' })), first),
    file('no break at the end', utf8(csv().trimEnd()), first),
    file('blank rows', insert(3, '', ',,,,,', '   '), gap(2, 3)),
    file('a title above', utf8(`2026年地块清单\n制表：某处,,,,,\n\n${csv()}`), allRows(5)),
    file(
      'two lines of names',
      utf8(`编号,名称,位置,,面积,日期\n,,经度,纬度,,\n${lines({}).slice(1).join('\n')}`),
      allRows(3),
      { values },
    ),
    file('no names', utf8(lines({}).slice(1).join('\n')), allRows(1)),
    file('a break within quotes', insert(3, '"多\n行",多行,106.5,29.5,1,2024-01-01'), [
      ...first.slice(0, 2),
      { row: 4, name: '多行', at: [106.5, 29.5] },
      ...first.slice(2).map((row) => ({ ...row, row: row.row + 2 })),
    ]),
    file('names that occur twice', utf8(csv().replace('日期', '面积')), first, {
      values: { 面积: 12.5, '面积 2': '2024-03-05' },
    }),
    file('thousands', utf8(csv({ area: (area) => area.toLocaleString('en') })), first, { values }),
    file(
      'decimal commas and semicolons',
      utf8(csv({ delimiter: ';', area: (area) => String(area).replace('.', ',') })),
      first,
      { values },
    ),
    file('Chinese dates', utf8(csv().replace(/(\d{4})-(\d\d)-(\d\d)/g, '$1年$2月$3日')), first, { values }),
    file('words for nothing', utf8(csv({ area: (area) => (area === 12.5 ? '—' : String(area)) })), first, {
      values: { ...values, 面积: null },
    }),
    bad('an unread coordinate', '9,坏,约106.5,29.5,1,2024-01-01', 'C', 'bad-coordinate'),
    bad('no coordinates', '9,坏,,,1,2024-01-01', 'C', 'no-coordinates'),
    bad('half a coordinate', '9,坏,106.5,,1,2024-01-01', 'D', 'no-coordinates'),
    bad('zero and zero', '9,坏,0,0,1,2024-01-01', 'C', 'outside-range'),
    bad('a latitude of 95', '9,坏,106.5,95,1,2024-01-01', 'D', 'outside-range'),
    bad('sixty minutes', '9,坏,106°60′0″,29.5,1,2024-01-01', 'C', 'bad-coordinate'),
    bad('one row the wrong way round', '9,坏,29.5,106.5,1,2024-01-01', 'C', 'swapped-coordinates'),
    bad('too many cells', '9,坏,106.5,29.5,1,2024-01-01,多', undefined, 'too-many-cells'),
    bad('an open quotation mark', '"9,坏,106.5,29.5,1,2024-01-01', undefined, 'open-quote'),
    bad('a total below', '合计,,,,1357,', 'C', 'no-coordinates'),
  ]
}

/** Addresses: the names of the fixture's record. */
const addresses = (): CorpusFile => ({
  id: 'csv, gb18030, addresses',
  name: 'list.csv',
  bytes: encodings.gb18030('名称,所在地\n甲,中央公园\n乙,渝北区龙兴镇某路1号\n丙,重庆市渝北区\n丁,某处\n'),
  rows: [
    { row: 2, name: '甲', at: [106.59, 29.71], match: 'place' },
    { row: 3, name: '乙', at: [106.8, 29.69], match: 'town' },
    { row: 4, name: '丙', at: null, match: 'district' },
  ],
  problems: [[5, 'B', 'unknown-address']],
})

/** As QGIS exports areas. */
function wellKnownText(): CorpusFile {
  const rings = plots.map(({ at: [x, y] }) => `POLYGON ((${x} ${y}, ${x + 0.001} ${y}, ${x} ${y + 0.001}, ${x} ${y}))`)
  const rows = plots.map(({ name }, at) => `"${rings[at]}",${quote(name, ',')}`)
  return {
    id: 'csv, areas as well-known text',
    name: 'plots.csv',
    bytes: utf8(['WKT,名称', ...rows, '"POLYGON ((1 2",坏', 'LINESTRING EMPTY,空'].join('\n')),
    rows: [...allRows(2), { row: 8, name: '空', at: null }],
    problems: [[7, 'A', 'bad-geometry']],
    datum: datums.wgs84,
  }
}

/** Returns the delimited files. */
export const textFiles = (): CorpusFile[] => [
  ...encoded(),
  ...inDatums(),
  ...written(),
  ...quirks(),
  addresses(),
  wellKnownText(),
]
