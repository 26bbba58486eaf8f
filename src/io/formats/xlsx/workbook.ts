/**
 * Writes tables as an Excel workbook: a sheet a table, typed cells, frozen heads and filters. Texts are cells of the
 * format text, so that `2020-05` and `891e3` stay what they are, also when somebody edits them. The same tables give the
 * same bytes.
 */
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { HandoutCell, HandoutTable } from '../../../model/handout/handout'
import { columnLetters } from '../../../model/workbook/cell-names'
import { widthInCharacters } from '../columns'

/** A sheet of text before the tables: release, sources, and what else a reader must know. */
export interface NoteSheet {
  name: string
  lines: readonly string[]
}

const [narrowest, widest] = [6, 60]
const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EFE8DA' } },
  alignment: { vertical: 'center', wrapText: true },
  numFmt: '@',
}
const textStyle: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }
const numberStyle: CellStyle = { numFmt: 'General', alignment: { vertical: 'top' } }
/** Excel refuses these in the name of a sheet, and more than 31 characters. */
const sheetName = (title: string) => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

/** Returns the bytes of an `.xlsx`; `release`, `YYYY-MM-DD`, is its date. */
export async function workbookBytes(
  tables: readonly HandoutTable[],
  notes: NoteSheet | undefined,
  { title, release }: { title: string; release: string },
): Promise<Uint8Array> {
  const date = new Date(`${release}T00:00:00Z`)
  const sheets = [...tables.map(tableSheet), ...(notes ? [noteSheet(notes)] : [])]
  const properties = { title, creator: '渝览', created: date, modified: date }
  return writeXlsx({ sheets: uniquelyNamed(sheets), properties })
}

/** Returns the bytes of a workbook of bare rows, such as stands behind a chart. */
export const bareWorkbook = (rows: readonly (readonly HandoutCell[])[], release: string): Promise<Uint8Array> => {
  const date = new Date(`${release}T00:00:00Z`)
  const sheet = { name: 'Sheet1', rows: rows.map((row) => row.map((cell): CellValue => cell ?? null)) }
  return writeXlsx({ sheets: [sheet], properties: { created: date, modified: date } })
}

function tableSheet({ title, columns, rows }: HandoutTable): WriteSheet {
  const heads = columns.map((column) => (column.unit ? `${column.title}（${column.unit}）` : column.title))
  return {
    name: sheetName(title),
    columns: columns.map(({ kind }, at) => ({
      width: widthOf([heads[at] ?? '', ...rows.map((row) => String(row[at] ?? ''))]),
      style: kind === 'number' ? numberStyle : textStyle,
    })),
    rows: [heads, ...rows.map((row) => columns.map((column, at) => typed(row[at], column.kind)))],
    cells: new Map(heads.map((value, at) => [`0,${at}`, { value, style: headStyle }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${rows.length + 1}` },
  }
}

/** A number that came as text, as in a column of both, stays text. */
function typed(cell: HandoutCell, kind: HandoutTable['columns'][number]['kind']): CellValue {
  if (cell === undefined) return null
  return kind === 'number' && typeof cell === 'number' ? cell : String(cell)
}

const noteSheet = ({ name, lines }: NoteSheet): WriteSheet => ({
  name: sheetName(name),
  columns: [{ width: widest, style: textStyle }],
  rows: lines.map((line) => [line]),
})

const widthOf = (texts: readonly string[]) =>
  Math.min(
    widest,
    texts.reduce((most, text) => Math.max(most, Math.ceil(widthInCharacters(text) * 2) + 2), narrowest),
  )

function uniquelyNamed(sheets: readonly WriteSheet[]): WriteSheet[] {
  const names = new Map<string, number>()
  return sheets.map((sheet) => {
    const count = (names.get(sheet.name) ?? 0) + 1
    names.set(sheet.name, count)
    return count === 1 ? sheet : { ...sheet, name: `${sheet.name.slice(0, 28)} ${count}` }
  })
}
