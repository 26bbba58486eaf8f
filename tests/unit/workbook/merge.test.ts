import { expect, test } from 'vitest'
import type { AuthoredItem } from '../../../data/schema'
import { changesOf } from '../../../src/model/workbook/changes'
import { columnsOf } from '../../../src/model/workbook/columns'
import { compareWorkbook } from '../../../src/model/workbook/compare'
import type { WorkbookRecord } from '../../../src/model/workbook/names'
import { type EditableWorkbook, editableWorkbook, reopened, wholeRecord } from '../../fixtures/record-workbook'

const newer = '2027-01-01'
const rowsOf = ({ items }: WorkbookRecord, kind: string) => items.filter((item) => item.kind === kind)

/** The record as it is after others have worked on it. */
function later(record: WorkbookRecord, change: (item: AuthoredItem) => AuthoredItem | undefined): WorkbookRecord {
  return { ...record, release: newer, items: record.items.flatMap((item) => change(item) ?? []) }
}

function setCell(workbook: EditableWorkbook, record: WorkbookRecord, item: AuthoredItem, title: string, text: string) {
  const row = rowsOf(record, item.kind).indexOf(item) + 1
  const at = columnsOf(item.kind, record.years).findIndex((column) => `${column.title}${column.year ?? ''}` === title)
  const cells = workbook.cells.get(item.kind)?.[row]
  if (!cells || at < 0) throw new Error(`no cell ${item.id} ${title}`)
  cells[at] = text
}

test('a workbook of an older release is merged with what has been changed since; only the same cell is a conflict', () => {
  const record = wholeRecord()
  const [mine, both, same, gone, apart] = rowsOf(record, 'plans') as [
    AuthoredItem,
    AuthoredItem,
    AuthoredItem,
    AuthoredItem,
    AuthoredItem,
  ]
  const [project] = rowsOf(record, 'projects') as [AuthoredItem]
  const [park] = rowsOf(record, 'features').filter(({ row }) => row.kind === 'park') as [AuthoredItem]
  const workbook = editableWorkbook(record)
  const set = (item: AuthoredItem, title: string, text: string) => setCell(workbook, record, item, title, text)
  const [first = 0, second = 0] = record.years
  set(mine, 'text', '我改的。')
  set(both, 'text', '我也改了。')
  set(same, 'text', '两人改得一样。')
  set(gone, 'text', '改了一项已取消的。')
  set(apart, 'theme', '乡村')
  set(project, `schedule${first}`, '我改的一年')
  const now = later(record, (item) => {
    if (item === gone) return undefined
    const { row } = item
    if (item === both) return { ...item, row: { ...row, text: '别人改的。' } }
    if (item === same) return { ...item, row: { ...row, text: '两人改得一样。' } }
    if (item === apart) return { ...item, row: { ...row, text: '别人改的另一栏。' } }
    if (item === park) return { ...item, row: { ...row, name: '改了名的公园' } }
    if (item === project)
      return { ...item, row: { ...row, schedule: { ...(row.schedule as object), [second]: '别人改的一年' } } }
    return item
  })
  const found = compareWorkbook(reopened(workbook), now)
  expect(found.release).toBe(record.release)
  expect(found.problems.map(({ id, trouble }) => [id, trouble.message])).toEqual([[gone.id, 'problem.gone']])
  expect(found.missing).toEqual([])
  const told = found.differences.flatMap(({ id, fields }) =>
    fields.map((field) => [id, field.column.title, field.conflict]),
  )
  expect(told).toEqual([
    [mine.id, 'text', false],
    [both.id, 'text', true],
    [apart.id, 'theme', false],
    [project.id, 'schedule', false],
  ])
  const conflict = found.differences.find(({ id }) => id === both.id)?.fields[0]
  expect(conflict).toMatchObject({ before: both.row.text, after: '我也改了。', now: '别人改的。' })

  const { release, changes } = changesOf(found, now, (_, field) => !field.conflict)
  expect(release).toBe(newer)
  expect(changes.map((change) => [change.id, 'field' in change && change.field])).toEqual([
    [mine.id, 'text'],
    [apart.id, 'theme'],
    [project.id, 'schedule'],
  ])
  expect(changes[2]?.new).toMatchObject({ [first]: '我改的一年', [second]: '别人改的一年' })
  const all = changesOf(found, now, () => true).changes
  expect(all.find(({ id }) => id === both.id)).toMatchObject({ old: '别人改的。', new: '我也改了。' })
})

test('names that features had when the workbook was made are understood, and so are those it gives them', () => {
  const record = wholeRecord()
  const [park, other] = rowsOf(record, 'features').filter(({ row }) => row.kind === 'park') as [
    AuthoredItem,
    AuthoredItem,
  ]
  const [plan, next] = rowsOf(record, 'plans') as [AuthoredItem, AuthoredItem]
  const workbook = editableWorkbook(record)
  setCell(workbook, record, plan, 'features', String(park.row.name))
  setCell(workbook, record, other, 'name', '工作簿里的新名')
  setCell(workbook, record, next, 'features', '工作簿里的新名')
  const now = later(record, (item) => (item === park ? { ...item, row: { ...item.row, name: '后来的名' } } : item))
  const found = compareWorkbook(reopened(workbook), now)
  expect(found.problems).toEqual([])
  const readAs = (id: string) => found.differences.find((row) => row.id === id)?.fields[0]?.value
  expect(readAs(plan.id)).toEqual([park.id])
  expect(readAs(next.id)).toEqual([other.id])
})

test('rows that are gone from the workbook are told and left alone; a missing column and sheet are told', () => {
  const record = wholeRecord()
  const workbook = editableWorkbook(record)
  const [first, second] = rowsOf(record, 'plans')
  workbook.cells.get('plans')?.splice(1, 2)
  workbook.cells.delete('indicators')
  const projects = workbook.cells.get('projects')
  for (const row of projects ?? []) row.splice(3, 1)
  const opened = reopened(workbook)
  const sheets = new Map(opened.sheets)
  sheets.delete('indicators')
  const found = compareWorkbook({ ...opened, sheets }, record)
  expect(found.missing).toEqual([first, second].map((item) => ({ kind: 'plans', id: item?.id })))
  expect(found.differences).toEqual([])
  expect(found.problems.map(({ kind, trouble }) => [kind, trouble.message])).toEqual([
    ['projects', 'problem.noColumn'],
    ['indicators', 'problem.noSheet'],
  ])
})

test('rows may be sorted, and numbers typed as text', () => {
  const record = wholeRecord()
  const workbook = editableWorkbook(record)
  const cells = workbook.cells.get('plans') ?? []
  const [head, ...rows] = cells
  workbook.cells.set('plans', [head ?? [], ...rows.reverse()])
  for (const row of workbook.cells.get('projects') ?? [])
    row.splice(0, row.length, ...row.map((cell) => (typeof cell === 'number' ? String(cell) : cell)))
  const found = compareWorkbook(reopened(workbook), record)
  expect(found.differences).toEqual([])
  expect(found.problems).toEqual([])
})
