import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { palettes } from '../../data/palette'
import { themeIds } from '../../data/schema-ids'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { release } from '../fixtures/region'
import { type Page, pictureDifference, shareOfColor } from './browser'
import type { MapPage } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()
/** Of a test that is several, one after another on one page. */
const patienceMilliseconds = 300_000
/** A district with some forty plans: a few sheets of paper. */
const dadukou = encodeView({ ...defaultView(themeIds), districts: ['500104'] }, release)
/** 渝北 selected, and what lies within 5 km of 果园港. */
const asking = encodeView(
  {
    ...defaultView(themeIds),
    districts: ['500112'],
    analysis: { kind: 'buffer', radiusMeters: 5000, subject: { feature: 'gyport' } },
  },
  release,
)
/** A blank sheet has none of it; what lies beside the selected district is veiled, its water too. */
const someWater = 0.001
const rgb = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

/** The sheets the browser makes of the page on the paper that is chosen, in millimetres. */
async function onPaper(page: Page, format: 'A4' | 'A3', landscape = false) {
  const pdf = await PDFDocument.load(await page.pdf({ format, landscape, preferCSSPageSize: true }))
  const millimeters = (points: number) => Math.round((points / 72) * 25.4)
  return pdf.getPages().map((sheet) => [millimeters(sheet.getWidth()), millimeters(sheet.getHeight())])
}

const dialogOf = ({ page }: MapPage) => page.getByRole('dialog', { name: '导出' })

/** The picture of the map on the pages that are laid, as a PNG. */
async function laidPicture(page: Page): Promise<Buffer> {
  await page.locator('.paper-picture img').first().waitFor({ state: 'attached' })
  const address = await page.evaluate(() => {
    const image = document.querySelector<HTMLImageElement>('.paper-picture img')
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: image?.naturalWidth, height: image?.naturalHeight })
    if (image) canvas.getContext('2d')?.drawImage(image, 0, 0)
    return canvas.toDataURL()
  })
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}

/** The copy of the screen that goes to paper, as a PNG. */
async function sheetOf(page: Page): Promise<Buffer> {
  await page.locator('.map-sheet').first().waitFor({ state: 'attached' })
  const address = await page.evaluate(() =>
    document.querySelector<HTMLCanvasElement>('.map-sheet > canvas')?.toDataURL(),
  )
  return Buffer.from(address?.split(',')[1] ?? '', 'base64')
}

/** Holds the browser's dialog open until the page has been looked at. */
const stubPrint = async (page: Page) => {
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'))
      document.documentElement.dataset.asked = 'yes'
    }
  })
}

/** The key opens 导出 with the focus on PDF, and Enter prints. */
async function printsFromKeyboard(map: MapPage) {
  await map.press('Control+p')
  await dialogOf(map).getByRole('button', { name: 'PDF', exact: true }).and(map.page.locator(':focus')).waitFor()
  await map.press('Enter')
  await map.page.locator('html[data-asked="yes"]').waitFor({ state: 'attached' })
}

