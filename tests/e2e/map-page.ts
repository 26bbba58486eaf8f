/** What a reader does with the page and sees on it, in words. The names it goes by are those the outside may rely on. */

import { type Camera, latitudeOf, longitudeOf, tileSize, worldX, worldY } from '../../geo/screen/camera'
import { staticMapUnits } from '../../geo/screen/static-map-units'
import type { View } from '../../src/model/view'
import { decodeAddress } from '../../src/state/link'
import { checkCharacters } from '../../src/state/link-check'
import { chongqing, release } from '../fixtures/region'
import { type Browser, type BrowserContext, type Device, devices, freshProfile, type Page, type Route } from './browser'

const units = staticMapUnits(chongqing.middle)

export interface Opening {
  /** The value of `m`, or a whole address. */
  link?: string
  device?: Device
  palette?: 'light' | 'dark'
  /** Runs before the page is asked for: routes, scripts. */
  before?: (page: Page) => Promise<void>
  /** Return at once: the static map is there before the engine, and panels need no map. */
  early?: boolean
  /** Return at once, in a browser without WebGL 2: the panels are the same, and no processor draws a map behind them. */
  panelsOnly?: boolean
  /** With every pixel of the screen; else one for four, which the processor draws four times as fast. */
  sharp?: boolean
}

export class MapPage {
  readonly requests: string[] = []
  readonly complaints: string[] = []

  private constructor(
    readonly page: Page,
    private readonly profile: BrowserContext,
  ) {
    page.on('request', (request) => this.requests.push(request.url()))
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
  }

  /** Opens the site in a fresh profile and waits until its map is at rest. */
  static async open(browser: Browser, site: string, opening: Opening = {}): Promise<MapPage> {
    const { link, device = devices.desktop, palette, before, panelsOnly, early = panelsOnly, sharp } = opening
    const profile = await freshProfile(browser, device, palette, sharp ? 1 : 0.5)
    profile.setDefaultTimeout(90_000)
    const map = new MapPage(await profile.newPage(), profile)
    if (panelsOnly) await withoutWebgl(map.page)
    await before?.(map.page)
    const address = link === undefined ? site : link.startsWith('http') ? link : `${site}?m=${link}`
    await map.page.goto(address, { waitUntil: early ? 'commit' : 'load' })
    if (!early) await map.atRest()
    return map
  }

  close = () => this.profile.close()

  // ---- the map
  region = () => this.page.getByRole('region', { name: '地图' })

