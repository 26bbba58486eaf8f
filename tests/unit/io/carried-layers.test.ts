/** Own layers inside files of ours: what goes in comes out, and what nobody wrote does not. */
import { strFromU8, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { briefingFileText, readBriefingFile } from '../../../src/io/briefing-file'
import { readCarried } from '../../../src/io/carried-layers'
import { carriedLayers, countOfCarried } from '../../../src/model/own-data/carried'
import type { OwnLayer } from '../../../src/model/own-data/own-layer'
import { fileBlock, openedBlock, withOpened } from '../../../src/single-file/opened'
import { ownTable, pointAt, strewnTable } from '../../fixtures/own-table'

const table = ownTable(
  { 名称: 'text', 面积: 'number', 在用: 'boolean' },
  [
    [['=1+1', 1.5, true], pointAt(106.5, 29.5)],
    [['</script><script>alert(1)</script>', null, false], null],
  ],
  { problems: [{ row: 4, column: 'B', value: '一', reason: 'bad-number' }], sheet: '表 1' },
)
const layer: OwnLayer = {
  ...{ id: 'own4', table, datum: { kind: 'gaussKruger', meridian: 108, zoneWidth: 3, prefixed: true } },
  ...{ colourBy: 1, visible: true, keep: true, keptAs: '17-own4' },
  filter: {
    text: '地块',
    columns: [{ kind: 'range', column: 1, from: 1 }],
    found: { question: { relation: 'near', feature: 'gyport', radiusMeters: 500 }, rows: new Set([0, 1]) },
  },
}
const again = (value: unknown) => readCarried(JSON.parse(JSON.stringify(value)))

test('a layer comes out as it went in, with its filter and colours, and without what was of the device', () => {
  const { id: _, keep: __, keptAs: ___, ...rest } = layer
  expect(again(carriedLayers([layer]))).toEqual([{ ...rest, keep: false, carried: true }])
  expect(JSON.stringify(carriedLayers([layer]))).not.toContain('17-own4')
})

test('a layer that is not on the map stays out, and filtered rows go in: the count says so', () => {
  const hidden = { ...layer, id: 'own5', visible: false }
  expect(carriedLayers([hidden, layer]).layers).toHaveLength(1)
  expect(countOfCarried([hidden, layer])).toEqual({ layers: 1, rows: 2 })
})

describe('what nobody wrote', () => {
  const written = carriedLayers([layer])
  const [whole] = written.layers
  const spoiled = (change: object) => again({ ...written, layers: [{ ...whole, ...change }] })

  test.each([null, 7, 'x', [], {}, { kind: 'yulan-own-data' }, { kind: 'yulan-own-data', layers: [null, 1, {}] }])(
    'is no layer: %j',
    (value) => expect(readCarried(value)).toEqual([]),
  )

  test('a datum or a format that is not known leaves the layer out', () => {
    expect(spoiled({ datum: { kind: 'unknownLocal' } })).toEqual([])
    expect(spoiled({ table: { ...table, format: 'exe' } })).toEqual([])
  })

  test('a place that is none leaves its row without one; values are as many as columns', () => {
    const rows = [{ row: -1, values: [{}, 2], geometry: { type: 'Point', coordinates: ['x', 1] } }, 5]
    const [read] = spoiled({ table: { ...table, rows }, colourBy: 9, filter: { text: 3, columns: [{ column: 99 }] } })
    expect(read?.table.rows).toEqual([
      { row: 1, values: [null, 2, null], geometry: null },
      { row: 2, values: [null, null, null], geometry: null },
    ])
    expect(read?.colourBy).toBeUndefined()
    expect(read?.filter).toEqual({ text: '', columns: [] })
  })
})

test('the one HTML file has them as text that ends no script', () => {
  const text = JSON.stringify(carriedLayers([layer]))
  const page = `<body>${openedBlock({})}</body>`
  const made = withOpened(page, { link: '1' }, strToU8(text))
  expect(made).not.toContain('alert(1)')
  expect(made.match(/<script/g)).toHaveLength(2)
  const block = /data-file="own-data.json">([^<]*)</.exec(made)?.[1] ?? ''
  expect(strFromU8(Uint8Array.from(atob(block), (character) => character.charCodeAt(0)))).toBe(text)
  expect(made).toContain(fileBlock('own-data.json', strToU8(text)))
  expect(withOpened(page, {})).not.toContain('own-data.json')
})

describe('a briefing file', () => {
  const stored = {
    ...{ slug: 'own', title: '汇报', date: '2026-11-30', transition: 'cut' as const, release: '2026-11-30' },
    scenes: [],
  }

  test('has them only if it was given them, and is read with them however large', async () => {
    expect(briefingFileText({ stored, made: {} })).not.toContain('ownData')
    const large: OwnLayer = { ...layer, table: strewnTable(34_000), filter: undefined }
    const text = briefingFileText({ stored, made: {} }, carriedLayers([large]))
    expect(text.length).toBeGreaterThan(4_000_000)
    expect(text).toContain('自备数据·未核')
    const read = await readBriefingFile(new Blob([text]))
    expect(read?.stored.title).toBe('汇报')
    expect(readCarried(read?.ownData)[0]?.table).toEqual(large.table)
  })

  test('that is none is not read whole to be told from one', async () => {
    const other = new Blob([`{"type":"FeatureCollection","features":[${' '.repeat(4_100_000)}]}`])
    expect(await readBriefingFile(other)).toBeUndefined()
  })
})
