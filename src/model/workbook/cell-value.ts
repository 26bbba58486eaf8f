/** The part of a row that a cell shows. Pure. */
import type { Column } from './columns'
import { type Row, type Value, valueAt, withValue } from './values'

/** Returns the value that a cell of a column shows: of a target only its number, where the column is that. */
export function cellValue({ cell, path }: Column, row: Row): Value {
  const value = valueAt(row, path)
  if (cell.type !== 'bound' || value === undefined) return value
  const { value: number, op } = value as { value?: number; op?: string }
  if (number === undefined && op === undefined) return undefined
  return { ...(number === undefined ? {} : { value: number }), ...(op === undefined ? {} : { op }) }
}

/** Returns a row with what a cell of a column says. */
export function withCell({ cell, path }: Column, row: Row, value: Value): Row {
  if (cell.type !== 'bound') return withValue(row, path, value)
  const { value: number, op } = (value ?? {}) as { value?: number; op?: string }
  return withValue(withValue(row, [...path, 'value'], number), [...path, 'op'], op)
}