  async atRest(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('#map')?.getAttribute('aria-busy') === 'false')
    await this.page.getByRole('group', { name: '主题' }).getByRole('button').first().waitFor()
  }

  /** Everything the map has to show, the record's signs too, has come to it and been drawn. */
  async mapRests(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('yulan:map-rest').length > 0)
  }

  /** The site's first view again, in the same profile. */
  async startAgain(): Promise<void> {
    await this.page.goto(new URL(this.page.url()).origin)
    await this.atRest()
  }

  async reload(): Promise<void> {
    await this.page.reload()
    await this.atRest()
  }

  /** The static map is on the page and looks where the link says; the first script has run and answers a press. */
  async drawn(): Promise<void> {
    await this.page.locator('svg#static-map').waitFor()
    await this.page.waitForFunction(() => performance.getEntriesByName('yulan:map-visible').length > 0)
  }

  staticMapGone = () => this.page.locator('svg#static-map').waitFor({ state: 'detached' })
  viewBox = async () => (await this.page.locator('svg#static-map').getAttribute('viewBox')) ?? ''

  /** The camera the static map shows, from its `viewBox`. */
  async drawnCamera(): Promise<Camera> {
    const [left = 0, top = 0, width = 0, height = 0] = (await this.viewBox()).split(' ').map(Number)
    const size = await this.region().boundingBox()
    if (!size) throw new Error('the map has no size')
    const { longitude, latitude, worldPerUnit } = positionInStaticMap(left + width / 2, top + height / 2)
    const worldPerPixel = (width * worldPerUnit) / size.width
    return { longitude, latitude, zoom: -Math.log2(worldPerPixel * tileSize), bearing: 0, pitch: 0 }
  }

  mark = (name: string) => this.page.evaluate((wanted) => performance.getEntriesByName(wanted)[0]?.startTime, name)

  /** Where the reader is looking, told by the address after a step there and back: zoom, latitude, longitude. */
  async camera(): Promise<Camera> {
    await this.focusMap()
    const before = (await this.view()).camera?.longitude
    await this.page.keyboard.press('ArrowRight')
    await this.addressHolds((view) => view.camera !== undefined && view.camera.longitude !== before)
    const stepped = (await this.view()).camera?.longitude
    await this.page.waitForTimeout(400)
    await this.page.keyboard.press('ArrowLeft')
    await this.addressHolds((view) => view.camera?.longitude !== stepped)
    await this.page.waitForTimeout(400)
    const { camera } = await this.view()
    if (!camera) throw new Error('the address names no camera')
    return camera
  }

  focusMap = () => this.region().locator('canvas, svg#static-map').first().focus()

  zoomIn = () => this.page.getByRole('button', { name: '放大' }).click()

  /** Back to the view of all nine districts. */
  async goHome(): Promise<void> {
    await this.page
      .getByRole('button', { name: /全区|全图|九区|回到/ })
      .first()
      .click()
    await this.addressHolds((view) => view.camera === undefined)
    await this.page.waitForFunction(() => document.querySelector('#map')?.getAttribute('aria-busy') === 'false')
  }

  // ---- choosing
  /** The middle of a district on the screen, taken from the static map's coordinates and the camera the page starts with. */
  async pointOf(position: readonly [number, number]): Promise<{ x: number; y: number }> {
    const [x, y] = [units.x(position[0]), units.y(position[1])]
    return this.page.evaluate(
      ([along, down]) => {
        const staticMap = document.querySelector<SVGSVGElement>('svg#static-map')
        const matrix = staticMap?.getScreenCTM()
        if (!matrix) throw new Error('the static map is not on the page')
        const { x: left, y: top } = new DOMPoint(along, down).matrixTransform(matrix)
        return { x: left, y: top }
      },
      [x, y] as const,
    )
  }

  click = ({ x, y }: { x: number; y: number }) => this.page.mouse.click(x, y)
  tap = ({ x, y }: { x: number; y: number }) => this.page.touchscreen.tap(x, y)
  press = (key: string) => this.page.keyboard.press(key)

  // ---- the panels
  panel = () => this.page.getByRole('complementary', { name: '详情' })
  list = () => this.page.getByRole('region', { name: '目录' })
  themes = () => this.page.getByRole('group', { name: '主题' }).getByRole('button')
  notices = () => this.page.getByRole('status')

  /**
   * Presses 重试 until `has` holds. Chromium before 150 remembers a script that failed; the page then offers to load again,
   * and that is pressed. Returns whether it was loaded again.
   */
  async pressAgain(has: () => Promise<boolean>): Promise<boolean> {
    // An open dialog has the notices too, and only there can they be pressed.
    await this.notices().getByRole('button', { name: '重试' }).first().click()
    const reload = this.notices().getByRole('button', { name: '重新载入' }).first()
    const end = Date.now() + 60_000
    while (!(await reload.isVisible())) {
      if (await has()) return false
      if (Date.now() > end) throw new Error('the second press did nothing')
      await this.page.waitForTimeout(100)
    }
    await reload.click()
    await reload.waitFor({ state: 'detached' })
    await this.atRest()
    return true
  }

  async selectedName(): Promise<string | undefined> {
    const title = this.panel().getByRole('heading', { level: 2 })
    return (await title.count()) === 0 ? undefined : ((await title.textContent()) ?? '').trim()
  }

  async showsPanelOf(name: string): Promise<void> {
    await this.panel().getByRole('heading', { level: 2, name, exact: true }).waitFor()
  }

  /** The text of the file a button hands out. */
  async downloaded(button: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.pressButton(button)])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks).toString('utf8')
  }

  pressButton = (name: string | RegExp) => this.page.getByRole('button', { name }).first().click()

  /** Nothing of the page has come or gone for a while. */
  settled = () =>
    this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          let timer = setTimeout(resolve, 120)
          new MutationObserver(() => {
            clearTimeout(timer)
            timer = setTimeout(resolve, 120)
          }).observe(document.body, { subtree: true, childList: true })
        }),
    )

  closePanel = () => this.panel().getByRole('button', { name: '关闭' }).click()
  /** Chooses a feature from the list. */
  choose = async (name: string): Promise<void> => (await this.rowOf(name)).click()

  /** The name of a feature in the list, which draws only the rows in sight. */
  async rowOf(name: string) {
    await this.openList()
    const row = this.list().getByRole('link', { name, exact: true }).first()
    const box = await this.list().boundingBox()
    if (!box) throw new Error('the list is not on the screen')
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height - 40)
    for (let turn = 0; turn < 30 && (await row.count()) === 0; turn++) {
      await this.page.mouse.wheel(0, turn === 0 ? -100_000 : 240)
      await this.page.waitForTimeout(60)
    }
    return row
  }

  /** Walks the list from its first row with Tab until the focus is on a name. */
  async tabTo(name: string): Promise<void> {
    await this.list().getByRole('link').first().waitFor()
    for (let turn = 0; turn < 80; turn++) {
      if ((await this.focused()) === name) return
      await this.press('Tab')
    }
    throw new Error(`Tab did not come to ${name}; it is at ${await this.focused()}`)
  }

  /** Presses Tab until what has the focus is named so; answers how many presses it took. */
  async tabUntil(name: string | RegExp, most = 60, key = 'Tab'): Promise<number> {
    const matches = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
    for (let presses = 0; presses <= most; presses++) {
      if (matches(await this.focusedName())) return presses
      await this.press(key)
    }
    throw new Error(`${key} did not come to ${name} in ${most} presses; it is at ${await this.focusedName()}`)
  }

  /** The label of what has the focus, else its text. */
  focusedName = () =>
    this.page.evaluate(() => {
      const focused = document.activeElement
      const label =
        focused?.getAttribute('aria-label') ?? (focused as HTMLInputElement | null)?.labels?.[0]?.textContent
      return (label ?? focused?.textContent ?? '').trim()
    })

  focused = () => this.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

  showsNoPanel = () => this.panel().waitFor({ state: 'detached' })

  async openList(): Promise<void> {
    if ((await this.list().count()) === 0) await this.page.getByRole('button', { name: '目录' }).first().click()
    await this.list().waitFor()
  }

  /** N of 共 N 项. */
  async listTotal(): Promise<number> {
    const text = (await this.list().textContent()) ?? ''
    const found = /共\s*([\d,]+)\s*项/.exec(text)
    if (!found) throw new Error(`the list does not say how many: ${text.slice(0, 80)}`)
    return Number(found[1]?.replaceAll(',', ''))
  }

  // ---- the link
  /** Opens a view of the same page as a press on back or forward would: fields of the link without version and check. */
  async show(fields: string): Promise<void> {
    const body = ['1', fields, `v${release.replaceAll('-', '').slice(2)}`].filter(Boolean).join('~')
    await this.page.evaluate(
      (value) => {
        history.pushState(null, '', `?m=${value}`)
        dispatchEvent(new PopStateEvent('popstate'))
      },
      `${body}~k${checkCharacters(body)}`,
    )
  }

  async view(): Promise<View> {
    const view = decodeAddress(this.page.url())?.view
    if (!view) throw new Error(`the address holds no view: ${this.page.url()}`)
    return view
  }

  async addressHolds(is: (view: View) => boolean): Promise<void> {
    const until = Date.now() + 30_000
    for (;;) {
      const view = decodeAddress(this.page.url())?.view
      if (view && is(view)) return
      if (Date.now() > until) throw new Error(`the address did not become what was expected: ${this.page.url()}`)
      await this.page.waitForTimeout(25)
    }
  }

  async copiedLink(): Promise<string> {
    // Pages of one browser share what is copied.
    await this.page.evaluate(() => navigator.clipboard.writeText(''))
    await this.page.getByRole('button', { name: '复制链接' }).first().click()
    // `waitForFunction` takes a promise for true at once.
    for (const end = Date.now() + 30_000; Date.now() < end; await this.page.waitForTimeout(50)) {
      const text = await this.page.evaluate(() => navigator.clipboard.readText())
      if (text.includes('m=')) return text
    }
    throw new Error('no link was copied')
  }
}

