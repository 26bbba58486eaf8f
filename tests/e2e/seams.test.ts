/** Tiles of a large picture fit together: it equals the same picture drawn in one piece at half the size. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { defaultView } from '../../src/model/view'
import { type BuiltDoor, buildDoor } from '../setup/door'
import { doorAlone, openDoorOn, picturesOf } from '../setup/door-page'
import type { Browser } from './browser'
import { useBrowser } from './scene'

const scene = useBrowser('busy')
let door: BuiltDoor
beforeAll(async () => {
  door = await buildDoor()
})
afterAll(() => door?.remove())

/** In one tile at a pixel a CSS pixel, in four at two. */
const size = { width: 1000, height: 700 }
const tileSide = 1024

const camera = { bearing: 0, pitch: 0 }
const views = {
  airport: { ...camera, longitude: 106.64, latitude: 29.72, zoom: 11.5 },
  peninsula: { ...camera, longitude: 106.55, latitude: 29.56, zoom: 12.5 },
  region: { ...camera, longitude: 106.5, latitude: 29.6, zoom: 9.4 },
}

test('three dense views show no seams, and their names stand where they stand in one piece', async () => {
  const map = await scene.open(doorAlone(door))
  await openDoorOn(map.page, door, inject('siteFolder'), inject('siteAddress'))
  for (const [name, looking] of Object.entries(views)) {
    const view = { ...defaultView(themeIds), camera: looking }
    const asked = { view, palette: 'print', language: 'zh-CN' } as const
    const [tiled, whole] = await (
      await picturesOf(
        map.page,
        [2, 1].map((pixelRatio) => ({ ...asked, size: { ...size, pixelRatio } })),
      )
    )()
    if (!tiled || !whole) throw new Error('a picture is missing')
    expect([tiled.width, tiled.height]).toEqual([2 * whole.width, 2 * whole.height])
    const { seams, elsewhere, moved } = await differences(scene.browser(), tiled.png, whole.png)
    console.info(
      `${name}: ${seams.toFixed(2)} at the seams, ${elsewhere.toFixed(2)} elsewhere, ${moved.toFixed(2)} moved`,
    )
    expect(seams, name).toBeLessThan(elsewhere * 1.6 + 1)
    // The measure would see a picture that is off by four pixels.
    expect(moved, name).toBeGreaterThan(elsewhere * 2)
  }
})

/** Mean difference of grey, 0…255, near the seams of the tiles and elsewhere, and with one of the two moved. */
async function differences(browser: Browser, tiled: Buffer, whole: Buffer) {
  const page = await browser.newPage()
  try {
    return await page.evaluate(compared, {
      addresses: [tiled, whole].map((png) => `data:image/png;base64,${png.toString('base64')}`),
      tileSide,
    })
  } finally {
    await page.close()
  }
}

/** Everything it needs is inside, because it runs in the page. */
async function compared({ addresses, tileSide }: { addresses: string[]; tileSide: number }) {
  const pictures = await Promise.all(
    addresses.map(async (address) => createImageBitmap(await (await fetch(address)).blob())),
  )
  const { width = 0, height = 0 } = pictures[1] ?? {}
  const [large = [], small = []] = pictures.map((picture) => {
    const context = new OffscreenCanvas(width, height).getContext('2d')
    if (!context) throw new Error('no 2d context')
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    return Array.from(
      { length: width * height },
      (_, at) => ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3,
    )
  })
  // Tiles are counted from the lower left corner.
  const [seamX, seamY] = [tileSide / 2, height - tileSide / 2]
  const sums = { seams: [0, 0], elsewhere: [0, 0], moved: [0, 0] }
  const add = (sum: number[], value: number) => {
    sum[0] = (sum[0] ?? 0) + value
    sum[1] = (sum[1] ?? 0) + 1
  }
  for (let y = 4; y < height; y++)
    for (let x = 4; x < width; x++) {
      const at = y * width + x
      const near = Math.abs(x - seamX) < 3 || Math.abs(y - seamY) < 3
      add(near ? sums.seams : sums.elsewhere, Math.abs((large[at] ?? 0) - (small[at] ?? 0)))
      add(sums.moved, Math.abs((large[at] ?? 0) - (small[at - 4] ?? 0)))
    }
  const mean = ([sum = 0, count = 1]: number[]) => sum / count
  return { seams: mean(sums.seams), elsewhere: mean(sums.elsewhere), moved: mean(sums.moved) }
}
