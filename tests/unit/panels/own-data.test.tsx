/** 我的数据: what it says of a file, what the reader decides, and where that goes. */
import { afterEach, expect, test, vi } from 'vitest'
import { positionsOf } from '../../../geo/base/position'
import { carriedLayers } from '../../../src/model/own-data/carried'
import { noOwnData } from '../../../src/model/own-data/own-data'
import type { OwnTable } from '../../../src/model/own-data/own-table'
import { offerCarried } from '../../../src/own-data'
import { createOwnActions } from '../../../src/state/own-actions'
import { all, appears, focusName, type Mounted, mountPanels, one, press } from '../../fixtures/mounted-panels'
import { ownTable, pointAt, strewnTable } from '../../fixtures/own-table'

let mounted: Mounted
afterEach(() => mounted.end())

const plots = (more: Partial<OwnTable> = {}) =>
  ownTable(
    { 名称: 'text', 用途: 'text', 面积: 'number' },
    [
      [['照母山地块', '居住', 12.5], pointAt(106.51, 29.62)],
      [['蔡家地块', '工业', 40], pointAt(106.45, 29.74)],
      [['礼嘉地块', '居住', 3], null],
    ],
    more,
  )

async function opened(table: OwnTable = plots()) {
  mounted = mountPanels()
  const own = createOwnActions(mounted.store)
  own.addPlaced(table)
  const panel = await appears('section[aria-label="我的数据"]')
  await vi.waitUntil(() => panel.querySelector('.own-row'))
  return { own, panel }
}
const layers = () => mounted.store.getState().session.own?.layers ?? []
const rowNames = (panel: HTMLElement) => [...panel.querySelectorAll('.own-row-title')].map((each) => each.textContent)
function choose(select: HTMLSelectElement | null, text: string) {
  const option = [...(select?.options ?? [])].find((each) => each.textContent === text)
  if (!select || !option) throw new Error(`nothing called ${text} to choose`)
  select.value = option.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}
