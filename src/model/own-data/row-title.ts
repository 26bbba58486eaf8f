/** What a row of own data is called. Pure. */
import type { Language } from '../messages'
import { ownDataMessage } from '../messages/own-data'
import { valueText } from './filter'
import type { OwnTable } from './own-table'

const nameLike = /名|^name|title|地址|address/i
const longest = 60

/** Returns the number of the column that says best what a row is, from 0; -1 for a table without columns. */
export function titleColumn({ columns }: OwnTable): number {
  const named = columns.findIndex(({ name, type }) => type === 'text' && nameLike.test(name))
  if (named >= 0) return named
  const text = columns.findIndex(({ type }) => type === 'text')
  return text >= 0 ? text : columns.length > 0 ? 0 : -1
}

/** Returns the title of a row, by its index in the table; a row without one is called by its number in the file. */
export function rowTitle(table: OwnTable, index: number, language: Language): string {
  const row = table.rows[index]
  const text = valueText(row?.values[titleColumn(table)]).trim().slice(0, longest)
  return text || ownDataMessage(language, 'own-data.row', { row: row?.row ?? index + 1 })
}
