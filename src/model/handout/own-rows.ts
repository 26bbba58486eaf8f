/** The rows of the reader's own layers as tables; each table says that they are unchecked own data. Pure. */
import { message } from '../messages'
import type { Language } from '../messages/text'
import { number } from '../numbers'
import { shownRows } from '../own-data/filter'
import type { OwnLayer } from '../own-data/own-layer'
import type { OwnColumn, OwnValue } from '../own-data/own-table'
import { titleColumn } from '../own-data/row-title'
import { textIn } from './context'
import type { Handout, HandoutCell, HandoutTable } from './handout'

/** On slides and pages: three slides full of rows, and columns that can still be read. A workbook has them all. */
const mostRows = 42
const mostColumns = 6
const longestCell = 80

type Column = HandoutTable['columns'][number]

const headOf = ({ name, type }: OwnColumn): Column => ({ title: name, kind: type === 'number' ? 'number' : 'text' })

/** An own text that begins like a formula stays the text it is: cells of tables are texts or numbers, never formulas. */
const cellOf = (value: OwnValue | undefined): HandoutCell =>
  value === null || value === undefined ? undefined : typeof value === 'number' ? value : String(value)

/** Returns the first rows that a layer shows, with its title, its colours' and its first columns. */
function shortTable(layer: OwnLayer, language: Language): HandoutTable {
  const { columns, rows, name } = layer.table
  const shown = shownRows(layer)
  const wanted = new Set([titleColumn(layer.table), layer.colourBy ?? -1, ...columns.keys()])
  const at = [...wanted].filter((column) => columns[column]).slice(0, mostColumns)
  const t = textIn({ language })
  const count = (value: number) => number(value, language)
  const title =
    shown.length > mostRows
      ? t('handout.ownRowsFirst', { name, count: count(mostRows), total: count(shown.length) })
      : t('handout.ownRows', { name, count: count(shown.length) })
  return {
    ownData: true,
    title,
    columns: at.flatMap((column) => columns[column] ?? []).map(headOf),
    rows: [...shown.slice(0, mostRows)].map((row) => at.map((column) => shortened(cellOf(rows[row]?.values[column])))),
  }
}

const shortened = (cell: HandoutCell): HandoutCell =>
  typeof cell === 'string' && cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell

/** Returns all the rows that a layer shows, places of points as longitude and latitude in WGS 84, each row marked. */
export function wholeOwnTable(layer: OwnLayer, language: Language): HandoutTable {
  const { columns, rows, name } = layer.table
  const mark = message(language, 'own-data.mark')
  const degrees: Column[] = ['WGS84_longitude', 'WGS84_latitude'].map((title) => ({ title, kind: 'number' }))
  return {
    title: name,
    columns: [...columns.map(headOf), ...degrees, { title: mark, kind: 'text' }],
    rows: [...shownRows(layer)].map((at) => {
      const row = rows[at]
      const [longitude, latitude] = row?.geometry?.type === 'Point' ? row.geometry.coordinates : []
      return [...columns.map((_, column) => cellOf(row?.values[column])), longitude, latitude, mark]
    }),
  }
}

/**
 * Returns a handout that marks the pages which show own layers; with rows, the first of those pages begins its tables with
 * the first rows of each layer on the map.
 */
export function withOwnLayers(handout: Handout, layers: readonly OwnLayer[], rows: boolean): Handout {
  const shown = layers.filter(({ visible }) => visible)
  const first = handout.pages.find(({ view }) => view?.ownFiles)
  if (shown.length === 0 || !first) return handout
  const tables = rows ? shown.map((layer) => shortTable(layer, handout.language)) : []
  const pages = handout.pages.map((page) =>
    page.view?.ownFiles
      ? { ...page, ownData: true, ...(page === first ? { tables: [...tables, ...page.tables] } : {}) }
      : page,
  )
  return { ...handout, pages }
}
