/** The ten commonest tasks in Firefox, on the built site. */
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { type Firefox, type FirefoxPage, startFirefox } from './firefox'

let firefox: Firefox
let page: FirefoxPage | undefined
beforeAll(async () => {
  firefox = await startFirefox()
})
afterEach(async () => {
  await page?.close()
  page = undefined
})
afterAll(() => firefox?.close())

const open = async (link?: string): Promise<FirefoxPage> => {
  page = await firefox.open(link ? `${inject('siteAddress')}?m=${link}` : inject('siteAddress'))
  return page
}
const detailTitle = 'aside[aria-label="详情"] h2'
const answer = '[role="region"][aria-label="分析结果"], section[aria-label="分析结果"]'

test('opens with a map drawn by the engine', async () => {
  const map = await open()
  expect(await map.hasWebgl2()).toBe(true)
  expect(await map.count('#map canvas')).toBeGreaterThan(0)
  expect(await map.count('.theme')).toBe(10)
  expect(map.complaints).toEqual([])
})

test('a click on the map opens a district', async () => {
  const map = await open('1~z10.2~y29.35~x106.75')
  await map.clickAt(700, 700)
  await map.linkHolds(/~d50\d{4}~/)
  expect(await map.text(detailTitle)).toMatch(/区$/)
  expect(map.complaints).toEqual([])
})

test('a theme that is turned off leaves counts, address and list', async () => {
  const map = await open()
  await map.click('button', /^目录/)
  const total = async () => Number(/共\s*(\d+)\s*项/.exec(await map.text('[aria-label="目录"]'))?.[1])
  const all = await total()
  for (const theme of ['科创', '开放', '交通', '生态', '文旅', '城市品质', '乡村', '民生', '协同'])
    await map.click('.theme', theme)
  await map.linkHolds(/~t\.in~/)
  await expect.poll(total).toBeLessThan(all)
  expect(await total()).toBeGreaterThan(0)
})

test('a search by initials finds a place and opens it', async () => {
  const map = await open()
  await map.press('/')
  await map.type('gyg')
  await map.find('[role="option"]', '果园港')
  await map.press('Enter')
  await map.find(detailTitle, '果园港')
  await map.linkHolds(/~fgyport~/)
  expect(map.complaints).toEqual([])
})

test('a plan opens with its sources', async () => {
  const map = await open('1~d500113~pp.pa013')
  await map.find('.plan-open')
  await map.find('aside[aria-label="详情"] .sources li')
  expect(map.complaints).toEqual([])
})

test('the list opens and its entry leads to the panel', async () => {
  const map = await open()
  await map.click('button', /^目录/)
  await map.click('[aria-label="目录"] a', '巴南区')
  await map.find(detailTitle, '巴南区')
})

test('the statistics draw their charts', async () => {
  const map = await open()
  await map.click('button', /^统计/)
  await map.find('aside[aria-label="统计"] .chart')
  await map.linkHolds(/~pg\.statistics~/)
  expect(map.complaints).toEqual([])
})

test('a buffer answers with what lies within it', async () => {
  const map = await open('1~fgyport')
  await map.click('aside[aria-label="详情"] button', '缓冲分析')
  await map.linkHolds(/~abuf\d+\.gyport~/)
  await map.find(`:is(${answer}) li`)
  expect(map.complaints).toEqual([])
})

test('two districts are compared', async () => {
  const map = await open('1~d500112')
  await map.click('aside[aria-label="详情"] button', '对比')
  await map.find('.compare-table')
  await map.linkHolds(/~c1~/)
  expect(map.complaints).toEqual([])
})

test('a copied link opens the same view again', async () => {
  const map = await open('1~d500112~z10.5~y29.8~x106.7')
  await map.click('.theme', '产业')
  await map.linkHolds(/~t\./)
  await map.click('button', '复制链接')
  await expect.poll(map.clipboard).toContain('m=1~d500112~t.')
  const link = new URL(await map.clipboard()).searchParams.get('m') ?? ''
  await map.close()
  const again = await open(link)
  await again.find(detailTitle, '渝北区')
  expect(await again.count('.theme[aria-pressed="false"]')).toBe(1)
  expect(again.link()).toBe(link)
})
