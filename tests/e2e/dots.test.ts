/**
 * What passes the filters is on the map: for each theme alone, at the first view, the picture with the dots differs from
 * the picture without them at the place of every placed feature that no other lies near.
 */
import { describe, expect, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { tileSize, worldX, worldY } from '../../geo/screen/camera'
import { fitOfStaticMap } from '../../src/map/camera-fit'
import { mapPadding, openPanels } from '../../src/model/layout'
import { sampled } from '../fixtures/corpus'
import { chongqingPage } from '../fixtures/region'
import { type Browser, devices } from './browser'
import type { MapPage } from './map-page'
import { shippedFeatures, useBrowser } from './scene'

const scene = useBrowser()
/** Nearer than this to one another, places are set apart or stand for one another. */
const apartPixels = 8

interface Spot {
  name: string
  x: number
  y: number
}

/** Where the placed features of a theme lie on the screen, as far as no panel covers them. */
async function spotsOf(page: MapPage, theme: string): Promise<Spot[]> {
  const size = await page.region().boundingBox()
  if (!size) throw new Error('the map has no size')
  const { longitude, latitude, zoom } = fitOfStaticMap(
    { boundsOf: () => undefined, homeBounds: chongqingPage.homeBounds },
    await page.view(),
    size,
    mapPadding(size, openPanels(await page.view())),
  )
  const scale = tileSize * 2 ** zoom
  const spots = shippedFeatures().flatMap(({ geometry, properties }) => {
    if (geometry?.type !== 'Point' || !properties.themes.includes(theme)) return []
    const [east = 0, north = 0] = geometry.coordinates
    const x = size.width / 2 + (worldX(east) - worldX(longitude)) * scale
    const y = size.height / 2 + (worldY(north) - worldY(latitude)) * scale
    return [{ name: properties.name, x, y }]
  })
  const isClear = (spot: Spot) =>
    page.page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.tagName === 'CANVAS', spot)
  const clear = await Promise.all(spots.map(isClear))
  return spots.filter((_, at) => clear[at])
}

const aloneAmong = (spots: readonly Spot[]) => (one: Spot) =>
  spots.every((other) => other === one || Math.hypot(one.x - other.x, one.y - other.y) > apartPixels)

/** Which of the spots look different in two pictures, within three pixels. */
async function changed(browser: Browser, pictures: Buffer[], spots: readonly Spot[]): Promise<boolean[]> {
  const page = await browser.newPage()
  try {
    const addresses = pictures.map((png) => `data:image/png;base64,${png.toString('base64')}`)
    return await page.evaluate(differsAt, [addresses, spots.map(({ x, y }) => [x, y])] as const)
  } finally {
    await page.close()
  }
}

async function differsAt([addresses, spots]: readonly [string[], number[][]]): Promise<boolean[]> {
  const pixels = await Promise.all(
    addresses.map(async (address) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob())
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no 2d context')
      context.drawImage(picture, 0, 0)
      return context.getImageData(0, 0, picture.width, picture.height)
    }),
  )
  const [one, other] = pixels
  if (!one || !other) return []
  const isOther = (x: number, y: number) => {
    const at = (Math.round(y) * one.width + Math.round(x)) * 4
    return [0, 1, 2].some((channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > 24)
  }
  const around = [-3, -2, -1, 0, 1, 2, 3]
  return spots.map(([x = 0, y = 0]) => around.some((dx) => around.some((dy) => isOther(x + dx, y + dy))))
}

describe.each([
  ['desktop', 'light', 5],
  ['phone', 'dark', 3],
] as const)('each theme alone on the %s, %s', (device, palette, sample) => {
  test('changes the picture wherever it has a place that stands alone', async () => {
    const page = await scene.open({ sharp: true, device: devices[device], palette })
    for (const theme of sampled(themeIds, sample)) {
      await page.show(`t.${theme}~l.points-0`)
      await page.mapRests()
      const without = await page.page.screenshot()
      await page.show(`t.${theme}`)
      await page.mapRests()
      const picture = await page.page.screenshot()
      const spots = await spotsOf(page, theme)
      const alone = spots.filter(aloneAmong(spots))
      expect(alone.length, theme).toBeGreaterThan(0)
      const seen = await changed(scene.browser(), [without, picture], alone)
      expect(
        alone.filter((_, at) => !seen[at]).map(({ name }) => name),
        theme,
      ).toEqual([])
    }
  }, 400_000)
})
