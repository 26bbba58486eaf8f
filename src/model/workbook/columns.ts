/** The columns of the workbook of the record, one list a kind. Pure. */
import type { AuthoredItem } from '../../../data/schema'
import type { ColumnMessage } from '../messages/workbook-columns'

/** A kind of row with a sheet of its own. */
export type WorkbookKind = AuthoredItem['kind']

/** A closed set that a cell is chosen from. */
export type ChoiceSet = 'theme' | 'status' | 'unspecific' | 'kind' | 'subkind' | 'unit' | 'method' | 'flag'

/** What a cell holds. */
export type CellKind =
  | { type: 'id' | 'file' | 'text' | 'texts' | 'figures' | 'sources' | 'spans' | 'positioning' | 'bound' | 'json' }
  | { type: 'choice'; set: ChoiceSet }
  | { type: 'number'; least?: number; most?: number; whole?: boolean; positive?: boolean }
  | { type: 'references'; to: 'feature' | 'plan' | 'district' | 'theme'; most?: number }

type Titles<Key> = Key extends `column.${infer Name}` ? Name : never
type Notes<Key> = Key extends `note.${infer Name}` ? Name : never

/** A column: its title, the place of its value in a row, and what may stand in it. */
export interface Column {
  title: Titles<ColumnMessage>
  note: Notes<ColumnMessage>
  /** The year of a column that there is one of a year. */
  year?: number
  path: readonly (string | number)[]
  cell: CellKind
  required?: boolean
  /** Kept by the maintainer. */
  locked?: boolean
  /** In characters. */
  width: number
}

type Options = Partial<Pick<Column, 'required' | 'locked' | 'width' | 'title' | 'note'>>
const required = { required: true } as const

const column = (title: Column['title'], cell: CellKind, note: Column['note'], options: Options = {}): Column => ({
  title,
  note: options.locked ? 'locked' : note,
  path: [title],
  cell,
  width: 14,
  ...options,
})
const at = (path: Column['path'], made: Column): Column => ({ ...made, path })
const text = (title: Column['title'], options?: Options) =>
  column(title, { type: 'text' }, 'text', { width: 24, ...options })
const texts = (title: Column['title'], options?: Options) =>
  column(title, { type: 'texts' }, 'texts', { width: 24, ...options })
const choice = (title: Column['title'], set: ChoiceSet, options?: Options) =>
  column(title, { type: 'choice', set }, set === 'flag' ? 'flag' : 'choice', { width: 12, ...options })
const yearOf = (title: Column['title'], options?: Options) =>
  column(title, { type: 'number', least: 1900, most: 2060, whole: true }, 'year', { width: 8, ...options })
const amount = (title: Column['title'], options?: Options) =>
  column(title, { type: 'number', least: 0 }, 'number', { width: 12, ...options })
const measure = (title: Column['title']) => column(title, { type: 'number', positive: true }, 'number', { width: 12 })
const references = (
  title: Column['title'],
  to: 'feature' | 'plan' | 'district' | 'theme',
  note: Column['note'],
  most?: number,
) => column(title, { type: 'references', to, ...(most ? { most } : {}) }, note, { width: 24 })
const degrees = (title: Column['title'], most: number) =>
  column(title, { type: 'number', least: -most, most }, 'degrees', { width: 11 })
const sources = column('sources', { type: 'sources' }, 'sources', { ...required, width: 42 })
const file = column('file', { type: 'file' }, 'file', { width: 26 })
const idColumn = column('id', { type: 'id' }, 'id', { width: 12 })

/** The columns of a kind; `years` are those of the schedule. The first is the id, the last the file. */
export function columnsOf(kind: WorkbookKind, years: readonly number[]): readonly Column[] {
  return [...own[kind](years), sources, file]
}

const own: Record<WorkbookKind, (years: readonly number[]) => Column[]> = {
  plans: () => [
    idColumn,
    text('text', { ...required, width: 52 }),
    { ...references('features', 'feature', 'features'), ...required },
    choice('theme', 'theme', required),
    choice('status', 'status', required),
    yearOf('from'),
    yearOf('to'),
    column('figures', { type: 'figures' }, 'figures', { width: 34 }),
    texts('bodies'),
    choice('unspecific', 'unspecific'),
  ],
  features: () => [
    idColumn,
    text('name', { ...required, width: 22 }),
    choice('kind', 'kind', required),
    choice('subkind', 'subkind'),
    text('summary', { width: 36 }),
    references('districts', 'district', 'texts'),
    references('zones', 'feature', 'features'),
    references('board', 'feature', 'features', 1),
    references('themes', 'theme', 'texts'),
    choice('status', 'status'),
    texts('aliases'),
    text('nameEn', required),
    choice('nameEnGuess', 'flag'),
    text('pinyin'),
    ...placeColumns,
    text('note', { width: 36 }),
    column('positioning', { type: 'positioning' }, 'positioning', { width: 42 }),
    references('highlights', 'plan', 'highlights', 5),
  ],
  projects: (years) => [
    at(['no'], idColumn),
    text('sub', { locked: true, width: 6 }),
    text('category', required),
    text('programme', required),
    at(['name'], text('project', required)),
    text('text', { ...required, width: 52 }),
    amount('investmentWan'),
    ...years.map((year) => ({ ...at(['schedule', String(year)], text('schedule')), year })),
    column('spans', { type: 'spans' }, 'spans', { width: 34 }),
    text('scheduleNote'),
    texts('lead', required),
    texts('partners'),
    references('features', 'feature', 'features'),
  ],
  indicators: (years) => [
    at(['no'], idColumn),
    text('name', required),
    text('group', required),
    text('task', required),
    choice('unit', 'unit', required),
    text('requirement', required),
    at(['baseline', 'year'], yearOf('baselineYear', required)),
    at(['baseline', 'text'], text('baselineText', required)),
    at(['baseline', 'value'], column('baselineValue', { type: 'number' }, 'number')),
    ...years.flatMap((year) => [
      { ...at(['targets', String(year), 'text'], text('targetText', { width: 16 })), year },
      { ...at(['targets', String(year)], column('targetBound', { type: 'bound' }, 'bound', { width: 12 })), year },
    ]),
    text('note', { width: 36 }),
  ],
}

const placeColumns: readonly Column[] = [
  at(['position', 'at', 0], degrees('longitude', 180)),
  at(['position', 'at', 1], degrees('latitude', 90)),
  at(['position', 'errorMeters'], measure('errorMeters')),
  at(['position', 'basis'], text('basis')),
  at(['position', 'shape'], text('shape', { locked: true, width: 12 })),
  at(['position', 'schematic'], choice('schematic', 'flag')),
  at(['extent', 'method'], choice('extentMethod', 'method')),
  at(['extent', 'km2'], measure('extentKm2')),
  at(['extent', 'rule'], text('extentRule')),
  at(['extent', 'errorMeters'], measure('extentError')),
  at(['extent', 'cut'], column('extentCut', { type: 'json' }, 'locked', { locked: true })),
  at(['extent', 'sources'], column('extentSources', { type: 'sources' }, 'sources', { width: 34 })),
  choice('beyondRegion', 'flag'),
  at(['labelAt', 0], degrees('labelLongitude', 180)),
  at(['labelAt', 1], degrees('labelLatitude', 90)),
]
