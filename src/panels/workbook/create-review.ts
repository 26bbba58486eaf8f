import { createSignal } from 'solid-js'
import type { ChangeFile } from '../../../data/workbook/changes'
import { changesOf } from '../../model/workbook/changes'
import type { FieldDifference, RowDifference } from '../../model/workbook/comparison'
import type { WorkbookOpening } from '../../model/workbook/record-workbooks'

/** A workbook that could be read, with what it says otherwise than the record. */
export type Compared = Extract<WorkbookOpening, { status: 'compared' }>

/** What of a workbook is taken. Rows are until they are not; where both sides changed a cell, today's value stays. */
export function createReview({ comparison, record }: Compared) {
  const [refused, setRefused] = createSignal<ReadonlySet<RowDifference>>(new Set())
  const [chosen, setChosen] = createSignal<ReadonlySet<FieldDifference>>(new Set())
  const accepts = (row: RowDifference, field: FieldDifference) =>
    !refused().has(row) && (!field.conflict || chosen().has(field))
  return {
    rows: comparison.differences,
    conflicts: comparison.differences.flatMap(({ fields }) => fields.filter(({ conflict }) => conflict)).length,
    isTaken: (row: RowDifference) => !refused().has(row),
    take: (row: RowDifference, taken: boolean) => setRefused((before) => toggled(before, row, !taken)),
    isChosen: (field: FieldDifference) => chosen().has(field),
    choose: (field: FieldDifference, mine: boolean) => setChosen((before) => toggled(before, field, mine)),
    changes: (): ChangeFile => changesOf(comparison, record, accepts),
  }
}

/** What of a workbook is taken. */
export type Review = ReturnType<typeof createReview>

function toggled<T>(set: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set)
  if (isIn) next.add(member)
  else next.delete(member)
  return next
}
