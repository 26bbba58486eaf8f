/**
 * A scripted tour, the same on every page: drags and turns of the wheel about the middle, and the longest tasks of the
 * main thread meanwhile.
 */
import { type Browser, devices, freshProfile, type Page } from '../e2e/browser'
import type { Contender } from './load'
import { type MainTask, startTrace, stopTrace } from './trace'

/** Right of the application's left panel, on the map of each page. */
const middle = { x: 800, y: 450 }
const stepMilliseconds = 30
const restMilliseconds = 350
const longMilliseconds = 50

/** Returns the tasks of the main thread that took 50 ms and more by the clock. */
export async function measureTour(browser: Browser, site: string, contender: Contender): Promise<MainTask[]> {
  const profile = await freshProfile(browser, devices.desktop)
  try {
    const page = await profile.newPage()
    await page.goto(`${site}${contender.name}/`)
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, contender.idle)
    // What each fetches after its first idle has come.
    await page.waitForTimeout(2500)
    await startTrace(browser, page)
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
    return (await stopTrace(browser)).tasks.filter(({ clock }) => clock >= longMilliseconds)
  } finally {
    await profile.close()
  }
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
