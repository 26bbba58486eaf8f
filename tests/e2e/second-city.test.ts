/** An invented city of three districts and one river, built from its own folder: nothing of the default one may be needed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { readRegion } from '../../data/steps/read'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { type BuiltSite, buildSite, serveSite } from '../setup/site'
import { MapPage } from './map-page'
import { useBrowser } from './scene'

const folder = 'tests/fixtures/second-city'
const release = readRegion(process.cwd(), folder).region?.row.release ?? ''

/** Words of the default city. */
const elsewhere = /重庆|渝北|两江|长江|嘉陵|巴南|2019|21 项/

let site: BuiltSite
let server: Awaited<ReturnType<typeof serveSite>>
const scene = useBrowser()

beforeAll(async () => {
  site = await buildSite({ YULAN_REGION: folder, YULAN_PAGE_ONLY: '1' })
  server = await serveSite(site.folder)
})
afterAll(async () => {
  await server?.close()
  site?.remove()
})

const asking = encodeView(
  {
    ...defaultView(themeIds),
    feature: 'nandu',
    analysis: { kind: 'buffer', radiusMeters: 20_000, subject: { feature: 'nandu' } },
  },
  release,
)

describe('another city', () => {
  test('opens under its own name, with its own districts and years', async () => {
    const map = await MapPage.open(scene.browser(), server.address)
    const { page } = map
    expect(await page.title()).toBe('渝览 · 云汀中心城区规划地图')
    await page.getByText(`资料 ${release}`).first().waitFor()
    await map.focusMap()
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: '详情' }).getByRole('heading', { name: '汀东区' }).waitFor()
    await map.addressHolds(({ districts }) => districts.join() === '990102')
    const words = () => page.locator('body').innerText()
    for (const part of ['邻接与通道', '指标', '工程']) {
      await page.getByRole('tab', { name: part }).click()
      expect(await words()).not.toMatch(elsewhere)
    }
    await page.getByRole('button', { name: '统计' }).click()
    await page.getByRole('heading', { name: '统计' }).waitFor()
    expect(await words()).not.toMatch(elsewhere)
    await page.getByRole('button', { name: '资料与说明' }).click()
    await page.getByText('本图汇集 1 份公开文件中关于云汀中心城区的规划事项').waitFor()
    expect(await words()).not.toMatch(elsewhere)
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByRole('group', { name: '年份' }).getByRole('button', { name: /^2030/ }).waitFor()
    expect(await page.getByRole('group', { name: '年份' }).getByRole('button', { name: /^2019/ }).count()).toBe(0)
    expect(map.complaints).toEqual([])
    await map.close()
  })

  test('answers a buffer', async () => {
    const map = await MapPage.open(scene.browser(), server.address, { link: asking })
    const answer = map.page.getByRole('region', { name: '分析结果' })
    for (const name of ['云带河', '云汀环线', '汀西湿地公园']) await answer.getByText(name).first().waitFor()
    await answer.getByText('北渡镇').first().waitFor()
    expect(map.complaints).toEqual([])
    await map.close()
  })

  test('refuses typed coordinates outside its own box in its own words', async () => {
    const subject = { drawn: 'point' as const, positions: [[106.55, 29.56] as [number, number]] }
    const analysis = { kind: 'buffer' as const, radiusMeters: 5000, subject }
    const map = await MapPage.open(scene.browser(), server.address, {
      link: encodeView({ ...defaultView(themeIds), analysis }, release),
      panelsOnly: true,
    })
    await map.page.getByText('位置在云汀之外（东经 117°–120°、北纬 35°–38°）').first().waitFor()
    await map.close()
  })
})
