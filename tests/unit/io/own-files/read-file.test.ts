import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readOwnFile } from '../../../../src/io/own-files/read-file'
import { ownContext } from '../../../fixtures/own-context'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The only table of a file. Throws if it was refused. */
async function table(name: string, content: string | Uint8Array) {
  const reading = await readOwnFile({ name, bytes: typeof content === 'string' ? utf8(content) : content }, ownContext)
  if (!reading.ok) throw new Error(reading.reason)
  expect(reading.tables).toHaveLength(1)
  const [only] = reading.tables
  if (!only) throw new Error('no table')
  return only
}

const points = (rows: readonly { geometry: unknown }[]) =>
  rows.map(({ geometry }) => (geometry as { coordinates: number[] } | null)?.coordinates)

test('one bad row leaves the others, and is named by line, column and reason', async () => {
  const read = await table(
    '地块.csv',
    '名称,经度,纬度,面积\n甲,106.5,29.5,12\n\n乙,abc,29.6,13\n丙,106.7,29.7,约3\n丁,,,4\n',
  )
  expect(read.columns).toEqual([
    { name: '名称', type: 'text' },
    { name: '经度', type: 'number' },
    { name: '纬度', type: 'number' },
    { name: '面积', type: 'text' },
  ])
  expect(read.rows.map(({ row, values }) => [row, values[0]])).toEqual([
    [2, '甲'],
    [5, '丙'],
  ])
  expect(points(read.rows)).toEqual([
    [106.5, 29.5],
    [106.7, 29.7],
  ])
  expect(read.problems).toEqual([
    { row: 4, column: 'B', value: 'abc', reason: 'bad-coordinate' },
    { row: 6, column: 'B', value: '', reason: 'no-coordinates' },
  ])
  expect(read.placed).toEqual({ by: 'coordinates', longitude: 1, latitude: 2 })
})

test('a workbook keeps the numbers of its rows, and its types', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '项目',
        rows: [
          ['2026 年项目一览'],
          [],
          ['编号', '项目', '经度', '纬度', '日期', '在建'],
          ['007', '甲', 106.5, 29.5, new Date('2025-03-04T00:00:00Z'), true],
          [],
          ['008', '乙', '东经106度30分', '29°30′N', null, false],
        ],
      },
    ],
  })
  const read = await table('项目.xlsx', bytes)
  expect(read.columns.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'text', 'date', 'boolean'])
  expect(read.rows.map(({ row, values }) => [row, values[0], values[4], values[5]])).toEqual([
    [4, '007', '2025-03-04', true],
    [6, '008', null, false],
  ])
  expect(points(read.rows)).toEqual([
    [106.5, 29.5],
    [106.5, 29.5],
  ])
  expect(read.problems).toEqual([])
})

test('features of any properties become one table; a broken shape is a problem', async () => {
  const read = await table(
    'a.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4545' } },
      features: [
        { type: 'Feature', id: 7, properties: { a: 1 }, geometry: { type: 'Point', coordinates: [106, 29, 250] } },
        { type: 'Feature', properties: { b: 'x' }, geometry: { type: 'LineString', coordinates: [[106, 29]] } },
        { type: 'Feature', properties: { b: { c: 1 } }, geometry: null },
      ],
    }),
  )
  expect(read.columns.map(({ name }) => name)).toEqual(['id', 'a', 'b'])
  expect(read.rows.map(({ row, values, geometry }) => [row, values, geometry])).toEqual([
    [1, [7, 1, null], { type: 'Point', coordinates: [106, 29] }],
    [3, [null, null, '{"c":1}'], null],
  ])
  expect(read.problems).toEqual([{ row: 2, value: 'LineString', reason: 'bad-geometry' }])
  expect(read.declaredCrs).toBe('EPSG:4545')
})

test('an address names a place, a town, or a district, which is no point', async () => {
  const read = await table(
    '清单.csv',
    [
      '项目,地址',
      '甲,中央公园',
      '乙,重庆市渝北区龙兴镇迎龙大道19号',
      '丙,渝北区回兴街道',
      '丁,新桥村',
      '戊,巴南区新桥村',
      '己,火星',
      '庚,渝北区图书馆',
    ].join('\n'),
  )
  expect(read.placed).toEqual({ by: 'addresses', address: 1 })
  expect(read.rows.map(({ values, match, geometry }) => [values[0], match?.id, match?.how, geometry !== null])).toEqual(
    [
      ['甲', 'park', 'place', true],
      ['乙', 'longxing', 'town', true],
      ['丙', '500112', 'district', false],
      ['戊', 'xinqiao2', 'town', true],
      ['庚', '500112', 'district', false],
    ],
  )
  expect(read.problems).toEqual([
    { row: 5, column: 'B', value: '新桥村', reason: 'ambiguous-address' },
    { row: 7, column: 'B', value: '火星', reason: 'unknown-address' },
  ])
})

test('a file that is none of ours says so', async () => {
  const read = (bytes: Uint8Array, name = 'x.bin') => readOwnFile({ name, bytes }, ownContext)
  expect(await read(new Uint8Array())).toMatchObject({ ok: false, reason: 'empty' })
  expect(await read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]))).toMatchObject({
    reason: 'unknown-format',
  })
  expect(await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toMatchObject({ reason: 'old-workbook' })
  expect(await read(utf8('[['.repeat(5000)), 'a.json')).toMatchObject({ ok: false })
  expect(await read(utf8(`{"a":${'['.repeat(5000)}`))).toMatchObject({ ok: false, reason: 'too-deep' })
})
