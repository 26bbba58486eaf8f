/** What the comparison of a workbook is done with. Pure. */
import type { AuthoredItem } from '../../../data/schema'
import { provisionalPattern } from '../../../data/schema-ids'
import { workbookMessage } from '../messages/workbook'
import type { Column, WorkbookKind } from './columns'
import type { CellProblem } from './comparison'
import { type Names, namesOf, type WorkbookRecord } from './names'
import type { OpenedWorkbook } from './opened'
import { cellText, type RawCell, type Trouble } from './read-cell'
import { columnTitle } from './sheets'

/** New features are numbered before plans refer to them. */
export const sheetOrder = ['features', 'plans', 'projects', 'indicators'] as const satisfies readonly WorkbookKind[]

/** The workbook, the record, and what has been found so far. */
export interface Work {
  opened: OpenedWorkbook
  record: WorkbookRecord
  /** The words that the cells were written with, and those they are read with. */
  written: Names
  names: Names
  base: ReadonlyMap<string, AuthoredItem>
  now: ReadonlyMap<string, AuthoredItem>
  owners: ReadonlyMap<string, ReadonlySet<string>>
  boards: ReadonlySet<string>
  problems: CellProblem[]
  /** The row that each id was read in. */
  seen: Map<string, number>
  /** What stands for the ids of new rows, by kind and row. */
  provisional: ReadonlyMap<string, string>
}

/** Returns what a workbook is compared with. */
export function startedWork(opened: OpenedWorkbook, record: WorkbookRecord): Work {
  const { language } = opened
  const keyed = (items: readonly AuthoredItem[]) => new Map(items.map((item) => [`${item.kind} ${item.id}`, item]))
  const provisional = new Map<string, string>()
  for (const kind of sheetOrder)
    for (const row of newRows(opened, kind)) provisional.set(`${kind} ${row}`, `+${provisional.size + 1}`)
  const called = namesInWorkbook(opened, provisional)
  const ofBase = opened.base.flatMap(({ kind, id, row }): [string, string][] =>
    kind === 'features' ? [[String(row.name), id]] : [],
  )
  const names = namesOf(record, language, [...ofBase, ...called])
  return {
    opened,
    record,
    written: namesOf({ ...record, items: opened.base }, language),
    names,
    base: keyed(opened.base),
    now: keyed(record.items),
    owners: nameOwners(record, called),
    boards: new Set(record.items.flatMap(({ id, row }) => (row.subkind === 'board' ? [id] : []))),
    problems: [],
    seen: new Map(),
    provisional,
  }
}

/** Returns whether an id cell says that the row is new, in either language. */
export const isNewWord = (text: string) =>
  (['zh-CN', 'en'] as const).some((language) => text === workbookMessage(language, 'new'))

/** The rows that are new and say something besides. */
function newRows({ sheets }: OpenedWorkbook, kind: WorkbookKind): number[] {
  const rows = sheets.get(kind)?.rows ?? []
  return rows.flatMap((cells, row) => (row > 0 && isNewWord(cellText(cells[0])) && saysSomething(cells) ? [row] : []))
}

/** The file of a row alone says nothing. */
const saysSomething = (cells: readonly RawCell[]) => cells.slice(1).some((cell) => cellText(cell) !== '')

/** The names that features bear in the workbook, with the ids of their rows. */
function namesInWorkbook({ sheets, language }: OpenedWorkbook, provisional: ReadonlyMap<string, string>) {
  const rows = sheets.get('features')?.rows ?? []
  const column = rows[0]?.findIndex((cell) => cellText(cell) === columnTitle(language, { title: 'name' })) ?? -1
  if (column < 0) return []
  return rows.flatMap((cells, row): [string, string][] => {
    const name = cellText(cells[column])
    const id = provisional.get(`features ${row}`) ?? cellText(cells[0])
    return row === 0 || name === '' || id === '' || isNewWord(id) ? [] : [[name, id]]
  })
}

function nameOwners(record: WorkbookRecord, called: readonly (readonly [string, string])[]) {
  const owners = new Map<string, Set<string>>()
  const own = (name: string, id: string) => owners.set(name, (owners.get(name) ?? new Set()).add(id))
  const renamed = new Map(called.map(([name, id]) => [id, name]))
  for (const { kind, id, row } of record.items) {
    if (kind !== 'features') continue
    own(renamed.get(id) ?? String(row.name), id)
    for (const alias of Array.isArray(row.aliases) ? row.aliases : []) own(String(alias), id)
  }
  for (const [name, id] of called) if (provisionalPattern.test(id)) own(name, id)
  return owners
}

/** The same for one sheet. */
export interface SheetWork extends Work {
  kind: WorkbookKind
  sheet: string
  /** The columns of the kind, by their place in the sheet. */
  columns: readonly (readonly [at: number, column: Column])[]
}

/** Notes that a cell is wrong. */
export function problemAt(work: SheetWork, row: number, column: number, id: string, trouble: Trouble) {
  work.problems.push({ kind: work.kind, sheet: work.sheet, row, column, id, trouble })
}
