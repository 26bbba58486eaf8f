import type { Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { nearestPointOnLine, sampleAlong } from '../../../geo/base/along'
import { areaKm2, bearing, bounds, distanceKm, lengthKm } from '../../../geo/base/measure'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { labelPoint } from '../../../geo/labels/label-point'
import { figures } from './figures'

describe('against geodesic figures made elsewhere', () => {
  test.each(figures.distances)('distance $from → $to is $km km', ({ from, to, km }) => {
    expect(Math.abs(distanceKm(from, to) / km - 1)).toBeLessThan(km < 120 ? 0.00002 : 0.0005)
  })

  test.each(figures.distances)('bearing $from → $to starts at $azimuth°', ({ from, to, km, azimuth }) => {
    const apart = Math.abs(((bearing(from, to) - azimuth + 540) % 360) - 180)
    expect(apart).toBeLessThan(km < 120 ? 0.3 : 1.5)
  })

  test.each(figures.rectangles)(
    'a box $west–$east by $south–$north has $km2 km²',
    ({ west, south, east, north, km2 }) => {
      expect(Math.abs(areaKm2(box(west, south, east, north)) / km2 - 1)).toBeLessThan(1e-6)
    },
  )
})

function box(west: number, south: number, east: number, north: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

test('a hole is not area', () => {
  const outer = box(106.4, 29.4, 106.6, 29.6)
  const hole = box(106.45, 29.45, 106.5, 29.5)
  const both: Polygon = { type: 'Polygon', coordinates: [...outer.coordinates, ...hole.coordinates] }
  expect(areaKm2(both)).toBeCloseTo(areaKm2(outer) - areaKm2(hole), 6)
  expect(pointInPolygon([106.47, 29.47], both)).toBe(false)
  expect(pointInPolygon([106.42, 29.47], both)).toBe(true)
})

test('points and lines have no area, points no length', () => {
  expect(
    areaKm2({
      type: 'LineString',
      coordinates: [
        [106, 29],
        [107, 29],
      ],
    }),
  ).toBe(0)
  expect(lengthKm({ type: 'Point', coordinates: [106, 29] })).toBe(0)
})

test('bounds takes in every part, and throws when there is none', () => {
  expect(
    bounds({
      type: 'MultiPoint',
      coordinates: [
        [106.2, 29.9],
        [107.1, 29.1],
      ],
    }),
  ).toEqual([106.2, 29.1, 107.1, 29.9])
  expect(() => bounds({ type: 'MultiPoint', coordinates: [] })).toThrow(/no positions/)
})

describe('along a line', () => {
  const line = [
    [106.5, 29.5],
    [106.6, 29.5],
    [106.6, 29.6],
  ]

  test('the nearest point is the foot of the perpendicular', () => {
    const nearest = nearestPointOnLine([106.55, 29.52], line)
    expect(nearest.point[0]).toBeCloseTo(106.55, 4)
    expect(nearest.point[1]).toBeCloseTo(29.5, 6)
    expect(nearest.alongKm).toBeCloseTo(distanceKm([106.5, 29.5], [106.55, 29.5]), 2)
  })

  test('samples are evenly spaced and keep both ends', () => {
    const samples = sampleAlong(line, 0.5)
    expect(samples[0]).toEqual([106.5, 29.5])
    expect(samples.at(-1)).toEqual([106.6, 29.6])
    expect(samples).toHaveLength(Math.round(lengthKm({ type: 'LineString', coordinates: line }) / 0.5) + 1)
    expect(() => sampleAlong(line, 0)).toThrow(/step/)
  })
})

test('a label stands in the wide part of a horseshoe, not in its hollow middle', () => {
  const horseshoe: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [106, 29],
        [106.3, 29],
        [106.3, 29.05],
        [106.1, 29.05],
        [106.1, 29.25],
        [106.3, 29.25],
        [106.3, 29.3],
        [106, 29.3],
        [106, 29],
      ],
    ],
  }
  const [longitude] = labelPoint(horseshoe)
  expect(pointInPolygon(labelPoint(horseshoe), horseshoe)).toBe(true)
  expect(longitude).toBeLessThan(106.1)
  expect(() => labelPoint({ type: 'Point', coordinates: [106, 29] })).toThrow(/no area/)
})
