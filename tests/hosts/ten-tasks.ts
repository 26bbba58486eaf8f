/** The ten commonest tasks on the built site, for any browser that can be driven. */
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'

/** A browser of a test: its pages come at rest. */
export interface HostBrowser {
  /** Where it finds the site, if elsewhere than where the tests serve it. */
  readonly place?: string
  open: (address: string) => Promise<HostPage>
  close: () => Promise<void>
}

/** A page, its console errors, and what can be done on it. Selectors are CSS; a text narrows what they find. */
export interface HostPage {
  readonly complaints: string[]
  close: () => Promise<void>
  press: (key: 'Enter' | '/') => Promise<void>
  type: (text: string) => Promise<void>
  clickAt: (x: number, y: number) => Promise<void>
  hasWebgl2: () => Promise<boolean>
  clipboard: () => Promise<string>
  /** The value of `m`, empty while the address has none. */
  link: () => string
  count: (selector: string) => Promise<number>
  /** Waits for what the selector finds with this text in its label, or in its content where it has none. */
  find: (selector: string, text?: string | RegExp) => Promise<unknown>
  click: (selector: string, text?: string | RegExp) => Promise<void>
  text: (selector: string) => Promise<string>
  /** Waits until the address holds this. */
  linkHolds: (pattern: RegExp) => Promise<void>
}

/** Runs in the page: the first visible element the selector finds whose label or content matches. */
export function visibleElement([selector, pattern]: readonly [string, string]): Element | undefined {
  return [...document.querySelectorAll(selector)].find((element) => {
    const box = element.getBoundingClientRect()
    const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return box.width > 0 && box.height > 0 && new RegExp(pattern).test(words.trim())
  })
}

/** Returns the source of a pattern that finds this text, or of the pattern itself. */
export const patternSource = (text: string | RegExp): string =>
  typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source

/** Returns the value of `m` in an address, empty where it has none. */
export const linkIn = (address: string): string => new URL(address).searchParams.get('m') ?? ''

const detailTitle = 'aside[aria-label="详情"] h2'
const answer = '[role="region"][aria-label="分析结果"], section[aria-label="分析结果"]'

/** Declares one test a task, each on a page of its own; `place` is the address of the page, the site's if undefined. */
export function testTenTasks(start: () => Promise<HostBrowser>, place = inject('siteAddress')): void {
  let browser: HostBrowser | undefined
  let page: HostPage | undefined
  beforeAll(async () => {
    browser = await start()
  })
  afterEach(async () => {
    await page?.close()
    page = undefined
  })
  afterAll(() => browser?.close())

  const open = async (link?: string): Promise<HostPage> => {
    if (!browser) throw new Error('the browser has not started')
    const address = browser.place ?? place
    page = await browser.open(link ? `${address}?m=${link}` : address)
    return page
  }

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
}
