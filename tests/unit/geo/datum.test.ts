import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { toWgs84Geometry, toWgs84Position } from '../../../geo/base/datum'
import { bearing, distanceKm } from '../../../geo/base/measure'

/** WGS 84 ↔ GCJ-02 pairs published with eviltransform (Shanghai, Shenzhen, Beijing), longitude first. */
const gcj02Pairs = [
  { wgs84: [121.5272106, 31.1774276], gcj02: [121.531541859215, 31.17530398364597] },
  { wgs84: [113.912316, 22.543847], gcj02: [113.9171764808363, 22.540796131694766] },
  { wgs84: [116.377817, 39.911954], gcj02: [116.38404722455657, 39.91334545536069] },
]

/** BD-09 → GCJ-02 → WGS 84 of one point, as published with coordtransform: 116.404, 39.915. */
const bd09 = { bd09: [116.41036949371029, 39.92133699351021], gcj02: [116.404, 39.915] }

describe('toWgs84Position', () => {
  test.each(gcj02Pairs)('brings a published GCJ-02 position back to within a metre', ({ wgs84, gcj02 }) => {
    expect(distanceKm(toWgs84Position(gcj02, 'GCJ02'), wgs84) * 1000).toBeLessThan(1)
  })

  test('BD-09 and GCJ-02 of one place give one WGS 84 position', () => {
    const metres = distanceKm(toWgs84Position(bd09.bd09, 'BD09'), toWgs84Position(bd09.gcj02, 'GCJ02')) * 1000
    expect(metres).toBeLessThan(2)
  })

  test('undoes the shift of Chongqing: about 480 m, to the north-west', () => {
    const shown = [106.5888, 29.5713]
    const true84 = toWgs84Position(shown, 'GCJ02')
    expect(distanceKm(shown, true84)).toBeGreaterThan(0.4)
    expect(distanceKm(shown, true84)).toBeLessThan(0.56)
    expect(bearing(shown, true84)).toBeGreaterThan(295)
    expect(bearing(shown, true84)).toBeLessThan(325)
  })

  test('leaves WGS 84 alone', () => {
    expect(toWgs84Position([106.5, 29.5], 'WGS84')).toEqual([106.5, 29.5])
  })

  test('refuses what is no position', () => {
    expect(() => toWgs84Position([106.5, Number.NaN], 'GCJ02')).toThrow(/not a position/)
  })

  test('shifts neighbours alike: no tear between two near positions', () => {
    const place = fc.tuple(
      fc.double({ min: 105.5, max: 110, noNaN: true }),
      fc.double({ min: 28.5, max: 32, noNaN: true }),
    )
    fc.assert(
      fc.property(place, ([longitude, latitude]) => {
        const a = toWgs84Position([longitude, latitude], 'GCJ02')
        const b = toWgs84Position([longitude + 0.001, latitude], 'GCJ02')
        expect(distanceKm(a, b) / distanceKm([longitude, latitude], [longitude + 0.001, latitude])).toBeCloseTo(1, 1)
      }),
    )
  })
})

test('toWgs84Geometry moves every position of a copy and leaves the original as it was', () => {
  const original: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [106.5, 29.5],
        [106.6, 29.5],
        [106.6, 29.6],
        [106.5, 29.5],
      ],
    ],
  }
  const before = JSON.stringify(original)
  const moved = toWgs84Geometry(original, 'GCJ02')
  expect(JSON.stringify(original)).toBe(before)
  expect(moved.coordinates[0]?.[0]).toEqual(toWgs84Position([106.5, 29.5], 'GCJ02'))
  expect(moved.coordinates[0]).toHaveLength(4)
})
