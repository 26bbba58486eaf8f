import { expect, test } from 'vitest'
import { sampled } from '../fixtures/corpus'
import { violations } from './axe'
import { devices } from './browser'
import type { MapPage } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()
const patienceMilliseconds = 300_000

/** Every sort of panel and what it shows when it is there; the small districts, so that no list is long. */
const states: { [name: string]: { fields: string; shows: string; act?: (page: MapPage) => Promise<void> } } = {
  'nothing selected': { fields: '', shows: '.theme-count' },
  'a district': { fields: 'd500104', shows: 'aside .plans li' },
  'its features': { fields: 'd500104~pt.features', shows: 'aside .inside li' },
  'its projects': { fields: 'd500104~pt.projects', shows: 'aside [role=tabpanel] p:visible' },
  'its neighbours': { fields: 'd500104~pt.links', shows: 'aside .neighbours li' },
  'its contradictions': { fields: 'd500104~pt.conflicts', shows: 'aside [role=tabpanel] h3:visible' },
  'Yubei’s indicators': { fields: 'd500112~pt.indicators', shows: 'aside .plans li' },
  'a zone': { fields: 'fljxq', shows: 'aside .plans li' },
  'a corridor': { fields: 'fyuguigaotie', shows: 'aside .plans li' },
  'a place': { fields: 'fgyport', shows: 'aside .plans li' },
  'a plan': { fields: 'd500113~pp.pa013', shows: 'aside .plan-open' },
  'a project': { fields: 'd500112~pj.1', shows: 'aside [aria-label=来源] li, aside [aria-label=Sources] li' },
  'an indicator': { fields: 'd500112~pi.3', shows: 'aside .conflict' },
  'a document': { fields: 'ps.cqrb2004', shows: 'aside .lines li' },
  'the notes': { fields: 'pg.about', shows: '.about-sources li' },
  'two districts compared': { fields: 'd500104.500113~c1', shows: '.compare-table' },
  'three districts compared': { fields: 'd500103.500106.500108~c1', shows: '.compare-table' },
  charts: { fields: 'pg.statistics', shows: '.chart' },
  'a year': { fields: 'w2022', shows: '.time-numbers' },
  'filters in use': { fields: 'd500113~t.in.tr~q.splanned.kplatform.g1.n500113', shows: '.filter-line p' },
  'nothing passes the filters': { fields: 'd500104~t.ru~q.sbuilt.i100000-', shows: '.hidden-note' },
  'a form to ask': { fields: 'pg.analysis', shows: '.ask-form' },
  'a buffer': { fields: 'fgyport~abuf2000.gyport', shows: '.analysis .analysis-list li' },
  adjacency: { fields: 'd500113~aadj2.500113', shows: '.analysis-claims li' },
  crossing: { fields: 'fyuguigaotie~acro1000.yuguigaotie', shows: '.passages li' },
  between: { fields: 'abtw.gyport.500113', shows: '.analysis .analysis-list li' },
  'a question without an answer': { fields: 'abuf1.gyport', shows: '.analysis-problem' },
  filters: { fields: '', shows: '.filters .chip', act: (page) => page.pressButton(/^(筛选|Filters)/) },
  'the list': { fields: '', shows: '.virtual-row', act: (page) => page.pressButton(/^(目录|Catalogue)/) },
  'the search': {
    fields: '',
    shows: '[role=option]',
    act: async (page) => {
      await page.press('/')
      await page.page.locator('.search-input').fill('gyg')
    },
  },
  sharing: { fields: 'd500104', shows: '.share-qr-code', act: (page) => page.pressButton(/^(分享|Share)$/) },
}

/** Visits the states one after another in one page; answers what is wrong by state. */
async function walk(page: MapPage, names: readonly string[], rules?: string[]) {
  const wrong: { [state: string]: string[] } = {}
  for (const name of names) {
    const state = states[name]
    if (!state) throw new Error(`there is no state ${name}`)
    await page.show(state.fields)
    await state.act?.(page)
    await page.page.locator(state.shows).first().waitFor({ timeout: 20_000 })
    await page.settled()
    const found = await violations(page, rules)
    if (found.length > 0) wrong[name] = found
    // What belongs to no view closes by itself only when it is asked to.
    if (state.act) await page.press('Escape')
    if (name === 'the search') await page.press('Escape')
  }
  return wrong
}

const all = Object.keys(states)
const some = sampled(all, 7)
const someKinds = sampled(
  ['a district', 'an indicator', 'two districts compared', 'charts', 'a buffer', 'filters', 'the list'],
  3,
)

