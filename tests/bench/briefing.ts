/** How long a briefing takes from a press to the next scene at rest, and what two hundred changes leave on the heap. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { themeIds } from '../../data/schema-ids'
import type { StoredBriefing } from '../../src/model/briefing/briefing'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { type Browser, devices, freshProfile, type Page } from '../e2e/browser'

/** What a show of all briefings took. */
export interface ShowFigures {
  /** Milliseconds from the press to `yulan:map-rest`, by change. */
  changes: { briefing: string; from: number; to: number; milliseconds: number }[]
  /** Bytes of the page's heap after a forced collection, at the fiftieth and at the last change. */
  heap: { changes: number; bytes: number }[]
}

/** What a change of scene may take at the 95th percentile, in milliseconds. */
export const sceneLimitMilliseconds = 500
/** By what share the heap may have grown since the fiftieth change. */
export const heapLimit = 0.05

/** As a speaker does, who says something before the next press; what comes next is made ready meanwhile. */
const speechMilliseconds = 1200
const heapAt = [50, 200] as const
/** A mark that is still there after this long is that of the scene, not of a pause in the work. */
const steadyMilliseconds = 250

/** Plays each briefing forwards and backwards, a cut at a time, then goes on turning until change 200. */
export async function measureShow(browser: Browser, site: string, folder: string): Promise<ShowFigures> {
  const figures: ShowFigures = { changes: [], heap: [] }
  for (const briefing of briefingsOf(folder)) {
    const profile = await freshProfile(browser, devices.laptop)
    const page = await profile.newPage()
    // Before the page's own listeners: the show lets nobody hear its keys after it.
    await page.addInitScript(() =>
      addEventListener('keydown', () => Reflect.set(window, 'pressedAt', performance.now()), { capture: true }),
    )
    await openShow(page, site, briefing)
    const places = briefing.scenes.map((_, place) => place)
    for (const [key, order] of [
      ['PageDown', places],
      ['PageUp', [...places].reverse()],
    ] as const)
      for (const [index, from] of order.slice(0, -1).entries()) {
        await page.waitForTimeout(speechMilliseconds)
        const milliseconds = await turn(page, key)
        figures.changes.push({ briefing: briefing.slug, from: from + 1, to: (order[index + 1] ?? 0) + 1, milliseconds })
      }
    if (figures.heap.length === 0) figures.heap = await heapWhileTurning(page, briefing.scenes.length)
    await profile.close()
  }
  return figures
}

function briefingsOf(folder: string): StoredBriefing[] {
  const read: unknown = JSON.parse(readFileSync(join(folder, 'data/v1/briefings.json'), 'utf8'))
  return (read as { briefings: StoredBriefing[] }).briefings
}

async function openShow(page: Page, site: string, { slug, scenes, release }: StoredBriefing) {
  const scene = { briefing: slug, index: scenes[0]?.no ?? 0 }
  await page.goto(`${site}?m=${encodeView({ ...defaultView(themeIds), scene }, release)}`)
  await page.getByRole('region', { name: '汇报' }).waitFor()
  await atRest(page)
}

const atRest = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('yulan:map-rest').length > 0, undefined, { timeout: 60_000 })

/** Milliseconds from the press to the mark that then stays. */
async function turn(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key)
  const rested = await page.waitForFunction((steadyMilliseconds) => {
    const pressedAt = Reflect.get(window, 'pressedAt') as number
    const mark = performance.getEntriesByName('yulan:map-rest').at(-1)
    const isSteady = mark && mark.startTime > pressedAt && performance.now() - mark.startTime > steadyMilliseconds
    return isSteady ? mark.startTime - pressedAt : undefined
  }, steadyMilliseconds)
  return (await rested.jsonValue()) ?? Number.NaN
}

async function heapWhileTurning(page: Page, scenes: number): Promise<ShowFigures['heap']> {
  const session = await page.context().newCDPSession(page)
  const heap: ShowFigures['heap'] = []
  let place = 0
  let key = 'PageDown'
  for (let change = 1; change <= heapAt[1]; change++) {
    if (place === scenes - 1) key = 'PageUp'
    else if (place === 0) key = 'PageDown'
    place += key === 'PageDown' ? 1 : -1
    await page.keyboard.press(key)
    await page.waitForTimeout(60)
    if (!heapAt.some((at) => at === change)) continue
    await atRest(page)
    await page.waitForTimeout(500)
    for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    heap.push({ changes: change, bytes: usedSize })
  }
  return heap
}
