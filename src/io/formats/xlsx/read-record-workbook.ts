/** Reads the workbook of the record back, and marks wrong cells in it. */
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx'
import { type OpenedWorkbook, openedWorkbook, type RawSheet } from '../../../model/workbook/opened'
import { isRecordWorkbook } from './is-record-workbook'

/** Returns a workbook of the record; undefined for what is none, or cannot be read. */
export async function readRecordWorkbook(bytes: Uint8Array): Promise<OpenedWorkbook | undefined> {
  if (!isRecordWorkbook(bytes)) return undefined
  try {
    const { sheets } = await readXlsx(bytes)
    return openedWorkbook(sheets.map(({ name, rows }): RawSheet => ({ name, rows })))
  } catch {
    return undefined
  }
}

/** A cell to be marked, row and column counted from 0, with what is to be said about it. */
export interface CellMark {
  sheet: string
  row: number
  column: number
  text: string
}

const author = '渝览'
const markFill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7BD' } } as const

/** Returns a workbook with marked cells: filled, and each with a comment. Rejects for bytes that are no workbook. */
export async function markedWorkbook(bytes: Uint8Array, marks: readonly CellMark[]): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true })
  for (const { sheet: name, row, column, text } of marks) {
    const sheet = workbook.sheets.find((each) => each.name === name)
    if (!sheet) continue
    sheet.cells ??= new Map()
    const key = `${row},${column}`
    const cell = sheet.cells.get(key) ?? { value: sheet.rows[row]?.[column] ?? null, type: 'empty' }
    const said = cell.comment?.text
    sheet.cells.set(key, {
      ...cell,
      style: { ...cell.style, fill: markFill },
      comment: { author, text: said ? `${said}\n${text}` : text },
    })
  }
  return saveXlsx(workbook)
}
