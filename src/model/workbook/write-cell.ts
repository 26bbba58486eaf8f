/** Writes values of the record as cells of the workbook. Pure. */
import type { ChoiceSet, Column } from './columns'
import type { Names } from './names'
import { type Row, type Value, valueAt } from './values'

/** What a cell holds: a text, a number, or nothing. */
export type CellContent = string | number | undefined

/** Parts of one item, items of a list, and lines. */
export const separators = { part: '｜', item: '；', source: '←' } as const

/** Returns the cell of a column for a row; the id and the file are not of the row and come as `id` and `file`. */
export function writeCell(column: Column, row: Row, names: Names, item: { id: string; file: string }): CellContent {
  const { cell, path } = column
  const value = valueAt(row, path)
  if (cell.type === 'id') return item.id
  if (cell.type === 'file') return item.file
  if (value === undefined || value === null) return undefined
  switch (cell.type) {
    case 'text':
      return String(value)
    case 'number':
      return typeof value === 'number' ? value : String(value)
    case 'choice':
      return choiceText(cell.set, value, names)
    case 'texts':
      return list(value).map(String).join(separators.item)
    case 'references':
      return list(value)
        .map((id) => referenceText(cell.to, String(id), names))
        .join(separators.item)
    case 'figures':
      return lines(value, (figure) => parts([figure.value, figure.unit, figure.what, figure.year, figure.approx]))
    case 'sources':
      return lines(value, (source) => sourceText(source, names))
    case 'spans':
      return lines(value, ({ from, to, text }) => parts([from === to ? from : `${from}–${to}`, text]))
    case 'positioning':
      return lines(value, ({ text, sources }) =>
        [text, ...list(sources).map((source) => `${separators.source} ${sourceText(source as Row, names)}`)].join('\n'),
      )
    case 'bound':
      return boundContent(value as { value?: number; op?: string })
    case 'json':
      return JSON.stringify(value)
  }
}

const list = (value: Value): readonly Value[] => (Array.isArray(value) ? value : [value])
const lines = (value: Value, text: (item: Row) => string) =>
  list(value)
    .map((item) => text(item as Row))
    .join('\n')

/** Parts without content at the end are left out. */
function parts(values: readonly Value[]): string {
  const last = values.findLastIndex((value) => value !== undefined && value !== '')
  return values
    .slice(0, last + 1)
    .map((value) => String(value ?? ''))
    .join(separators.part)
}

const sourceText = ({ id, section, item, begun }: Row, names: Names) =>
  parts([names.sourceName(String(id)), section, item, begun])

const choiceText = (set: ChoiceSet, value: Value, names: Names) =>
  names.choices(set).get(String(value)) ?? String(value)

function referenceText(to: 'feature' | 'plan' | 'district' | 'theme', id: string, names: Names): string {
  if (to === 'plan') return id
  if (to === 'theme') return choiceText('theme', id, names)
  return to === 'district' ? names.districtName(id) : names.featureName(id)
}

function boundContent({ value, op }: { value?: number; op?: string }): CellContent {
  if (value === undefined && op === undefined) return undefined
  return op === undefined ? value : `${op}${value ?? ''}`
}