function write(input: HTMLInputElement | null, text: string) {
  if (!input) throw new Error('no field to write into')
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

test('one door: its button, and 我的数据 beside it once there are some', async () => {
  const given: string[] = []
  mounted = mountPanels({ services: { openFiles: async (files) => void given.push(...files.map(({ name }) => name)) } })
  expect(one('button', '打开文件')).toBeTruthy()
  expect(all('button').some((each) => each.textContent === '我的数据')).toBe(false)
  const picker = document.querySelector<HTMLInputElement>('input[type=file][multiple]')
  if (!picker) throw new Error('no input behind the button')
  Object.defineProperty(picker, 'files', { value: [new File(['1'], 'a.csv'), new File(['2'], 'b.geojson')] })
  Object.defineProperty(picker, 'value', { value: '', writable: true })
  picker.dispatchEvent(new Event('change'))
  expect(given).toEqual(['a.csv', 'b.geojson'])
  createOwnActions(mounted.store).addPlaced(plots())
  const panel = await appears('section[aria-label="我的数据"]')
  expect(one('button', '我的数据').getAttribute('aria-expanded')).toBe('true')
  expect(panel.textContent).toContain('自备数据·未核')
  expect(document.querySelector('.statement')?.textContent).toContain('自备数据·未核')
})

test('it says what was read, and what was not: row, column, value and reason, as a list of that name', async () => {
  const { panel } = await opened(plots({ problems: [{ row: 9, column: 'C', value: '十二', reason: 'bad-number' }] }))
  expect(panel.textContent).toContain('CSV · 读入 3 行，2 行有位置，1 处未读入')
  const list = panel.querySelector('ul[aria-label="未读入的行"]')
  expect(list?.textContent).toMatch(/第 9 行 C 列：.*数.*十二/)
})

test('rows are found, filtered and coloured by any column; the total follows', async () => {
  const { panel } = await opened()
  expect(rowNames(panel)).toEqual(['照母山地块', '蔡家地块', '礼嘉地块'])
  write(panel.querySelector('input[type=search]'), '地块')
  const selects = panel.querySelectorAll('select')
  choose(selects[1] ?? null, '用途')
  const workshop = [...panel.querySelectorAll<HTMLLabelElement>('.own-filter label')].find((each) =>
    each.textContent?.includes('工业'),
  )
  workshop?.querySelector('input')?.click()
  expect(rowNames(panel)).toEqual(['照母山地块', '礼嘉地块'])
  expect(panel.querySelector('output')?.textContent).toBe('2 行，共 3 行')
  choose(selects[1] ?? null, '面积')
  write(panel.querySelector('input[aria-label="面积 不小于"]'), '10')
  expect(rowNames(panel)).toEqual(['照母山地块'])
  one('button', '清除筛选', panel).click()
  expect(rowNames(panel)).toHaveLength(3)
  choose(selects[0] ?? null, '用途')
  expect(layers()[0]?.colourBy).toBe(1)
  expect(panel.querySelector('ul[aria-label="图例"]')?.textContent).toMatch(/居住2工业1/)
})

test('a row opens with all its values, and Escape goes back to the list, then out', async () => {
  const { panel } = await opened()
  const body = panel.querySelector('.panel-body') as HTMLElement
  body.scrollTop = 240
  panel.querySelectorAll<HTMLElement>('.own-row')[1]?.click()
  expect(focusName()).toBe('蔡家地块')
  expect(body.scrollTop).toBe(0)
  expect(panel.querySelector('.own-values')?.textContent).toBe('名称蔡家地块用途工业面积40')
  expect(panel.textContent).toContain('地块.csv，第 3 行')
  press('Escape')
  expect(mounted.store.getState().session.own?.row).toBeUndefined()
  one('button', '我的数据').focus()
  panel.querySelector<HTMLElement>('.own-row')?.focus()
  press('Escape')
  expect(mounted.store.getState().session.own?.open).toBe(false)
  expect(layers()).toHaveLength(1)
})

test('own layers of a briefing file are offered, and come onto the map only when the reader says so', async () => {
  mounted = mountPanels()
  const { store, actions } = mounted
  const given = { table: plots(), datum: { kind: 'wgs84' }, visible: true, keep: false, id: 'own7' } as const
  offerCarried(JSON.parse(JSON.stringify(carriedLayers([given]))), { store, actions })
  offerCarried({ kind: 'yulan-own-data', layers: [{}] }, { store, actions })
  expect(layers()).toEqual([])
  expect(document.querySelector('.notices')?.textContent).toContain('汇报文件里带有自备数据。')
  one('button', '放到地图上').click()
  expect(layers()).toMatchObject([{ id: 'own1', carried: true, keep: false, table: { name: '地块.csv' } }])
  expect(store.getState().view.ownFiles).toBe(1)
  expect(document.querySelector('.notices')?.textContent).not.toContain('汇报文件')
})

test('around a row its buffer is on the map as wide as is asked, and goes with the row', async () => {
  const { panel } = await opened()
  const near = () => mounted.store.getState().session.own?.near
  const height = () => {
    const shape = near()?.shape
    const all = shape ? positionsOf(shape).map(([, latitude = 0]) => latitude) : []
    return (Math.max(...all) - Math.min(...all)) * 111
  }
  panel.querySelectorAll<HTMLElement>('.own-row')[0]?.click()
  await vi.waitUntil(near, { timeout: 10_000 })
  expect(height()).toBeCloseTo(2, 0)
  choose(panel.querySelector('.own-row-panel select'), '5 公里 内')
  await vi.waitUntil(() => height() > 5)
  expect(height()).toBeCloseTo(10, 0)
  press('Escape')
  expect(near()).toBeUndefined()
  // A row without a place has nothing around it.
  panel.querySelectorAll<HTMLElement>('.own-row')[2]?.click()
  await vi.waitUntil(() => focusName() === '礼嘉地块')
  expect(near()).toBeUndefined()
})

test('the datum is proposed and decided by the reader: nothing is on the map before', async () => {
  mounted = mountPanels()
  createOwnActions(mounted.store).askDatum(strewnTable(4))
  const panel = await appears('section[aria-label="我的数据"]')
  const apply = one('button', '按此上图', panel) as HTMLButtonElement
  expect(apply.disabled).toBe(true)
  expect(layers()).toEqual([])
  const [, gcj] = panel.querySelectorAll<HTMLInputElement>('input[type=radio]')
  gcj?.click()
  expect(apply.disabled).toBe(false)
  expect(layers()).toEqual([])
  apply.click()
  expect(layers()[0]?.datum).toEqual({ kind: 'gcj02' })
  expect(mounted.store.getState().view.ownFiles).toBe(1)
  expect(layers()[0]?.table.rows[0]?.geometry).not.toEqual(strewnTable(4).rows[0]?.geometry)
})

test('layers are ordered, hidden and removed', async () => {
  const { own, panel } = await opened()
  own.addPlaced(plots({ name: '项目.xlsx', format: 'xlsx' }))
  await vi.waitUntil(() => panel.querySelectorAll('.own-layer').length === 2)
  one('button', '下移 项目.xlsx', panel).click()
  expect(layers().map(({ table }) => table.name)).toEqual(['地块.csv', '项目.xlsx'])
  panel.querySelector<HTMLInputElement>('input[aria-label="在地图上显示 项目.xlsx"]')?.click()
  expect(mounted.store.getState().view.ownFiles).toBe(1)
  one('button', '移除 项目.xlsx', panel).click()
  await vi.waitUntil(() => layers().length === 1)
})

test('a question that cannot be answered says why', async () => {
  const { panel } = await opened()
  panel.querySelector('summary')?.click()
  const field = panel.querySelector<HTMLInputElement>('.feature-field input')
  if (!field) throw new Error('no field for the feature')
  field.value = '果园港'
  field.dispatchEvent(new Event('change', { bubbles: true }))
  one('button', '查', panel).click()
  expect(panel.querySelector('.own-question [role=status]')?.textContent).toMatch(/果园港 没有/)
  expect(layers()[0]?.filter?.found).toBeUndefined()
})

test('files that were refused are named with the reason', async () => {
  mounted = mountPanels()
  createOwnActions(mounted.store).refuse({ name: '坏.xlsx', reason: 'encrypted', values: {} })
  const panel = await appears('section[aria-label="我的数据"]')
  const list = panel.querySelector('section[aria-label="未能打开的文件"]')
  expect(list?.textContent).toContain('坏.xlsx')
  one('button', '收起', panel).click()
  expect(mounted.store.getState().session.own).toMatchObject({ ...noOwnData, open: true })
})

test('a workbook can be had back with its unread cells marked, as long as it is at hand', async () => {
  const given: string[] = []
  const services = {
    ownData: async () => ({ saveMarked: async ({ name }: OwnTable) => given.push(name) > 1 }) as never,
  }
  mounted = mountPanels({ services })
  const problems = [{ row: 9, column: 'C', value: '十二', reason: 'bad-number' as const }]
  createOwnActions(mounted.store).addPlaced(plots({ name: 'a.xlsx', format: 'xlsx', problems }))
  const panel = await appears('section[aria-label="我的数据"]')
  await vi.waitUntil(() => panel.querySelector('.own-row'))
  one('button', '下载标注过的工作簿').click()
  await vi.waitUntil(() => panel.textContent?.includes('原工作簿已不在手边'))
  one('button', '下载标注过的工作簿').click()
  await vi.waitUntil(() => !panel.textContent?.includes('原工作簿已不在手边'))
  expect(given).toEqual(['a.xlsx', 'a.xlsx'])
})
