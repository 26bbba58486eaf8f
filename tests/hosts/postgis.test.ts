/** A layer larger than memory should hold: 100,000 parcels in PostGIS, tile by tile, edited and broken while the map is open. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { layerKeys, missingKeys, servedTiles } from '../../data/steps/layer-check'
import { tileFeatures } from '../../data/steps/tile-features'
import { worldX, worldY } from '../../geo/screen/camera'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { type Browser, launchBrowser, type Page, pictureDifference } from '../e2e/browser'
import { MapPage } from '../e2e/map-page'
import { parcelSetting, parcels } from '../fixtures/parcels'
import { release } from '../fixtures/region'
import { type BuiltSite, buildSite, serveSite } from '../setup/site'
import { type PostGis, seedParcels, startPostGis } from './postgis'
import { pressTimes } from './press-time'
import { startTileServer, type TileServer } from './tile-server'

const count = 100_000
const recipe = { layer: 'parcels', key: 'no' }
/** In the middle of a parcel, all around parcels. */
const camera = { longitude: 106.46018, latitude: 29.50018, zoom: 15.5, bearing: 0, pitch: 0 }
const middle = { x: 720, y: 450 }
const link = encodeView({ ...defaultView(themeIds), layers: [{ id: 'xparcels', opacity: 1 }], camera }, release)
/** What is promised is half of it; the clock is a busy machine's. */
const longestPressMilliseconds = 300

let database: PostGis
let tiles: TileServer
let site: BuiltSite
let server: Awaited<ReturnType<typeof serveSite>>
let browser: Browser

beforeAll(async () => {
  database = await startPostGis()
  await seedParcels(database, count)
  tiles = await startTileServer(database)
  const url = `${tiles.address}/parcels`
  const setting = parcelSetting({ kind: 'tiles', url, counts: `${tiles.address}/counts.json`, refreshSeconds: 5 })
  site = await buildSite({ VITE_LAYERS: JSON.stringify([setting]) })
  server = await serveSite(site.folder)
  browser = await launchBrowser('brief')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await tiles?.close()
  await database?.close()
  site?.remove()
})

test('the tiles of one zoom hold every parcel, one that is dropped is named, and an edit stands in the next tile', async () => {
  const z = 13
  const keys = layerKeys(parcels(count), 'no')
  const missing = async () => missingKeys(await servedTiles(`${tiles.address}/parcels`, z), keys, recipe)
  expect(await missing()).toEqual([])
  await database.ask("DELETE FROM parcels WHERE no = 'P99999'")
  expect(await missing()).toEqual(['P99999'])

  const tile = [Math.floor(worldX(106.4001) * 2 ** z), Math.floor(worldY(29.4501) * 2 ** z)].join('/')
  const areaOf = async (no: string) => {
    const answer = await fetch(`${tiles.address}/parcels/${z}/${tile}`)
    const features = tileFeatures(new Uint8Array(await answer.arrayBuffer()), 'parcels')
    return features.find(({ properties }) => properties.no === no)?.properties.area
  }
  expect(await areaOf('P1')).toBe(100)
  await database.ask("UPDATE parcels SET area = 4321 WHERE no = 'P1'")
  expect(await areaOf('P1')).toBe(4321)
})

test('counts by district come from the table made beforehand', async () => {
  const { counts } = (await (await fetch(`${tiles.address}/counts.json`)).json()) as { counts: object }
  expect(counts).toEqual({ 500103: 33_334, 500105: 33_333, 500112: 33_333 })
})

const panelOf = (page: Page) => page.getByRole('complementary', { name: '所点要素' })

/** Presses in the middle of the map. Returns what the panel then tells: the key, and the last column. */
async function pressed(map: MapPage): Promise<{ key: string; area: string }> {
  const panel = panelOf(map.page)
  await map.click(middle)
  await panel.waitFor()
  const told = await panel.getByRole('definition').allTextContents()
  const key = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? ''
  expect(told).toContain(key)
  return { key, area: told.at(-1) ?? '' }
}

/** The table of counts, and how the map looks with the layer and without. */
async function seesCountsAndSwitches({ page }: MapPage): Promise<void> {
  // Beside the panel.
  const clip = { x: 760, y: 200, width: 500, height: 400 }
  const on = await page.screenshot({ clip })
  await page.getByRole('button', { name: /^图层/ }).first().click()
  await page.getByText('筛选和数量').click()
  await page.getByRole('rowheader', { name: '合计' }).waitFor()
  expect(await page.getByRole('cell').allTextContents()).toEqual(['33,334', '33,333', '33,333', '100,000'])
  const layer = page.getByRole('checkbox', { name: '地块' })
  await layer.uncheck()
  const drawnShare = async () => pictureDifference(browser, on, await page.screenshot({ clip }))
  await expect.poll(drawnShare, { timeout: 30_000 }).toBeGreaterThan(0.5)
  await layer.check()
  await expect.poll(drawnShare, { timeout: 30_000 }).toBeLessThan(0.01)
  await page.getByRole('button', { name: '关闭 图层' }).click()
}

test('features are drawn and pressed, an edit and a server that was away come by themselves', async () => {
  const map = await MapPage.open(browser, server.address, { link })
  await map.mapRests()
  const { page } = map
  await seesCountsAndSwitches(map)
  const { key } = await pressed(map)
  expect(key).toMatch(/^P\d+$/)
  const times = await pressTimes(
    page,
    [40, 80, 120, 160, 200].map((aside) => ({ x: middle.x + aside, y: middle.y })),
  )
  console.log(`a press until its parcel is told: ${times.join(', ')} ms`)
  expect(times.sort((one, other) => one - other)[2]).toBeLessThanOrEqual(longestPressMilliseconds)

  const areaTold = async () => (await pressed(map)).area
  await database.ask(`UPDATE parcels SET area = 98765 WHERE no = '${key}'`)
  await expect.poll(areaTold, { timeout: 30_000, interval: 1000 }).toBe('98,765')

  const { port } = tiles
  await tiles.close()
  const failed = page.getByText('图层“地块”的服务器没有回应')
  await failed.waitFor()
  await database.ask(`UPDATE parcels SET area = 12345 WHERE no = '${key}'`)
  tiles = await startTileServer(database, port)
  await page.getByText('图层“地块”已恢复').waitFor()
  expect(await failed.count()).toBe(0)
  await expect.poll(areaTold, { timeout: 30_000, interval: 1000 }).toBe('12,345')
  await map.close()
})
