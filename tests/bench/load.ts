/** One cold load of a page: when the map is seen, when it is first idle, how long scripts blocked, what was sent. */
import { type Browser, devices, freshProfile, slowDown } from '../e2e/browser'
import type { StaticServer } from './server'

export interface Contender {
  name: 'app' | 'before' | 'maplibre' | 'leaflet'
  /** Marks the page sets. */
  visible: string
  idle: string
}

export const contenders: readonly Contender[] = [
  { name: 'app', visible: 'yulan:map-visible', idle: 'yulan:map-idle' },
  { name: 'before', visible: 'yulan:map-visible', idle: 'yulan:map-idle' },
  { name: 'maplibre', visible: 'bench:visible', idle: 'bench:idle' },
  { name: 'leaflet', visible: 'bench:visible', idle: 'bench:idle' },
]

/** Milliseconds since navigation, and bytes of all bodies sent by the first idle. */
export interface LoadFigures {
  visible: number
  idle: number
  longTasks: number
  bytes: number
}

export const measures = ['visible', 'idle', 'longTasks', 'bytes'] as const

/** `slowdown` is how many times slower than this one the page's processor is. */
export async function measureLoad(
  browser: Browser,
  server: StaticServer,
  contender: Contender,
  slowdown = 1,
): Promise<LoadFigures> {
  const profile = await freshProfile(browser, devices.desktop)
  try {
    const page = await profile.newPage()
    await page.addInitScript(() => {
      const blocked = { milliseconds: 0 }
      Reflect.set(window, 'blocked', blocked)
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) blocked.milliseconds += duration
      }).observe({ type: 'longtask', buffered: true })
    })
    if (slowdown > 1) await slowDown(page, slowdown)
    server.takeBytes()
    await page.goto(`${server.address}${contender.name}/`)
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, contender.idle, {
      timeout: 120_000,
    })
    const bytes = server.takeBytes()
    await page.waitForTimeout(300)
    const times = await page.evaluate(
      ([visible, idle]) => ({
        visible: performance.getEntriesByName(visible)[0]?.startTime ?? Number.NaN,
        idle: performance.getEntriesByName(idle)[0]?.startTime ?? Number.NaN,
        longTasks: (Reflect.get(window, 'blocked') as { milliseconds: number }).milliseconds,
      }),
      [contender.visible, contender.idle] as const,
    )
    return { ...times, bytes }
  } finally {
    await profile.close()
  }
}
