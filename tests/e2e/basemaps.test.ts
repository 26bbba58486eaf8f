import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { palettes } from '../../data/palette'
import { themeIds } from '../../data/schema-ids'
import { packLayer } from '../../data/steps/layer-archive'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { type BasemapServer, startBasemapServer, styleColor, tileColor } from '../fixtures/basemap-server'
import { mltArchive } from '../fixtures/mlt-archive'
import { parcelSetting, parcels } from '../fixtures/parcels'
import { release } from '../fixtures/region'
import { type BuiltSite, buildSite, serveSite } from '../setup/site'
import { type Page, shareOfColor } from './browser'
import { MapPage } from './map-page'
import { useBrowser } from './scene'

const port = 14_931
const host = `http://127.0.0.1:${port}`
const settings = {
  YULAN_PAGE_ONLY: '1',
  VITE_BASEMAP: `${host}/lake.pmtiles`,
  VITE_GROUND_STYLES: JSON.stringify([
    { name: '规划底图', url: `${host}/style.json`, datum: 'cgcs2000' },
    { name: '旧底图', url: `${host}/gone.json`, datum: 'wgs84' },
    { name: '矢量底图', url: `${host}/vector.json`, datum: 'wgs84' },
    { name: '街道底图', url: `${host}/amap.json`, datum: 'wgs84' },
    { name: '导航底图', url: 'https://maps.example.org/style.json', datum: 'gcj02' },
  ]),
  VITE_TIANDITU_KEY: 'right',
  VITE_TIANDITU_HOSTS: host,
  VITE_LAYERS: JSON.stringify([
    parcelSetting({ url: 'tiles/parcels.pmtiles' }),
    parcelSetting({ id: 'xmlt', encoding: 'mlt', url: 'tiles/mlt.pmtiles', title: 'MLT' }),
  ]),
}
/** A port is selected and the camera looks at the nine districts. */
const guoyuan = encodeView(
  {
    ...defaultView(themeIds),
    feature: 'gyport',
    camera: { longitude: 106.55, latitude: 29.56, zoom: 9, bearing: 0, pitch: 0 },
  },
  release,
)
const water = [1, 3, 5].map((at) => Number.parseInt(palettes.light.water.area.slice(at, at + 2), 16))
/** Those of the parcels around the place that is pressed, told apart by their numbers. */
function mltParcels() {
  const near = parcels(100_000).features.filter(({ geometry: { coordinates } }) =>
    coordinates[0]?.some(([x = 0, y = 0]) => Math.hypot(x - pressed.longitude, y - pressed.latitude) < 0.005),
  )
  const features = near.map((parcel) => ({
    ...parcel,
    properties: { ...parcel.properties, no: `M${parcel.properties.no}` },
  }))
  return { type: 'FeatureCollection' as const, features }
}
/** The middle of a parcel, and of the screen. */
const pressed = { longitude: 106.46018, latitude: 29.50018 }
/** The map between the panels. */
const clip = { x: 350, y: 60, width: 640, height: 700 }

let basemap: BasemapServer
let site: BuiltSite
let server: Awaited<ReturnType<typeof serveSite>>
const scene = useBrowser()
/** Of a test that is several, one after another on one page. */
const patienceMilliseconds = 360_000
let page: MapPage | undefined

beforeAll(async () => {
  basemap = await startBasemapServer(port)
  site = await buildSite(settings)
  mkdirSync(join(site.folder, 'tiles'))
  const parcelTiles = packLayer(parcels(100_000), { layer: 'parcels', minZoom: 11, maxZoom: 14 })
  writeFileSync(join(site.folder, 'tiles/parcels.pmtiles'), parcelTiles)
  writeFileSync(join(site.folder, 'tiles/mlt.pmtiles'), mltArchive(mltParcels(), 'parcels', 14))
  server = await serveSite(site.folder)
}, 300_000)
afterEach(async () => {
  await page?.close()
  Object.assign(basemap.plays, { archive: 'ranges', key: 'right' })
})
afterAll(async () => {
  await server?.close()
  await basemap?.close()
  site?.remove()
})

const open = async (link?: string) => {
  page = await MapPage.open(scene.browser(), server.address, { link })
  return page
}
const share = async (map: MapPage, color: readonly number[]) =>
  shareOfColor(scene.browser(), await map.page.screenshot({ clip }), color)
const policyOf = (folder: string) =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1]

async function choose({ page: at }: MapPage, name: string) {
  const button = at.getByRole('button', { name: '底图', exact: true })
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
  await at.getByRole('radio', { name }).click()
}
const chosen = ({ page: at }: MapPage) => at.locator('.basemap-choice input:checked').getAttribute('value')
/** One notice holds all the words. */
async function says(map: MapPage, ...words: string[]) {
  const told = async () => (await noticesOf(map.page)).some((text) => words.every((word) => text.includes(word)))
  await until(told, `a notice says ${words.join(' … ')}`, () => noticesOf(map.page))
}
const noticesOf = (at: Page) => at.locator('.notice').allTextContents()
/** The screen settles some frames after the answers have come. */
async function until(holds: () => Promise<boolean>, what: string, but: () => Promise<unknown> = async () => '') {
  const end = Date.now() + 40_000
  while (Date.now() < end) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`it did not come to be that ${what}, but ${JSON.stringify(await but())}`)
}
const shows = (map: MapPage, color: readonly number[], what: string) =>
  until(
    async () => (await share(map, color)) > 0.3,
    `the map shows ${what}`,
    async () => [await share(map, color), await chosen(map), await noticesOf(map.page)],
  )
