/**
 * Writes the atlas as a PDF: `npm run atlas -- [file] [paper] [orientation]`. Builds the site, or takes the built one that
 * `YULAN_BUILT` names, and prints it with the browser of the tests.
 */
import { writeFileSync } from 'node:fs'
import { paperIds } from '../src/model/handout/paper'
import { launchPictureBrowser, type Page } from './e2e/browser'
import { buildSite, serveSite } from './setup/site'

const [file = 'yulan-atlas.pdf', paper = 'a4', orientation = 'portrait'] = process.argv.slice(2)
if (!paperIds.some((id) => id === paper)) throw new Error(`纸张 ${paper} 不在 ${paperIds.join('、')} 之中`)
if (orientation !== 'portrait' && orientation !== 'landscape')
  throw new Error(`方向 ${orientation} 不是 portrait 或 landscape`)

const site = await buildSite()
const served = await serveSite(site.folder)
const browser = await launchPictureBrowser()
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  page.setDefaultTimeout(120_000)
  await openDialog(page, served.address)
  const begun = performance.now()
  const pages = await print(page)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.info(`${file}：${pages}，${seconds} 秒`)
} finally {
  await browser.close()
  await served.close()
  site.remove()
}

/** The browser's own dialog is not opened; the page waits until the PDF is written. */
async function openDialog(page: Page, address: string) {
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'))
      document.documentElement.dataset.laid = 'yes'
    }
  })
  await page.goto(address)
  await page.getByRole('button', { name: '导出', exact: true }).first().click()
  const options = page.getByRole('group', { name: 'PDF、打印' })
  await options.getByRole('combobox', { name: '内容' }).selectOption('atlas')
  await options.getByRole('combobox', { name: '纸张' }).selectOption(paper)
  await options.getByRole('combobox', { name: '方向' }).selectOption(orientation)
}

async function print(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'PDF', exact: true }).click()
  await page.locator('html[data-laid="yes"]').waitFor({ state: 'attached' })
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  const said = page.getByText(/共 \d+ 页/)
  await said.waitFor()
  return /\d+ 页/.exec((await said.textContent()) ?? '')?.[0] ?? ''
}
