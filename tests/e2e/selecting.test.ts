import type { FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { sampled } from '../fixtures/corpus'
import { devices } from './browser'
import { engineCode, holding, type MapPage } from './map-page'
import { centralDistricts, shipped, shippedFeatures, useBrowser } from './scene'

const scene = useBrowser()
/** Several journeys in one. */
const patienceMilliseconds = 300_000

/**
 * Screen points while the static map is there; the engine takes over at the same camera, so they stay right. Each is in
 * the reach of its district's middle and as far as can be from every dot, which would be taken for what it stands for.
 */
async function spots(page: MapPage) {
  const placed = shippedFeatures().flatMap(({ geometry }) => (geometry?.type === 'Point' ? [geometry.coordinates] : []))
  return Promise.all(
    sampled(centralDistricts(), 3).map(async ({ middle, ...district }) => {
      const near = placed.filter(([x = 0, y = 0]) => Math.hypot(x - middle[0], y - middle[1]) < 0.1)
      const dots = await Promise.all(near.map(([x = 0, y = 0]) => page.pointOf([x, y])))
      return { ...district, spots: clearSpots(await page.pointOf(middle), dots) }
    }),
  )
}

interface Spot {
  x: number
  y: number
}

/** Clearest first. Where dots have stepped aside is not known here, so that one may stand on any of them. */
function clearSpots(middle: Spot, dots: readonly Spot[]): Spot[] {
  const candidates = [0, 5, 10, 15, 18].flatMap((radius) =>
    Array.from({ length: 12 }, (_, at) => ({
      x: middle.x + radius * Math.cos((at * Math.PI) / 6),
      y: middle.y + radius * Math.sin((at * Math.PI) / 6),
    })),
  )
  const clearance = ({ x, y }: Spot) => Math.min(Infinity, ...dots.map((dot) => Math.hypot(dot.x - x, dot.y - y)))
  return candidates.sort((one, other) => clearance(other) - clearance(one)).slice(0, 4)
}

/** Presses one spot after the other until one opens the district; a dot that has stepped aside may lie on the first. */
async function opensBy(page: MapPage, name: string, spots: readonly Spot[], press: (at: Spot) => Promise<void>) {
  for (const at of spots.slice(0, -1)) {
    await press(at)
    const title = page.page.locator('aside[aria-label="详情"] h2').first()
    await title.waitFor()
    if ((await title.textContent()) === name) return
    await page.closePanel()
    await page.showsNoPanel()
    await page.goHome()
  }
  const last = spots.at(-1)
  if (last) await press(last)
  await page.showsPanelOf(name)
}

test(
  'a click near the middle of a district opens it; Escape closes it',
  async () => {
    const { before, release } = holding(engineCode)
    const page = await scene.open({ early: true, before })
    await page.drawn()
    const districts = await spots(page)
    release()
    await page.atRest()
    for (const { code, name, spots: clear } of districts) {
      await opensBy(page, name, clear, (at) => page.click(at))
      expect((await page.view()).districts).toEqual([code])
      await page.press('Escape')
      await page.showsNoPanel()
      await page.goHome()
    }
  },
  patienceMilliseconds,
)

test(
  'a tap does the same on a phone',
  async () => {
    const { before, release } = holding(engineCode)
    const page = await scene.open({ early: true, device: devices.phone, before })
    await page.drawn()
    const districts = await spots(page)
    release()
    await page.atRest()
    for (const { name, spots: clear } of districts) {
      await opensBy(page, name, clear, (at) => page.tap(at))
      await page.closePanel()
      await page.showsNoPanel()
      await page.goHome()
    }
  },
  patienceMilliseconds,
)

test('every district can be chosen with the keyboard alone, from the list that equals the map', async () => {
  const page = await scene.open({ panelsOnly: true })
  await page.openList()
  const byReading = centralDistricts().sort((a, b) => a.name.localeCompare(b.name, 'zh-CN-u-co-pinyin'))
  for (const { name, code } of byReading) {
    await page.list().getByRole('link').first().focus()
    await page.tabTo(name)
    await page.press('Enter')
    await page.showsPanelOf(name)
    expect((await page.view()).districts).toEqual([code])
  }
})

test('on the map, Alt and an arrow move from feature to feature and Enter opens one', async () => {
  const page = await scene.open()
  await page.mapRests()
  await page.focusMap()
  await page.press('Alt+ArrowRight')
  await page.press('Enter')
  // What lies on one another opens as a list, with the focus on the first.
  const crowd = page.page.locator('.map-crowd')
  await page.panel().or(crowd).first().waitFor()
  if (await crowd.isVisible()) await page.press('Enter')
  await page.panel().waitFor()
  const first = await page.selectedName()
  expect(first).toBeTruthy()
  await page.press('Escape')
  await page.showsNoPanel()
})

test(
  'the map’s own buttons stay in reach beside an open panel, which Escape and a click on nothing close',
  async () => {
    const page = await scene.open({ link: '1~d500112~z6.2~y28.2~x111.5' })
    await page.showsPanelOf('渝北区')
    await page.click({ x: 720, y: 600 })
    await page.showsNoPanel()
    await page.show('d500112')
    await page.showsPanelOf('渝北区')
    await page.mapRests()
    await page.zoomIn()
    await page.addressHolds((view) => view.camera !== undefined)
    await page.focusMap()
    await page.press('Escape')
    await page.showsNoPanel()
  },
  patienceMilliseconds,
)

test('the panel of a district says what is planned, by theme, with figures, status, date and source', async () => {
  const page = await scene.open({ link: '1~d500112', panelsOnly: true })
  const panel = page.panel()
  await page.showsPanelOf('渝北区')
  expect(await panel.getByRole('listitem').count()).toBeGreaterThan(10)
  const text = (await panel.textContent()) ?? ''
  expect(text).toContain('产业')
  expect(text).toMatch(/20(20|21)/)
  await panel.getByRole('list', { name: '来源' }).first().waitFor()
})

test.each(['500103', '500105', '500108'])('district %s, without an article of its own, says so', async (code) => {
  const page = await scene.open({ link: `1~d${code}`, panelsOnly: true })
  const district = centralDistricts().find((one) => one.code === code)
  await page.showsPanelOf(district?.name ?? '')
  expect(await page.panel().textContent()).toContain('没有')
})

/** All corners of a geometry. */
function positionsOf(geometry: Geometry | null): Position[] {
  if (!geometry || geometry.type === 'GeometryCollection') return []
  const numbers = (geometry.coordinates as unknown[]).flat(3) as number[]
  return numbers.flatMap((longitude, at) => (at % 2 === 0 ? [[longitude, numbers[at + 1] ?? Number.NaN]] : []))
}

describe('an extent', () => {
  type Extents = FeatureCollection<Polygon | MultiPolygon, { id: string; method: string; areaKm2: number }>
  /** The corner of an extent's edge that lies farthest from whatever else could be meant. */
  const loneliestCorner = ({ geometry, properties: { id } }: Extents['features'][number]): Position => {
    const others = shippedFeatures().filter(
      (feature) => feature.properties.id !== id && feature.properties.kind !== 'district',
    )
    const edges = shipped<Extents>('extents.geojson').features.filter((extent) => extent.properties.id !== id)
    const places = [...others, ...edges].flatMap((each) => positionsOf(each.geometry))
    const corners = positionsOf(geometry)
    const room = ([x = 0, y = 0]: Position) =>
      Math.min(...places.map(([east = 0, north = 0]) => Math.hypot((east - x) * 0.87, north - y)))
    return corners.reduce((best, corner) => (room(corner) > room(best) ? corner : best))
  }

  const lonelyExtent = (method: string) => {
    const large = shipped<Extents>('extents.geojson').features.filter(
      ({ properties }) => properties.method === method && properties.areaKm2 > 8 && properties.areaKm2 < 2000,
    )
    const extent = large[0]
    if (!extent) throw new Error(`no extent is ${method}`)
    const [longitude = 0, latitude = 0] = loneliestCorner(extent)
    return { id: extent.properties.id, camera: `z11~y${latitude.toFixed(4)}~x${longitude.toFixed(4)}` }
  }

  test(
    'that is derived or has a stated area opens by a press on its edge',
    async () => {
      const [derived, stated] = [lonelyExtent('derived'), lonelyExtent('stated-area')]
      const page = await scene.open({ link: `1~${derived.camera}` })
      const box = await page.region().boundingBox()
      if (!box) throw new Error('the map has no size')
      for (const { id, camera } of [derived, stated]) {
        await page.show(camera)
        await page.showsNoPanel()
        await page.mapRests()
        await page.click({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
        await page.addressHolds(({ feature }) => feature === id)
      }
    },
    patienceMilliseconds,
  )
})