const othersShares = (map: MapPage) => Promise.all([water, styleColor, tileColor].map((color) => share(map, color)))
const showsEmbedded = (map: MapPage) =>
  until(
    async () => (await othersShares(map)).every((part) => part < 0.15),
    'the built-in basemap stands there',
    () => othersShares(map),
  )

describe('the policy of the page', () => {
  test('opens exactly the configured hosts; without any it is as it was', () => {
    const plain =
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    expect(policyOf(inject('siteFolder'))).toBe(plain)
    expect(policyOf(site.folder)).toBe(plain.replace("connect-src 'self'", `connect-src 'self' ${host}`))
  })
})

describe('basemaps of the owner', () => {
  test(
    'each is drawn in turn, in a picture too; camera, selection and record stay, where one fails as well',
    async () => {
      const map = await open(guoyuan)
      await shows(map, water, 'the owner’s archive')
      const archive = basemap.asked.filter((path) => path.startsWith('/lake.pmtiles'))
      expect(archive.length).toBeGreaterThan(1)
      expect(
        archive.every((path) => /bytes=\d+-\d+$/.test(path)),
        archive.join(),
      ).toBe(true)
      const address = map.page.url()
      const scale = await map.page.locator('.map-scale').textContent()

      await choose(map, '规划底图')
      await shows(map, styleColor, 'the style')
      await map.page.locator('.map-credit', { hasText: '底图：测试所' }).waitFor()
      await choose(map, '天地图（地图）')
      await shows(map, tileColor, '天地图')
      expect(basemap.asked.some((path) => path.startsWith('/cva_w/'))).toBe(true)
      await choose(map, '天地图（影像）')
      await until(
        async () => basemap.asked.some((path) => path.startsWith('/cia_w/')),
        'the names over the imagery are asked for',
      )
      await choose(map, '内置底图')
      await showsEmbedded(map)
      await choose(map, '自有底图')
      await shows(map, water, 'the owner’s archive again')

      expect(map.page.url()).toBe(address)
      expect(await map.page.locator('.map-scale').textContent()).toBe(scale)
      expect(await map.selectedName()).toBe('果园港')
      expect(map.complaints).toEqual([])

      // A picture of the map stands on it too.
      await map.page.getByRole('button', { name: '导出', exact: true }).first().click()
      const dialog = map.page.getByRole('dialog', { name: '导出' })
      const [download] = await Promise.all([
        map.page.waitForEvent('download'),
        dialog.getByRole('button', { name: '图片', exact: true }).click(),
      ])
      const printed = [1, 3, 5].map((at) => Number.parseInt(palettes.print.water.area.slice(at, at + 2), 16))
      expect(await shareOfColor(scene.browser(), readFileSync(await download.path()), printed)).toBeGreaterThan(0.3)
      await map.press('Escape')
      await dialog.waitFor({ state: 'hidden' })

      // A style whose vector tiles all answer 404.
      await shows(map, water, 'the owner’s archive')
      await choose(map, '矢量底图')
      await says(map, '矢量底图', '/vector.json', '没有载入')
      expect(basemap.asked.filter((path) => /^\/lost\/\d+\/\d+\/\d+\.pbf$/.test(path)).length).toBeGreaterThan(1)
      await showsEmbedded(map)
      expect(await chosen(map)).toBe('embedded')
      expect(await map.selectedName()).toBe('果园港')
    },
    patienceMilliseconds,
  )

  test(
    'a layer that is off stays off from one basemap to the next, and says nothing where ours is not drawn; districts answer there',
    async () => {
      const view = { ...defaultView(themeIds), layers: [{ id: 'relief', opacity: 0 }] }
      const map = await open(encodeView(view, release))
      await map.page.getByRole('button', { name: /^图层/ }).click()
      const relief = map.page.getByRole('checkbox', { name: '山形' })
      await relief.waitFor()
      expect(await relief.isEnabled()).toBe(true)
      await choose(map, '规划底图')
      await shows(map, styleColor, 'the style')
      expect(await relief.isEnabled()).toBe(false)
      expect(await map.page.getByRole('checkbox', { name: '铁路', exact: true }).isEnabled()).toBe(true)
      await choose(map, '内置底图')
      await showsEmbedded(map)
      expect([await relief.isEnabled(), await relief.isChecked()]).toEqual([true, false])
      expect(map.complaints).toEqual([])

      // Over another basemap districts still answer to the pointer.
      await choose(map, '规划底图')
      await shows(map, styleColor, 'the style')
      await map.press('Escape')
      await map.page.getByRole('button', { name: '关闭 图层' }).click()
      await map.click({ x: 760, y: 300 })
      await map.addressHolds(({ districts, feature }) => districts.length === 1 || feature !== undefined)
    },
    patienceMilliseconds,
  )
})

