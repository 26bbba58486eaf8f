import { openXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import { markedWorkbook, readRecordWorkbook } from '../../../src/io/formats/xlsx/read-record-workbook'
import { recordWorkbook } from '../../../src/io/formats/xlsx/record-workbook'
import { cellName, columnLetters } from '../../../src/model/workbook/cell-names'
import { compareWorkbook } from '../../../src/model/workbook/compare'
import type { WorkbookRecord } from '../../../src/model/workbook/names'
import { recordSheets } from '../../../src/model/workbook/sheets'
import { wholeRecord } from '../../fixtures/record-workbook'

/** Every twentieth row: what is tried does not depend on how many there are. */
const someRecord = (): WorkbookRecord => ({
  ...wholeRecord(),
  items: wholeRecord().items.filter((_, at) => at % 20 === 0),
})
let bytes: Uint8Array
beforeAll(async () => {
  bytes = await recordWorkbook(recordSheets(someRecord(), 'zh-CN'))
})

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  expect(cellName(0, 27)).toBe('AB1')
})

test('the workbook has a sheet a kind, lists, notes, frozen heads, locked ids and a hidden sheet', async () => {
  const { sheets } = await openXlsx(bytes, { readStyles: true })
  expect(sheets.map(({ name }) => name)).toEqual([
    '填写说明',
    '规划事项',
    '要素',
    '工程项目',
    '指标',
    '词表',
    'yulan-base',
  ])
  expect(sheets.at(-1)?.veryHidden).toBe(true)
  const plans = sheets[1]
  expect(plans?.freezePane).toEqual({ rows: 1, columns: 2 })
  expect(plans?.protection?.sheet).toBe(true)
  const cell = (row: number, column: number) => plans?.cells?.get(`${row},${column}`)
  expect(cell(1, 0)?.style?.protection?.locked).not.toBe(false)
  expect(cell(1, 1)?.style).toMatchObject({ numFmt: '@', protection: { locked: false } })
  const heads = plans?.rows[0]?.length ?? 0
  for (let column = 0; column < heads; column += 1) expect(cell(0, column)?.comment?.text, String(column)).toBeTruthy()
  const lists = plans?.dataValidations ?? []
  expect(lists.map(({ range }) => range.slice(0, 1))).toEqual(['D', 'E', 'J', 'L'])
  for (const { type, formula1 } of lists) {
    expect(type).toBe('list')
    const [, sheet, column, last] = /^'(.+)'!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)$/.exec(formula1 ?? '') ?? []
    const words = sheets.find(({ name }) => name === sheet)
    const at = [...Array(20).keys()].find((index) => columnLetters(index) === column) ?? -1
    expect(words?.rows[Number(last) - 1]?.[at]).toBeTruthy()
    expect(words?.rows[Number(last)]?.[at] ?? null).toBeNull()
  }
  // New rows wait at the end, their ids open.
  const last = (plans?.rows.length ?? 0) - 1
  expect(plans?.rows[last]?.[0]).toBe('新增')
  expect(cell(last, 0)?.style?.protection?.locked).toBe(false)
})

test('wrong cells come back marked in the same workbook, all else as it was', async () => {
  const sheet = '规划事项'
  const marks = [
    { sheet, row: 3, column: 4, text: '“也许”不在列表里' },
    { sheet, row: 0, column: 1, text: '标题错了' },
    { sheet: '要素', row: 2, column: 30, text: '空格也能标' },
  ]
  const marked = await markedWorkbook(bytes, marks)
  const [before, after] = await Promise.all([bytes, marked].map((each) => openXlsx(each, { readStyles: true })))
  for (const { sheet: name, row, column, text } of marks) {
    const cell = after?.sheets.find((each) => each.name === name)?.cells?.get(`${row},${column}`)
    expect(cell?.comment?.text, text).toContain(text)
    expect(JSON.stringify(cell?.style?.fill)).toContain('FFC7BD')
  }
  const head = after?.sheets[1]?.cells?.get('0,1')?.comment?.text ?? ''
  expect(head).toContain(before?.sheets[1]?.cells?.get('0,1')?.comment?.text ?? '?')
  for (const [at, own] of (before?.sheets ?? []).entries()) {
    expect(after?.sheets[at]?.rows).toEqual(own.rows)
    expect(after?.sheets[at]?.dataValidations).toEqual(own.dataValidations)
    expect(after?.sheets[at]?.protection).toEqual(own.protection)
  }
  const opened = await readRecordWorkbook(marked)
  if (!opened) throw new Error('it is no longer known')
  expect(compareWorkbook(opened, someRecord())).toMatchObject({ differences: [], problems: [], missing: [] })
})
