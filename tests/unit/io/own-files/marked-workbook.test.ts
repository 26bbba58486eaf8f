import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { markedWorkbook } from '../../../../src/io/own-files/marked-workbook'
import { readOwnFile } from '../../../../src/io/own-files/read-file'
import { ownContext } from '../../../fixtures/own-context'

test('the same workbook comes back with unread cells marked and explained, all else as it was', async () => {
  const bold = { font: { bold: true } }
  const bytes = await writeXlsx({
    sheets: [
      { name: '说明', rows: [['填表说明']], hidden: true },
      {
        name: '地块',
        columns: [{ width: 30 }],
        rows: [
          ['名称', '经度', '纬度'],
          ['甲', 106.5, 29.5],
          ['乙', '约106.5', 29.5],
          ['丙', null, null],
          ['丁', 106.5, 95],
        ],
        cells: new Map([
          ['0,0', { value: '名称', style: bold }],
          ['4,2', { value: 95, comment: { author: '某人', text: '待核' } }],
        ]),
      },
    ],
  })
  const reading = await readOwnFile({ name: '地块.xlsx', bytes }, ownContext)
  if (!reading.ok) throw new Error(reading.reason)
  expect(reading.tables.map(({ sheet, problems }) => [sheet, problems.length])).toEqual([['地块', 3]])
  const { sheets } = await readXlsx(await markedWorkbook(bytes, reading.tables, 'zh-CN'), { readStyles: true })
  const before = await readXlsx(bytes, { readStyles: true })
  expect(sheets.map(({ name, rows, hidden }) => [name, rows, hidden])).toEqual(
    before.sheets.map(({ name, rows, hidden }) => [name, rows, hidden]),
  )
  const cells = sheets[1]?.cells
  expect(cells?.get('0,0')?.style?.font?.bold).toBe(true)
  expect(['2,1', '3,1', '4,2'].map((key) => cells?.get(key)?.comment?.text)).toEqual([
    '坐标无法识别',
    '没有坐标',
    '待核\n坐标超出经纬度范围',
  ])
  expect(['2,1', '3,1', '4,2', '1,1'].map((key) => cells?.get(key)?.style?.fill !== undefined)).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(sheets[1]?.columns?.[0]?.width).toBe(30)
})
