import { expect, test } from 'vitest'
import type { MapPage } from './map-page'
import { centralDistricts, useBrowser } from './scene'

const scene = useBrowser()
const patienceMilliseconds = 300_000
const patience = { timeout: 15_000 }

const searchFor = async (page: MapPage, words: string) => {
  await page.press('/')
  await page.page.keyboard.type(words)
  await page.page.getByRole('option').first().waitFor()
  await page.press('Enter')
}

/** From the heading of the panel past its lists. */
const toActions = async (page: MapPage) => {
  await page.tabUntil('跳到操作', 4)
  await page.press('Enter')
}

test(
  'the ten commonest tasks, with nothing but the keyboard',
  async () => {
    const page = await scene.open()

    // From the map L opens the list, Escape closes it and the map has the focus again.
    await page.focusMap()
    await page.press('l')
    await page.list().waitFor()
    expect(await page.focusedName()).toBe('目录')
    await page.press('Escape')
    await page.list().waitFor({ state: 'detached' })
    await expect.poll(page.focusedName, patience).toContain('地图画面')

    // 1. Find a district; its heading has the focus, and Escape gives it back.
    await searchFor(page, '渝北区')
    await page.showsPanelOf('渝北区')
    expect(await page.focusedName()).toBe('渝北区')
    await page.press('Escape')
    await page.showsNoPanel()
    await expect.poll(page.focusedName, patience).toBe('搜索')

    // 2. Any of the nine from the map, in at most three presses.
    for (const [index, { name }] of centralDistricts().entries()) {
      await page.focusMap()
      await page.press(String(index + 1))
      await page.press('Enter')
      await page.showsPanelOf(name)
      await page.press('Escape')
      await page.showsNoPanel()
    }
    await expect.poll(page.focusedName, patience).toContain('地图画面')

    // 3. Read its plans: the tabs come soon after the heading, arrows move between them, Enter opens.
    await searchFor(page, '巴南区')
    await page.showsPanelOf('巴南区')
    await page.tabUntil(/^规划/, 10)
    await page.press('Tab')
    expect(await page.page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true)
    await page.tabUntil(/^规划/, 3, 'Shift+Tab')
    await page.press('ArrowRight')
    await page.press('Enter')
    await page.addressHolds(({ item }) => item?.kind === 'tab')
    const features = page.panel().getByRole('tabpanel').getByRole('listitem')
    await features.first().waitFor()
    expect(await features.count()).toBeGreaterThan(10)

    // 4. Filter a theme.
    await page.press('/')
    await page.tabUntil(/^产业/, 4)
    await page.press('Space')
    await page.addressHolds(({ themes }) => !themes.includes('in'))
    await page.press('Space')
    await page.addressHolds(({ themes }) => themes.includes('in'))

    // 5. Filter a year.
    await page.tabUntil(/^年份/, 40)
    await page.press('Enter')
    await page.tabUntil('年份', 4)
    await page.press('ArrowRight')
    await page.press('ArrowRight')
    await page.addressHolds(({ years }) => years?.from === years?.to && years !== undefined)
    await page.tabUntil('全部年份', 3)
    await page.press('Enter')
    await page.addressHolds(({ years }) => years === undefined)

    // 6. Search by the initials of its reading.
    await searchFor(page, 'gyg')
    await page.showsPanelOf('果园港')

    // 7. Compare two districts.
    await searchFor(page, '渝北区')
    await page.showsPanelOf('渝北区')
    await toActions(page)
    await page.tabUntil('对比', 10)
    await page.press('Enter')
    await page.addressHolds(({ compare, districts }) => compare && districts.length === 2)
    await page.page.getByRole('complementary', { name: '对比' }).waitFor()
    expect(await page.focusedName()).toContain('渝北区')
    await page.press('Escape')
    await page.showsPanelOf('渝北区')

    // 8. Ask a buffer; the question has the focus, Escape ends it.
    await searchFor(page, 'gyg')
    await page.showsPanelOf('果园港')
    await toActions(page)
    await page.tabUntil('缓冲分析', 3)
    await page.press('Enter')
    const answer = page.page.getByRole('region', { name: '分析结果' })
    await answer.getByRole('listitem').first().waitFor()
    expect(await page.focusedName()).toContain('果园港周边')
    await page.press('Escape')
    await answer.waitFor({ state: 'detached' })

    // 9. Open a chart's table.
    await page.press('/')
    await page.tabUntil('统计', 20)
    await page.press('Enter')
    await page.page.getByRole('complementary', { name: '统计' }).waitFor()
    await expect.poll(page.focusedName, patience).toBe('统计')
    await page.page.locator('.chart').first().waitFor()
    await page.tabUntil('表', 130)
    await page.press('Enter')
    await page.page.locator('.chart-table').first().waitFor()
    await page.press('Escape')

    // 10. Copy the link of what is shown.
    await searchFor(page, 'gyg')
    await page.showsPanelOf('果园港')
    await toActions(page)
    await page.tabUntil('复制链接', 8)
    await page.press('Enter')
    await page.notices().filter({ hasText: '已复制' }).first().waitFor()
    expect(await page.page.evaluate(() => navigator.clipboard.readText())).toContain('m=1~fgyport')
  },
  patienceMilliseconds,
)

test('an entry of the list opens with the focus at its heading, and Escape returns to its row', async () => {
  const page = await scene.open({ panelsOnly: true })
  await page.openList()
  await page.list().getByRole('link').nth(2).focus()
  const name = await page.focused()
  await page.press('Enter')
  await page.showsPanelOf(name)
  expect(await page.focusedName()).toBe(name)
  await page.press('Escape')
  await page.showsNoPanel()
  await expect.poll(page.focused, patience).toBe(name)
})

test('between two places: both ends by keyboard', async () => {
  const page = await scene.open({ panelsOnly: true, link: '1~fgyport' })
  await page.showsPanelOf('果园港')
  await page.panel().getByRole('heading', { level: 2 }).focus()
  await toActions(page)
  await page.tabUntil('两点之间', 5)
  await page.press('Enter')
  await expect.poll(page.focusedName, patience).toBe('另一处')
  await page.page.keyboard.type('巴南区')
  await page.press('Enter')
  await page.addressHolds(({ analysis }) => analysis?.kind === 'between' && analysis.to === '500113')
  await page.page.getByText('直线相距').waitFor()
})
