/** Finds the line of column names in a sheet that may begin with a title, and makes names of it. Pure. */
import { isCoordinateName } from './coordinate-columns'
import { assertColumns } from './limits'
import { cellText, type RawCell } from './raw-table'
import { readCoordinate } from './read-number'

/** A line of a sheet. */
export interface SheetLine {
  row: number
  cells: readonly RawCell[]
}

/** The names of the columns, and which of the lines is the first of the data. */
export interface Header {
  names: readonly string[]
  first: number
}

const longestName = 120

/** How many lines may stand above the names. */
export const titleLines = 20

/** Returns the header of lines, none of which is empty. Without one the columns are named by `unnamed` and a letter. */
export function findHeader(lines: readonly SheetLine[], unnamed: (index: number) => string): Header {
  const width = lines.reduce((most, { cells }) => Math.max(most, filledWidth(cells)), 0)
  assertColumns(width)
  const at = headerLine(lines)
  const above = at > 0 ? lines[at - 1] : undefined
  const texts = Array.from({ length: width }, (_, index) => {
    const own = at < 0 ? '' : nameOf(lines[at]?.cells[index])
    // A cell that spans two lines of names has its text in the upper one.
    return own || (above && filled(above.cells) > 1 ? nameOf(above.cells[index]) : '')
  })
  return { names: distinct(texts.map((text, index) => text || unnamed(index))), first: at + 1 }
}

/** The line that names coordinates, else the first that is as full as what follows and holds only texts; -1 for none. */
function headerLine(lines: readonly SheetLine[]): number {
  const candidates = lines.slice(0, titleLines)
  const named = candidates.findIndex(({ cells }) => cells.filter((cell) => isCoordinateName(cellText(cell))).length > 1)
  if (named >= 0) return named
  const usual = usualFilled(lines)
  const found = candidates.findIndex(({ cells }) => filled(cells) >= Math.max(1, usual * 0.6))
  const cells = lines[found]?.cells ?? []
  const isHeader = lines.length > 1 && cells.every(isNameLike) && new Set(texts(cells)).size === texts(cells).length
  return isHeader ? found : -1
}

const texts = (cells: readonly RawCell[]) => cells.map(nameOf).filter(Boolean)

function isNameLike(cell: RawCell): boolean {
  if (cell === null) return true
  return typeof cell === 'string' && cell.length < longestName && readCoordinate(cell) === undefined
}

function usualFilled(lines: readonly SheetLine[]): number {
  const counts = lines
    .slice(0, 200)
    .map(({ cells }) => filled(cells))
    .sort((one, other) => one - other)
  return counts[Math.floor(counts.length / 2)] ?? 0
}

const filled = (cells: readonly RawCell[]) => cells.filter((cell) => cellText(cell).trim()).length
const filledWidth = (cells: readonly RawCell[]) => cells.findLastIndex((cell) => cellText(cell).trim()) + 1
const nameOf = (cell: RawCell | undefined) => cellText(cell).slice(0, longestName).replace(/\s+/g, ' ').trim()

/** Returns names none of which occurs twice: later ones get a number. */
export function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let count = 2; taken.has(own); count++) own = `${name} ${count}`
    taken.add(own)
    return own
  })
}
