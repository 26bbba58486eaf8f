/** Reads cells of the workbook back: a value, or what is wrong with them. Pure. */
import type { WorkbookMessage } from '../messages/workbook'
import type { CellKind, ChoiceSet, Column } from './columns'
import type { Names } from './names'
import type { Row, Value } from './values'
import { separators } from './write-cell'

/** What is wrong with a cell: a message and what stands in its places. */
export interface Trouble {
  message: WorkbookMessage
  values: { [name: string]: string | number }
}

/** The value of a cell, undefined where it is empty, or what is wrong with it. */
export type CellRead = { ok: true; value: Value } | { ok: false; trouble: Trouble }

/** What a program that edits workbooks may leave in a cell. */
export type RawCell = string | number | boolean | Date | null | undefined

const good = (value: Value): CellRead => ({ ok: true, value })
const wrong = (message: WorkbookMessage, values: Trouble['values'] = {}): CellRead => ({
  ok: false,
  trouble: { message, values },
})

/** Returns the text of a cell without the spaces around it. */
export function cellText(raw: RawCell): string {
  if (raw === null || raw === undefined) return ''
  const text = raw instanceof Date ? raw.toISOString().slice(0, 10) : String(raw)
  return text.replace(/\r\n?/g, '\n').trim()
}

/** Returns what a cell of a column means. */
export function readCell(column: Column, raw: RawCell, names: Names): CellRead {
  const text = cellText(raw)
  if (text === '') return good(undefined)
  return readers[column.cell.type](text, { column, raw, names })
}

interface Reading {
  column: Column
  raw: RawCell
  names: Names
}

const readers: Record<CellKind['type'], (text: string, reading: Reading) => CellRead> = {
  id: good,
  file: good,
  json: (text) => good(text),
  text: (text) => (text.includes('\n') ? wrong('problem.lineBreak') : good(text)),
  number: (text, { column, raw }) => numberOf(text, raw, column.cell as CellKind & { type: 'number' }),
  choice: (text, { column, names }) => choiceOf(text, (column.cell as CellKind & { type: 'choice' }).set, names),
  texts: (text) => good(itemsOf(text)),
  references: (text, { column, names }) => referencesOf(text, column.cell as CellKind & { type: 'references' }, names),
  figures: (text, { names }) => eachLine(text, (line) => figureOf(line, names)),
  sources: (text, { column, names }) =>
    eachLine(text, (line) => sourceOf(line, names, column.path[0] === 'sources' && column.path.length === 1)),
  spans: (text) => eachLine(text, spanOf),
  positioning: positioningOf,
  bound: boundOf,
}

const itemsOf = (text: string) =>
  text
    .split(/[；;\n]/)
    .map((item) => item.trim())
    .filter(Boolean)
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const partsOf = (line: string) => line.split(/[｜|]/).map((part) => part.trim())
const withoutEmpty = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''))

