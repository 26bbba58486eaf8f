/** What a reader does besides the ten commonest tasks, after one visit, with the server gone. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from '../e2e/browser'
import { comeToRest } from './chromium'
import { type BrowserWithoutServer, visitOnce } from './without-server'

let visited: BrowserWithoutServer
const pages: Page[] = []
beforeAll(async () => {
  visited = await visitOnce()
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  expect(visited.failed.splice(0)).toEqual([])
})
afterAll(() => visited?.close())

async function open(link = ''): Promise<Page> {
  const page = await visited.profile.newPage()
  pages.push(page)
  await comeToRest(page, visited.place + link)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()
const title = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor()

/** Presses a format in 导出; returns the file. */
async function exported(page: Page, format: string): Promise<Buffer> {
  await button(page, '导出').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: '导出' }).getByRole('button', { name: format, exact: true }).click(),
  ])
  await page.keyboard.press('Escape')
  return readFileSync(await download.path())
}

test('a briefing is chosen from the list and played', async () => {
  const page = await open()
  await button(page, '汇报').click()
  const item = page.getByRole('dialog').getByRole('listitem').filter({ hasText: '中心城区九区一览' })
  await item.getByRole('button', { name: '播放' }).click()
  const show = page.getByRole('region', { name: '汇报' })
  await show.getByText('第 1 / 14 页', { exact: true }).waitFor()
  await show.getByText('来源：').first().waitFor()
  await page.keyboard.press('PageDown')
  await show.getByText('第 2 / 14 页', { exact: true }).waitFor()
})

test('a picture, a deck and a table are exported; the single file says that it needs the site', async () => {
  const page = await open('?m=1~d500104')
  await title(page, '大渡口区')
  expect((await exported(page, '图片')).subarray(1, 4).toString()).toBe('PNG')
  expect((await exported(page, 'PPTX')).subarray(0, 2).toString()).toBe('PK')
  expect((await exported(page, 'Excel')).subarray(0, 2).toString()).toBe('PK')
  await button(page, '导出').click()
  const dialog = page.getByRole('dialog', { name: '导出' })
  await dialog.getByRole('button', { name: '单文件网页', exact: true }).click()
  await dialog.getByText('联网后再试').waitFor()
  expect(visited.failed.splice(0)).toEqual([`${visited.place}single-file.html net::ERR_CONNECTION_REFUSED`])
})

test('printing lays out its sheets', async () => {
  const page = await open('?m=1~d500104')
  await title(page, '大渡口区')
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.asked = 'yes'
    }
  })
  await page.keyboard.press('Control+p')
  await button(page, 'PDF').and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('html[data-asked="yes"]').waitFor({ state: 'attached' })
})

test('a table of one’s own comes onto the map', async () => {
  const page = await open()
  const text = '名称,用途,经度,纬度\n甲,居住,106.54,29.54\n乙,工业,106.55,29.55'
  const picker = page.locator('input[type=file][multiple]')
  await picker.setInputFiles({ name: '地块.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const panel = page.getByRole('region', { name: '我的数据' })
  await panel.getByRole('radio').first().check()
  await panel.getByRole('button', { name: '按此上图' }).click()
  await expect.poll(() => panel.locator('.own-row').count(), { timeout: 30_000 }).toBe(2)
})

test('English and the dark colours, and what the site is made of', async () => {
  const page = await open()
  await button(page, '资料与说明').click()
  await page.getByText('所用的开源软件包').first().click()
  await page.locator('.about-components li').first().waitFor()
  await button(page, '深色').click()
  await button(page, 'English').click()
  await page.locator('html[lang=en][data-palette=dark]').waitFor({ state: 'attached' })
  await comeToRest(page, `${visited.place}?m=1~d500104`)
  await title(page, 'Dadukou District')
  await button(page, 'Light').click()
  await button(page, '中文').click()
})

test('a named link opens its view, and the reading page of a briefing its text', async () => {
  const page = await visited.profile.newPage()
  pages.push(page)
  await page.goto(`${visited.place}s/star-shaped-rail/`)
  await page.waitForURL(/\?m=1~fmzxgtw/)
  await title(page, '“米”字型高铁网')
  await page.goto(`${visited.place}b/jiuqu/`)
  await page.getByRole('heading', { level: 1, name: '中心城区九区一览' }).waitFor()
  // Of these pages the text is kept; their pictures have words in their place.
  const others = visited.failed.splice(0).filter((failed) => !/\.(png|svg) net::ERR_CONNECTION_REFUSED$/.test(failed))
  expect(others).toEqual([])
})

test('the workbook of the record is exported and comes back', async () => {
  const page = await open()
  await button(page, '资料与说明').click()
  await page.getByText('在工作簿里维护资料').click()
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出工作簿').click()])
  await page.locator('input[aria-label="打开改过的工作簿"]').setInputFiles(await download.path())
  await page.getByRole('region', { name: '资料工作簿' }).waitFor()
})
