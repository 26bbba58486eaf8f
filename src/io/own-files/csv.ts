/** Reads tables from delimited text. Pure. */
import type { OwnProblem } from '../../model/own-data/own-table'
import { columnLetters } from '../../model/workbook/cell-names'
import { decodeText } from './decode-text'
import { type CellLine, parseDelimited } from './delimited'
import { findHeader, type Header } from './header'
import { assertRows, RefusedFile } from './limits'
import { type RawRow, type RawTable, shownValue } from './raw-table'

/** Returns the table of a CSV, TSV or other delimited file, and whether it likely writes decimals with a comma. */
export function readDelimited(name: string, bytes: Uint8Array): { table: RawTable; commas: boolean } {
  const { text } = decodeText(bytes)
  if (isBinary(text)) throw new RefusedFile('unknown-format')
  const { delimiter, lines, openQuotes } = parseDelimited(text)
  assertRows(lines.length)
  if (lines.length === 0) throw new RefusedFile('empty')
  const header = findHeader(lines, columnLetters)
  const { first } = header
  const names = header.names.slice(0, widthOf(lines, header))
  const open = new Map(openQuotes.map((row) => [row, true]))
  const problems: OwnProblem[] = []
  const rows: RawRow[] = []
  for (const { row, cells } of lines.slice(first)) {
    const reason = open.has(row) ? 'open-quote' : extraCells(cells, names.length) ? 'too-many-cells' : undefined
    if (reason) problems.push({ row, value: shownValue(cells.join(delimiter)), reason })
    else rows.push({ row, cells: names.map((_, at) => cells[at] ?? '') })
  }
  const table: RawTable = { name, format: 'csv', columns: names, rows, problems }
  return { table, commas: delimiter === ';' }
}

/** Cells beyond the names of the columns are a row's mistake, unless at least half the rows have them. */
function widthOf(lines: readonly CellLine[], { names, first }: Header): number {
  const named = (lines[first - 1]?.cells.findLastIndex((cell) => cell.trim()) ?? names.length - 1) + 1
  const data = lines.slice(first)
  return data.filter(({ cells }) => extraCells(cells, named)).length * 2 < data.length ? named : names.length
}

const extraCells = (cells: readonly string[], width: number) => cells.slice(width).some((cell) => cell.trim())

/** Control signs that no text file has. */
function isBinary(text: string): boolean {
  const probe = text.slice(0, 20_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a text file from another.
  const controls = probe.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0
  return controls > 0 && controls * 200 >= probe.length
}
