/** How the application starts and answers with a record many times as large as its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'
import { type Answer, pressToPaint } from './interactions'
import { multiplied, readFiles, siteWith } from './multiplied'
import { serveFolders } from './server'
import { percentile } from './statistics'

/** What is measured with one record, in milliseconds; the heap in bytes after collection. */
export interface LargeFigures {
  idle: number
  /** Until the record is on the map. */
  rest: number
  toggle: number[]
  firstSearch: number[]
  search: number[]
  select: number[]
  year: number[]
  /** The longest task while the record came, and while each kind of press was answered. */
  tasks: { [during: string]: number }
  heap: number
}

/** Measures with the record of a built site `times` over. */
export async function measureLarge(browser: Browser, site: string, times: number): Promise<LargeFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'yulan-bench-large-'))
  siteWith(site, folder, multiplied(readFiles(site), times))
  const server = await serveFolders({ app: folder })
  try {
    return await measured(await MapPage.open(browser, `${server.address}app/`, { before: watchTasks }))
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const watchTasks = async (page: Page) => {
  // The runner's compiler wraps inner functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name ??= (inner) => inner')
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const longest = Math.max(...list.getEntries().map(({ duration }) => duration))
      Reflect.set(window, 'longest', Math.max(Number(Reflect.get(window, 'longest') ?? 0), longest))
    }).observe({ type: 'longtask', buffered: true })
  })
}

const longestTask = (page: Page) =>
  page.evaluate(() => {
    const longest = Number(Reflect.get(window, 'longest') ?? 0)
    Reflect.set(window, 'longest', 0)
    return longest
  })

const pauseMilliseconds = 500

async function measured(map: MapPage): Promise<LargeFigures> {
  const { page } = map
  await map.mapRests()
  const [idle = Number.NaN, rest = Number.NaN] = [await map.mark('yulan:map-idle'), await map.mark('yulan:map-rest')]
  const tasks: LargeFigures['tasks'] = { start: await longestTask(page) }
  const series = async (name: string, presses: readonly (() => Promise<void>)[], answer: (turn: number) => Answer) => {
    const times: number[] = []
    for (const [turn, press] of presses.entries()) {
      times.push(await pressToPaint(page, press, answer(turn)))
      await page.waitForTimeout(pauseMilliseconds)
      await map.mapRests()
    }
    tasks[name] = await longestTask(page)
    return times
  }
  const themes = [0, 3, 0, 3]
  const toggle = await series(
    'toggle',
    themes.map((theme) => () => map.themes().nth(theme).click()),
    (turn) => ({ toggled: themes[turn] ?? 0 }),
  )
  const box = page.getByRole('combobox').first()
  await box.focus()
  const type = (key: string) => () => map.press(key)
  const found = () => ({ otherText: '#search-list' })
  const firstSearch = await series('firstSearch', [type('y')], found)
  const search = await series('search', [type('u'), type('b'), type('e')], found)
  await map.press('Escape')
  await map.press('Escape')
  await map.openList()
  const names = ['渝北区', '巴南区', '北碚区']
  const rows = names.map((name) => async () => (await map.rowOf(name)).click())
  const select = await series('select', rows, (turn) => ({ title: names[turn] ?? '' }))
  await page.locator('.time-toggle').click()
  await page.locator('.time-slider').focus()
  const steps = [0, 1, 2].map(() => () => map.press('ArrowRight'))
  const year = await series('year', steps, () => ({ otherText: '.time-now' }))
  const session = await page.context().newCDPSession(page)
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage')
  await map.close()
  return { idle, rest, toggle, firstSearch, search, select, year, tasks, heap }
}

/** Returns the figures as a row of a table: 95th percentiles, and the longest task of all. */
export function rowOf(times: number, figures: LargeFigures): string {
  const { idle, rest, tasks, heap, ...series } = figures
  const answers = Object.values(series).map((values) => percentile(values, 0.95))
  const cells = [idle, rest, ...answers, Math.max(...Object.values(tasks))].map((value) => value.toFixed(0))
  return `| ${[`${times} ×`, ...cells, (heap / 1e6).toFixed(0)].join(' | ')} |`
}

/** The head of that table; times in milliseconds, the heap in MB. */
export const largeHead =
  '| record | idle | rest | toggle | first search | search | select | year | longest task | heap |\n| --- |' +
  ' ---: |'.repeat(9)
