/** Tables in text whose cells are parted by a sign. Pure. */

/** A line of cells; `row` is the line of the file on which it begins, from 1. */
export interface CellLine {
  row: number
  cells: readonly string[]
}

/** The lines of a delimited text. */
export interface DelimitedText {
  delimiter: string
  lines: readonly CellLine[]
  /** Lines whose quotation mark is never closed; they are read as if it were an ordinary sign. */
  openQuotes: readonly number[]
}

const delimiters = [',', '\t', ';', '|', '，'] as const
const probedCharacters = 50_000
/** A quoted cell that goes on longer than this was not meant as one. */
const longestCell = 40_000

/** Returns the cells of a text. Lines without any text are left out; they count as lines. */
export function parseDelimited(text: string): DelimitedText {
  const delimiter = likelyDelimiter(text)
  const lines: CellLine[] = []
  const openQuotes: number[] = []
  let [at, row] = [0, 1]
  while (at < text.length) {
    const line = readLine(text, at, delimiter) ?? plainLine(text, at, delimiter, () => openQuotes.push(row))
    if (line.cells.some((cell) => cell.trim())) lines.push({ row, cells: line.cells })
    row += line.breaks
    at = line.end
  }
  return { delimiter, lines, openQuotes }
}

/** The sign that parts the most lines into the same number of cells, at least two. */
function likelyDelimiter(text: string): string {
  const probe = text.slice(0, probedCharacters)
  const scores = delimiters.map((delimiter) => {
    const counts = new Map<number, number>()
    for (let at = 0, lines = 0; at < probe.length && lines < 50; lines++) {
      const line = readLine(probe, at, delimiter) ?? plainLine(probe, at, delimiter, () => undefined)
      const { length } = line.cells
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
      at = line.end
    }
    return Math.max(0, ...[...counts].map(([cells, lines]) => lines * Math.min(cells, 6)))
  })
  const best = Math.max(...scores)
  return delimiters[best > 0 ? scores.indexOf(best) : 0] ?? ','
}

interface Line {
  cells: string[]
  end: number
  breaks: number
}

/** Undefined if a quotation mark stays open. */
function readLine(text: string, start: number, delimiter: string): Line | undefined {
  const cells: string[] = []
  let [at, breaks] = [start, 0]
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter)
    if (!cell) return undefined
    cells.push(cell.value)
    breaks += cell.breaks
    at = cell.end
    if (text[at] === delimiter) {
      at++
      continue
    }
    return { cells, end: afterBreak(text, at), breaks: breaks + 1 }
  }
}

function plainLine(text: string, start: number, delimiter: string, tell: () => void): Line {
  tell()
  const end = endOfCell(text, start, -1)
  return { cells: text.slice(start, end).split(delimiter), end: afterBreak(text, end), breaks: 1 }
}

function plainCell(text: string, start: number, delimiter: string) {
  const end = endOfCell(text, start, delimiter.charCodeAt(0))
  return { value: text.slice(start, end), end, breaks: 0 }
}

const [lineFeed, carriageReturn] = [10, 13]

function endOfCell(text: string, start: number, delimiter: number): number {
  let end = start
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === delimiter || code === lineFeed || code === carriageReturn) break
  }
  return end
}

function quotedCell(text: string, start: number, delimiter: string) {
  let [value, from, breaks] = ['', start + 1, 0]
  for (;;) {
    const close = text.indexOf('"', from)
    if (close < 0 || close - start > longestCell) return undefined
    breaks += countBreaks(text, from, close)
    value += text.slice(from, close)
    if (text[close + 1] !== '"') {
      const rest = plainCell(text, close + 1, delimiter)
      return { value: value + rest.value.trim(), end: rest.end, breaks }
    }
    value += '"'
    from = close + 2
  }
}

function afterBreak(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2
  return Math.min(at + 1, text.length)
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    if (text[at] === '\n') count++
    else if (text[at] === '\r' && text[at + 1] !== '\n') count++
  }
  return count
}
