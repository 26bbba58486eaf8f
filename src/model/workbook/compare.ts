/**
 * Compares a workbook that comes back with the record: what was changed in it since it was made, what has been changed in
 * the record meanwhile, and which cells are wrong. Pure.
 */
import { workbookMessage } from '../messages/workbook'
import { type Column, columnsOf, type WorkbookKind } from './columns'
import { compareRow } from './compare-row'
import type { Comparison, RowDifference } from './comparison'
import type { WorkbookRecord } from './names'
import type { OpenedWorkbook } from './opened'
import { cellText, type RawCell } from './read-cell'
import { columnTitle } from './sheets'
import { problemAt, type SheetWork, sheetOrder, startedWork, type Work } from './work'

/** Returns what a workbook says against the record of today. */
export function compareWorkbook(opened: OpenedWorkbook, record: WorkbookRecord): Comparison {
  const work = startedWork(opened, record)
  const differences: RowDifference[] = []
  for (const kind of sheetOrder) differences.push(...compareSheet(kind, work))
  const read = (kind: WorkbookKind, id: string) => work.seen.has(`${kind} ${id}`)
  const missing = opened.base.filter(({ kind, id }) => opened.sheets.has(kind) && !read(kind, id))
  return {
    release: opened.release,
    differences,
    problems: work.problems.sort((a, b) => a.row - b.row || a.column - b.column),
    missing: missing.map(({ kind, id }) => ({ kind, id })),
  }
}

function compareSheet(kind: WorkbookKind, work: Work): RowDifference[] {
  const sheet = work.opened.sheets.get(kind)
  const { language } = work.opened
  if (!sheet) {
    const value = workbookMessage(language, `sheet.${kind}`)
    work.problems.push({
      kind,
      sheet: value,
      row: 0,
      column: 0,
      id: '',
      trouble: { message: 'problem.noSheet', values: { value } },
    })
    return []
  }
  const known = columnsOf(kind, work.record.years)
  const [head = [], ...rows] = sheet.rows
  const own: SheetWork = { ...work, kind, sheet: sheet.name, columns: placedColumns(known, head, language) }
  checkHead(known, head, own)
  return rows.flatMap((cells, index) => compareRow(cells, index + 1, own) ?? [])
}

const placedColumns = (known: readonly Column[], head: readonly RawCell[], language: OpenedWorkbook['language']) =>
  head.flatMap((cell, at): [number, Column][] => {
    const column = known.find((each) => columnTitle(language, each) === cellText(cell))
    return column ? [[at, column]] : []
  })

function checkHead(known: readonly Column[], head: readonly RawCell[], work: SheetWork) {
  const { language } = work.opened
  const placed = new Map(work.columns)
  for (const [at, cell] of head.entries()) {
    const value = cellText(cell)
    if (value && !placed.has(at)) problemAt(work, 0, at, '', { message: 'problem.column', values: { value } })
  }
  for (const column of known)
    if (!work.columns.some(([, own]) => own === column))
      problemAt(work, 0, 0, '', { message: 'problem.noColumn', values: { value: columnTitle(language, column) } })
}
