import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { devices } from './browser'
import { engineCode, holding, type MapPage } from './map-page'
import { centralDistricts, shipped, shippedFeatures, useBrowser } from './scene'

const scene = useBrowser()
/** Of a test that is several, one after another on one page. */
const patienceMilliseconds = 360_000
const answer = ({ page }: MapPage) => page.getByRole('region', { name: '分析结果' })

test('between two places with the mouse: press the button, press the other place on the map', async () => {
  const { before, release } = holding(engineCode)
  const page = await scene.open({ early: true, before })
  await page.drawn()
  const [, , , , , , , , banan] = centralDistricts()
  const at = await page.pointOf(banan?.middle ?? [0, 0])
  release()
  await page.atRest()
  await page.show('fgyport~z8.6~y29.6~x106.6')
  await page.showsPanelOf('果园港')
  await page.atRest()
  await page.panel().getByRole('button', { name: '两点之间' }).click()
  await answer(page).getByText('再选另一处').waitFor()
  await page.show('')
  // The map is not busy yet while the state has changed and the map has not.
  await page.mapRests()
  await page.click(at)
  await page.addressHolds(({ analysis }) => analysis?.kind === 'between' && analysis.to === '500113')
  await answer(page).getByText('直线相距').waitFor()
  expect((await page.view()).districts).toEqual([])
})

const onTheMap = [
  { x: 700, y: 420 },
  { x: 820, y: 480 },
  { x: 760, y: 560 },
]

const drawings = [
  ['点', 'point', 1],
  ['线', 'line', 3],
  ['面', 'area', 3],
] as const

test(
  'a drawn point, line and area are measured, asked about, in the link, and can be taken along',
  async () => {
    const page = await scene.open({ palette: 'dark' })
    for (const [name, drawn, corners] of drawings) {
      await page.show('')
      await answer(page).waitFor({ state: 'detached' })
      await page.pressButton('问地图')
      await answer(page).getByRole('button', { name, exact: true }).click()
      // The tool comes with the first wish to draw.
      await page.page.locator('canvas').and(page.page.locator('[style*="crosshair"]')).waitFor()
      for (const place of onTheMap.slice(0, corners)) {
        await page.click(place)
        await page.page.waitForTimeout(350)
      }
      if (drawn !== 'point') {
        await answer(page)
          .getByText(/已画|已围/)
          .waitFor()
        await page.press('Enter')
      }
      await page.addressHolds(
        ({ analysis }) =>
          analysis?.kind === 'buffer' &&
          'drawn' in analysis.subject &&
          analysis.subject.drawn === drawn &&
          analysis.subject.positions.length === corners,
      )
      await answer(page).getByRole('listitem').first().waitFor()

      await page.pressButton('导出结果')
      const [header, ...rows] = (await page.downloaded('CSV')).trim().split('\n')
      expect(header?.split(',').length, name).toBeGreaterThan(4)
      expect(rows.length, name).toBeGreaterThan(5)
      const shape = JSON.parse(await page.downloaded('GeoJSON')) as FeatureCollection
      expect(shape.features[0]?.geometry.type, name).toContain('Polygon')

      const again = await scene.open({ link: page.page.url(), panelsOnly: true })
      await answer(again).getByRole('listitem').first().waitFor()
      await again.close()
      await page.press('Escape')
      await page.page.getByRole('dialog', { name: '导出' }).waitFor({ state: 'hidden' })
    }
  },
  patienceMilliseconds,
)

test('what is being drawn is given up with Escape, and the question before it stays', async () => {
  const page = await scene.open({ link: '1~abuf2000.gyport' })
  await answer(page).getByRole('listitem').first().waitFor()
  await answer(page).getByRole('button', { name: '线', exact: true }).click()
  await page.click({ x: 700, y: 420 })
  await page.press('Escape')
  await expect
    .poll(() => answer(page).getByRole('button', { name: '线', exact: true }).getAttribute('aria-pressed'))
    .toBe('false')
  expect((await page.view()).analysis).toMatchObject({ subject: { feature: 'gyport' } })
})

test('on a phone a point is drawn with a tap, and the circle lies above the sheet of its answer', async () => {
  const page = await scene.open({ device: devices.phone })
  await page.pressButton('问地图')
  await answer(page).getByRole('button', { name: '点', exact: true }).click()
  await page.page.locator('canvas').and(page.page.locator('[style*="crosshair"]')).waitFor()
  await page.tap({ x: 190, y: 300 })
  await page.addressHolds(({ analysis }) => analysis?.kind === 'buffer' && 'drawn' in analysis.subject)
  await answer(page).getByText('平方公里').first().waitFor()
  const sheet = await answer(page).boundingBox()
  expect(sheet?.y).toBeGreaterThan(844 / 2)
})

/** What the shipped files say is in a district or in one that borders on it, the districts themselves too. */
function nearDistrict(code: string) {
  const { adjacency } = shipped<{ adjacency: { a: string; b: string }[] }>('adjacency.json')
  const codes = new Set([code, ...adjacency.flatMap(({ a, b }) => (a === code ? [b] : b === code ? [a] : []))])
  return shippedFeatures().filter(({ properties: { id, kind, districts } }) =>
    (kind === 'district' ? [id] : districts).some((place) => codes.has(place)),
  )
}

test('a district and its neighbours become a filter of list, counts and link, and can be taken back', async () => {
  const page = await scene.open({ link: '1~d500104~aadj1.500104', panelsOnly: true })
  await answer(page).getByRole('listitem').first().waitFor()
  await answer(page).getByRole('button', { name: '只看本区与邻区' }).click()
  await page.addressHolds(({ filters }) => filters.around === '500104')
  await page.page.getByText('大渡口区及邻区').waitFor()
  await answer(page).getByRole('button', { name: '结束分析' }).click()
  await page.openList()
  const near = nearDistrict('500104')
  expect(near.length).toBeLessThan(shippedFeatures().length)
  await expect.poll(() => page.listTotal()).toBe(near.length)
  await page.pressButton('清除筛选')
  await expect.poll(() => page.listTotal()).toBe(shippedFeatures().length)
})