/** Digits and signs of the width of a Chinese character are what somebody meant. */
const plainDigits = (text: string) =>
  text.replace(/[０-９．－＋＞＜＝]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
const numberPattern = /^-?\d+(\.\d+)?$/

function numberOf(text: string, raw: RawCell, cell: CellKind & { type: 'number' }): CellRead {
  const { least, most, whole, positive } = cell
  const plain = plainDigits(text).replace(/,(?=\d{3}(\D|$))/g, '')
  const value = typeof raw === 'number' ? raw : numberPattern.test(plain) ? Number(plain) : undefined
  if (whole && (raw instanceof Date || value === undefined || !Number.isInteger(value)))
    return wrong('problem.year', { value: text })
  if (value === undefined || raw instanceof Date) return wrong('problem.number', { value: text })
  if (positive && value <= 0) return wrong('problem.least', { value })
  if (least !== undefined && most === undefined && value < least) return wrong('problem.least', { value })
  if (least !== undefined && most !== undefined && (value < least || value > most))
    return wrong('problem.range', { value, least, most })
  return good(value)
}

function choiceOf(text: string, set: ChoiceSet, names: Names): CellRead {
  const labels = [...names.choices(set)]
  const found = labels.find(([, label]) => label === text) ?? labels.find(([id]) => id === text)
  if (!found) return wrong('problem.choice', { value: text })
  return good(set === 'flag' ? true : found[0])
}

function referencesOf(text: string, { to, most }: CellKind & { type: 'references' }, names: Names): CellRead {
  const idOf = (item: string) => referenceOf(item, to, names)
  // A list written with the comma of lists is taken apart only where its whole is no name.
  const items = itemsOf(text).flatMap((item) => (idOf(item) === undefined ? item.split('、') : [item]))
  const unknown = items.find((item) => idOf(item.trim()) === undefined)
  if (unknown !== undefined) return wrong(unknownReference[to], { value: unknown.trim() })
  const ids = items.map((item) => idOf(item.trim()) as string)
  if (most === 1) return ids.length > 1 ? wrong('problem.one') : good(ids[0])
  return most !== undefined && ids.length > most ? wrong('problem.many', { most }) : good(ids)
}

const unknownReference = {
  feature: 'problem.reference',
  plan: 'problem.plan',
  district: 'problem.district',
  theme: 'problem.theme',
} as const satisfies Record<string, WorkbookMessage>

function referenceOf(text: string, to: keyof typeof unknownReference, names: Names): string | undefined {
  if (to === 'feature') return names.featureOf(text)
  if (to === 'district') return names.districtOf(text)
  if (to === 'plan') return names.isPlan(text) ? text : undefined
  const read = choiceOf(text, 'theme', names)
  return read.ok ? String(read.value) : undefined
}

/** Reads a list a line; the first line that is wrong says what. */
function eachLine(text: string, read: (line: string) => CellRead): CellRead {
  const values: Value[] = []
  for (const line of linesOf(text)) {
    const one = read(line)
    if (!one.ok) return one
    values.push(one.value)
  }
  return good(values.length > 0 ? values : undefined)
}

function figureOf(line: string, names: Names): CellRead {
  const [value = '', unit, what, year = '', approx, ...rest] = partsOf(line)
  if (!value || unit === undefined || !what || rest.length > 0) return wrong('problem.figure', { value: line })
  if (!names.isUnit(unit)) return wrong('problem.unit', { value: unit })
  const when = yearIn(year)
  if (year && when === undefined) return wrong('problem.year', { value: year })
  const plain = plainDigits(value)
  return good({
    value: numberPattern.test(plain) ? Number(plain) : value,
    unit,
    ...withoutEmpty({ what, year: when, approx }),
  })
}

const yearIn = (text: string): number | undefined => {
  const year = Number(plainDigits(text))
  return /^\d{4}$/.test(plainDigits(text)) && year >= 1900 && year <= 2060 ? year : undefined
}

const mostCharacters = 15

function sourceOf(line: string, names: Names, withVerb: boolean): CellRead {
  const [source = '', section, item, begun, ...rest] = partsOf(line)
  if (!source || !section || rest.length > 0 || (begun && !withVerb))
    return wrong('problem.sourceLine', { value: line })
  const id = names.sourceOf(source)
  if (id === undefined) return wrong('problem.source', { value: source })
  if (!names.hasSection(id, section)) return wrong('problem.section', { source, value: section })
  if (begun && begun.length > mostCharacters) return wrong('problem.begun', { value: begun })
  return good(withoutEmpty({ id, section, item, begun }))
}

function spanOf(line: string): CellRead {
  const [years = '', text, ...rest] = partsOf(line)
  const [first = '', last = first, ...more] = years.split(/[–—~～-]+/).map((year) => year.trim())
  const [from, to] = [yearIn(first), yearIn(last)]
  if (!text || rest.length > 0 || more.length > 0) return wrong('problem.span', { value: line })
  if (from === undefined || to === undefined) return wrong('problem.year', { value: from === undefined ? first : last })
  return from > to ? wrong('problem.order') : good({ from, to, text })
}

function positioningOf(text: string, { names }: Reading): CellRead {
  const phrases: { text: string; sources: Value[] }[] = []
  for (const line of linesOf(text)) {
    if (!line.startsWith(separators.source)) {
      phrases.push({ text: line, sources: [] })
      continue
    }
    const read = sourceOf(line.slice(1).trim(), names, false)
    if (!read.ok) return read
    const last = phrases.at(-1)
    if (!last) return wrong('problem.sourceLine', { value: line })
    last.sources.push(read.value)
  }
  const bare = phrases.find(({ sources }) => sources.length === 0)
  return bare ? wrong('problem.positioning', { value: bare.text }) : good(phrases)
}

function boundOf(text: string, { raw }: Reading): CellRead {
  if (raw instanceof Date) return wrong('problem.bound', { value: text })
  const plain = plainDigits(text).replace('≥', '>=').replace('≤', '<=').replace(/\s/g, '')
  const [, op, value = ''] = /^(>=|<=|>|<|=)?(-?\d+(?:\.\d+)?)?$/.exec(plain) ?? []
  if (op === undefined && value === '') return wrong('problem.bound', { value: text })
  return good({ ...(value === '' ? {} : { value: Number(value) }), ...(op ? { op } : {}) })
}
