import fc from 'fast-check'
import type { Geometry, LineString, Point, Polygon } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import { areaKm2, distanceKm, lengthKm } from '../../../geo/base/measure'
import type { Outcome } from '../../../geo/base/outcome'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { positionsOf } from '../../../geo/base/position'
import { bufferOf } from '../../../geo/buffer/buffer'
import type { NamedArea } from '../../../geo/query/areas'
import { alongLine, between, representativePoint } from '../../../geo/query/between'
import { lengthInsideKm, type PreparedArea, passagesOf, prepareAreas } from '../../../geo/query/crossing'
import { areaShares, commonAreaKm2 } from '../../../geo/query/overlap'
import { regionProblem } from '../../../geo/query/validity'
import { indexPlaced, nearestOf, type Placed, whatLiesWithin } from '../../../geo/query/within'
import { chongqing } from '../../fixtures/region'
import { buildGeometry } from './built'
import { figures } from './figures'

let districts: NamedArea[]
let prepared: PreparedArea[]

beforeAll(async () => {
  const { boundaries } = await buildGeometry()
  districts = boundaries.districts.features.map(({ properties, geometry }) => ({ id: properties.adcode, geometry }))
  prepared = prepareAreas(districts)
})

const tianfuLine: LineString = {
  type: 'LineString',
  coordinates: [
    [106.28, 29.45],
    [106.45, 29.53],
    [106.58, 29.56],
    [106.72, 29.62],
    [106.95, 29.9],
  ],
}
const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [106.5, 29.5],
      [106.6, 29.5],
      [106.6, 29.6],
      [106.5, 29.6],
      [106.5, 29.5],
    ],
  ],
}

function point(at: readonly [number, number]): Point {
  return { type: 'Point', coordinates: [...at] }
}

function answered<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

const inCity = fc.tuple(fc.integer({ min: 106_300, max: 106_900 }), fc.integer({ min: 29_300, max: 29_900 }))
const place = inCity.map(([x, y]): [number, number] => [x / 1000, y / 1000])
const radius = fc.integer({ min: 100, max: 50_000 })

