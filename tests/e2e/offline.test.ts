/** A second visit without a network, a newer build, and a cache that lost a file. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { serveSite } from '../setup/site'
import { type BrowserContext, devices, freshProfile, type Page } from './browser'
import { withoutWebgl } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()
let folder: string
let server: Awaited<ReturnType<typeof serveSite>>
let profile: BrowserContext

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yulan-offline-'))
  cpSync(inject('siteFolder'), folder, { recursive: true })
  server = await serveSite(folder)
  profile = await freshProfile(scene.browser(), devices.desktop, 'light', 0.5, 'allow')
})
afterEach(async () => {
  await profile.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Opens the page; but for the first test without WebGL 2, since what is kept and answered is the same. */
async function open(link = '', before: (page: Page) => Promise<void> = withoutWebgl): Promise<Page> {
  const page = await profile.newPage()
  await before(page)
  await page.goto(server.address + link)
  await page.locator('#map[aria-busy="false"]').waitFor()
  return page
}

const kept = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), {
      timeout: 60_000,
    })
    .toBe('activated')

test('a second visit is complete without a network', async () => {
  const withMap = async () => {}
  const first = await open('', withMap)
  await kept(first)
  await first.getByRole('button', { name: '资料与说明' }).click()
  await first.getByText(/^可离线使用（资料 \d{4}-\d\d-\d\d）$/).waitFor()
  await first.close()
  await profile.setOffline(true)
  const page = await open('?m=1~d500113', withMap)
  await page.locator('aside[aria-label="详情"] h2', { hasText: '巴南区' }).waitFor()
  await page.getByRole('button', { name: /^统计/ }).click()
  await page.locator('aside[aria-label="统计"] .chart').first().waitFor()
  await page.goto(`${server.address}?m=1~fgyport~abuf5000.gyport`)
  await page.getByRole('region', { name: '分析结果' }).getByRole('listitem').first().waitFor()
})

test('a newer build waits until the reader takes it, with the view as it was', async () => {
  const page = await open('?m=1~d500112')
  await kept(page)
  const worker = join(folder, 'service-worker.js')
  const newer = readFileSync(worker, 'utf8').replace(/(version:\s*[`"'])[0-9a-f]{12}/, '$1ffffffffffff')
  expect(newer).toContain('ffffffffffff')
  writeFileSync(worker, newer)
  await page.reload()
  await page.locator('#map[aria-busy="false"]').waitFor()
  const update = page.getByRole('button', { name: '更新' })
  await update.waitFor({ timeout: 60_000 })
  await Promise.all([page.waitForEvent('load'), update.click()])
  await page.locator('aside[aria-label="详情"] h2', { hasText: '渝北区' }).waitFor()
  expect(page.url()).toContain('m=1~d500112~')
  const caches_ = await page.evaluate(() => caches.keys())
  expect(caches_.filter((name) => name.startsWith('yulan'))).toHaveLength(1)
})

test('a build that cannot be fetched whole leaves the one before in its place', async () => {
  const page = await open()
  await kept(page)
  const gone = readdirSync(join(folder, 'assets')).find((name) => /^statistics-.*\.js$/.test(name)) ?? ''
  rmSync(join(folder, 'assets', gone))
  const worker = join(folder, 'service-worker.js')
  const broken = readFileSync(worker, 'utf8')
    .replace(/(version:\s*[`"'])[0-9a-f]{12}/, '$1eeeeeeeeeeee')
    .replace(`assets/${gone}`, 'assets/nowhere.js')
  writeFileSync(worker, broken)
  await page.reload()
  await page.locator('#map[aria-busy="false"]').waitFor()
  await page.waitForTimeout(3000)
  expect(await page.getByRole('button', { name: '更新' }).count()).toBe(0)
  await page.getByRole('button', { name: /^统计/ }).click()
  await page.locator('aside[aria-label="统计"] .chart').first().waitFor()
})

test('a file thrown out of the cache is asked of the server', async () => {
  const page = await open()
  await kept(page)
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) if (request.url.endsWith('.json')) await cache.delete(request)
    }
  })
  await page.reload()
  await page.locator('#map[aria-busy="false"]').waitFor()
  await page.locator('.theme').first().waitFor()
})

test('where there is no room the page goes on as before, with a network', async () => {
  const page = await profile.newPage()
  const devtools = await profile.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.address).origin, quotaSize: 200_000 })
  const begun = profile.waitForEvent('serviceworker', { timeout: 60_000 })
  await withoutWebgl(page)
  await page.goto(server.address)
  await begun
  const isRegistered = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined)
  await expect.poll(isRegistered, { timeout: 60_000 }).toBe(false)
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await page.getByRole('button', { name: '资料与说明' }).click()
  await page.locator('.about-sources li').first().waitFor()
  expect(await page.getByText(/^可离线使用/).count()).toBe(0)
})

test('of two tabs one takes the newer build; the other keeps its view, and what it no longer finds it offers to reload', async () => {
  const one = await open('?m=1~d500112')
  await kept(one)
  const gone = readdirSync(join(folder, 'assets')).find((name) => /^statistics-.*\.js$/.test(name)) ?? ''
  const worker = join(folder, 'service-worker.js')
  const newer = readFileSync(worker, 'utf8').replace(/(version:\s*[`"'])[0-9a-f]{12}/, '$1dddddddddddd')
  const other = await open('?m=1~d500113')
  // A new deployment: the page has another script, and one of the old files is gone.
  renameSync(join(folder, 'assets', gone), join(folder, 'assets/statistics-another00.js'))
  writeFileSync(worker, newer.replaceAll(gone, 'statistics-another00.js'))
  const index = join(folder, 'index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace('src="./assets/', 'src="./assets/./'))
  await other.reload()
  const update = other.getByRole('button', { name: '更新' })
  await update.waitFor({ timeout: 60_000 })
  await Promise.all([other.waitForEvent('load'), update.click()])
  await other.locator('aside[aria-label="详情"] h2', { hasText: '巴南区' }).waitFor()
  expect(await one.locator('aside[aria-label="详情"] h2').textContent()).toBe('渝北区')
  await one.getByRole('button', { name: /^统计/ }).click()
  await one.getByRole('status').filter({ hasText: '网站已更新' }).getByRole('button', { name: '重新载入' }).waitFor()
  expect(await one.locator('aside[aria-label="详情"] h2').textContent()).toBe('渝北区')
})
