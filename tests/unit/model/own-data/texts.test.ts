import { describe, expect, test } from 'vitest'
import { ownLegend } from '../../../../src/model/own-data/legend'
import type { OwnLayer } from '../../../../src/model/own-data/own-layer'
import { looksLikeData } from '../../../../src/model/own-data/pasted'
import { problemsCsv, rowsCsv, rowsGeoJson } from '../../../../src/model/own-data/rows-text'
import { ownTable, pointAt } from '../../../fixtures/own-table'

const table = ownTable(
  { 名称: 'text', 面积: 'number' },
  [
    [['甲', 1], pointAt(106.5, 29.5)],
    [['乙', null], null],
  ],
  { problems: [{ row: 4, column: 'B', value: '一"二', reason: 'bad-number' }] },
)
const layer: OwnLayer = { id: 'own1', table, datum: { kind: 'wgs84' }, visible: true, keep: false }

describe('own data as files', () => {
  test('every row of CSV and GeoJSON is marked', () => {
    const [header, ...rows] = rowsCsv(layer, 'zh-CN').trim().split('\r\n')
    expect(header).toMatch(/名称,面积,WGS84_longitude,WGS84_latitude,自备数据·未核$/)
    expect(rows).toEqual(['甲,1,106.5,29.5,自备数据·未核', '乙,,,,自备数据·未核'])
    const { features, mark } = JSON.parse(rowsGeoJson(layer, 'zh-CN'))
    expect(mark).toBe('自备数据·未核')
    expect(features).toHaveLength(2)
    expect(features[0]).toMatchObject({ geometry: pointAt(106.5, 29.5), properties: { 名称: '甲', mark } })
    expect(features[1].geometry).toBeNull()
  })

  test('only what the filter shows is taken along', () => {
    expect(rowsCsv({ ...layer, filter: { text: '乙', columns: [] } }, 'zh-CN')).not.toContain('甲')
  })

  test('what was not read is a list with row, column, value and reason', () => {
    expect(problemsCsv(table, 'zh-CN')).toMatch(/4,B,"一""二",.*数/)
  })
})

test('the legend has a line a class, and the name where there are several layers', () => {
  expect(ownLegend([layer], 'light', 'zh-CN').map(({ text }) => text)).toEqual(['地块.csv'])
  const coloured = { ...layer, id: 'own2', colourBy: 0 }
  expect(ownLegend([coloured], 'dark', 'zh-CN').map(({ text }) => text)).toEqual(['名称 · 甲', '名称 · 乙'])
  expect(ownLegend([layer, coloured], 'print', 'en').map(({ text }) => text)[1]).toBe('地块.csv · 名称 · 甲')
})

test('pasted text is data only if it looks like it', () => {
  expect(looksLikeData('{"type":"FeatureCollection"}')).toMatch(/json$/)
  expect(looksLikeData('名称\t经度\n甲\t106')).toMatch(/tsv$/)
  expect(looksLikeData('名称,经度\n甲,106')).toMatch(/csv$/)
  expect(looksLikeData('<kml xmlns="x">')).toMatch(/kml$/)
  expect(looksLikeData('一句话，没有表格')).toBeUndefined()
  expect(looksLikeData('https://example.org/?m=1~d500112')).toBeUndefined()
})
