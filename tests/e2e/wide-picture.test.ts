/** The picture of a very wide window, measured in its own pixels. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { palettes } from '../../data/palette'
import { themeIds } from '../../data/schema-ids'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { release } from '../fixtures/region'
import type { Browser } from './browser'
import { shippedFeatures, useBrowser } from './scene'

const scene = useBrowser('busy')
/** 大渡口, without the red lines that would leave it. */
const view = { ...defaultView(themeIds), districts: ['500104'], layers: [{ id: 'relations', opacity: 0 }] }

test('the picture of a window of 5,120 × 1,440 is the whole frame, with the district whole and a true bar', async () => {
  const device = { width: 5120, height: 1440 }
  const map = await scene.open({ link: encodeView(view, release), device })
  const { page } = map
  await map.showsPanelOf('大渡口区')
  const said = Number(/\d+/.exec((await page.locator('.map-scale').textContent()) ?? '')?.[0]) * 1000
  await page.getByRole('button', { name: '导出', exact: true }).first().click()
  const options = page.getByRole('group', { name: '图片、SVG' })
  await options.getByRole('combobox', { name: '大小' }).selectOption('pixels')
  for (const [side, pixels] of [
    ['宽', '10000'],
    ['高', '3240'],
  ] as const) {
    await options.getByRole('spinbutton', { name: side }).fill(pixels)
    await options.getByRole('spinbutton', { name: side }).press('Tab')
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '图片', exact: true }).click(),
  ])
  const picture = await measured(scene.browser(), readFileSync(await download.path()))
  // As much of the map as there is around the middle of what the panels leave free, at twice the screen's detail.
  expect(picture.width).toBeGreaterThan(2 * 4000)
  expect(picture.blankEnd, 'columns of one colour at the right end').toBeLessThan(100)
  const { width, height } = sizeOf('500104')
  expect(picture.outline.width / picture.outline.height).toBeCloseTo(width / height, 1)
  const metersPerPixel = width / picture.outline.width
  expect((picture.bar * metersPerPixel) / said).toBeGreaterThan(0.98)
  expect((picture.bar * metersPerPixel) / said).toBeLessThan(1.02)
  expect(map.complaints).toEqual([])
})

/** Metres from west to east and from south to north. */
function sizeOf(district: string): { width: number; height: number } {
  const geometry = shippedFeatures().find(({ properties }) => properties.id === district)?.geometry
  const rings = geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
  const outline = geometry?.type === 'Polygon' ? geometry.coordinates.flat() : rings.flat()
  const span = (axis: 0 | 1) => {
    const values = outline.map((position) => position[axis] ?? Number.NaN)
    return [Math.min(...values), Math.max(...values)] as const
  }
  const [[west, east], [south, north]] = [span(0), span(1)]
  const degree = 111_319.5
  return {
    width: (east - west) * degree * Math.cos((((south + north) / 2) * Math.PI) / 180),
    height: (north - south) * degree,
  }
}

interface Measured {
  width: number
  /** Columns at the right end of the map that hold one colour. */
  blankEnd: number
  /** Of what is drawn in the selection's colour. */
  outline: { width: number; height: number }
  /** Pixels of the scale bar. */
  bar: number
}

async function measured(browser: Browser, png: Buffer): Promise<Measured> {
  const page = await browser.newPage()
  try {
    const accent = [1, 3, 5].map((at) => Number.parseInt(palettes.print.accent.slice(at, at + 2), 16))
    return await page.evaluate(measureInPage, [`data:image/png;base64,${png.toString('base64')}`, accent] as const)
  } finally {
    await page.close()
  }
}

/** Everything it needs is inside, because it runs in the page. */
async function measureInPage([address, accent]: readonly [string, readonly number[]]): Promise<Measured> {
  const picture = await createImageBitmap(await (await fetch(address)).blob())
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  context.drawImage(picture, 0, 0)
  const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height)
  const pixels = new Uint32Array(data.buffer)
  // The legend stands beside the map.
  const [left, right] = [48, width - 404]
  const red = (at: number) => accent.every((value, channel) => Math.abs((data[at * 4 + channel] ?? 0) - value) <= 40)
  const dark = (at: number) => (data[at * 4] ?? 255) < 90 && (data[at * 4 + 1] ?? 255) < 90
  const isFrame = (y: number) => {
    for (let x = left + 2; x < right; x++) if (!dark(y * width + x)) return false
    return true
  }
  const rows = Array.from({ length: height }, (_, y) => y)
  const [top = 0, bottom = 0] = [
    rows.findLast((y) => y < height / 4 && isFrame(y)),
    rows.find((y) => y > height / 4 && isFrame(y)),
  ]
  const [outline, bar] = [{ west: width, east: 0, north: height, south: 0 }, { longest: 0 }]
  for (let y = top + 1; y < bottom; y++) {
    let run = 0
    for (let x = left; x < right; x++) {
      const at = y * width + x
      if (red(at)) {
        Object.assign(outline, { west: Math.min(outline.west, x), east: Math.max(outline.east, x) })
        Object.assign(outline, { north: Math.min(outline.north, y), south: Math.max(outline.south, y) })
      }
      // The bar stands in the corner, in a box whose own lines begin at the frame.
      run = dark(at) ? run + 1 : 0
      if (y > bottom - 60 && x < left + 400 && x - run > left + 12) bar.longest = Math.max(bar.longest, run)
    }
  }
  let blankEnd = 0
  const blank = (x: number) => {
    for (let y = top + 4; y < bottom; y++) if (pixels[y * width + x] !== pixels[(top + 4) * width + x]) return false
    return true
  }
  for (let x = right - 8; x > left && blank(x); x--) blankEnd += 1
  return {
    width,
    blankEnd,
    outline: { width: outline.east - outline.west, height: outline.south - outline.north },
    bar: bar.longest,
  }
}
