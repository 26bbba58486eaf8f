/** The one file that knows Playwright: finds a browser, starts it, opens pages as devices would. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type BrowserProgram, fontSettings, packagedBrowser, packagedBrowserRuns } from '../setup/packaged-browser'

export type { Browser, BrowserContext, Page, Route } from 'playwright-core'

const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
]

/** Where browsers stand that are on no search path. */
const usualPlaces = [
  '/snap/bin/chromium',
  '/usr/lib/chromium/headless_shell',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) => {
    const root = process.env[folder]
    if (!root) return []
    return [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')]
  }),
]

/** `CHROMIUM_PATH`, an installed browser, or the one inside an npm package; throws where there is none. */
async function findBrowser(): Promise<BrowserProgram> {
  const configured = process.env.CHROMIUM_PATH
  if (configured) {
    if (runnable(configured)) return { executablePath: configured, env: fontSettings(true) }
    throw new Error(`CHROMIUM_PATH 指向 ${configured}，但那里没有可执行的浏览器。`)
  }
  const onPath = names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  const installed = [...onPath, ...usualPlaces].find(runnable)
  if (installed) return { executablePath: installed, env: fontSettings(true) }
  if (packagedBrowserRuns) return packagedBrowser()
  throw new Error(
    '没有找到浏览器：请安装 Chromium、Chrome 或 Edge（Debian/Ubuntu：apt-get install chromium-headless-shell），或用 CHROMIUM_PATH 指明其路径。',
  )
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * How a browser is started for what it is to do. Tests put the page together without WebGL: doing that with the one that
 * the processor plays takes a third of its time. A `brief` one does not optimise code: where a page lives for seconds that
 * takes a tenth of the time and gives nothing back. What is `measured` is as at a reader's.
 */
const uses = {
  brief: ['--disable-gpu-compositing', '--js-flags=--no-opt'],
  busy: ['--disable-gpu-compositing'],
  measured: [],
} as const satisfies { [use: string]: readonly string[] }

export type BrowserUse = keyof typeof uses

/** Starts the browser that is installed, else the packaged one; both have a Chinese font. */
export const launchBrowser = async (use: BrowserUse): Promise<Browser> => launchProgram(await findBrowser(), uses[use])

/** Starts the packaged browser with the packaged fonts alone; where there is none for this machine, the installed one. */
export const launchPictureBrowser = async (): Promise<Browser> =>
  launchProgram(packagedBrowserRuns ? await packagedBrowser() : await findBrowser(), uses.busy)

/** Starts this browser, which draws WebGL 2 with the processor. */
export const launchProgram = (
  { executablePath, env }: BrowserProgram,
  more: readonly string[] = [],
): Promise<Browser> =>
  chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      ...['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-dev-shm-usage'],
      ...more,
    ],
  })

export interface Device {
  width: number
  height: number
  touch?: boolean
}

export const devices = {
  desktop: { width: 1440, height: 900 },
  laptop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844, touch: true },
} as const satisfies { [name: string]: Device }

/** A fresh profile: nothing cached, nothing stored, nothing moving longer than it must. */
export function freshProfile(
  browser: Browser,
  device: Device,
  palette: 'light' | 'dark' = 'light',
  pixelRatio = 1,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: device.width, height: device.height },
    deviceScaleFactor: pixelRatio,
    hasTouch: device.touch ?? false,
    isMobile: device.touch ?? false,
    colorScheme: palette,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    // What a test takes away or changes on the server must be missed, not answered from a cache.
    serviceWorkers,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
}

/** Lets the page's own scripts run as on a processor so many times slower; workers run as before. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
}

/** Share of pixels that differ visibly between two screenshots of one size, 0…1, judged in the browser itself. */
export async function pictureDifference(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(
      differingShare,
      [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`),
    )
  } finally {
    await page.close()
  }
}

async function differingShare(addresses: string[]): Promise<number> {
  const pixels = await Promise.all(
    addresses.map(async (address) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob())
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no 2d context')
      context.drawImage(picture, 0, 0)
      return context.getImageData(0, 0, picture.width, picture.height).data
    }),
  )
  const [a, b] = pixels
  if (!a || !b || a.length !== b.length) return 1
  let differing = 0
  for (let at = 0; at < a.length; at += 4) {
    const distance = Math.max(...[0, 1, 2].map((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0))))
    if (distance > 24) differing += 1
  }
  return (differing * 4) / a.length
}

/** Share of a screenshot's pixels that are this colour or next to it, 0…1. */
export async function shareOfColor(browser: Browser, png: Buffer, color: readonly number[]): Promise<number> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(shareNear, [`data:image/png;base64,${png.toString('base64')}`, color] as const)
  } finally {
    await page.close()
  }
}

async function shareNear([address, color]: readonly [string, readonly number[]]): Promise<number> {
  const picture = await createImageBitmap(await (await fetch(address)).blob())
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, picture.width, picture.height)
  let near = 0
  for (let at = 0; at < data.length; at += 4)
    if (color.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) <= 6)) near += 1
  return (near * 4) / data.length
}
