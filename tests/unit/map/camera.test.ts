import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bbox } from '../../../geo/base/position'
import { type Camera, latitudeOf, longitudeOf, tileSize, worldX, worldY } from '../../../geo/screen/camera'
import { staticMapUnits } from '../../../geo/screen/static-map-units'
import { type BoundsOf, fitOfStaticMap } from '../../../src/map/camera-fit'
import { mapPadding } from '../../../src/model/layout'
import { chongqingPage } from '../../fixtures/region'

const { homeBounds, middle } = chongqingPage
const placesOf = (boundsOf: BoundsOf) => ({ boundsOf, homeBounds })

const none = { top: 0, right: 0, bottom: 0, left: 0 }
/** Where a camera shows a position, CSS pixels, by MapLibre's own projection (Web Mercator, tiles of 512). */
const project = (camera: Camera, size: { width: number; height: number }, longitude: number, latitude: number) => {
  const scale = tileSize * 2 ** camera.zoom
  return {
    x: size.width / 2 + (worldX(longitude) - worldX(camera.longitude)) * scale,
    y: size.height / 2 + (worldY(latitude) - worldY(camera.latitude)) * scale,
  }
}
const sizes = fc.record({ width: fc.integer({ min: 320, max: 2600 }), height: fc.integer({ min: 480, max: 1500 }) })
const boxes = fc
  .tuple(fc.double({ min: 106, max: 106.9, noNaN: true }), fc.double({ min: 29, max: 30, noNaN: true }))
  .map(([west, south]): Bbox => [west, south, west + 0.2, south + 0.15])

it('on a phone on its side the map has the room beside a question, also where something is selected', () => {
  const size = { width: 844, height: 390 }
  const [question, both] = [false, true].map((detail) => mapPadding(size, { detail, analysis: true, bare: false }))
  expect(both).toEqual(question)
  expect(mapPadding(size, { detail: true, bare: false }).right).toBeGreaterThan(356)
  expect(both?.left).toBeGreaterThan(300)
})

describe('the fit of a question', () => {
  const size = { width: 390, height: 844 }
  const padding = mapPadding(size, { detail: false, analysis: true, bare: false })
  const port: Bbox = [106.66, 29.62, 106.66, 29.62]
  const boundsOf = (id: string): Bbox | undefined => (id === 'port' ? port : undefined)
  const ask = (radiusMeters: number, feature?: string) =>
    fitOfStaticMap(
      placesOf(boundsOf),
      { districts: [], feature, analysis: { kind: 'buffer', radiusMeters, subject: { feature: 'port' } } },
      size,
      padding,
    )

  it.each([500, 5000, 20_000])('leaves a circle of %s m visible above the sheet of its answer', (radius) => {
    for (const camera of [ask(radius), ask(radius, 'port')])
      for (const [x, y] of [
        [0, 1],
        [0, -1],
        [1, 0],
        [-1, 0],
      ] as const) {
        const [east, north] = [radius / 111_320 / Math.cos((29.62 * Math.PI) / 180), radius / 111_320]
        const at = project(camera, size, 106.66 + x * east, 29.62 + y * north)
        expect(at.x).toBeGreaterThanOrEqual(0)
        expect(at.x).toBeLessThanOrEqual(size.width)
        expect(at.y).toBeGreaterThanOrEqual(padding.top)
        expect(at.y).toBeLessThanOrEqual(size.height * (1 - 0.37))
      }
  })

  it('gives way to something else that is selected', () => {
    const boundsOfOther = (id: string) => (id === 'other' ? ([106, 29, 106.1, 29.1] as Bbox) : boundsOf(id))
    const asked = { kind: 'buffer' as const, radiusMeters: 5000, subject: { feature: 'port' } }
    const other = { districts: [], feature: 'other' }
    expect(fitOfStaticMap(placesOf(boundsOfOther), { ...other, analysis: asked }, size, padding)).toEqual(
      fitOfStaticMap(placesOf(boundsOfOther), other, size, padding),
    )
  })
})

