import { afterEach, expect, test, vi } from 'vitest'
import type { AuthoredItem } from '../../../data/schema'
import { columnsOf } from '../../../src/model/workbook/columns'
import { compareWorkbook } from '../../../src/model/workbook/compare'
import type { WorkbookRecord } from '../../../src/model/workbook/names'
import type { RecordWorkbooks } from '../../../src/model/workbook/record-workbooks'
import { appears, type Mounted, mountPanels, one } from '../../fixtures/mounted-panels'
import { editableWorkbook, reopened } from '../../fixtures/record-workbook'

let mounted: Mounted
afterEach(() => mounted.end())

const labelled = (name: string) => {
  const found = document.querySelector<HTMLElement>(`[aria-label="${name}"]`)
  if (!found) throw new Error(`nothing is named ${name}`)
  return found
}
const input = (within: ParentNode, text: string) => {
  const label = [...within.querySelectorAll('label')].find(({ textContent }) => textContent?.includes(text))
  if (!label?.firstElementChild) throw new Error(`no choice ${text}`)
  return label.firstElementChild as HTMLInputElement
}

const sources = [{ id: 'doc', section: '一' }]
const item = (kind: AuthoredItem['kind'], id: string, row: object): AuthoredItem => ({
  ...{ kind, id, file: `data/${kind}/some.yaml`, line: 1 },
  row: { id, ...row, sources },
})
const planRow = (text: string) => ({ text, features: ['port'], theme: 'op', status: 'planned' })
const record: WorkbookRecord = {
  release: '2026-11-30',
  items: [
    item('features', 'port', { name: '果园港', nameEn: 'Port', kind: 'facility' }),
    ...['p1', 'p2', 'p3', 'p4'].map((id) => item('plans', id, planRow(`${id} 的内容。`))),
  ],
  sources: [
    {
      ...{ id: 'doc', title: '文件', titleEn: 'Document', short: '文件', shortEn: 'Document', kind: 'plan' },
      ...{ publisher: '某处', date: '2020-05', sections: ['一'] },
    },
  ],
  themes: [{ id: 'op', name: '开放', nameEn: 'Opening', icon: 'opening', description: '' }],
  ...{ units: ['', '个'], districtNames: {}, years: [2020, 2021], baseline: 2019, city: '某市' },
  ...{ bounds: [105, 28, 111, 33], middle: [106.5, 29.5] },
} as WorkbookRecord

const textAt = columnsOf('plans', record.years).findIndex(({ title }) => title === 'text')
const statusAt = columnsOf('plans', record.years).findIndex(({ title }) => title === 'status')

/** p1 was changed, p2 on both sides, p3 wrongly, p4 taken out. */
function mountedWorkbook(edit = true) {
  const workbook = editableWorkbook(record)
  const cells = workbook.cells.get('plans') ?? []
  if (edit) {
    ;(cells[1] ?? [])[textAt] = '改了一。'
    ;(cells[2] ?? [])[textAt] = '我改了二。'
    ;(cells[3] ?? [])[statusAt] = '也许'
    cells.splice(4, 1)
  }
  const now: WorkbookRecord = edit
    ? {
        ...record,
        release: '2027-01-01',
        items: record.items.map((one) => (one.id === 'p2' ? item('plans', 'p2', planRow('别人改了二。')) : one)),
      }
    : record
  const saved = new Map<string, string | Blob>()
  const mark = vi.fn<RecordWorkbooks['mark']>(async () => ({ name: '标好.xlsx', blob: new Blob(['x']) }))
  const recordWorkbooks = async (): Promise<RecordWorkbooks> => ({
    make: async () => ({ name: 'yulan-record.xlsx', blob: new Blob(['x']) }),
    compare: async () => ({
      status: 'compared',
      comparison: compareWorkbook(reopened(workbook), now),
      record: now,
      language: 'zh-CN',
    }),
    mark,
  })
  mounted = mountPanels({
    session: { recordWorkbook: new File(['x'], '某份.xlsx') },
    services: { recordWorkbooks, saveFile: (name, content) => saved.set(name, content) },
  })
  return { saved, mark }
}

