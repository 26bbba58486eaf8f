/** Which rows of a reader's own layer are shown. Pure. */
import type { OwnColumnFilter, OwnFilter, OwnLayer } from './own-layer'
import type { OwnRow, OwnTable, OwnValue } from './own-table'

/** A filter that lets every row pass. */
export const noOwnFilter: OwnFilter = { text: '', columns: [] }

/** Returns a value as the text that lists and filters show; empty for nothing. */
export const valueText = (value: OwnValue | undefined): string =>
  value === null || value === undefined ? '' : String(value)

/** Returns whether a filter lets every row pass. */
export const passesAll = ({ text, columns, found }: OwnFilter = noOwnFilter): boolean =>
  text.trim() === '' && columns.length === 0 && found === undefined

const worked = new WeakMap<OwnTable, { filter: OwnFilter | undefined; rows: Uint32Array }>()

/** Returns the indices of the rows a layer shows, in the order of the file. The last answer of a table is kept. */
export function shownRows({ table, filter }: Pick<OwnLayer, 'table' | 'filter'>): Uint32Array {
  const known = worked.get(table)
  if (known && known.filter === filter) return known.rows
  const rows = filteredRows(table, filter)
  worked.set(table, { filter, rows })
  return rows
}

function filteredRows(table: OwnTable, filter: OwnFilter | undefined): Uint32Array {
  const rows = new Uint32Array(table.rows.length)
  const passes = passer(filter ?? noOwnFilter, table)
  let count = 0
  for (const [index, row] of table.rows.entries()) if (passes(row, index)) rows[count++] = index
  return rows.slice(0, count)
}

type Passes = (row: OwnRow, index: number) => boolean

const textsOfRows = new WeakMap<OwnTable, string[]>()

/**
 * Returns what tells all values of a row as one text in small letters, in which no text reaches from one to the next.
 * A row's is made once: those who have time before it is asked for make it then.
 */
export function textOfRow(table: OwnTable): (index: number) => string {
  const texts = textsOfRows.get(table) ?? new Array<string>(table.rows.length)
  textsOfRows.set(table, texts)
  return (index) => {
    texts[index] ??= (table.rows[index]?.values ?? []).map(valueText).join('\u0000').toLowerCase()
    return texts[index] ?? ''
  }
}

function passer({ text: wanted, columns, found }: OwnFilter, table: OwnTable): Passes {
  const text = wanted.trim().toLowerCase()
  const tests: Passes[] = columns.map(columnPasser)
  if (found) tests.unshift((_, index) => found.rows.has(index))
  const textOf = textOfRow(table)
  if (text) tests.push((_, index) => textOf(index).includes(text))
  return (row, index) => tests.every((test) => test(row, index))
}

function columnPasser(filter: OwnColumnFilter): Passes {
  const { column } = filter
  switch (filter.kind) {
    case 'holds': {
      const text = filter.text.trim().toLowerCase()
      return ({ values }) => holds(values[column], text)
    }
    case 'values': {
      const wanted = new Set(filter.values)
      return ({ values }) => wanted.has(valueText(values[column]))
    }
    case 'range': {
      const { from, to } = filter
      return ({ values }) => inRange(values[column], from, to)
    }
  }
}

const holds = (value: OwnValue | undefined, text: string) =>
  value !== null && value !== undefined && String(value).toLowerCase().includes(text)

function inRange(value: OwnValue | undefined, from?: number | string, to?: number | string): boolean {
  if (value === null || value === undefined || typeof value === 'boolean') return false
  return (from === undefined || value >= from) && (to === undefined || value <= to)
}