describe('buffer', () => {
  test.each(figures.circles)(
    'of a point by $radiusMeters m has $km2 km² within 0.25 %',
    ({ center, radiusMeters, km2 }) => {
      const area = areaKm2(answered(bufferOf(point(center), radiusMeters)))
      expect(Math.abs(area / km2 - 1)).toBeLessThan(0.0025)
    },
  )

  test.each(figures.circles)(
    'of a point by $radiusMeters m keeps its distance on all sides',
    ({ center, radiusMeters }) => {
      for (const position of positionsOf(answered(bufferOf(point(center), radiusMeters)))) {
        expect(Math.abs((distanceKm(center, position) * 1000) / radiusMeters - 1)).toBeLessThan(0.0005)
      }
    },
  )

  test.each([1000, 5000, 20_000])(
    'of a line and a square by %d m has the area of the strip and its round ends',
    (meters) => {
      const km = meters / 1000
      const straight: LineString = {
        type: 'LineString',
        coordinates: [
          [106.5, 29.5],
          [106.7, 29.65],
        ],
      }
      const strip = 2 * lengthKm(straight) * km + Math.PI * km * km
      expect(Math.abs(areaKm2(answered(bufferOf(straight, meters))) / strip - 1)).toBeLessThan(0.005)
      const around = areaKm2(square) + lengthKm(square) * km + Math.PI * km * km
      expect(Math.abs(areaKm2(answered(bufferOf(square, meters))) / around - 1)).toBeLessThan(0.005)
    },
  )

  test.each([1000, 5000, 20_000])('of a whole district by %d m contains all of its border', (meters) => {
    const yubei = districts.find(({ id }) => id === '500112')?.geometry ?? square
    const around = answered(bufferOf(yubei, meters))
    expect(positionsOf(yubei).filter((position) => !pointInPolygon(position, around))).toEqual([])
    expect(areaKm2(around)).toBeGreaterThan(areaKm2(yubei))
  })

  test('contains what it was drawn around, whatever the radius', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 6 }), radius, (line, meters) => {
        fc.pre(new Set(line.map(String)).size > 1)
        const around = answered(bufferOf({ type: 'LineString', coordinates: line }, meters))
        expect(line.filter((position) => !pointInPolygon(position, around))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('what lies within', () => {
  const { center, radiusMeters, points } = figures.inside
  const placed: Placed[] = points.map(({ at }, index) => ({ id: `p${index}`, geometry: point(at), errorMeters: 20 }))

  test('is the same set as a geodesic library finds, but for what is marked borderline', () => {
    const found = answered(
      whatLiesWithin({ geometry: point(center), errorMeters: 0 }, radiusMeters, indexPlaced(placed)),
    )
    const sure = (id: string) => !found.some(({ item, borderline }) => item.id === id && borderline)
    const expected = points.flatMap(({ km }, index) => (km <= radiusMeters / 1000 ? [`p${index}`] : []))
    const inside = found.filter((one) => one.inside).map(({ item }) => item.id)
    expect(inside.filter(sure).sort()).toEqual(expected.filter(sure).sort())
    expect(inside.length).toBeGreaterThan(10)
  })

  test('distances agree with geodesic ones within 0.3 %', () => {
    const found = answered(whatLiesWithin({ geometry: point(center), errorMeters: 0 }, 50_000, indexPlaced(placed)))
    expect(found).toHaveLength(points.length)
    for (const { item, distanceKm: km } of found) {
      expect(Math.abs(km / Number(points[Number(item.id.slice(1))]?.km) - 1)).toBeLessThan(0.003)
    }
  })

  test('a bigger radius never loses anything', () => {
    const index = indexPlaced(placed)
    fc.assert(
      fc.property(place, radius, radius, (at, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const ids = (meters: number) =>
          answered(whatLiesWithin({ geometry: point(at), errorMeters: 0 }, meters, index))
            .filter(({ inside }) => inside)
            .map(({ item }) => item.id)
        const wide = new Set(ids(more))
        expect(ids(less).filter((id) => !wide.has(id))).toEqual([])
      }),
    )
  })

  test('an index gives the same answer as measuring everything', () => {
    const index = indexPlaced(placed)
    fc.assert(
      fc.property(place, radius, (at, meters) => {
        const found = answered(whatLiesWithin({ geometry: point(at), errorMeters: 0 }, meters, index))
        const all = points.flatMap((one, number) => (distanceKm(one.at, at) * 1000 <= meters ? [`p${number}`] : []))
        expect(
          found
            .filter(({ inside }) => inside)
            .map(({ item }) => item.id)
            .sort(),
        ).toEqual(all.sort())
      }),
    )
  })

  test('marks as borderline what the position errors could bring in or take out', () => {
    const near: Placed[] = [
      { id: 'in', geometry: point([106.5, 29.5081]), errorMeters: 50 },
      { id: 'edge', geometry: point([106.5, 29.5088]), errorMeters: 50 },
      { id: 'out', geometry: point([106.5, 29.5093]), errorMeters: 50 },
      { id: 'vague', geometry: point([106.5, 29.52]), errorMeters: 1500 },
    ]
    const found = answered(whatLiesWithin({ geometry: point([106.5, 29.5]), errorMeters: 0 }, 1000, indexPlaced(near)))
    expect(found.map(({ item, inside, borderline }) => [item.id, inside, borderline])).toEqual([
      ['in', true, false],
      ['edge', true, true],
      ['out', false, true],
      ['vague', false, true],
    ])
  })

  test('lines and areas count when any part comes near; a thing in an area is at distance 0', () => {
    const things: Placed[] = [
      { id: 'line', geometry: tianfuLine, errorMeters: 0 },
      { id: 'inside', geometry: point([106.55, 29.55]), errorMeters: 0 },
      { id: 'nowhere', geometry: null, errorMeters: 0 },
    ]
    const found = answered(whatLiesWithin({ geometry: square, errorMeters: 0 }, 500, indexPlaced(things)))
    expect(found.map(({ item, distanceKm: km }) => [item.id, km])).toEqual([
      ['inside', 0],
      ['line', 0],
    ])
  })

  test('the nearest of a set are the nearest of all', () => {
    const index = indexPlaced(placed)
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 5 }), (at, count) => {
        const found = answered(nearestOf({ geometry: point(at), errorMeters: 0 }, count, index))
        const all = points.map((one) => distanceKm(one.at, at)).sort((a, b) => a - b)
        expect(found.map(({ distanceKm: km }) => km)).toEqual(all.slice(0, count).map((km) => expect.closeTo(km, 9)))
      }),
    )
    expect(nearestOf({ geometry: square, errorMeters: 0 }, 1, indexPlaced([]))).toEqual({
      ok: false,
      reason: 'nothing-found',
    })
  })
})

