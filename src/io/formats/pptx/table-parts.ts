/** How tables are shared out over slides: so many rows as stay above the foot. Pure. */
import type { HandoutCell, HandoutTable } from '../../../model/handout/handout'
import { columnShares } from '../columns'
import type { Box } from './measures'
import { lineCount } from './text'

/** The rows of a table that stand on one slide. */
export interface PlannedTable {
  table: HandoutTable
  from: number
  to: number
  /** In the place of the text, beside the picture. */
  beside?: boolean
}

const emuPerPoint = 12_700
const lineHeight = 1.45
/** Points: the margins of a cell. */
const [across, down] = [9, 5]
const [leastRow, mostRow] = [24, 33]
/** More rows are no longer read from afar. */
const mostTableRows = 14

/** Returns the size of a table's text, in points. */
export const tableTextSize = ({ columns }: HandoutTable) => (columns.length > 6 ? 10 : 12)

/** Returns a cell as text. */
export const cellText = (cell: HandoutCell) => (cell === undefined ? '' : String(cell))

/** Returns the texts over a table's columns, with their units. */
export const headTexts = ({ columns }: HandoutTable) =>
  columns.map(({ title, unit }) => (unit ? `${title}（${unit}）` : title))

/** Returns a table in parts that fit a box, each with nearly as many rows. */
export function tableParts(table: HandoutTable, { width, height }: Box): PlannedTable[] {
  const size = tableTextSize(table)
  const widths = columnShares(table).map((share) => (width / emuPerPoint) * share - across)
  const heightOf = (cells: readonly string[]) => {
    const lines = Math.max(...cells.map((text, at) => lineCount(text, size, widths[at] ?? 0)))
    return Math.max(leastRow, lines * size * lineHeight + down)
  }
  const heights = table.rows.map((row) => heightOf(table.columns.map((_, at) => cellText(row[at]))))
  const room = height / emuPerPoint - heightOf(headTexts(table))
  const full = partsWithin(heights, room, mostTableRows)
  const even = partsWithin(heights, room, Math.ceil(table.rows.length / full.length))
  const parts = even.length === full.length ? even : full
  return parts.map((part) => ({ table, ...part }))
}

function partsWithin(heights: readonly number[], room: number, mostRows: number): { from: number; to: number }[] {
  const parts = [{ from: 0, to: 0 }]
  let filled = 0
  for (const [at, height] of heights.entries()) {
    const part = parts.at(-1)
    if (part && part.to > part.from && (filled + height > room || part.to - part.from >= mostRows)) {
      parts.push({ from: at, to: at + 1 })
      filled = height
    } else if (part) {
      part.to = at + 1
      filled += height
    }
  }
  return parts
}

/** Returns the height of a part's rows in EMU; a row with more lines grows by itself. */
export const rowHeightOf = ({ from, to }: PlannedTable, { height }: Box) =>
  Math.round(Math.min(mostRow * emuPerPoint, Math.max(leastRow * emuPerPoint, height / (to - from + 1))))
