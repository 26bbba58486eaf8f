/** Pages for paper: laid by the dialog 导出, printed by the browser. */
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { expect, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { release } from '../fixtures/region'
import type { Page } from './browser'
import type { MapPage } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser('busy')
/** Of a test that is several, one after another on one page. */
const patienceMilliseconds = 300_000
/** A district whose panel used to fill eleven sheets. */
const banan = encodeView({ ...defaultView(themeIds), districts: ['500113'] }, release)

/** The page waits with its pages laid until it is told that they are printed. */
const stubPrint = async (page: Page) => {
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'))
      document.documentElement.dataset.laid = 'yes'
    }
  })
}

/** Chooses in the open dialog and prints. */
async function print({ page }: MapPage, content: 'sheet' | 'atlas', paper: string, orientation: string) {
  const options = page.getByRole('group', { name: 'PDF、打印' })
  await options.getByRole('combobox', { name: '内容' }).selectOption(content)
  await options.getByRole('combobox', { name: '纸张' }).selectOption(paper)
  await options.getByRole('combobox', { name: '方向' }).selectOption(orientation)
  await page.getByRole('button', { name: 'PDF', exact: true }).click()
}

/** What stands on the laid pages, and the sheets that are printed of them, in millimetres. */
async function laidPages(page: Page) {
  await page.locator('html[data-laid="yes"]').waitFor({ state: 'attached' })
  // Before printing: when that is done the pages are gone.
  const pages = await page.evaluate(() =>
    [...document.querySelectorAll('.paper-page')].map((each) => {
      const content = each.querySelector('.paper-content')
      const bottoms = [...(content?.children ?? [])].map((one) => one.getBoundingClientRect().bottom)
      const { top, height } = each.getBoundingClientRect()
      return {
        filled: (Math.max(...bottoms) - top) / height,
        foot: each.querySelector('.paper-foot')?.textContent ?? '',
      }
    }),
  )
  const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))
  const millimeters = (points: number) => Math.round((points / 72) * 25.4)
  return {
    pages,
    sheets: pdf.getPages().map((sheet) => [millimeters(sheet.getWidth()), millimeters(sheet.getHeight())]),
    isText: pdf.context
      .enumerateIndirectObjects()
      .some(([, object]) => object instanceof PDFDict && object.has(PDFName.of('ToUnicode'))),
  }
}

test(
  'a district on A4: pages numbered, none half empty but the last, the page as it was; on A3; and given up',
  async () => {
    const map = await scene.open({ link: banan, before: stubPrint })
    await map.showsPanelOf('巴南区')
    await map.page.getByRole('button', { name: '导出', exact: true }).first().click()
    await print(map, 'sheet', 'a4', 'portrait')
    const { sheets, pages, isText } = await laidPages(map.page)
    expect(isText, 'letters that can be selected').toBe(true)
    expect(pages.length).toBeGreaterThan(1)
    expect(sheets.length).toBe(pages.length)
    for (const sheet of sheets) expect(sheet).toEqual([210, 297])
    pages.forEach(({ filled, foot }, at) => {
      expect(foot).toContain(`第 ${at + 1} / ${pages.length} 页`)
      expect(foot).toContain('示意图')
      if (at < pages.length - 1) expect(filled, `page ${at + 1}`).toBeGreaterThan(0.8)
      expect(filled, `page ${at + 1}`).toBeLessThan(0.98)
    })
    await map.page.getByText(`共 ${pages.length} 页`).waitFor()
    expect(await map.page.locator('.paper').count()).toBe(0)
    expect(map.complaints).toEqual([])

    // The paper that is chosen is the paper that is printed.
    await map.page.evaluate(() => delete document.documentElement.dataset.laid)
    const options = map.page.getByRole('group', { name: 'PDF、打印' })
    await print(map, 'sheet', 'a3', 'landscape')
    const large = await laidPages(map.page)
    for (const sheet of large.sheets) expect(sheet).toEqual([420, 297])

    // Giving up leaves nothing behind.
    await options.getByRole('combobox', { name: '内容' }).selectOption('atlas')
    await map.page.getByRole('button', { name: 'PDF', exact: true }).click()
    await map.page.getByRole('button', { name: '取消', exact: true }).click()
    await map.page.getByText('已取消').waitFor()
    expect(await map.page.locator('.paper').count()).toBe(0)
  },
  patienceMilliseconds,
)
