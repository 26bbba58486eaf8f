import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { workbookBytes } from '../../../src/io/formats/xlsx/workbook'
import type { HandoutTable } from '../../../src/model/handout/handout'

const table: HandoutTable = {
  title: '工程/项目',
  columns: [
    { title: '序号', kind: 'text' },
    { title: '投资', kind: 'number', unit: '万元' },
    { title: '年月', kind: 'text' },
  ],
  rows: [
    ['891e3', 405_350, '2020-05'],
    ['=1+1', undefined, '07'],
    ['@x', 0.5, '-3'],
  ],
}
const write = () =>
  workbookBytes(
    [table, table],
    { name: '说明', lines: ['资料日期 2026-11-30'] },
    { title: '渝北', release: '2026-11-30' },
  )

test('cells keep their types: text stays text, numbers are numbers, nothing is a formula', async () => {
  const { sheets } = await readXlsx(await write())
  expect(sheets.map(({ name }) => name)).toEqual(['工程 项目', '工程 项目 2', '说明'])
  expect(sheets[0]?.rows.slice(0, 4)).toEqual([
    ['序号', '投资（万元）', '年月'],
    ['891e3', 405_350, '2020-05'],
    ['=1+1', null, '07'],
    ['@x', 0.5, '-3'],
  ])
})

test('heads are frozen and can be filtered', async () => {
  const { sheets } = await readXlsx(await write())
  expect(sheets[0]?.freezePane?.rows).toBe(1)
  expect(sheets[0]?.autoFilter?.range).toBe('A1:C4')
})

test('the same tables give the same bytes', async () => {
  expect(await write()).toEqual(await write())
})
