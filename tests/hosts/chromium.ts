/** Starts the Chromium 109 inside an npm package and reads its pages. */
import { type Browser, devices, freshProfile, launchProgram, type Page } from '../e2e/browser'
import { packagedBrowser } from '../setup/packaged-browser'
import { type HostBrowser, type HostPage, linkIn, patternSource, visibleElement } from './ten-tasks'

/** Starts Chromium 109 with the packaged fonts alone. Throws on a machine the package has no build for. */
export const startChromium109 = async (): Promise<HostBrowser> =>
  hostBrowser(await launchProgram(await packagedBrowser('chromium-109')))

/** Returns a Chromium whose pages come at rest. */
export function hostBrowser(browser: Browser): HostBrowser {
  return {
    open: async (address) => {
      const profile = await freshProfile(browser, devices.desktop)
      profile.setDefaultTimeout(60_000)
      const page = await profile.newPage()
      const opened = hostPage(page)
      await comeToRest(page, address)
      return opened
    },
    close: () => browser.close(),
  }
}

/** Opens an address and waits until its map is at rest. */
export async function comeToRest(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' })
  await page.locator('#map[aria-busy="false"]').waitFor()
  await page.locator('.theme').first().waitFor()
}

/** Returns a page as the tasks drive it. */
export function hostPage(page: Page, close: () => Promise<void> = () => page.context().close()): HostPage {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const find = async (selector: string, text: string | RegExp = '') => {
    const found = await page.waitForFunction(visibleElement, [selector, patternSource(text)] as const)
    const element = found.asElement()
    if (!element) throw new Error(`${selector} is no element`)
    return element
  }
  return {
    complaints,
    close,
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    clickAt: (x, y) => page.mouse.click(x, y),
    hasWebgl2: () => page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null),
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    link: () => linkIn(page.url()),
    count: (selector) => page.locator(selector).count(),
    find,
    click: async (selector, text) => (await find(selector, text)).click(),
    text: async (selector) => ((await (await find(selector)).textContent()) ?? '').trim(),
    linkHolds: async (pattern) => {
      await page.waitForURL((address) => pattern.test(linkIn(address.href)), { waitUntil: 'commit' })
    },
  }
}