describe('a printed page', () => {
  test(
    'as a picture, and asked for by key: the map in the print palette, the title, the text, the sources and the link',
    async () => {
      const map = await scene.open({ link: dadukou, before: stubPrint, palette: 'dark', sharp: true })
      const { page } = map
      await map.showsPanelOf('大渡口区')

      // A picture first: more than twice the screen, with the camera left alone.
      const address = page.url()
      await page.getByRole('button', { name: '导出', exact: true }).first().click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialogOf(map).getByRole('button', { name: '图片', exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^渝览-大渡口区-\d{4}-\d\d-\d\d\.png$/)
      const png = readFileSync(await download.path())
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
      expect(width).toBeGreaterThan(2 * 1000)
      expect(height).toBeGreaterThan(2 * 700)
      expect(await shareOfColor(scene.browser(), png, [255, 255, 255])).toBeGreaterThan(0.2)
      expect(await shareOfColor(scene.browser(), png, rgb(palettes.print.water.area))).toBeGreaterThan(someWater)
      expect(await shareOfColor(scene.browser(), png, rgb(palettes.dark.basemap.region))).toBeLessThan(0.01)
      await dialogOf(map).getByText('已存为 渝览-大渡口区').waitFor()
      expect(await page.evaluate(() => document.documentElement.dataset.palette)).toBe('dark')
      expect(page.url()).toBe(address)
      expect(map.complaints).toEqual([])
      await map.press('Escape')
      // Out of sight at once, but the page hears of it a task later, and takes no key for the dialog until then.
      await page.locator('dialog').waitFor({ state: 'detached' })

      await printsFromKeyboard(map)
      const sheet = await laidPicture(page)
      expect(await shareOfColor(scene.browser(), sheet, rgb(palettes.print.basemap.land))).toBeGreaterThan(0.15)
      expect(await shareOfColor(scene.browser(), sheet, rgb(palettes.print.water.area))).toBeGreaterThan(someWater)
      expect(await shareOfColor(scene.browser(), sheet, rgb(palettes.dark.basemap.region))).toBeLessThan(0.01)
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe(
        `rgb(${rgb(palettes.print.page.ink).join(', ')})`,
      )
      expect(await page.title()).toMatch(/^渝览-大渡口区-\d{4}-\d\d-\d\d$/)
      for (const words of ['大渡口区：要点', '图例', '示意图 · 非测绘成果', '此图地址：http'])
        await page.getByText(words).filter({ visible: true }).first().waitFor()
      expect(await page.getByText('此图地址').textContent()).toContain('?m=1~d500104')
      await page.locator('.paper-legend li').filter({ visible: true }).nth(1).waitFor()
      await page.locator('.paper-source').filter({ visible: true }).first().waitFor()
      for (const name of ['复制链接', '分享', '关闭', '放大', '筛选'])
        expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0)
      await page.emulateMedia({ media: 'screen' })
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await page.locator('.paper').waitFor({ state: 'detached' })
      expect(await page.title()).toBe('大渡口区 · 渝览')
      expect(await page.evaluate(() => document.documentElement.dataset.palette)).toBe('dark')
      expect(map.complaints).toEqual([])
    },
    patienceMilliseconds,
  )

  test(
    'asked for by the browser’s menu: sheets of the paper there is with a map that is not blank, and the screen as it was',
    async () => {
      const map = await scene.open({ link: dadukou, sharp: true })
      await map.showsPanelOf('大渡口区')
      const before = await map.page.screenshot()
      const address = map.page.url()
      // The pointer has not moved; what paper needs comes while nothing else does.
      await map.page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => /printer-/.test(name)),
      )
      // Code that has come is not yet code that has run.
      await expect
        .poll(async () => {
          await map.page.evaluate(() => {
            window.dispatchEvent(new Event('afterprint'))
            window.dispatchEvent(new Event('beforeprint'))
          })
          return map.page.locator('.map-sheet li').count()
        })
        .toBeGreaterThan(3)
      const sheet = await sheetOf(map.page)
      expect(await shareOfColor(scene.browser(), sheet, rgb(palettes.light.water.area))).toBeGreaterThan(someWater)
      await map.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      const sheets = await onPaper(map.page, 'A4')
      expect(sheets.length).toBeGreaterThan(1)
      for (const sheet of sheets) expect(sheet).toEqual([210, 297])
      await map.mapRests()
      expect(await pictureDifference(scene.browser(), before, await map.page.screenshot())).toBeLessThan(0.02)
      expect(map.page.url()).toBe(address)

      // As many sheets as the text fills, fewer of larger ones, and the whole list when it is open.
      const { page } = map
      const [small, large] = [await onPaper(page, 'A4'), await onPaper(page, 'A3', true)]
      for (const sheet of large) expect(sheet).toEqual([420, 297])
      expect(large.length).toBeLessThan(small.length)
      expect(small.length).toBeLessThan(9)
      await map.openList()
      const total = await map.listTotal()
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      await page.emulateMedia({ media: 'print' })
      expect(
        await map
          .list()
          .getByRole('listitem')
          .filter({ has: page.getByRole('link') })
          .count(),
      ).toBe(total)
      const controls = page.locator('.button, .icon-button, .text-button, .skip-button, select, input, [role="tab"]')
      expect(await controls.filter({ visible: true }).count()).toBe(0)
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await page.emulateMedia({ media: null })
      expect((await onPaper(page, 'A4')).length).toBeGreaterThan(small.length + 4)
    },
    patienceMilliseconds,
  )
})

test('a lost graphics context comes back with selection, record and answers, and without an exception', async () => {
  const map = await scene.open({ link: asking, sharp: true })
  const { page } = map
  await map.showsPanelOf('渝北区')
  await map.page.getByRole('region', { name: '分析结果' }).waitFor()
  await map.mapRests()
  const address = page.url()
  const clip = { x: 350, y: 20, width: 640, height: 800 }
  const aside = () => page.mouse.move(5, 895)
  await aside()
  const before = await page.screenshot({ clip })
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#map canvas')
    const loss = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    Object.assign(window, { loss })
    loss?.loseContext()
  })
  await map.notices().filter({ hasText: '正在恢复' }).first().waitFor()
  // Whoever points and clicks meanwhile must not make it worse.
  await page.mouse.move(700, 400)
  await page.mouse.move(720, 420)
  await page.mouse.click(720, 420)
  await page.waitForTimeout(300)
  await aside()
  await page.evaluate(() => (window as unknown as { loss: WEBGL_lose_context }).loss.restoreContext())
  await map.mapRests()
  await map.notices().filter({ hasText: '正在恢复' }).first().getByRole('button').click()
  await expect
    .poll(async () => pictureDifference(scene.browser(), before, await page.screenshot({ clip })), { timeout: 30_000 })
    .toBeLessThan(0.02)
  expect(await map.selectedName()).toBe('渝北区')
  expect(page.url()).toBe(address)
  expect(map.complaints.filter((text) => !/WebGL|context lost/i.test(text))).toEqual([])
})
