/** What a workbook of the record says that came back. */
import type { Column, WorkbookKind } from './columns'
import type { Trouble } from './read-cell'
import type { Value } from './values'
import type { CellContent } from './write-cell'

/** A cell that is wrong. Row and column count from 0, the head is row 0. */
export interface CellProblem {
  kind: WorkbookKind
  sheet: string
  row: number
  column: number
  /** The id of the row, as it is written. */
  id: string
  trouble: Trouble
}

/** A field that was changed in the workbook. */
export interface FieldDifference {
  column: Column
  /** As cells say it: when the workbook was made, in it now, and in the record now. */
  before: CellContent
  after: CellContent
  now: CellContent
  /** The record has been changed here too, otherwise. */
  conflict: boolean
  value: Value
}

/** A row that was changed in the workbook, or is new in it. */
export interface RowDifference {
  kind: WorkbookKind
  /** For a new row what stands for its id. */
  id: string
  file: string
  isNew: boolean
  /** Counts from 0, the head is 0. */
  row: number
  /** What the row is about, in its own words. */
  title: string
  /** The features to be shown on the map. */
  features: readonly string[]
  fields: readonly FieldDifference[]
}

/** What a workbook says. */
export interface Comparison {
  /** The release it was made under. */
  release: string
  /** Of rows without a wrong cell. */
  differences: readonly RowDifference[]
  problems: readonly CellProblem[]
  /** Rows that were in the workbook when it was made. Nothing is done about them. */
  missing: readonly { kind: WorkbookKind; id: string }[]
}