describe('the fit of a view', () => {
  it('is the nine districts while nothing is selected', () => {
    const size = { width: 1440, height: 900 }
    const camera = fitOfStaticMap(
      placesOf(() => undefined),
      { districts: [] },
      size,
      none,
    )
    const [west, south, east, north] = homeBounds
    for (const [x, y] of [
      [west, south],
      [east, north],
    ] as const) {
      const at = project(camera, size, x, y)
      expect(at.x).toBeGreaterThanOrEqual(-0.001)
      expect(at.y).toBeGreaterThanOrEqual(-0.001)
      expect(at.x).toBeLessThanOrEqual(size.width + 0.001)
      expect(at.y).toBeLessThanOrEqual(size.height + 0.001)
    }
  })

  it.each([
    [390, 844],
    [320, 640],
    [667, 375],
    [844, 390],
  ])('leaves the strip of the map’s buttons free of the nine districts at %s × %s', (width, height) => {
    const size = { width, height }
    const padding = mapPadding(size, { detail: false, bare: false })
    const camera = fitOfStaticMap(
      placesOf(() => undefined),
      { districts: [] },
      size,
      padding,
    )
    const [west, south, east, north] = homeBounds
    const [from, to] = [project(camera, size, west, north), project(camera, size, east, south)]
    // 36 CSS pixels of buttons, 12 from the edge.
    expect(to.x).toBeLessThanOrEqual(width - 48)
    expect(from.x).toBeGreaterThanOrEqual(padding.left - 0.001)
    expect(from.y).toBeGreaterThanOrEqual(padding.top - 0.001)
    expect(to.y).toBeLessThanOrEqual(height - padding.bottom + 0.001)
  })

  it('shows all of what is selected inside what the panels leave free', () => {
    fc.assert(
      fc.property(sizes, boxes, fc.double({ min: 0, max: 0.4, noNaN: true }), (size, box, share) => {
        const padding = { top: 20, bottom: 40, left: size.width * share * 0.5, right: size.width * share }
        const camera = fitOfStaticMap(
          placesOf(() => box),
          { districts: ['500112'] },
          size,
          padding,
        )
        for (const [x, y] of [
          [box[0], box[1]],
          [box[2], box[3]],
        ] as const) {
          const at = project(camera, size, x, y)
          expect(at.x).toBeGreaterThanOrEqual(padding.left - 0.001)
          expect(at.x).toBeLessThanOrEqual(size.width - padding.right + 0.001)
          expect(at.y).toBeGreaterThanOrEqual(padding.top - 0.001)
          expect(at.y).toBeLessThanOrEqual(size.height - padding.bottom + 0.001)
        }
      }),
    )
  })

  it('is finite on a map of any size, with no height or no width too', () => {
    const any = fc.record({ width: fc.integer({ min: 0, max: 40 }), height: fc.integer({ min: 0, max: 900 }) })
    fc.assert(
      fc.property(any, fc.boolean(), boxes, (size, detail, box) => {
        const padding = mapPadding(size, { detail, bare: false })
        for (const districts of [[], ['500112']]) {
          const { longitude, latitude, zoom } = fitOfStaticMap(
            placesOf(() => box),
            { districts },
            size,
            padding,
          )
          for (const figure of [longitude, latitude, zoom]) expect(figure).toSatisfy(Number.isFinite)
        }
      }),
      { examples: [[{ width: 0, height: 0 }, true, [106.5, 29.5, 106.7, 29.65]]] },
    )
  })

  it('does not dive into a single point', () => {
    const camera = fitOfStaticMap(
      placesOf(() => [106.5, 29.5, 106.5, 29.5]),
      { districts: [], feature: 'x' },
      { width: 800, height: 600 },
      none,
    )
    expect(camera.zoom).toBeCloseTo(12.5)
    expect(camera.longitude).toBeCloseTo(106.5)
  })
})

describe('the static map', () => {
  it('shows every position on the screen at the pixel where the engine shows it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const units = staticMapUnits(middle)
    fc.assert(
      fc.property(sizes, fc.double({ min: 7, max: 14, noNaN: true }), share, share, (size, zoom, across, down) => {
        const camera = { longitude: 106.55, latitude: 29.6, zoom, bearing: 0, pitch: 0 }
        const perPixel = 1 / (tileSize * 2 ** zoom)
        const longitude = longitudeOf(worldX(camera.longitude) + (across - 0.5) * size.width * perPixel)
        const latitude = latitudeOf(worldY(camera.latitude) + (down - 0.5) * size.height * perPixel)
        const [x = 0, y = 0, width = 0, height = 0] = units.viewBox(camera, size).viewBox.split(' ').map(Number)
        const engine = project(camera, size, longitude, latitude)
        // The viewBox has three decimals: a hundredth of a pixel at zoom 14.
        expect(Math.abs(((units.x(longitude) - x) / width) * size.width - engine.x)).toBeLessThan(0.03)
        expect(Math.abs(((units.y(latitude) - y) / height) * size.height - engine.y)).toBeLessThan(0.03)
      }),
    )
  })

  it('agrees with the inverse projection', () => {
    expect(longitudeOf(worldX(106.55))).toBeCloseTo(106.55, 10)
    expect(latitudeOf(worldY(29.56))).toBeCloseTo(29.56, 10)
  })
})
