/** Reads the sheets of Excel workbooks. Pure. */
import type { CellValue } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { columnLetters } from '../../model/workbook/cell-names'
import { findHeader, type SheetLine, titleLines } from './header'
import { assertColumns, assertRows, ownLimits, RefusedFile } from './limits'
import { cellOf, cellText, type RawCell, type RawTable } from './raw-table'
import { zipEntries } from './zip'

/** Returns a table for each visible sheet that has rows. */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<RawTable[]> {
  const { sheets } = await opened(bytes)
  const filled = sheets.flatMap((sheet) => {
    if (sheet.hidden || sheet.veryHidden) return []
    const lines = linesOf(sheet.rows)
    return lines.length > 0 ? [{ title: sheet.name, lines }] : []
  })
  if (filled.length === 0) throw new RefusedFile('empty')
  return filled.map(({ title, lines }) => tableOf(filled.length > 1 ? `${name} · ${title}` : name, title, lines))
}

/** The library bounds single files in the archive at 2 GB: they are measured before. */
async function opened(bytes: Uint8Array) {
  for (const entry of zipEntries(bytes)) entry.measure()
  try {
    return await readXlsx(bytes, { maxRows: ownLimits.rows + titleLines })
  } catch {
    throw new RefusedFile('damaged')
  }
}

function linesOf(rows: readonly (readonly CellValue[])[]): SheetLine[] {
  const lines: SheetLine[] = []
  for (const [at, cells] of rows.entries()) {
    const width = cells.findLastIndex((cell) => cell !== null && cell !== '') + 1
    assertColumns(width)
    const read = cells.slice(0, width).map(sheetCell)
    if (read.some((cell) => cellText(cell).trim())) lines.push({ row: at + 1, cells: read })
  }
  assertRows(lines.length)
  return lines
}

function sheetCell(value: CellValue): RawCell {
  const cell = cellOf(value)
  return typeof cell === 'string' && /^#(?:REF!|DIV\/0!|VALUE!|N\/A|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(cell)
    ? { error: cell }
    : cell
}

function tableOf(name: string, sheet: string, lines: readonly SheetLine[]): RawTable {
  const { names, first } = findHeader(lines, columnLetters)
  const rows = lines.slice(first).map(({ row, cells }) => ({ row, cells: names.map((_, at) => cells[at] ?? null) }))
  return { name, sheet, format: 'xlsx', columns: names, rows, problems: [] }
}
