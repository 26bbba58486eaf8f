import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { release } from '../fixtures/region'
import { freshProfile, type Page } from './browser'
import { withoutWebgl } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()
const hostPage = readFileSync(join(import.meta.dirname, '../fixtures/host.html'), 'utf8')
const view = { ...defaultView(themeIds), districts: ['500112'] }
const yubei = encodeView(view, release)
const yubeiEmbedded = encodeView({ ...view, embed: ['detail'] }, release)

async function openShare(page: Page) {
  await page.getByRole('button', { name: '分享', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: '分享这个视图' })
  await dialog.waitFor()
  return dialog
}

test('the share sheet gives link, text, QR code and embed code, and closes with Escape', async () => {
  const { page, complaints } = await scene.open({ link: yubei, early: true })
  const dialog = await openShare(page)
  expect(await dialog.getByLabel('链接', { exact: true }).inputValue()).toContain('?m=1~d500112~z')
  await dialog.getByLabel('带上此刻的地图范围').uncheck()
  expect(await dialog.getByLabel('链接', { exact: true }).inputValue()).toMatch(/\?m=1~d500112~v\d{6}~k[0-9A-Z]{4}$/)
  const text = await dialog.getByLabel('文字').inputValue()
  expect(text).toContain('【渝北区】')
  expect(text).toContain('来源：《')
  expect(text.trim().split('\n').at(-1)).toContain('?m=1~d500112')
  await dialog.getByRole('img', { name: '此视图链接的二维码' }).waitFor()
  expect(await dialog.getByLabel('嵌入网页').inputValue()).toContain('~e.detail~')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(complaints).toEqual([])
})

test('a saved view file opens when it is dropped on the page; another file says it cannot', async () => {
  const { page } = await scene.open({ panelsOnly: true })
  const drop = async (name: string, content: string) => {
    const transfer = await page.evaluateHandle(
      ([fileName, text]) => {
        const held = new DataTransfer()
        held.items.add(new File([text], fileName, { type: 'application/json' }))
        return held
      },
      [name, content] as const,
    )
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  }
  await page.getByRole('group', { name: '主题' }).getByRole('button').first().waitFor()
  await drop('view.json', JSON.stringify({ kind: 'yulan-view', schema: 1, release, title: '', view: yubei }))
  await page.getByRole('complementary', { name: '详情' }).getByRole('heading', { name: '渝北区' }).waitFor()
  await drop('other.json', '{"view": "<img src=x onerror=alert(1)>"}')
  await page.getByRole('status').getByText('other.json 不是视图、汇报，也不是读得出的数据').waitFor()
})

test('a damaged link says all of it in one notice that goes with one press', async () => {
  const { page } = await scene.open({ link: '1~d500112.500999~q.xyz', early: true })
  const notice = page.getByRole('status').first()
  await notice.getByText('链接里的区 500999 不在资料中').waitFor()
  expect(await notice.textContent()).toContain('链接可能不完整')
  expect(await notice.textContent()).toContain('q.xyz')
  await notice.getByRole('button', { name: '知道了' }).click()
  await notice.getByText('链接可能不完整').waitFor({ state: 'hidden' })
})

test('a named link shows its text without scripts and leads to its view with them', async () => {
  const site = inject('siteAddress')
  const html = await (await fetch(`${site}s/star-shaped-rail/index.html`)).text()
  expect(html).toContain('<meta property="og:title"')
  expect(html).toContain('走向未知的线按示意画出。</p>')
  expect((await fetch(`${site}s/star-shaped-rail/preview.svg`)).headers.get('content-type')).toContain('svg')
  const { page } = await scene.open({ link: `${site}s/star-shaped-rail/index.html`, panelsOnly: true })
  await page.waitForURL(/\?m=1~fmzxgtw/)
  await page
    .getByRole('complementary', { name: '详情' })
    .getByRole('heading', { name: /高铁网/ })
    .waitFor()
})

/** A real server: browsers let no page of another network speak to this machine. */
async function embeddedIn(port: number, before = async (_: Page) => {}) {
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(hostPage))
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const profile = await freshProfile(scene.browser(), { width: 1100, height: 800 })
  const page = await profile.newPage()
  page.setDefaultTimeout(90_000)
  await before(page)
  const close = async () => {
    await profile.close()
    server.close()
  }
  const address = `${inject('siteAddress').replace('localhost', '127.0.0.1')}?m=${yubeiEmbedded}`
  await page.goto(`http://127.0.0.1:${port}/host.html?map=${encodeURIComponent(address)}`)
  const panel = page.frameLocator('#map').getByRole('complementary', { name: '详情' })
  await panel.getByRole('heading', { name: '渝北区' }).waitFor()
  await page.locator('#log').getByText('"ready"').waitFor()
  return { page, close, panel }
}

test('an embedding page the owner named can select and open a view, and hears of it', async () => {
  const { page, close, panel } = await embeddedIn(14_817)
  expect(await page.frameLocator('#map').getByRole('group', { name: '主题' }).count()).toBe(0)
  await page.locator('#select').click()
  await panel.getByRole('heading', { name: '巴南区' }).waitFor()
  await page.locator('#log').getByText('"id":"500113"').waitFor()
  await page.locator('#view').click()
  await page.locator('#log').getByText('~t.tr~').waitFor()
  const entries = await page.evaluate(() => history.length)
  expect(entries).toBeLessThanOrEqual(2)
  await close()
})

test('any other embedding page is heard by nobody', async () => {
  const { page, close, panel } = await embeddedIn(14_818, withoutWebgl)
  await page.locator('#select').click()
  await page.waitForTimeout(800)
  await panel.getByRole('heading', { name: '渝北区' }).waitFor()
  expect(await page.locator('#log').textContent()).not.toContain('500113')
  await close()
})