describe('area shares', () => {
  test('of an area inside Chongqing add up to it', () => {
    const shares = answered(areaShares(answered(bufferOf(point([106.58, 29.57]), 8000)), districts))
    const total = shares.reduce((sum, { km2 }) => sum + km2, 0)
    expect(total).toBeCloseTo(areaKm2(answered(bufferOf(point([106.58, 29.57]), 8000))), 2)
    expect(shares.find(({ id }) => id === '500103')?.share).toBeGreaterThan(0.8)
  })

  test('a district covers all of itself and nothing of its neighbour', () => {
    const [yuzhong, nanan] = ['500103', '500108'].map((id) => districts.find((area) => area.id === id)?.geometry)
    if (yuzhong === undefined || nanan === undefined) throw new Error('districts are missing')
    expect(commonAreaKm2(yuzhong, yuzhong)).toBeCloseTo(areaKm2(yuzhong), 4)
    expect(commonAreaKm2(yuzhong, nanan)).toBeLessThan(0.0001)
  })

  test('of a line are none', () => {
    expect(areaShares(tianfuLine, districts)).toEqual({ ok: false, reason: 'not-an-area' })
  })
})

describe('crossing', () => {
  test('passes the districts in order', () => {
    const passages = answered(passagesOf(tianfuLine, prepared)).filter(({ km }) => km > 0.5)
    const order = passages.map(({ id }) => id)
    expect(order[0]).toBe('500107')
    expect(order.at(-1)).toBe('500112')
    expect(order.indexOf('500103')).toBeGreaterThan(order.indexOf('500107'))
    expect(order.indexOf('500103')).toBeLessThan(order.indexOf('500105'))
  })

  test('the shares of any line add up to its length', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 8 }), (line) => {
        fc.pre(new Set(line.map(String)).size > 1)
        const geometry: LineString = { type: 'LineString', coordinates: line }
        const passages = answered(passagesOf(geometry, prepared))
        const total = passages.reduce((sum, { km }) => sum + km, 0)
        // A segment is straight in degrees, its length that of the shortest way between its ends: over 80 km and cut into
        // pieces, the two are a decimetre apart.
        expect(Math.abs(total / lengthKm(geometry) - 1)).toBeLessThan(1e-5)
        const inside = prepared.reduce((sum, area) => sum + lengthInsideKm(geometry, area), 0)
        expect(Math.abs(inside / total - 1)).toBeLessThan(1e-6)
      }),
      { numRuns: 40 },
    )
  })

  test('a line along a common border is given to one side only', () => {
    const halves: NamedArea[] = [
      { id: 'west', geometry: square },
      {
        id: 'east',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [106.6, 29.5],
              [106.7, 29.5],
              [106.7, 29.6],
              [106.6, 29.6],
              [106.6, 29.5],
            ],
          ],
        },
      },
    ]
    const border: LineString = {
      type: 'LineString',
      coordinates: [
        [106.6, 29.52],
        [106.6, 29.58],
      ],
    }
    const passages = answered(passagesOf(border, prepareAreas(halves)))
    expect(passages.reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(lengthKm(border), 9)
    expect(passages).toHaveLength(1)
  })

  test('outside all districts a passage has no id', () => {
    const away: LineString = {
      type: 'LineString',
      coordinates: [
        [108.0, 28.1],
        [108.2, 28.1],
      ],
    }
    expect(answered(passagesOf(away, prepared)).map(({ id }) => id)).toEqual([undefined])
  })
})

