/** Rows of own data among the results of the search. Pure. */
import type { SearchEntry } from '../search/index-record'
import { valueText } from './filter'
import type { OwnData } from './own-data'
import { rowTitle, titleColumn } from './row-title'

const mostFound = 6

/** Returns the first rows whose title holds the query, in any layer, whatever its filter. */
export function searchOwn(own: OwnData | undefined, query: string): SearchEntry[] {
  const wanted = query.trim().toLowerCase()
  const found: SearchEntry[] = []
  if (wanted === '') return found
  for (const { id, table } of own?.layers ?? []) {
    const column = titleColumn(table)
    for (const [index, { values, row }] of table.rows.entries()) {
      if (!valueText(values[column]).toLowerCase().includes(wanted)) continue
      const title = rowTitle(table, index, 'zh-CN')
      found.push({
        ...{ kind: 'own', id: `${id}:${index}`, title, titleEn: title, hint: `${table.name} · ${row}` },
        ...{ keys: [], body: '', figures: [], places: [], weight: 0 },
      })
      if (found.length === mostFound) return found
    }
  }
  return found
}
