/** Compares one row of a workbook with the record. Pure. */
import type { AuthoredItem } from '../../../data/schema'
import { provisionalPattern } from '../../../data/schema-ids'
import { workbookMessage } from '../messages/workbook'
import { cellValue, withCell } from './cell-value'
import { checkRow } from './check-row'
import type { Column, WorkbookKind } from './columns'
import type { FieldDifference, RowDifference } from './comparison'
import { filesOf, type WorkbookRecord } from './names'
import { cellText, type RawCell, readCell, type Trouble } from './read-cell'
import { isSame, type Row, valueAt } from './values'
import { isNewWord, problemAt, type SheetWork } from './work'
import { type CellContent, writeCell } from './write-cell'

/** Returns what was changed in a row; undefined where nothing was, or where something is wrong, which is noted. */
export function compareRow(cells: readonly RawCell[], row: number, work: SheetWork): RowDifference | undefined {
  const { kind, opened, provisional, seen } = work
  const idAt = work.columns.find(([, { cell }]) => cell.type === 'id')?.[0] ?? 0
  const written = cellText(cells[idAt])
  const saysMore = cells.some((cell, at) => at !== idAt && cellText(cell) !== '')
  if (!saysMore && (written === '' || isNewWord(written))) return undefined
  const added = provisional.get(`${kind} ${row}`)
  if (added !== undefined) return newRow(cells, row, added, work)
  const wrongId = (message: Trouble['message'], values: Trouble['values'] = {}) => {
    const word = workbookMessage(opened.language, 'new')
    problemAt(work, row, idAt, written, { message, values: { value: written, new: word, ...values } })
    return undefined
  }
  if (written === '') return wrongId('problem.missingId')
  const key = `${kind} ${written}`
  const base = work.base.get(key)
  if (!base) return wrongId('problem.unknownId')
  const earlier = seen.get(key)
  if (earlier !== undefined) return wrongId('problem.doubledId', { row: earlier + 1 })
  seen.set(key, row)
  const now = work.now.get(key)
  const changed = changedCells(cells, row, base, work)
  if (changed.length === 0) return undefined
  if (!now) return wrongId('problem.gone')
  return difference(changed, row, now, work)
}

interface ChangedCell {
  at: number
  column: Column
  before: CellContent
  raw: RawCell
}

/** A cell that says what it said when the workbook was made was not changed, whatever it says. */
function changedCells(cells: readonly RawCell[], row: number, base: AuthoredItem, work: SheetWork): ChangedCell[] {
  return work.columns.flatMap(([at, column]) => {
    const raw = cells[at]
    const before = writeCell(column, base.row, work.written, base)
    if (cellText(raw) === cellText(before) || column.cell.type === 'id') return []
    if (!column.locked && column.cell.type !== 'file') return [{ at, column, before, raw }]
    problemAt(work, row, at, base.id, { message: 'problem.locked', values: { value: cellText(before) } })
    return []
  })
}

function difference(changed: readonly ChangedCell[], row: number, now: AuthoredItem, work: SheetWork) {
  const base = work.base.get(`${work.kind} ${now.id}`) ?? now
  let merged: Row = now.row
  const fields = changed.flatMap(({ at, column, before, raw }): FieldDifference[] => {
    const read = readCell(column, raw, work.names)
    if (!read.ok) {
      problemAt(work, row, at, now.id, read.trouble)
      return []
    }
    const [old, today] = [cellValue(column, base.row), cellValue(column, now.row)]
    if (isSame(read.value, old) || isSame(read.value, today)) return []
    merged = withCell(column, merged, read.value)
    return [
      {
        column,
        before,
        after: writeCell(column, withCell(column, {}, read.value), work.names, now),
        now: writeCell(column, now.row, work.names, now),
        conflict: !isSame(old, today),
        value: read.value,
      },
    ]
  })
  if (!isSound(now.id, merged, row, fields.length > 0, work) || fields.length === 0) return undefined
  return {
    ...subjectOf(work.kind, now.id, merged),
    kind: work.kind,
    id: now.id,
    file: now.file,
    isNew: false,
    row,
    fields,
  }
}

/**
 * What is wrong with a row as a whole is told of its cells, unless a cell says already what is wrong with it. Returns
 * whether nothing is.
 */
function isSound(id: string, row: Row, at: number, isChanged: boolean, work: SheetWork): boolean {
  const told = new Set(work.problems.flatMap((one) => (one.kind === work.kind && one.row === at ? [one.column] : [])))
  if (!isChanged && told.size === 0) return true
  const troubles = checkRow(work.kind, id, row, {
    columns: work.columns.map(([, column]) => column),
    record: work.record,
    boards: work.boards,
    ownersOf: (name) => work.owners.get(name) ?? new Set(),
  })
  for (const { title, year, trouble } of troubles) {
    const found = work.columns.find(
      ([, column]) => column.title === title && (year === undefined || column.year === year),
    )
    const column = found?.[0] ?? 0
    if (!told.has(column)) problemAt(work, at, column, id, trouble)
    told.add(column)
  }
  return told.size === 0
}

function newRow(cells: readonly RawCell[], row: number, id: string, work: SheetWork): RowDifference | undefined {
  const { kind, names, record } = work
  let made: Row = {}
  let file = ''
  const fields: FieldDifference[] = []
  for (const [at, column] of work.columns) {
    const raw = cells[at]
    if (column.cell.type === 'id' || cellText(raw) === '') continue
    if (column.cell.type === 'file') {
      file = cellText(raw)
      if (!filesOf(record, kind).includes(file)) problemAt(work, row, at, id, { message: 'problem.file', values: {} })
      continue
    }
    if (column.locked) {
      problemAt(work, row, at, id, { message: 'problem.locked', values: { value: '' } })
      continue
    }
    const read = readCell(column, raw, names)
    if (!read.ok) {
      problemAt(work, row, at, id, read.trouble)
      continue
    }
    made = withCell(column, made, read.value)
    const after = writeCell(column, made, names, { id, file })
    fields.push({ column, before: undefined, after, now: undefined, conflict: false, value: read.value })
  }
  const home = file || usualFile(kind, made, record)
  const fileAt = work.columns.find(([, { cell }]) => cell.type === 'file')?.[0] ?? 0
  if (home === '') problemAt(work, row, fileAt, id, { message: 'problem.file', values: {} })
  if (!isSound(id, made, row, true, work)) return undefined
  return {
    ...subjectOf(kind, id, made),
    kind,
    id,
    file: home,
    isNew: true,
    row,
    fields,
  }
}

/** A new row goes where the last row of the same document stands. */
function usualFile(kind: WorkbookKind, row: Row, record: WorkbookRecord): string {
  const source = valueAt(row, ['sources', 0, 'id'])
  const items = record.items.filter((item) => item.kind === kind)
  const same = items.filter((item) => valueAt(item.row, ['sources', 0, 'id']) === source)
  return (same.at(-1) ?? items.at(-1))?.file ?? ''
}

function subjectOf(kind: WorkbookKind, id: string, row: Row): { title: string; features: string[] } {
  const title = String(row[kind === 'plans' ? 'text' : 'name'] ?? id)
  if (kind === 'features') return { title, features: provisionalPattern.test(id) ? [] : [id] }
  const features = Array.isArray(row.features) ? row.features.map(String) : []
  return { title, features: features.filter((feature) => !provisionalPattern.test(feature)) }
}
