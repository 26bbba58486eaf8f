/** The one file that knows puppeteer: starts Firefox on a screen of its own and reads its pages by role and name. */
import { type ChildProcess, spawn } from 'node:child_process'
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core'
import { fontSettings } from '../setup/packaged-browser'
import { programPath } from './programs'
import { type HostBrowser, type HostPage, linkIn, patternSource, visibleElement } from './ten-tasks'

const size = { width: 1440, height: 900 }
const patienceMilliseconds = 60_000

/** Starts Firefox. Without a display it has no WebGL 2, so that a virtual screen comes with it. */
export async function startFirefox(): Promise<HostBrowser> {
  const executablePath = programPath(['firefox-esr', 'firefox'], 'firefox-esr')
  const screen = await startScreen()
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: false,
    defaultViewport: size,
    env: { ...process.env, ...fontSettings(true), DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1' },
    args: [`--width=${size.width}`, `--height=${size.height + 120}`],
    extraPrefsFirefox: {
      'intl.accept_languages': 'zh-CN',
      'ui.prefersReducedMotion': 1,
      // Lets a page read what it has copied without asking.
      'dom.events.testing.asyncClipboard': true,
    },
  })
  return {
    open: (address) => openPage(browser, address),
    close: async () => {
      await browser.close()
      screen.process.kill()
    },
  }
}

async function startScreen(): Promise<{ display: string; process: ChildProcess }> {
  const server = spawn(programPath(['Xvfb'], 'xvfb'), ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const display = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (number: Buffer) => resolve(`:${String(number).trim()}`))
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
  })
  return { display, process: server }
}

async function openPage(browser: Browser, address: string): Promise<HostPage> {
  const page = await browser.newPage()
  page.setDefaultTimeout(patienceMilliseconds)
  const opened = new FirefoxPage(page)
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForSelector('#map[aria-busy="false"]')
  await page.waitForSelector('.theme')
  return opened
}

class FirefoxPage implements HostPage {
  readonly complaints: string[] = []

  constructor(private readonly page: Page) {
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
  }

  close = () => this.page.close()
  press = (key: 'Enter' | '/') => this.page.keyboard.press(key)
  type = (text: string) => this.page.keyboard.type(text)
  clickAt = (x: number, y: number) => this.page.mouse.click(x, y)
  hasWebgl2 = () => this.page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null)
  clipboard = () => this.page.evaluate(() => navigator.clipboard.readText())
  link = () => linkIn(this.page.url())
  count = async (selector: string) => (await this.page.$$(selector)).length

  async find(selector: string, text: string | RegExp = ''): Promise<ElementHandle<Element>> {
    const found = await this.page.waitForFunction(visibleElement, {}, [selector, patternSource(text)] as const)
    return found as ElementHandle<Element>
  }

  click = async (selector: string, text: string | RegExp = '') => (await this.find(selector, text)).click()
  text = async (selector: string) =>
    (await this.find(selector)).evaluate((element) => (element.textContent ?? '').trim())

  async linkHolds(pattern: RegExp): Promise<void> {
    await this.page.waitForFunction(
      (source: string) => new RegExp(source).test(new URL(location.href).searchParams.get('m') ?? ''),
      {},
      pattern.source,
    )
  }
}
