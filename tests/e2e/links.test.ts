import { expect, test } from 'vitest'
import { distanceKm } from '../../geo/base/measure'
import { useBrowser } from './scene'

const scene = useBrowser()

test('?m=1~d500112 opens with 渝北区 chosen and its panel open', async () => {
  const page = await scene.open({ link: '1~d500112', panelsOnly: true })
  await page.showsPanelOf('渝北区')
  expect((await page.view()).districts).toEqual(['500112'])
})

test('a copied link opens the same selection, themes and camera in a new profile', async () => {
  const page = await scene.open({ link: '1~d500112' })
  await page.themes().nth(0).click()
  await page.themes().nth(3).click()
  const camera = await page.camera()
  const link = await page.copiedLink()

  const other = await scene.open({ link })
  await other.showsPanelOf('渝北区')
  const [before, after] = [await page.view(), await other.view()]
  expect(after.districts).toEqual(before.districts)
  expect(after.themes).toEqual(before.themes)
  const again = await other.camera()
  expect(Math.abs(again.zoom - camera.zoom)).toBeLessThanOrEqual(0.01)
  const from = [camera.longitude, camera.latitude]
  expect(distanceKm(from, [again.longitude, again.latitude]) * 1000).toBeLessThan(10)
})

test('back, forward and reload restore the view', async () => {
  const page = await scene.open({ panelsOnly: true })
  await page.openList()
  await page.choose('渝北区')
  await page.showsPanelOf('渝北区')
  await page.choose('巴南区')
  await page.showsPanelOf('巴南区')
  await page.page.goBack()
  await page.showsPanelOf('渝北区')
  await page.page.goBack()
  await page.showsNoPanel()
  await page.page.goForward()
  await page.showsPanelOf('渝北区')
  await page.reload()
  await page.showsPanelOf('渝北区')
})

test('a damaged link opens what can be read and says so', async () => {
  const page = await scene.open({ link: '1~d500112~t.xx~v261122~k0000', panelsOnly: true })
  await page.showsPanelOf('渝北区')
  await page.notices().filter({ hasText: '链接可能不完整' }).first().waitFor()
})

test('an id the record does not hold costs a line, not the view', async () => {
  const page = await scene.open({ link: '1~d500112.500999~fnosuchthing', panelsOnly: true })
  await page.showsPanelOf('渝北区')
  await page.notices().filter({ hasText: '500999' }).first().waitFor()
})

test('a link to a place and a question about it comes to rest there, with the answer on the map', async () => {
  // Open without waiting for rest, which is what is in question.
  const page = await scene.open({ link: '1~fgyport~abuf5000.gyport', early: true })
  await page.page.getByRole('region', { name: '分析结果' }).getByRole('listitem').first().waitFor()
  await page.atRest()
  await page.staticMapGone()
  await page.showsPanelOf('果园港')
  await page.page.locator('.map-legend summary').click()
  await page.page.locator('.map-legend li').filter({ hasText: '港口' }).first().waitFor()
  expect(page.complaints).toEqual([])
})

test('a link made under an older release opens its view and tells what has changed since', async () => {
  const page = await scene.open({ link: '1~d500112~v261122~k424P', panelsOnly: true })
  await page.showsPanelOf('渝北区')
  const notice = page.notices().filter({ hasText: '此链接制作于 2026-11-22' }).first()
  await notice.waitFor()
  const [, count] = /更新 (\d+) 处/.exec((await notice.textContent()) ?? '') ?? []
  await notice.getByRole('button', { name: '看更新了什么' }).click()
  const dialog = page.page.getByRole('dialog', { name: '2026-11-22 之后的更新' })
  await dialog.getByRole('button', { name: /^其余 \d+ 项$/ }).click()
  await expect.poll(() => dialog.getByRole('listitem').count()).toBe(Number(count))
  await page.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
})
