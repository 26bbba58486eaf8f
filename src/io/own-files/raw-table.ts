/** A table as a format's reader hands it on: cells as they stand, before columns have types and rows places. */
import type { Geometry } from 'geojson'
import type { OwnFormat, OwnProblem } from '../../model/own-data/own-table'
import { ownLimits } from './limits'

/** A cell; a formula that gave an error holds its code, such as `#REF!`. */
export type RawCell = string | number | boolean | null | { readonly error: string }

/** A row of cells; `geometry` only in formats that have shapes. */
export interface RawRow {
  /** As `OwnRow.row`. */
  row: number
  cells: readonly RawCell[]
  geometry?: Geometry | null
}

/** A table before its columns have types. */
export interface RawTable {
  name: string
  /** As `OwnTable.sheet`. */
  sheet?: string
  format: OwnFormat
  columns: readonly string[]
  rows: readonly RawRow[]
  problems: readonly OwnProblem[]
  declaredCrs?: string
}

/** Returns a cell as text; empty for nothing. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.error : String(cell)
}

/** Returns a cell for a value of any kind: lists and objects as their JSON, cut to what is kept of one value. */
export function cellOf(value: unknown): RawCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return dateText(value)
  const text = typeof value === 'string' ? value : (JSON.stringify(value, writable) ?? '')
  return text.slice(0, ownLimits.valueCharacters)
}

const writable = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

/** Returns `YYYY-MM-DD` of a date in UTC, with the time if there is one; nothing for no date. */
export function dateText(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}

const shownCharacters = 80

/** Returns a value as a problem shows it. */
export const shownValue = (text: string): string =>
  text.length > shownCharacters ? `${text.slice(0, shownCharacters - 1)}…` : text
