/** Own layers in handouts: marked wherever they are shown, and their rows as tables where they are asked for. */
import { expect, test } from 'vitest'
import { themeIds } from '../../../../data/schema-ids'
import { planSlides } from '../../../../src/io/formats/pptx/plan'
import type { Handout } from '../../../../src/model/handout/handout'
import { wholeOwnTable, withOwnLayers } from '../../../../src/model/handout/own-rows'
import type { OwnLayer } from '../../../../src/model/own-data/own-layer'
import { defaultView } from '../../../../src/model/view'
import { sampleHandout } from '../../../fixtures/handout'
import { ownTable, pointAt, strewnTable } from '../../../fixtures/own-table'

const layerOf = (table: OwnLayer['table'], more: Partial<OwnLayer> = {}): OwnLayer => ({
  ...{ id: 'own1', table, datum: { kind: 'wgs84' }, visible: true, keep: false },
  ...more,
})
const plain = { ...defaultView(themeIds) }
const own = { ...plain, ownFiles: 1 }
const [one, two, three] = sampleHandout.pages
if (!one || !two || !three) throw new Error('the sample has three pages')
const handout: Handout = {
  ...sampleHandout,
  pages: [
    { ...one, view: plain },
    { ...two, view: own, tables: [] },
    { ...three, view: own, tables: [] },
  ],
}

test('every page that shows them is marked, and the first has their rows', () => {
  const { pages } = withOwnLayers(handout, [layerOf(strewnTable(100), { colourBy: 2 })], true)
  expect(pages.map(({ ownData }) => ownData ?? false)).toEqual([false, true, true])
  expect(pages.map(({ tables }) => tables.length)).toEqual([0, 1, 0])
  const [table] = pages[1]?.tables ?? []
  expect(table?.title).toBe('地块.csv：自备数据·未核，前 42 行（共 100 行）')
  expect(table?.rows).toHaveLength(42)
  expect(table?.columns.map(({ title, kind }) => [title, kind])).toEqual([
    ['名称', 'text'],
    ['面积', 'number'],
    ['用途', 'text'],
  ])
})

test('in a deck their rows are slides of their own that say what they are, after the map', () => {
  const box = { x: 0, y: 0, height: 4_900_000 }
  const boxes = { beside: { ...box, width: 4_000_000 }, whole: { ...box, width: 11_000_000 } }
  const made = withOwnLayers(handout, [layerOf(strewnTable(100))], true)
  const slides = planSlides(made, boxes, () => true).filter(({ id }) => id.startsWith(two.id))
  const tables = slides.filter(({ table }) => table?.table.ownData)
  expect(tables.map(({ table }) => (table?.to ?? 0) - (table?.from ?? 0))).toEqual([14, 14, 14])
  for (const { title, ownData } of tables) {
    expect(title).toContain('自备数据·未核，前 42 行（共 100 行）')
    expect(ownData).toBe(true)
  }
})

test('a slide is marked for what stands on it: the map and the own rows, not the text that goes on', () => {
  const box = { x: 0, y: 0, height: 900_000 }
  const boxes = { beside: { ...box, width: 4_000_000 }, whole: { ...box, width: 11_000_000 } }
  const points = Array.from({ length: 12 }, (_, at) => ({ text: `第 ${at + 1} 点`, sources: [] }))
  const long = { ...handout, pages: handout.pages.map((page) => ({ ...page, points })) }
  const made = withOwnLayers(long, [layerOf(strewnTable(3))], true)
  const slides = planSlides(made, boxes, () => true).filter(({ id }) => id.startsWith(two.id))
  const shows = slides.map(({ picture, table }) => picture || table?.table.ownData === true)
  expect(shows).toContain(false)
  expect(slides.map(({ ownData }) => ownData)).toEqual(shows)
  const withoutMap = planSlides(made, boxes, () => false).filter(({ id }) => id.startsWith(three.id))
  expect(withoutMap.some(({ ownData }) => ownData)).toBe(false)
})

test('without rows only the mark goes in, and nothing of a layer that is not on the map', () => {
  expect(withOwnLayers(handout, [layerOf(strewnTable(3))], false).pages[1]).toMatchObject({ ownData: true, tables: [] })
  expect(withOwnLayers(handout, [layerOf(strewnTable(3), { visible: false })], true)).toBe(handout)
})

test('a workbook has every row shown, each marked, numbers as numbers and formulas as text', () => {
  const table = ownTable({ 名称: 'text', 面积: 'number' }, [
    [['=HYPERLINK("x")', 1], pointAt(106.5, 29.5)],
    [['乙', null], null],
    [['丙', 3], null],
  ])
  const filter = { text: '', columns: [{ kind: 'range' as const, column: 1, from: 0, to: 2 }] }
  const made = wholeOwnTable(layerOf(table, { filter }), 'zh-CN')
  expect(made.rows).toEqual([['=HYPERLINK("x")', 1, 106.5, 29.5, '自备数据·未核']])
  expect(made.columns[0]?.kind).toBe('text')
})
