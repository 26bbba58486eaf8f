/** A browser that has opened the site once, and the site no longer there. */
import { inject } from 'vitest'
import { type Browser, type BrowserContext, devices, freshProfile, launchBrowser, type Page } from '../e2e/browser'
import { serveSite } from '../setup/site'
import { comeToRest, hostPage } from './chromium'
import type { HostBrowser } from './ten-tasks'

/** The browser, and what its pages asked for in vain. */
export interface BrowserWithoutServer extends HostBrowser {
  readonly place: string
  readonly browser: Browser
  readonly profile: BrowserContext
  /** Addresses, with what was said. */
  readonly failed: string[]
}

/**
 * Opens the site once under a path of its server, waits until its files are kept, and stops the server: neither page nor
 * service worker can fetch anything.
 */
export async function visitOnce(): Promise<BrowserWithoutServer> {
  const server = await serveSite(inject('siteFolder'), '/plans/map/')
  const browser = await launchBrowser('brief')
  const profile = await freshProfile(browser, devices.desktop, 'light', 0.5, 'allow')
  profile.setDefaultTimeout(60_000)
  const first = await profile.newPage()
  await comeToRest(first, server.address)
  await first.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise<void>((resolve) => {
      active?.addEventListener('statechange', () => active.state === 'activated' && resolve())
    })
  })
  await first.close()
  await server.close()
  const failed: string[] = []
  profile.on('requestfailed', (request) => {
    // What the worker asks for itself it has an answer for, or the page's own request fails too.
    if (!request.serviceWorker()) failed.push(`${request.url()} ${request.failure()?.errorText}`)
  })
  profile.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.url()} ${response.status()}`)
  })
  return {
    ...{ place: server.address, browser, profile, failed },
    open: async (address) => {
      const page: Page = await profile.newPage()
      const opened = hostPage(page, () => page.close())
      await comeToRest(page, address)
      return opened
    },
    close: () => browser.close(),
  }
}