describe('between two', () => {
  test.each(figures.distances)('points it is $km km', ({ from, to, km }) => {
    const found = answered(between(point(from), point(to)))
    expect(Math.abs(found.centerKm / km - 1)).toBeLessThan(0.003)
    expect(found.gapKm).toBeCloseTo(found.centerKm, 6)
  })

  test('neighbouring districts have no gap, others do, and the way back is the way there', () => {
    const geometryOf = (id: string) => districts.find((area) => area.id === id)?.geometry ?? null
    expect(answered(between(geometryOf('500103'), geometryOf('500108'))).gapKm).toBe(0)
    const there = answered(between(geometryOf('500109'), geometryOf('500113')))
    const back = answered(between(geometryOf('500113'), geometryOf('500109')))
    expect(there.gapKm).toBeGreaterThan(1)
    expect(there.gapKm).toBeCloseTo(back.gapKm, 6)
    expect((there.bearingDegrees + 180) % 360).toBeCloseTo(back.bearingDegrees, 6)
  })

  test('along a line it is as far as the line is long between them', () => {
    const [first, last] = [tianfuLine.coordinates[0], tianfuLine.coordinates.at(-1)] as [
      [number, number],
      [number, number],
    ]
    const found = answered(alongLine(point(first), point(last), tianfuLine, 100))
    expect(found.km).toBeCloseTo(lengthKm(tianfuLine), 6)
    expect(alongLine(point(first), point([106.3, 29.9]), tianfuLine, 2000)).toEqual({
      ok: false,
      reason: 'nothing-found',
    })
  })

  test('a line is represented by its middle', () => {
    expect(
      representativePoint({
        type: 'LineString',
        coordinates: [
          [106, 29],
          [106.2, 29],
        ],
      })[0],
    ).toBeCloseTo(106.1, 6)
  })
})

describe('odd input is a reason, never an exception', () => {
  const bowTie: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [106.5, 29.5],
        [106.6, 29.6],
        [106.6, 29.5],
        [106.5, 29.6],
        [106.5, 29.5],
      ],
    ],
  }
  const odd: [string, Geometry | null, string][] = [
    ['nothing', null, 'no-geometry'],
    ['no positions', { type: 'MultiPoint', coordinates: [] }, 'no-geometry'],
    ['not a number', point([Number.NaN, 29.5]), 'not-a-position'],
    ['swapped axes', point([29.5, 106.5]), 'outside-region'],
    [
      'a line of one place',
      {
        type: 'LineString',
        coordinates: [
          [106.5, 29.5],
          [106.5, 29.5],
        ],
      },
      'degenerate-line',
    ],
    [
      'an area of two places',
      {
        type: 'Polygon',
        coordinates: [
          [
            [106.5, 29.5],
            [106.6, 29.5],
            [106.5, 29.5],
          ],
        ],
      },
      'degenerate-area',
    ],
    [
      'an open area',
      {
        type: 'Polygon',
        coordinates: [
          [
            [106.5, 29.5],
            [106.6, 29.5],
            [106.6, 29.6],
            [106.5, 29.6],
          ],
        ],
      },
      'degenerate-area',
    ],
    ['an area that crosses itself', bowTie, 'self-crossing'],
  ]

  test.each(odd)('%s', (_name, geometry, reason) => {
    expect(bufferOf(geometry, 1000)).toEqual({ ok: false, reason })
    expect(whatLiesWithin({ geometry, errorMeters: 0 }, 1000, indexPlaced([]))).toEqual({ ok: false, reason })
    expect(nearestOf({ geometry, errorMeters: 0 }, 1, indexPlaced([]))).toEqual({ ok: false, reason })
    expect(passagesOf(geometry, [])).toEqual({ ok: false, reason })
    expect(areaShares(geometry, [])).toEqual({ ok: false, reason })
    expect(between(geometry, square)).toEqual({ ok: false, reason })
    expect(between(square, geometry)).toEqual({ ok: false, reason })
  })

  test('only what a reader typed is judged by where it lies', () => {
    const [paris, here]: [Geometry, Geometry] = [point([2.35, 48.85]), point([106.5, 29.5])]
    expect(regionProblem(paris, chongqing.bounds)).toBe('outside-region')
    expect(
      regionProblem({ type: 'LineString', coordinates: [...tianfuLine.coordinates, [104.9, 29]] }, chongqing.bounds),
    ).toBe('outside-region')
    expect(regionProblem(here, chongqing.bounds)).toBeUndefined()
    expect(bufferOf(paris, 1000).ok).toBe(true)
  })

  test.each([
    [0, 'radius-too-small'],
    [-5000, 'radius-too-small'],
    [99, 'radius-too-small'],
    [50_001, 'radius-too-large'],
    [Number.NaN, 'radius-not-a-number'],
    [Number.POSITIVE_INFINITY, 'radius-not-a-number'],
  ])('a radius of %d m', (meters, reason) => {
    expect(bufferOf(square, meters)).toEqual({ ok: false, reason })
    expect(whatLiesWithin({ geometry: square, errorMeters: 0 }, meters, indexPlaced([]))).toEqual({ ok: false, reason })
  })
})
