/** The sheets of the workbook of the record as plain tables. Pure. */
import { workbookKinds } from '../../../data/schema-ids'
import type { Language } from '../messages/text'
import { workbookMessage } from '../messages/workbook'
import { columnMessage } from '../messages/workbook-columns'
import { baseSheetName, baseSheetVersion } from './base-sheet'
import { type ChoiceSet, type Column, columnsOf, type WorkbookKind } from './columns'
import { filesOf, type Names, namesOf, type WorkbookRecord } from './names'
import { type CellContent, separators, writeCell } from './write-cell'

/** A column as it is written. */
export interface SheetColumn {
  title: string
  note: string
  width: number
  locked: boolean
  /** Its cells are numbers. */
  numeric: boolean
  /** The list of the sheet of words that its cells are chosen from. */
  list?: string
}

/** A sheet of rows; the last `blank` of them wait for new items. */
export interface KindSheet {
  kind: WorkbookKind
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly CellContent[])[]
  blank: number
}

/** A list of the sheet of words. */
export interface WordList {
  id: string
  title: string
  words: readonly string[]
}

/** All that is in the workbook. */
export interface RecordSheets {
  language: Language
  release: string
  guide: { name: string; lines: readonly string[] }
  kinds: readonly KindSheet[]
  words: { name: string; lists: readonly WordList[] }
  /** Rows of the hidden sheet: its mark, then the rows as they are. */
  base: readonly (readonly (string | number)[])[]
}

const blankRows = 60
const guideLines = ['guide.1', 'guide.2', 'guide.3', 'guide.4', 'guide.5', 'guide.6'] as const

/** Returns the title of a column as it stands in the head of its sheet. */
export const columnTitle = (language: Language, { title, year }: Pick<Column, 'title' | 'year'>): string =>
  columnMessage(language, `column.${title}`, year === undefined ? {} : { year })

/** Returns the workbook of a record. */
export function recordSheets(record: WorkbookRecord, language: Language): RecordSheets {
  const names = namesOf(record, language)
  const t: (key: Parameters<typeof workbookMessage>[1]) => string = (key) =>
    workbookMessage(language, key, { city: record.city, release: record.release })
  return {
    language,
    release: record.release,
    guide: { name: t('sheet.guide'), lines: [t('guide.title'), ...guideLines.map(t)] },
    kinds: workbookKinds.map((kind) => kindSheet(kind, record, names)),
    words: { name: t('sheet.words'), lists: wordLists(record, names) },
    base: [
      [baseSheetName, baseSheetVersion, record.release, language],
      ...record.items.map(({ kind, file, id, row }) => [kind, file, id, ...inPieces(JSON.stringify(row))]),
    ],
  }
}

/** A cell holds 32,767 characters. */
const inPieces = (text: string) => text.match(/[\s\S]{1,30000}/g) ?? ['']

function kindSheet(kind: WorkbookKind, record: WorkbookRecord, names: Names): KindSheet {
  const { language } = names
  const columns = columnsOf(kind, record.years)
  const items = record.items.filter((item) => item.kind === kind)
  const rows = items.map(({ id, file, row }) => columns.map((column) => writeCell(column, row, names, { id, file })))
  const blank = columns.map(({ cell }) => (cell.type === 'id' ? workbookMessage(language, 'new') : undefined))
  const [first = 0, next = first] = record.years
  const values = { year: first, next, middle: record.middle.join('、') }
  return {
    kind,
    name: workbookMessage(language, `sheet.${kind}`),
    columns: columns.map((column) => ({
      title: columnTitle(language, column),
      note: columnMessage(language, `note.${column.note}`, values),
      width: column.width,
      locked: column.locked === true || column.cell.type === 'id' || column.cell.type === 'file',
      numeric: column.cell.type === 'number',
      ...listOf(column, kind),
    })),
    rows: [...rows, ...Array.from({ length: blankRows }, () => blank)],
    blank: blankRows,
  }
}

function listOf({ cell }: Column, kind: WorkbookKind): { list?: string } {
  if (cell.type === 'choice') return { list: cell.set }
  return cell.type === 'file' ? { list: `file.${kind}` } : {}
}

const choiceSets = [
  'theme',
  'status',
  'unspecific',
  'kind',
  'subkind',
  'unit',
  'method',
  'flag',
] as const satisfies readonly ChoiceSet[]

function wordLists(record: WorkbookRecord, names: Names): WordList[] {
  const title = (key: Parameters<typeof workbookMessage>[1]) => workbookMessage(names.language, key)
  const features = record.items.flatMap(({ kind, row }) => (kind === 'features' ? [String(row.name)] : []))
  const sections = record.sources.flatMap(({ id, sections: own }) =>
    own.map((section) => [names.sourceName(id), section].join(separators.part)),
  )
  return [
    ...choiceSets.map((set) => ({ id: set, title: title(`words.${set}`), words: [...names.choices(set).values()] })),
    { id: 'feature', title: title('words.feature'), words: features },
    { id: 'source', title: title('words.source'), words: sections },
    ...workbookKinds.map((kind) => ({
      id: `file.${kind}`,
      title: title(`words.file.${kind}`),
      words: filesOf(record, kind),
    })),
  ]
}