test('axe finds nothing on the engine’s map, its controls, its legend and its layers', async () => {
  const page = await scene.open()
  expect(await violations(page)).toEqual([])
  await page.page.locator('.map-legend summary').click()
  await page.page.locator('.map-legend li').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.pressButton('图层')
  await page.page.getByRole('checkbox', { name: '点位' }).uncheck()
  expect(await violations(page)).toEqual([])
  await page.page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, ['color-contrast'])).toEqual([])
})

test(
  'axe finds nothing in any state: light, dark, in English, on a phone',
  async () => {
    // The panels are the same over the static map, which does not redraw a map for each of a hundred states.
    const page = await scene.open({ panelsOnly: true })
    await page.themes().first().waitFor()
    expect(await walk(page, sampled(all, 16))).toEqual({})
    await page.page.emulateMedia({ colorScheme: 'dark' })
    expect(await walk(page, some, ['color-contrast'])).toEqual({})
    await page.page.setViewportSize(devices.phone)
    expect(await walk(page, some)).toEqual({})
    await page.page.emulateMedia({ colorScheme: 'light' })
    await page.show('')
    await page.pressButton('English')
    expect(await walk(page, someKinds)).toEqual({})
    await page.page.setViewportSize(devices.desktop)
    expect(await walk(page, someKinds)).toEqual({})
  },
  patienceMilliseconds,
)

/** What of the page is out of reach: wider than the screen, or lying on something else that can be pressed. */
async function overlaps({ page }: MapPage): Promise<string[]> {
  return page.evaluate(() => {
    const wide =
      document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} px wide`] : []
    const parts = [
      '.statement p',
      '.statement button',
      '.map-scale',
      '.map-controls',
      '.map-legend',
      '.layer-bar',
      '.time',
      '.sheet',
    ]
    const boxes = parts.flatMap((part) =>
      [...document.querySelectorAll(`${part}`)].map((element) => ({ part, box: element.getBoundingClientRect() })),
    )
    const shown = boxes.filter(({ box }) => box.width > 0 && box.height > 0)
    const meet = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    const pairs = shown.flatMap((one, at) => shown.slice(at + 1).map((other) => [one, other] as const))
    return [
      ...wide,
      ...pairs.filter(([one, other]) => meet(one.box, other.box)).map(([one, other]) => `${one.part} × ${other.part}`),
    ]
  })
}

/** What still overlaps when the page has had time to come to rest. */
async function lastingOverlaps(page: MapPage): Promise<string[]> {
  const end = Date.now() + 5_000
  for (;;) {
    await page.settled()
    const found = await overlaps(page)
    if (found.length === 0 || Date.now() > end) return found
  }
}

/** Browsers at 200 % zoom have half as many pixels of the page. */
const screens = {
  'a phone': devices.phone,
  'a small phone': { width: 320, height: 568 },
  'a desktop': devices.desktop,
  'a projector': devices.laptop,
  '200 % on a desktop': { width: 720, height: 450 },
}
const onTheMap = [
  'nothing selected',
  'a district',
  'a year',
  'a buffer',
  'charts',
  'two districts compared',
  'the list',
]

test(
  'nothing on the map lies on anything else, on any screen',
  async () => {
    const page = await scene.open({ device: { width: 390, height: 844 } })
    const wrong: { [state: string]: string[] } = {}
    for (const [screen, size] of Object.entries(screens)) {
      await page.page.setViewportSize(size)
      for (const name of onTheMap) {
        const { fields = '', act, shows = 'body' } = states[name] ?? {}
        await page.show(fields)
        await act?.(page)
        await page.page.locator(shows).first().waitFor({ timeout: 20_000 })
        const found = await lastingOverlaps(page)
        if (found.length > 0) wrong[`${name}, ${screen}`] = found
        if (act) await page.pressButton(/^目录/)
      }
    }
    expect(wrong).toEqual({})
  },
  patienceMilliseconds,
)

test('with forced colours what is chosen can be told from what is not', async () => {
  const page = await scene.open({ panelsOnly: true })
  await page.page.emulateMedia({ forcedColors: 'active' })
  await page.themes().first().click()
  await page.addressHolds(({ themes }) => themes.length === 9)
  const colours = await page.page.evaluate(() =>
    [...document.querySelectorAll('.theme')].slice(0, 2).map((theme) => getComputedStyle(theme).backgroundColor),
  )
  expect(colours[0]).not.toBe(colours[1])
})

test('with reduced motion nothing moves', async () => {
  const page = await scene.open({ panelsOnly: true, link: '1~d500104' })
  await page.showsPanelOf('大渡口区')
  const moving = await page.page.evaluate(() => document.getAnimations().length)
  expect(moving).toBe(0)
})
