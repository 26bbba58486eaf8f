/** The classes of a column by which a layer of own data is coloured: the commonest values, or ranges of numbers. Pure. */
import { valueText } from './filter'
import type { OwnTable } from './own-table'

/** As many colours as can be told apart on the map. */
export const mostClasses = 7
/** Ranges of numbers: more would not be told apart as steps of one colour. */
const rangeCount = 5
/** The class of rows without a value. */
export const classOfNothing = 255
/** The class of the values that have no colour of their own. */
export const classOfOthers = 254

/** A class with the number of its rows: a value, or a range of numbers with both ends. */
export type OwnClass = { count: number } & ({ value: string } | { from: number; to: number })

/** A column in classes. */
export interface OwnClasses {
  kind: 'values' | 'ranges'
  classes: readonly OwnClass[]
  /** How many rows have another value, and none. */
  others: number
  nothing: number
  /** One a row: the index of its class, `classOfOthers` or `classOfNothing`. */
  ofRow: Uint8Array
}

const worked = new WeakMap<OwnTable, Map<number, OwnClasses>>()

/** Returns the classes of a column, by its number from 0: ranges for numbers, else the commonest values. Worked out once. */
export function columnClasses(table: OwnTable, column: number): OwnClasses {
  const known = worked.get(table) ?? new Map<number, OwnClasses>()
  worked.set(table, known)
  const found = known.get(column) ?? classesOf(table, column)
  known.set(column, found)
  return found
}

function classesOf(table: OwnTable, column: number): OwnClasses {
  const isNumber = table.columns[column]?.type === 'number'
  const different = new Set(isNumber ? table.rows.map(({ values }) => values[column]) : [])
  return isNumber && different.size > mostClasses ? rangesOf(table, column) : valuesOf(table, column)
}

function valuesOf({ rows }: OwnTable, column: number): OwnClasses {
  const counts = new Map<string, number>()
  for (const { values } of rows) {
    const text = valueText(values[column])
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const nothing = counts.get('') ?? 0
  counts.delete('')
  const common = [...counts].sort(([, one], [, other]) => other - one).slice(0, mostClasses)
  const classes = common.map(([value, count]) => ({ value, count }))
  const place = new Map(common.map(([value], index) => [value, index]))
  const ofRow = Uint8Array.from(rows, ({ values }) => {
    const text = valueText(values[column])
    return text === '' ? classOfNothing : (place.get(text) ?? classOfOthers)
  })
  const named = classes.reduce((sum, { count }) => sum + count, 0)
  return { kind: 'values', classes, others: rows.length - nothing - named, nothing, ofRow }
}

/** Ranges that hold about as many rows each. */
function rangesOf({ rows }: OwnTable, column: number): OwnClasses {
  const numberOf = (index: number) => {
    const value = rows[index]?.values[column]
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  }
  const sorted = Float64Array.from([...rows.keys()].flatMap((index) => numberOf(index) ?? [])).sort()
  const starts = new Set<number>()
  for (let step = 0; step < rangeCount; step++) starts.add(sorted[Math.floor((step * sorted.length) / rangeCount)] ?? 0)
  const bounds = [...starts]
  const ofRow = new Uint8Array(rows.length).fill(classOfNothing)
  const made = bounds.map((from) => ({ from, to: from, count: 0 }))
  for (const index of rows.keys()) {
    const value = numberOf(index)
    if (value === undefined) continue
    const at = bounds.findLastIndex((from) => value >= from)
    const range = made[at]
    if (!range) continue
    ofRow[index] = at
    range.count += 1
    range.to = Math.max(range.to, value)
  }
  return { kind: 'ranges', classes: made, others: 0, nothing: rows.length - sorted.length, ofRow }
}
