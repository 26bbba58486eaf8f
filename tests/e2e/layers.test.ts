import { expect, test } from 'vitest'
import { pictureDifference } from './browser'
import type { MapPage } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()
/** Of a test that is several, one after another on one page. */
const patienceMilliseconds = 300_000
/** The hills and the rivers in the middle of the nine districts, between the panels. */
const link = '1~z10.2~y29.6~x106.55'
const clip = { x: 690, y: 90, width: 520, height: 640 }

const openLayers = async ({ page }: MapPage) => {
  await page.getByRole('button', { name: /^图层/ }).click()
  await page.getByRole('region', { name: '图层' }).waitFor()
}
const box = ({ page }: MapPage, name: string) => page.getByRole('checkbox', { name, exact: true })
const slider = ({ page }: MapPage, name: string) => page.getByRole('slider', { name: `${name}的不透明度` })
const picture = ({ page }: MapPage) => page.screenshot({ clip })
const difference = (one: Buffer, other: Buffer) => pictureDifference(scene.browser(), one, other)
const entries = ({ page }: MapPage) => page.evaluate(() => history.length)
const opacityOf = (id: string) => async (page: MapPage) =>
  (await page.view()).layers.find((layer) => layer.id === id)?.opacity ?? 1

async function atRest(page: MapPage): Promise<Buffer> {
  await page.mapRests()
  return picture(page)
}

/** The map some frames after it was changed, when the engine has drawn what it had to. */
async function becomes(page: MapPage, is: (share: number) => boolean, from: Buffer): Promise<Buffer> {
  let now = from
  await expect
    .poll(
      async () => {
        now = await picture(page)
        return is(await difference(from, now))
      },
      { timeout: 30_000, interval: 400 },
    )
    .toBe(true)
  return now
}
const clearly = (share: number) => share > 0.004
/** A name may keep the side of its dot where it stood before, so that pictures of one view differ by a name or two. */
const hardly = (share: number) => !clearly(share)

test(
  'a slider makes a layer paler, one drag one step back; off is off on the map, in the address and in a copied link',
  async () => {
    const page = await scene.open({ link, sharp: true })
    await openLayers(page)
    const before = await atRest(page)
    const atFirst = await entries(page)
    const network = opacityOf('network')
    const place = await slider(page, '现有道路和铁路').boundingBox()
    if (!place) throw new Error('the slider is not on the screen')
    await page.page.mouse.move(place.x + place.width - 6, place.y + place.height / 2)
    await page.page.mouse.down()
    for (const part of [0.8, 0.6, 0.4, 0.2]) {
      await page.page.mouse.move(place.x + place.width * part, place.y + place.height / 2)
      await page.page.waitForTimeout(350)
    }
    await page.page.mouse.up()
    await expect.poll(() => network(page)).toBeLessThan(0.4)
    expect(await network(page)).toBeGreaterThan(0)
    await becomes(page, clearly, before)
    expect(await entries(page)).toBe(atFirst + 1)

    await slider(page, '山形').focus()
    for (let press = 0; press < 5; press++) await page.press('ArrowLeft')
    await expect.poll(() => opacityOf('relief')(page)).toBe(0.5)
    expect(await entries(page)).toBe(atFirst + 2)
    await page.page.goBack()
    await page.addressHolds(({ layers }) => layers.length === 1)
    await page.page.goBack()
    await page.addressHolds(({ layers }) => layers.length === 0)
    await becomes(page, hardly, before)

    // Turned off, and back again.
    const all = await atRest(page)
    await box(page, '山形').uncheck()
    await page.addressHolds(
      ({ layers }) => layers.length === 1 && layers[0]?.id === 'relief' && layers[0].opacity === 0,
    )
    await becomes(page, clearly, all)
    const after = await atRest(page)
    await page.press('Escape')
    await page.page.getByRole('region', { name: '图层' }).waitFor({ state: 'detached' })
    expect(await page.focusedName()).toContain('1 组已调整')

    const other = await scene.open({ link: await page.copiedLink(), sharp: true })
    await becomes(other, hardly, after)
    await openLayers(other)
    expect(await box(other, '山形').isChecked()).toBe(false)
    expect(await box(other, '铁路').isChecked()).toBe(true)

    await page.page.goBack()
    await page.addressHolds(({ layers }) => layers.length === 0)
    await becomes(page, hardly, all)
    expect(page.complaints).toEqual([])
  },
  patienceMilliseconds,
)

test('what is off answers neither to the pointer nor in the legend, and one press brings everything back', async () => {
  // A port stands in the middle of the screen.
  const page = await scene.open({ link: '1~l.points-0.nosuch-3~z12.5~y29.611~x106.733' })
  await page.notices().filter({ hasText: 'nosuch' }).waitFor()
  await page.page.getByRole('button', { name: /^图层.*1 组已调整/ }).waitFor()
  await page.page.locator('.map-legend summary').click()
  const legend = page.page.locator('.map-legend li')
  const signs = page.page.locator('.map-legend .legend-points li')
  await legend.first().waitFor()
  expect(await signs.count()).toBe(0)

  const middle = { x: 720, y: 450 }
  await page.click(middle)
  await page.addressHolds(({ districts, feature }) => districts.length === 1 || feature !== undefined)
  expect((await page.view()).feature).not.toBe('gyport')
  await page.page.goBack()
  await page.addressHolds(({ districts, feature }) => districts.length === 0 && feature === undefined)
  await page.pressButton('恢复默认')
  await page.addressHolds(({ layers }) => layers.length === 0)
  await signs.first().waitFor()
  await page.click(middle)
  await page.addressHolds(({ feature }) => feature === 'gyport')
})
