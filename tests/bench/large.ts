/**
 * How the application starts and answers with a record many times as large as its own, by the main thread's own time:
 * by the clock, what draws the map takes its share of the processor too.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'
import { type Answer, pressToPaint } from './interactions'
import { multiplied, readFiles, siteWith } from './multiplied'
import { serveFolders } from './server'
import { percentile } from './statistics'
import { ownTimeBetween, startTrace, stopTrace, tasksBetween } from './trace'

const presses = ['toggle', 'firstSearch', 'search', 'select', 'filter', 'compare', 'year'] as const
type Press = (typeof presses)[number]

/** What is measured with one record, in milliseconds; the heap in bytes after collection. */
export interface LargeFigures {
  /** Until the basemap is drawn, and until the record is on it, by the clock. */
  idle: number
  rest: number
  /** What the main thread ran until then. */
  start: number
  /** What it ran from each press until the answer was painted, and the time until then by the clock. */
  answers: { [press in Press]: { own: number; clock: number }[] }
  /** The longest task of the start, and from each press until the map rests: what finds the next button is not the page's. */
  tasks: { [during in 'start' | Press]: number }
  heap: number
}

/** Measures with the record of a built site `times` over. */
export async function measureLarge(browser: Browser, site: string, times: number): Promise<LargeFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'yulan-bench-large-'))
  siteWith(site, folder, multiplied(readFiles(site), times))
  const server = await serveFolders({ app: folder })
  try {
    return await measured(browser, `${server.address}app/`)
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const pauseMilliseconds = 500

async function measured(browser: Browser, address: string): Promise<LargeFigures> {
  const map = await MapPage.open(browser, address, { before: (page) => startTrace(browser, page) })
  const { page } = map
  await map.mapRests()
  const idle = (await map.mark('yulan:map-idle')) ?? Number.NaN
  await page.waitForTimeout(pauseMilliseconds)
  const { tasks: atStart, marks: started } = await stopTrace(browser)
  const firstOf = (mark: string) => started.get(`yulan:map-${mark}`)?.[0] ?? Number.NaN
  // The page takes the mark away again as soon as it goes on.
  const rest = idle + firstOf('rest') - firstOf('idle')
  const start = ownTimeBetween(atStart, 0, firstOf('rest'))
  const tasks: Partial<LargeFigures['tasks']> = { start: longest(atStart) }
  const answers: Partial<LargeFigures['answers']> = {}
  // The runner's compiler wraps inner functions in a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (inner) => inner')
  const series: Series = async (name, pressed, answer) => {
    await startTrace(browser, page)
    const clocks: number[] = []
    for (const [turn, press] of pressed.entries()) {
      clocks.push(await pressToPaint(page, press, answer(turn)))
      await page.waitForTimeout(pauseMilliseconds)
      await map.mapRests()
      await page.evaluate(() => performance.mark('bench:rest'))
    }
    const { tasks: ran, marks } = await stopTrace(browser)
    const at = (mark: string, turn: number) => marks.get(`bench:${mark}`)?.[turn] ?? Number.NaN
    tasks[name] = longest(pressed.flatMap((_, turn) => tasksBetween(ran, at('press', turn), at('rest', turn))))
    answers[name] = clocks.map((clock, turn) => ({
      own: ownTimeBetween(ran, at('press', turn), at('answer', turn)),
      clock,
    }))
  }
  await pressEverything(map, series)
  const session = await page.context().newCDPSession(page)
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage')
  await map.close()
  return { idle, rest, start, answers, tasks, heap } as LargeFigures
}

const longest = (tasks: readonly { own: number }[]) => Math.max(0, ...tasks.map(({ own }) => own))

type Series = (
  name: Press,
  pressed: readonly (() => Promise<void>)[],
  answer: (turn: number) => Answer,
) => Promise<void>

async function pressEverything(map: MapPage, series: Series) {
  const { page } = map
  const themes = [0, 3, 0, 3]
  await series(
    'toggle',
    themes.map((theme) => () => map.themes().nth(theme).click()),
    (turn) => ({ toggled: themes[turn] ?? 0 }),
  )
  await page.getByRole('combobox').first().focus()
  // From the field to the first key a reader takes as long at least.
  await page.waitForTimeout(pauseMilliseconds)
  const type = (key: string) => () => map.press(key)
  const found = () => ({ otherText: '#search-list' })
  await series('firstSearch', [type('y')], found)
  await series('search', [type('u'), type('b'), type('e')], found)
  await map.press('Escape')
  await map.press('Escape')
  await map.openList()
  const names = ['渝北区', '巴南区', '北碚区', '渝北区']
  const rows = names.map((name) => async () => (await map.rowOf(name)).click())
  await series('select', rows, (turn) => ({ title: names[turn] ?? '' }))
  await map.pressButton(/^筛选/)
  const chip = page.locator('.filters .chip', { hasText: '已完成' })
  await chip.waitFor()
  await series('filter', [() => chip.click(), () => chip.click(), () => chip.click(), () => chip.click()], () => ({
    otherText: '.filter-line',
  }))
  await map.pressButton(/^筛选/)
  const compare = () => map.panel().getByRole('button', { name: '对比' }).click()
  await series('compare', [compare], () => ({ otherText: 'aside h2' }))
  await map.press('Escape')
  await map.showsPanelOf('渝北区')
  await page.locator('.time-toggle').click()
  await page.locator('.time-slider').focus()
  const steps = [0, 1, 2].map(() => () => map.press('ArrowRight'))
  await series('year', steps, () => ({ otherText: '.time-now' }))
}

/** Returns the figures as a row of a table: 95th percentiles, own time and clock, and the longest task of all. */
export function rowOf(times: number, { idle, rest, start, answers, tasks, heap }: LargeFigures): string {
  const whole = (value: number) => value.toFixed(0)
  const p95 = (name: Press, which: 'own' | 'clock') =>
    whole(
      percentile(
        answers[name].map((each) => each[which]),
        0.95,
      ),
    )
  const [most, during] = Object.entries(tasks).reduce<[number, string]>(
    (so, [name, milliseconds]) => (milliseconds > so[0] ? [milliseconds, name] : so),
    [0, ''],
  )
  const cells = [
    ...[idle, rest, start].map(whole),
    ...presses.map((name) => `${p95(name, 'own')} (${p95(name, 'clock')})`),
    `${whole(most)} ${during}`,
    whole(heap / 1e6),
  ]
  return `| ${[`${times} ×`, ...cells].join(' | ')} |`
}

const columns = ['record', 'idle', 'rest', 'start', ...presses, 'longest task', 'heap']

/** The head of that table: own milliseconds of the main thread and, in brackets, by the clock; the heap in MB. */
export const largeHead = `| ${columns.join(' | ')} |\n| ---${' | ---:'.repeat(columns.length - 1)} |`