const changesIn = (saved: Map<string, string | Blob>) =>
  (JSON.parse(String(saved.get('yulan-changes-2027-01-01.json'))) as { changes: { id: string; new: unknown }[] })
    .changes

test('a workbook’s changes, conflicts, wrong cells and missing rows are told; what is taken is saved', async () => {
  const { saved, mark } = mountedWorkbook()
  const list = await appears('.workbook-list[aria-label="改动"]')
  const region = labelled('资料工作簿')
  expect(list.children).toHaveLength(2)
  expect(list.children[0]?.textContent).toContain('p1 的内容。')
  expect(list.children[0]?.textContent).toContain('改了一。')
  expect(region.textContent).toContain('今天的资料是 2027-01-01 的')
  expect(region.textContent).toContain('工作簿里少了 1 行（p4）')
  expect(labelled('写错的格子').textContent).toContain('规划事项 E4')
  expect(labelled('写错的格子').textContent).toContain('“也许”不在列表里')

  one('button', '改了一。', list).click()
  expect(mounted.store.getState().view.feature).toBe('port')

  one('button', '存改动文件（1 处）', region).click()
  expect(changesIn(saved).map(({ id }) => id)).toEqual(['p1'])
  input(list, '工作簿里的').click()
  one('button', '存改动文件（2 处）', region).click()
  expect(changesIn(saved).find(({ id }) => id === 'p2')).toMatchObject({ old: '别人改了二。', new: '我改了二。' })
  labelled('采用：改了一。').click()
  one('button', '存改动文件（1 处）', region).click()
  expect(changesIn(saved).map(({ id }) => id)).toEqual(['p2'])

  one('button', '存标好错的工作簿', region).click()
  await vi.waitUntil(() => saved.has('标好.xlsx'))
  expect(mark.mock.calls[0]?.[1].map(({ id }) => id)).toEqual(['p3'])

  one('button', '关闭资料工作簿').click()
  await vi.waitUntil(() => !document.querySelector('.workbook'))
})

test('an untouched workbook says that there is no difference; Escape closes it', async () => {
  mountedWorkbook(false)
  await vi.waitUntil(() => document.querySelector('.workbook')?.textContent?.includes('没有差别'), { timeout: 20_000 })
  expect(document.querySelector('.workbook-list')).toBeNull()
  labelled('资料工作簿').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
  await vi.waitUntil(() => !document.querySelector('.workbook'))
})

test('the workbook is offered in 资料与说明', async () => {
  const saveFile = vi.fn()
  mounted = mountPanels({
    view: { item: { kind: 'page', id: 'about' } },
    services: {
      saveFile,
      recordWorkbooks: async () => ({
        make: async () => ({ name: 'yulan-record-2026-11-30.xlsx', blob: new Blob(['x']) }),
        compare: async () => ({ status: 'unread' }),
        mark: async () => ({ name: '', blob: new Blob() }),
      }),
    },
  })
  await vi.waitUntil(() => document.querySelector('.about-sources'), { timeout: 20_000 })
  const details = [...document.querySelectorAll('details')].find((found) =>
    found.textContent?.includes('在工作簿里维护资料'),
  )
  if (!details) throw new Error('no place for the workbook')
  details.open = true
  details.dispatchEvent(new Event('toggle'))
  await vi.waitUntil(() => document.querySelector('.workbook-actions'), { timeout: 20_000 })
  one('button', '导出工作簿').click()
  await vi.waitUntil(() => saveFile.mock.calls.length > 0)
  expect(saveFile.mock.calls[0]?.[0]).toBe('yulan-record-2026-11-30.xlsx')
  expect(one('button', '打开改过的工作簿')).toBeTruthy()
})
