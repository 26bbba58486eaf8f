/** The change file of what was accepted of a workbook. Pure. */
import type { AuthoredItem } from '../../../data/schema'
import type { AddedRow, ChangedField, ChangeFile } from '../../../data/workbook/changes'
import { withCell } from './cell-value'
import type { Comparison, FieldDifference, RowDifference } from './comparison'
import type { WorkbookRecord } from './names'
import { isSame, type Row } from './values'

/** Returns the changes of those fields that are accepted; of a new row all are, or none. */
export function changesOf(
  { differences }: Pick<Comparison, 'differences'>,
  { items, release }: Pick<WorkbookRecord, 'items' | 'release'>,
  accepted: (row: RowDifference, field: FieldDifference) => boolean,
): ChangeFile {
  const byId = new Map(items.map((item) => [`${item.kind} ${item.id}`, item]))
  const changes = differences.flatMap((row): (ChangedField | AddedRow)[] => {
    const fields = row.fields.filter((field) => accepted(row, field))
    if (row.isNew) return fields.length === row.fields.length ? [addedRow(row)] : []
    const item = byId.get(`${row.kind} ${row.id}`)
    return item ? changedFields(item, fields) : []
  })
  return { format: 'yulan-changes', schema: 1, release, changes }
}

const rowWith = (row: Row, fields: readonly FieldDifference[]) =>
  fields.reduce((made, { column, value }) => withCell(column, made, value), row)

type Json = ChangedField['old']

function addedRow({ kind, file, id, fields }: RowDifference): AddedRow {
  return { kind, file, id, old: null, new: rowWith({}, fields) as { [field: string]: Json } }
}

function changedFields({ kind, file, id, row }: AuthoredItem, fields: readonly FieldDifference[]): ChangedField[] {
  const made = rowWith(row, fields)
  const names = [...new Set([...Object.keys(row), ...Object.keys(made)])]
  return names
    .filter((name) => !isSame(row[name], made[name]))
    .map((field) => ({ kind, file, id, field, old: (row[field] ?? null) as Json, new: (made[field] ?? null) as Json }))
}
