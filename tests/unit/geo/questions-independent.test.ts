/** Buffers, shares and distances against computations made without this project's code, and against Turf's own. */
import { featureCollection, intersect, buffer as turfBuffer, feature as turfFeature } from '@turf/turf'
import fc from 'fast-check'
import type { Geometry, LineString, MultiPolygon, Point, Polygon } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import { equidistantPlane } from '../../../geo/base/equidistant'
import { areaKm2, bounds, distanceKm } from '../../../geo/base/measure'
import type { Outcome } from '../../../geo/base/outcome'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { bufferOf } from '../../../geo/buffer/buffer'
import { offsetInPlane } from '../../../geo/buffer/offset'
import { commonAreaKm2 } from '../../../geo/query/overlap'
import { indexPlaced, type Placed, whatLiesWithin } from '../../../geo/query/within'
import { buildGeometry, readJson } from './built'
import { figures as geodesic } from './figures'

interface Figures {
  line: [number, number][]
  lineAreas: { radiusMeters: number; km2: number }[]
  districtAreas: { district: string; radiusMeters: number; km2: number }[]
  pointsAroundYubei: { at: [number, number]; km: number }[]
}

/** How they were made is written in the file itself. */
const figures = readJson('./questions-figures.json') as Figures
const line: LineString = { type: 'LineString', coordinates: figures.line }
let districts: Map<string, Polygon | MultiPolygon>

beforeAll(async () => {
  const { boundaries } = await buildGeometry()
  districts = new Map(boundaries.districts.features.map(({ properties, geometry }) => [properties.adcode, geometry]))
})

function district(code: string): Polygon | MultiPolygon {
  const found = districts.get(code)
  if (!found) throw new Error(`no district ${code}`)
  return found
}

function answered<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

const apart = (value: number, other: number) => Math.abs(value / other - 1)

describe('independently computed', () => {
  test('the areas of a line’s buffers agree within 0.5 %', () => {
    for (const { radiusMeters, km2 } of figures.lineAreas)
      expect(apart(areaKm2(answered(bufferOf(line, radiusMeters))), km2)).toBeLessThan(0.005)
  })

  test('the areas of districts’ buffers agree within 0.5 %', () => {
    for (const { district: code, radiusMeters, km2 } of figures.districtAreas)
      expect(apart(areaKm2(answered(bufferOf(district(code), radiusMeters))), km2), code).toBeLessThan(0.005)
  })

  test('distances from a district agree within 0.3 %', () => {
    const placed: Placed[] = figures.pointsAroundYubei.map(({ at }, index) => ({
      id: String(index),
      geometry: { type: 'Point', coordinates: at },
      errorMeters: 0,
    }))
    const subject = { geometry: district('500112'), errorMeters: 0 }
    const found = answered(whatLiesWithin(subject, 20_000, indexPlaced(placed)))
    for (const { item, distanceKm: km } of found) {
      const expected = figures.pointsAroundYubei[Number(item.id)]?.km ?? Number.NaN
      // Their sources are cut every 10 m, so very near points differ by the cut.
      if (expected > 2) expect(apart(km, expected)).toBeLessThan(0.003)
      else expect(Math.abs(km - expected)).toBeLessThan(0.01)
    }
    const inside = found.filter((one) => one.inside && !one.borderline).map(({ item }) => Number(item.id))
    const expected = figures.pointsAroundYubei.flatMap(({ km }, index) => (km <= 20 ? [index] : []))
    const unsure = new Set(found.filter(({ borderline }) => borderline).map(({ item }) => Number(item.id)))
    expect(inside.sort()).toEqual(expected.filter((index) => !unsure.has(index)).sort())
    expect(inside.length).toBeGreaterThan(20)
  })
})

