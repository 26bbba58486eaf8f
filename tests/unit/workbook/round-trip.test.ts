import { expect, test } from 'vitest'
import { isRecordWorkbook } from '../../../src/io/formats/xlsx/is-record-workbook'
import { readRecordWorkbook } from '../../../src/io/formats/xlsx/read-record-workbook'
import { recordWorkbook } from '../../../src/io/formats/xlsx/record-workbook'
import { workbookBytes } from '../../../src/io/formats/xlsx/workbook'
import { withCell } from '../../../src/model/workbook/cell-value'
import { changesOf } from '../../../src/model/workbook/changes'
import { columnsOf } from '../../../src/model/workbook/columns'
import { compareWorkbook } from '../../../src/model/workbook/compare'
import { namesOf } from '../../../src/model/workbook/names'
import { readCell } from '../../../src/model/workbook/read-cell'
import { recordSheets } from '../../../src/model/workbook/sheets'
import { isSame, type Row } from '../../../src/model/workbook/values'
import { writeCell } from '../../../src/model/workbook/write-cell'
import { wholeRecord } from '../../fixtures/record-workbook'

test.each(['zh-CN', 'en'] as const)(
  'every cell of the record is read as the value it was written from: %s',
  (language) => {
    const record = wholeRecord()
    const names = namesOf(record, language)
    expect(record.items.length).toBeGreaterThan(1500)
    for (const { kind, id, file, row } of record.items) {
      let made: Row = {}
      for (const column of columnsOf(kind, record.years)) {
        if (column.cell.type === 'id' || column.cell.type === 'file') continue
        const read = readCell(column, writeCell(column, row, names, { id, file }), names)
        if (!read.ok)
          throw new Error(`${id} ${column.title}: ${read.trouble.message} ${JSON.stringify(read.trouble.values)}`)
        made = withCell(
          column,
          made,
          column.cell.type === 'json' && read.value ? JSON.parse(String(read.value)) : read.value,
        )
      }
      // An empty list says no more than none.
      const fields = Object.fromEntries(
        Object.entries(row).filter(([field, value]) => field !== 'id' && field !== 'no' && !isSame(value, [])),
      )
      if (!isSame(made, fields)) expect(made, id).toEqual(fields)
    }
  },
)

test('a workbook that nobody has touched says nothing new, over the whole record', async () => {
  const record = wholeRecord()
  const bytes = await recordWorkbook(recordSheets(record, 'zh-CN'))
  expect(isRecordWorkbook(bytes)).toBe(true)
  const opened = await readRecordWorkbook(bytes)
  if (!opened) throw new Error('the workbook is not known')
  expect(opened.base).toEqual(record.items.map((item) => ({ ...item, line: 1 })))
  const found = compareWorkbook(opened, record)
  expect(found).toEqual({ release: record.release, differences: [], problems: [], missing: [] })
  expect(changesOf(found, record, () => true).changes).toEqual([])
}, 60_000)

test('the same rows give the same bytes', async () => {
  const record = { ...wholeRecord(), items: wholeRecord().items.slice(0, 20) }
  const [one, two] = await Promise.all([0, 1].map(() => recordWorkbook(recordSheets(record, 'zh-CN'))))
  expect(two).toEqual(one)
})

test('other workbooks and other bytes are not taken for ours', async () => {
  const table = { title: 't', columns: [{ title: 'a', kind: 'text' as const }], rows: [['1']] }
  const other = await workbookBytes([table], undefined, { title: 't', release: '2026-11-30' })
  expect(isRecordWorkbook(other)).toBe(false)
  expect(await readRecordWorkbook(other)).toBeUndefined()
  for (const bytes of [
    new Uint8Array(),
    new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]),
    new TextEncoder().encode('PK yulan-base'),
  ])
    expect(isRecordWorkbook(bytes)).toBe(false)
})
