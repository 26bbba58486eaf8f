import { describe, expect, test } from 'vitest'
import { devices, type Page } from './browser'
import { engineCode, losing, withoutWebgl } from './map-page'
import { centralDistricts, shippedFeatures, useBrowser } from './scene'

const scene = useBrowser()

describe('without WebGL 2', () => {
  test('the static map is the map; districts, list and panel work', async () => {
    const page = await scene.open({ before: withoutWebgl })
    await page.notices().filter({ hasText: 'WebGL 2' }).first().waitFor()
    await page.drawn()
    for (const { name, middle, code } of centralDistricts()) {
      await page.click(await page.pointOf(middle))
      await page.showsPanelOf(name)
      expect((await page.view()).districts).toEqual([code])
      await page.page.goBack()
      await page.showsNoPanel()
    }
    await page.openList()
    expect(await page.listTotal()).toBe(shippedFeatures().length)
    await page.page.keyboard.press('Escape')
  })

  test('it can be reached, chosen and moved by keyboard', async () => {
    const page = await scene.open({ before: withoutWebgl })
    await page.drawn()
    await page.page.locator('svg#static-map a[data-district="500113"]').focus()
    await page.press('Enter')
    await page.showsPanelOf('巴南区')
    const before = await page.viewBox()
    await page.page.locator('svg#static-map a[data-district="500113"]').focus()
    await page.press('ArrowRight')
    await page.addressHolds((view) => view.camera !== undefined)
    expect(await page.viewBox()).not.toBe(before)
  })

  test('it shows dots, bars, themes, selection and what is off', async () => {
    const page = await scene.open({ before: withoutWebgl })
    const dots = page.page.locator('.static-map-dots path')
    const placed = shippedFeatures().filter(({ geometry }) => geometry?.type === 'Point')
    await expect.poll(() => dots.count()).toBe(placed.length)
    expect(await page.page.locator('.static-map-number').count()).toBe(9)
    expect(await page.page.locator('.static-map-bars rect').count()).toBeGreaterThan(30)
    await page.show('t.ec')
    await expect.poll(() => dots.count()).toBeLessThan(placed.length)
    expect(await page.page.locator('.static-map-dots path:not([data-theme="ec"])').count()).toBe(0)
    expect(await page.page.locator('a[data-district="500112"] path').getAttribute('style')).toContain('--theme-ec')
    await page.show('l.counts-0.points-0')
    await expect.poll(() => dots.count()).toBe(0)
    expect(await page.page.locator('.static-map-bars rect').count()).toBe(0)
    await page.show('d500113')
    await page.showsPanelOf('巴南区')
    await expect.poll(() => page.page.locator('.static-map-dots path[opacity]').count()).toBeGreaterThan(100)
  })

  test('it shows extents, and the edge of one opens it', async () => {
    const page = await scene.open({ before: withoutWebgl, link: '1~z10~y29.6~x106.4' })
    const edge = page.page.locator('.static-map-extent[data-feature="xibucaogu"]')
    await edge.waitFor({ state: 'attached' })
    const { x, y } = await edge.evaluate((path: SVGPathElement) => {
      const matrix = path.getScreenCTM()
      if (!matrix) throw new Error('the path is not drawn')
      const length = path.getTotalLength()
      const places = Array.from({ length: 400 }, (_, at) =>
        path.getPointAtLength((length * at) / 400).matrixTransform(matrix),
      )
      // Not at a corner, where it would be missed by half a pixel.
      const seen = places
        .map((place) => ({ x: Math.round(place.x), y: Math.round(place.y) }))
        .find(({ x, y }) => [-1, 0, 1].every((by) => document.elementFromPoint(x + by, y + by) === path))
      if (!seen) throw new Error('no part of the edge can be pressed')
      return seen
    })
    await page.click({ x, y })
    await page.addressHolds(({ feature }) => feature === 'xibucaogu')
    await page.show('l.areas-0')
    await expect.poll(() => page.page.locator('.static-map-extent').count()).toBe(0)
  })

  test('a link’s camera is where it looks, on a phone too', async () => {
    const page = await scene.open({ before: withoutWebgl, link: '1~z10~y29.5~x106.5', device: devices.phone })
    await page.drawn()
    const { x, y } = await page.pointOf([106.5, 29.5])
    const box = await page.region().boundingBox()
    expect(Math.abs(x - ((box?.x ?? 0) + (box?.width ?? 0) / 2))).toBeLessThan(1)
    expect(Math.abs(y - ((box?.y ?? 0) + (box?.height ?? 0) / 2))).toBeLessThan(1)
  })
})

