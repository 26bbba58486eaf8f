import { expect, test } from 'vitest'
import { pictureDifference } from './browser'
import { shippedThemes, useBrowser } from './scene'

const scene = useBrowser()

test('each theme is a toggle with a count; turning one off changes list, panel and map', async () => {
  const page = await scene.open({ link: '1~z10.2~y29.6~x106.55' })
  await page.openList()
  const themes = shippedThemes().length
  expect(await page.themes().count()).toBe(themes)
  for (const text of await page.themes().allTextContents()) expect(text).toMatch(/\d/)
  const all = await page.listTotal()
  const before = await page.region().screenshot()

  for (let theme = 1; theme < themes; theme++) await page.themes().nth(theme).click()
  await page.addressHolds((view) => view.themes.length === 1 && view.themes[0] === 'in')
  await page.page.waitForFunction((was) => !document.body.textContent?.includes(`共 ${was} 项`), all)
  const some = await page.listTotal()
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)
  await page.mapRests()
  const after = await page.region().screenshot()
  expect(await pictureDifference(scene.browser(), before, after)).toBeGreaterThan(0.001)

  for (let theme = 1; theme < themes; theme++) await page.themes().nth(theme).click()
  await page.addressHolds((view) => view.themes.length === themes)
  await page.page.waitForTimeout(200)
  expect(await page.listTotal()).toBe(all)
})

test('a theme that is off leaves its plans out of the panel, and the panel says how many', async () => {
  const page = await scene.open({ link: '1~d500112~t.cu', panelsOnly: true })
  await page.showsPanelOf('渝北区')
  const groups = page.panel().locator('.plan-group[data-theme]')
  await expect
    .poll(() => groups.evaluateAll((all) => all.map((group) => group.getAttribute('data-theme'))))
    .toEqual(['cu'])
  const [, shown, all] = /(\d+)\D+(\d+)/.exec((await page.panel().locator('.hidden-note').textContent()) ?? '') ?? []
  expect(Number(shown)).toBeGreaterThan(0)
  await page.pressButton('清除筛选')
  await expect.poll(() => groups.count()).toBe(shippedThemes().length)
  const counts = await groups.locator('h3 .tabular').allTextContents()
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(all))
})

test('a long list shows its first rows, and one press the rest, with the focus on the first of them', async () => {
  const page = await scene.open({ link: '1~d500112', panelsOnly: true })
  await page.showsPanelOf('渝北区')
  const group = page.panel().locator('.plan-group').first()
  const rows = group.locator('li.plan')
  await expect.poll(() => rows.count()).toBe(20)
  const rest = group.getByRole('button', { name: /^其余 \d+ 项$/ })
  const count = Number(/\d+/.exec((await rest.textContent()) ?? '')?.[0])
  expect(count).toBeGreaterThan(20)
  await rest.press('Enter')
  await expect.poll(() => rows.count()).toBe(20 + count)
  expect(await rest.count()).toBe(0)
  expect(await rows.nth(20).evaluate((row) => row.contains(document.activeElement))).toBe(true)
})
