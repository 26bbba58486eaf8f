/**
 * Writes the workbook of the record: lists to choose from, notes on headings, locked ids, and a hidden sheet with the
 * rows as they are. The same record gives the same bytes.
 */
import { type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { baseSheetName } from '../../../model/workbook/base-sheet'
import { columnLetters } from '../../../model/workbook/cell-names'
import type { KindSheet, RecordSheets, SheetColumn } from '../../../model/workbook/sheets'
import { widthInCharacters } from '../columns'

const author = '渝览'
const text: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }
const open: CellStyle = { ...text, protection: { locked: false } }
const openNumber: CellStyle = { ...open, numFmt: 'General' }
const locked: CellStyle = {
  ...text,
  font: { color: { rgb: '6B6B6B' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1EFEA' } },
}
const head: CellStyle = {
  ...text,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EFE8DA' } },
  alignment: { vertical: 'center', wrapText: true },
}
const title: CellStyle = { ...text, font: { bold: true, size: 14 } }

/** Returns the bytes of the workbook. */
export async function recordWorkbook(sheets: RecordSheets): Promise<Uint8Array> {
  const { guide, kinds, words, base, release } = sheets
  const date = new Date(`${release}T00:00:00Z`)
  const lists = new Map(
    words.lists.map(({ id, words: own }, at) => {
      const column = columnLetters(at)
      return [id, `'${words.name}'!$${column}$2:$${column}$${Math.max(2, own.length + 1)}`]
    }),
  )
  const [heading = ''] = guide.lines
  return writeXlsx({
    sheets: [
      guideSheet(guide),
      ...kinds.map((kind) => kindSheet(kind, lists)),
      wordSheet(words),
      { name: baseSheetName, veryHidden: true, rows: base.map((row) => [...row]) },
    ],
    properties: { title: heading, creator: author, created: date, modified: date },
  })
}

/** Spreadsheets do not all fit rows to wrapped text by themselves: a height in points for as many lines as it takes. */
function heightOf(cells: readonly (string | number | undefined)[], widths: readonly number[]): number {
  const linesIn = (cell: string | number | undefined, width: number) =>
    String(cell ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthInCharacters(line) * 2) / (width - 1))), 0)
  const lines = Math.max(1, ...cells.map((cell, at) => linesIn(cell, widths[at] ?? 1)))
  return Math.min(linePoints * lines, mostPoints)
}

const [linePoints, mostPoints] = [16.5, 405]
const guideWidth = 100

const guideSheet = ({ name, lines }: RecordSheets['guide']): WriteSheet => ({
  name,
  columns: [{ width: guideWidth }],
  rows: lines.map((line) => [line]),
  rowDefs: new Map(lines.map((line, row) => [row, { height: 6 + heightOf([line], [guideWidth]) }])),
  cells: new Map(lines.map((value, row) => [`${row},0`, { value, style: row === 0 ? title : text }])),
  view: { showGridLines: false },
})

function wordSheet({ name, lists }: RecordSheets['words']): WriteSheet {
  const longest = Math.max(...lists.map(({ words }) => words.length))
  return {
    name,
    columns: lists.map(({ id }) => ({ width: id === 'source' ? 60 : 22, style: text })),
    rows: [
      lists.map((list) => list.title),
      ...Array.from({ length: longest }, (_, at) => lists.map(({ words }) => words[at] ?? null)),
    ],
    cells: new Map(lists.map((list, at) => [`0,${at}`, { value: list.title, style: head }])),
    freezePane: { rows: 1 },
    protection: { sheet: true, formatColumns: true, autoFilter: true },
  }
}

/** A new row has its id open: more of them than wait at the end are written below. */
function kindSheet({ name, columns, rows, blank }: KindSheet, lists: ReadonlyMap<string, string>): WriteSheet {
  const known = rows.length - blank
  const styleOf = ({ locked: isLocked, numeric }: SheetColumn, row: number) =>
    isLocked && row < known ? locked : numeric ? openNumber : open
  const cells: NonNullable<WriteSheet['cells']> = new Map(
    columns.map(({ title: value, note }, at) => [`0,${at}`, { value, style: head, comment: { author, text: note } }]),
  )
  for (const [row, written] of rows.entries())
    for (const [at, column] of columns.entries())
      cells.set(`${row + 1},${at}`, { value: written[at] ?? null, style: styleOf(column, row) })
  const widths = columns.map(({ width }) => width)
  const heads = columns.map((column) => column.title)
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map([heads, ...rows].map((row, at) => [at, { height: heightOf(row, widths) }])),
    rows: [heads, ...rows.map((row) => row.map((cell) => cell ?? null))],
    cells,
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${rows.length + 1}` },
    dataValidations: columns.flatMap((column, at) => validation(column, at, rows.length, lists) ?? []),
    protection: {
      sheet: true,
      ...{ formatCells: true, formatColumns: true, formatRows: true, insertRows: true, sort: true, autoFilter: true },
    },
  }
}

const moreRows = 500

function validation(
  { list, note }: SheetColumn,
  at: number,
  rows: number,
  lists: ReadonlyMap<string, string>,
): DataValidation | undefined {
  const range = list === undefined ? undefined : lists.get(list)
  if (range === undefined) return undefined
  const column = columnLetters(at)
  return {
    type: 'list',
    formula1: range,
    range: `${column}2:${column}${rows + moreRows}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorMessage: note,
  }
}