describe('against Turf', () => {
  const outline = (geometry: Geometry, meters: number) => {
    const [west, south, east, north] = bounds(geometry)
    return offsetInPlane(geometry, meters, equidistantPlane([(west + east) / 2, (south + north) / 2]))
  }

  test.each([300, 3000])('the outline of a district by %d m is Turf’s buffer, sphere aside', (meters) => {
    const area = district('500103')
    const turf = turfBuffer(turfFeature(area), meters, { units: 'meters', steps: 16 })
    const own = outline(area, meters)
    expect(own?.type).toBe('Polygon')
    expect(apart(areaKm2(own as Geometry), areaKm2(turf?.geometry as Geometry))).toBeLessThan(0.003)
  })

  test('the common area is that of Turf’s intersection', () => {
    const pairs: [string, string, number][] = [
      ['500103', '500106', 2000],
      ['500108', '500113', 3000],
      ['500105', '500112', 1000],
    ]
    for (const [one, other, meters] of pairs) {
      const around = answered(bufferOf(district(one), meters))
      const common = intersect(featureCollection([turfFeature(around), turfFeature(district(other))]))
      const expected = common ? areaKm2(common.geometry) : 0
      expect(commonAreaKm2(around, district(other))).toBeCloseTo(expected, 4)
    }
  })

  test('a ring’s buffer closes over its middle, where Turf leaves a hole', () => {
    const around = Array.from({ length: 80 }, (_, index): [number, number] => {
      const angle = (index / 80) * 2 * Math.PI
      return [106.55 + 0.08 * Math.cos(angle), 29.55 + 0.07 * Math.sin(angle)]
    })
    const ring: LineString = { type: 'LineString', coordinates: [...around, around[0] as [number, number]] }
    const near = answered(bufferOf(ring, 2000)) as Polygon
    expect(near.coordinates).toHaveLength(2)
    expect(pointInPolygon([106.55, 29.55], near)).toBe(false)
    const far = answered(bufferOf(ring, 20_000)) as Polygon
    expect(far.coordinates).toHaveLength(1)
    expect(pointInPolygon([106.55, 29.55], far)).toBe(true)
  })
})

describe('by property', () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }))
  const corners = fc.array(corner, { minLength: 31, maxLength: 60 })
  const toLine = (list: readonly (readonly [number, number])[]): LineString => ({
    type: 'LineString',
    coordinates: list.map(([x, y]) => [106.3 + x / 1e4, 29.4 + y / 1e4]),
  })
  const radius = fc.integer({ min: 100, max: 30_000 })

  test('the outline of any tangle closes, holds all of it and keeps its distance', () => {
    fc.assert(
      fc.property(corners, radius, (list, meters) => {
        const tangle = toLine(list)
        const [west, south, east, north] = bounds(tangle)
        const plane = equidistantPlane([(west + east) / 2, (south + north) / 2])
        const area = offsetInPlane(tangle, meters, plane)
        expect(area).toBeDefined()
        if (!area) return
        expect(tangle.coordinates.filter((position) => !pointInPolygon(position, area))).toEqual([])
        const thing: Placed[] = [{ id: 'tangle', geometry: tangle, errorMeters: 0 }]
        for (const position of area.type === 'Polygon' ? area.coordinates.flat() : []) {
          const point: Point = { type: 'Point', coordinates: position }
          const found = whatLiesWithin({ geometry: point, errorMeters: 0 }, Math.max(100, meters), indexPlaced(thing))
          const km = found.ok ? found.value[0]?.distanceKm : undefined
          // Long segments bend by up to half a metre between degrees and plane.
          if (km !== undefined) expect(Math.abs(km * 1000 - meters)).toBeLessThan(1 + meters * 0.0015)
        }
      }),
      { numRuns: 25, seed: 11 },
    )
  })

  test('a bigger radius has a bigger area', () => {
    fc.assert(
      fc.property(corners, radius, (list, meters) => {
        const tangle = toLine(list)
        const [less, more] = [meters, Math.ceil(meters * 1.1)].map((each) => areaKm2(answered(bufferOf(tangle, each))))
        expect(more).toBeGreaterThan(less ?? Infinity)
      }),
      { numRuns: 20, seed: 12 },
    )
  })

  test('plane and back is the same place, and the plane keeps distances to 0.02 % within 100 km', () => {
    const plane = equidistantPlane([106.55, 29.6])
    for (const { from, to, km } of geodesic.distances.filter((one) => one.km < 101)) {
      const [a, b] = [plane.toMeters(from), plane.toMeters(to)]
      expect(distanceKm(plane.toLonLat(...a), from)).toBeLessThan(1e-6)
      expect(apart(Math.hypot(b[0] - a[0], b[1] - a[1]) / 1000, km)).toBeLessThan(0.0002)
    }
  })
})
