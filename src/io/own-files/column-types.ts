/** Tells what the columns of a table hold, and turns their cells into values. Pure. */
import type { OwnColumnType, OwnProblem, OwnProblemReason, OwnValue } from '../../model/own-data/own-table'
import { columnLetters } from '../../model/workbook/cell-names'
import { ownLimits } from './limits'
import { cellText, type RawCell, type RawRow, shownValue } from './raw-table'
import { type DecimalMark, isNumber, plainText, toNumber } from './read-number'

/** How the cells of one column are read. */
interface ColumnReading {
  type: OwnColumnType
  mark: DecimalMark
}

/** The share of a column's cells that must be numbers for the others to be problems rather than the column a text. */
const numberShare = 0.9
const fewestNumbers = 10

/** Words for a value that is missing. */
const missing = /^(?:-+|\/|\\|n\/?a|null|none|nan|无|暂无|不详|未知|空|…+)$/i
const yes = /^(?:true|是)$/i
const no = /^(?:false|否)$/i
const date = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[ T](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/

/** Returns the types of columns, the values of rows, and the cells that are not what their column holds. */
export function typedRows(width: number, rows: readonly RawRow[], commas: boolean) {
  const readings = Array.from({ length: width }, (_, column) => readingOf(rows, column, commas))
  const problems: OwnProblem[] = []
  const values = rows.map(({ row, cells }) =>
    readings.map((reading, column): OwnValue => {
      const cell = cells[column] ?? null
      const tell = (reason: OwnProblemReason) =>
        problems.push({ row, column: columnLetters(column), value: shownValue(cellText(cell)), reason })
      return typedValue(cell, reading, tell)
    }),
  )
  return { types: readings.map(({ type }) => type), values, problems }
}

function typedValue(cell: RawCell, { type, mark }: ColumnReading, tell: (reason: OwnProblemReason) => void): OwnValue {
  if (cell === null) return null
  if (typeof cell === 'object') {
    tell('formula-error')
    return null
  }
  if (typeof cell !== 'string') return type === 'text' ? String(cell) : cell
  const text = cell.trim()
  if (!text) return null
  if (text.includes('\uFFFD')) tell('bad-text')
  if (type === 'text') return text.slice(0, ownLimits.valueCharacters)
  const plain = plainText(text)
  if (missing.test(plain)) return null
  if (type === 'boolean') return yes.test(plain)
  if (type === 'date') return isoDate(plain) ?? text
  if (isNumber(plain, mark)) return toNumber(plain, mark)
  tell('bad-number')
  return text
}

function readingOf(rows: readonly RawRow[], column: number, commas: boolean): ColumnReading {
  const cells = rows.flatMap(({ cells }) => {
    const cell = cells[column]
    const isEmpty = cell === null || cell === undefined || typeof cell === 'object' || cell === ''
    return isEmpty || (typeof cell === 'string' && (!cell.trim() || missing.test(plainText(cell)))) ? [] : [cell]
  })
  const texts = cells.flatMap((cell) => (typeof cell === 'string' ? [plainText(cell)] : []))
  const mark = decimalMark(texts, commas)
  return { type: typeOf(cells, texts, mark), mark }
}

function typeOf(cells: readonly RawCell[], texts: readonly string[], mark: DecimalMark): OwnColumnType {
  if (cells.length === 0) return 'text'
  const booleans = cells.filter((cell) => typeof cell === 'boolean').length
  if (booleans + texts.filter((text) => yes.test(text) || no.test(text)).length === cells.length) return 'boolean'
  if (booleans > 0) return 'text'
  if (texts.some(isCode)) return 'text'
  const numbers = cells.length - texts.length + texts.filter((text) => isNumber(text, mark)).length
  if (numbers === cells.length) return 'number'
  if (texts.length === cells.length && texts.every((text) => isoDate(text) !== undefined)) return 'date'
  return cells.length >= fewestNumbers && numbers >= cells.length * numberShare ? 'number' : 'text'
}

/** One code such as `007`, `891e3` or an identity number makes the whole column a text. */
const isCode = (text: string) =>
  /^[+-]?0\d/.test(text) || /^\d+(?:\.\d+)?e[+-]?\d+$/i.test(text) || /^\d{16,}$/.test(text)

function decimalMark(texts: readonly string[], commas: boolean): DecimalMark {
  const numbers = texts.filter((text) => /^[+-]?\d[\d., ]*$/.test(text))
  if (
    numbers.some((text) => /,\d{3}(?:\D|$)/.test(text) && text.includes('.') && text.indexOf(',') < text.indexOf('.'))
  )
    return '.'
  const decimal = numbers.some((text) => /^[+-]?\d+,(?:\d{1,2}|\d{4,})$/.test(text) || /^[+-]?0,\d+$/.test(text))
  return decimal || (commas && !numbers.some((text) => text.includes('.'))) ? ',' : '.'
}

/** Returns `YYYY-MM-DD`, `YYYY-MM`, or the former with a time; undefined for what is no date. */
function isoDate(text: string): string | undefined {
  const match = date.exec(text)
  if (!match) return undefined
  const [year, month, day, time] = match.slice(1)
  const [monthNumber, dayNumber] = [Number(month), Number(day ?? 1)]
  const last = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate()
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > last) return undefined
  const days = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  return time ? `${days} ${time.padStart(5, '0')}` : days
}