describe('when a file does not load', () => {
  test('the data: one sentence, and trying again works', async () => {
    const page = await scene.open({ link: '1~d500112', panelsOnly: true, before: losing(/assets\/core-/) })
    const sentence = page.page.getByText('core.json').first()
    await sentence.waitFor()
    await page.page.unroute(/assets\/core-/)
    await page.page.getByRole('button', { name: '重试' }).first().click()
    await page.showsPanelOf('渝北区')
  })

  test.each([/assets\/statistics-[^/]*\.js/, /assets\/statistics-[^/]*\.css/])(
    'a part of the page (%s): the district stays open, and trying again brings the part as it should look',
    async (file) => {
      const page = await scene.open({ link: '1~d500112', panelsOnly: true, before: losing(file) })
      await page.showsPanelOf('渝北区')
      await page.page.getByRole('button', { name: '统计' }).click()
      await page.notices().filter({ hasText: '没有载入' }).first().waitFor()
      await page.showsPanelOf('渝北区')
      await page.page.unroute(file)
      const part = page.page.locator('.wide')
      if (await page.pressAgain(async () => (await part.count()) > 0)) {
        await page.showsPanelOf('渝北区')
        await page.page.getByRole('button', { name: '统计' }).click()
      }
      await part.waitFor()
      const sheets = await page.page.evaluate(() =>
        [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ sheet }) => sheet !== null),
      )
      expect(sheets).not.toContain(false)
    },
  )

  test('the English: the page stays in Chinese and says so, also for a reader who chose English before', async () => {
    const english = /assets\/english-[^/]*\.js/
    const page = await scene.open({ panelsOnly: true, before: losing(english) })
    await page.themes().first().waitFor()
    await page.pressButton('English')
    await page.notices().filter({ hasText: '没有载入' }).first().waitFor()
    expect(await page.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    await page.page.evaluate(() => localStorage.setItem('yulan.look', '{"language":"en"}'))
    await page.page.reload()
    await page.page.getByRole('heading', { level: 1, name: '渝览' }).waitFor()
    expect(await page.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  })

  test('the application itself: the sentence offers to try again, and the district that was clicked opens', async () => {
    const page = await scene.open({ early: true, before: losing(/assets\/main-[^/]*\.js/) })
    await page.drawn()
    const { middle } = centralDistricts().find(({ code }) => code === '500113') ?? { middle: [0, 0] as const }
    await page.click(await page.pointOf(middle))
    const again = page.page.locator('#not-started').getByRole('link', { name: '重试' })
    await again.waitFor()
    await page.page.unroute(/assets\/main-[^/]*\.js/)
    await again.click()
    await page.showsPanelOf('巴南区')
  })

  test('the record on the static map: it says so, and the second press draws it', async () => {
    const file = /assets\/record-marks-[^/]*\.js/
    const before = async (page: Page) => {
      await withoutWebgl(page)
      await losing(file)(page)
    }
    const page = await scene.open({ early: true, before })
    await page.notices().filter({ hasText: '没有载入' }).first().waitFor()
    await page.page.unroute(file)
    const dots = page.page.locator('.static-map-dots path').first()
    await page.pressAgain(async () => (await dots.count()) > 0)
    await dots.waitFor()
  })

  test('what prints: nothing is printed, the view stays, and the second press prints', async () => {
    const file = /assets\/(paper-exports|pictures)-[^/]*\.js/
    const before = async (page: Page) => {
      await losing(file)(page)
      await page.addInitScript(() => {
        window.print = () => {
          document.documentElement.dataset.printed = 'yes'
          window.dispatchEvent(new Event('beforeprint'))
          window.dispatchEvent(new Event('afterprint'))
        }
      })
    }
    const page = await scene.open({ link: '1~d500112', before })
    const print = async () => {
      await page.press('Control+p')
      await page.page.locator('.export-formats :focus').waitFor()
      await page.press('Enter')
    }
    await print()
    await page.notices().filter({ hasText: '没有载入' }).first().waitFor()
    expect(await page.page.evaluate(() => document.documentElement.dataset.printed)).toBeUndefined()
    await page.showsPanelOf('渝北区')
    await page.page.unroute(file)
    const printed = page.page.locator('html[data-printed]')
    if (await page.pressAgain(async () => (await printed.count()) > 0)) await print()
    await printed.waitFor()
  })

  test('the engine: the static map stays and says so, the rest works', async () => {
    const page = await scene.open({
      link: '1~d500112',
      early: true,
      before: losing(engineCode),
    })
    await page.notices().filter({ hasText: '静态地图' }).first().waitFor()
    await page.showsPanelOf('渝北区')
    await page.drawn()
  })

  test('the basemap: a sentence, and districts can still be chosen from the list', async () => {
    const page = await scene.open({ early: true, before: losing(/basemap-[^/]*\.bin/) })
    await page
      .notices()
      .filter({ hasText: /底图|没有载入/ })
      .first()
      .waitFor()
    await page.openList()
    await page.choose('渝北区')
    await page.showsPanelOf('渝北区')
  })
})