/** The inverse of the static map's units, which are linear in world units. */
function positionInStaticMap(x: number, y: number): { longitude: number; latitude: number; worldPerUnit: number } {
  const [west, east] = [106, 107]
  const worldPerUnit = (worldX(east) - worldX(west)) / (units.x(east) - units.x(west))
  const longitude = longitudeOf(worldX(west) + (x - units.x(west)) * worldPerUnit)
  const latitude = latitudeOf(worldY(30) + (y - units.y(30)) * worldPerUnit)
  return { longitude, latitude, worldPerUnit }
}

/** Answers requests whose address matches as a server that has lost the file. */
export const losing = (pattern: RegExp) => async (page: Page) => {
  await page.route(pattern, (route: Route) => route.fulfill({ status: 404, body: 'not found' }))
}

/** The code of the engine: while it is held or lost, the static map is the map. */
export const engineCode = /assets\/(live-map|engine)[^/]*\.js/

/** Holds matching requests until `release` is called. */
export function holding(pattern: RegExp): { before: (page: Page) => Promise<void>; release: () => void } {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const before = async (page: Page) => {
    await page.route(pattern, async (route: Route) => {
      await held
      await route.continue()
    })
  }
  return { before, release }
}

/** A browser without WebGL 2, as old office machines have. */
export const withoutWebgl = async (page: Page) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return /webgl/.test(kind) ? null : Reflect.apply(original, this, [kind, ...rest])
    } as typeof original
  })
}