describe('a basemap that fails: its name in a notice, and the built-in one', () => {
  test.each([
    ['whole', '按字节范围'],
    ['missing', '没有载入'],
    ['page', '不是 PMTiles'],
  ] as const)('an archive that is %s', async (role, words) => {
    basemap.plays.archive = role
    const map = await open()
    await says(map, '自有底图', '/lake.pmtiles', words)
    await showsEmbedded(map)
    await map.page.getByRole('button', { name: '底图', exact: true }).click()
    expect(await chosen(map)).toBe('embedded')
  })

  test(
    'the code of one, one in GCJ-02, 天地图 with a wrong key and a style that is not there, each told with the reason',
    async () => {
      const file = /assets\/foreign-[^/]*\.js/
      const map = await open()
      await shows(map, water, 'the owner’s archive')
      await map.page.route(file, (route) => route.fulfill({ status: 404, body: '' }))
      await choose(map, '规划底图')
      await says(map, '没有载入', '重试')
      // The one that stood stays, also once the map rests.
      await map.mapRests()
      expect(await chosen(map)).toBe('archive')
      await map.page.unroute(file)
      // Which basemap is on is in no link: loaded again, the page begins with its first.
      if (await map.pressAgain(async () => (await share(map, styleColor)) > 0.3)) await choose(map, '规划底图')
      await shows(map, styleColor, 'the style')

      // Declared or found in the style; nothing of it is asked for.
      await choose(map, '自有底图')
      await shows(map, water, 'the owner’s archive')
      await choose(map, '导航底图')
      await says(map, '导航底图', 'GCJ-02')
      expect(await chosen(map)).toBe('archive')
      await choose(map, '街道底图')
      await says(map, '街道底图', 'GCJ-02')
      expect(await chosen(map)).toBe('embedded')
      await showsEmbedded(map)
      expect(map.requests.filter((url) => /example\.org|autonavi/.test(url))).toEqual([])

      basemap.plays.key = 'another'
      await choose(map, '天地图（地图）')
      await says(map, '天地图（地图）', '403', '密钥')
      await showsEmbedded(map)
      await choose(map, '旧底图')
      await says(map, '旧底图', '没有载入')
      expect(await chosen(map)).toBe('embedded')
      expect((await noticesOf(map.page)).join()).not.toContain('tk=')
    },
    patienceMilliseconds,
  )

  test('the code of all of them: the built-in one is drawn, and the second press draws the owner’s', async () => {
    const file = /assets\/basemap-(?!switch)[^/]*\.js/
    const before = (page: Page) => page.route(file, (route) => route.fulfill({ status: 404, body: '' })).then(() => {})
    page = await MapPage.open(scene.browser(), server.address, { before })
    await says(page, '没有载入', '重试')
    await showsEmbedded(page)
    await page.page.unroute(file)
    const map = page
    await map.pressAgain(async () => (await share(map, water)) > 0.3)
    await shows(map, water, 'the owner’s archive')
  })
})

test('of a layer in an archive only tiles in sight come, one that is off asks for none, and a press tells a feature', async () => {
  const camera = { ...pressed, zoom: 15.5, bearing: 0, pitch: 0 }
  const map = await open(encodeView({ ...defaultView(themeIds), camera }, release))
  await map.mapRests()
  const asked = () => map.requests.filter((address) => address.endsWith('/tiles/parcels.pmtiles'))
  expect(asked()).toEqual([])
  const { page } = map
  await page.getByRole('button', { name: /^图层/ }).first().click()
  await page.getByRole('checkbox', { name: '地块' }).check()
  await map.addressHolds(({ layers }) => layers.some(({ id }) => id === 'xparcels'))
  await page.getByText('筛选和数量').click()
  await page.getByRole('button', { name: '居住' }).click()
  await map.addressHolds(({ layerFilters }) => layerFilters?.[0]?.values?.[0] === 'R2')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByRole('button', { name: '关闭 图层' }).click()
  const panel = page.getByRole('complementary', { name: '所点要素' })
  const told = async () => {
    await map.click({ x: 720, y: 450 })
    return panel.getByRole('heading', { level: 2 }).allTextContents()
  }
  await expect.poll(told, { interval: 500 }).toEqual([expect.stringMatching(/^P\d+$/)])
  expect(asked().length).toBeGreaterThan(1)
  expect(asked().length).toBeLessThan(30)
  await panel.getByRole('button', { name: '关闭' }).click()
  await panel.waitFor({ state: 'detached' })
  expect(await map.view()).toMatchObject({ layers: [{ id: 'xparcels', opacity: 1 }], districts: [] })

  // The same parcels as MapLibre Tiles: on top, because the layer stands later in the setting.
  await page.getByRole('button', { name: /^图层/ }).first().click()
  await page.getByRole('checkbox', { name: 'MLT' }).check()
  await page.getByRole('button', { name: '关闭 图层' }).click()
  await expect.poll(told, { interval: 500 }).toEqual([expect.stringMatching(/^MP\d+$/)])
  expect(map.complaints).toEqual([])
})
