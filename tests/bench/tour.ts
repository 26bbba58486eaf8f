/**
 * A scripted tour, the same on every page: drags and turns of the wheel about the middle, and the longest tasks of the
 * main thread meanwhile. By the clock a task also lasts while other threads have the processor, which here draw the map;
 * its own time is what the page's code took.
 */
import { type Browser, devices, freshProfile, type Page } from '../e2e/browser'
import type { Contender } from './load'

/** A task of the main thread that took 50 ms and more by the clock, in milliseconds. */
export interface TourTask {
  clock: number
  own: number
}

/** Right of the application's left panel, on the map of each page. */
const middle = { x: 800, y: 450 }
const stepMilliseconds = 30
const restMilliseconds = 350
const longMicroseconds = 50_000

export async function measureTour(browser: Browser, site: string, contender: Contender): Promise<TourTask[]> {
  const profile = await freshProfile(browser, devices.desktop)
  try {
    const page = await profile.newPage()
    await page.goto(`${site}${contender.name}/`)
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, contender.idle)
    // What each fetches after its first idle has come.
    await page.waitForTimeout(2500)
    await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
    await drag(page, -260, -120)
    await wheel(page, -100, 6)
    await drag(page, 300, 40)
    await wheel(page, -100, 8)
    await drag(page, -200, 220)
    await drag(page, 280, -160)
    await wheel(page, 100, 10)
    await drag(page, 120, 200)
    await wheel(page, 100, 6)
    await page.waitForTimeout(1000)
    return longTasks((await browser.stopTracing()).toString())
  } finally {
    await profile.close()
  }
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  dur?: number
  /** Microseconds, as `dur`; the thread's own. */
  tdur?: number
  args: { name?: string }
}

function longTasks(trace: string): TourTask[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map((event) => threadOf(event)),
  )
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && mainThreads.has(threadOf(event)))
    .filter(({ dur = 0 }) => dur >= longMicroseconds)
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, own: tdur / 1000 }))
}

async function drag(page: Page, x: number, y: number) {
  const steps = 15
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(middle.x + (x * step) / steps, middle.y + (y * step) / steps)
    await page.waitForTimeout(stepMilliseconds)
  }
  await page.mouse.up()
  await page.waitForTimeout(restMilliseconds)
}

async function wheel(page: Page, delta: number, times: number) {
  await page.mouse.move(middle.x, middle.y)
  for (let turn = 0; turn < times; turn++) {
    await page.mouse.wheel(0, delta)
    await page.waitForTimeout(stepMilliseconds * 2)
  }
  await page.waitForTimeout(restMilliseconds)
}
