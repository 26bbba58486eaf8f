import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tileSize, worldX, worldY } from '../../../geo/screen/camera'
import { nextInDirection } from '../../../src/map/direction'
import { anchorsBeside, displaced, displaceZooms } from '../../../src/map/displace'
import { mapFeatures } from '../../../src/map/features'
import { scaleOf } from '../../../src/map/scale'
import type { RecordFeature } from '../../../src/model/record'

const feature = (id: string, more: object, geometry: RecordFeature['geometry']): RecordFeature =>
  ({
    type: 'Feature',
    id,
    geometry,
    properties: {
      id,
      kind: 'platform',
      name: id,
      nameEn: id,
      pinyin: id,
      aliases: [],
      districts: [],
      zones: [],
      themes: ['in'],
      plans: 0,
      summary: '',
      positioning: [],
      sources: [],
      ...more,
    },
  }) as RecordFeature
const point = (longitude: number, latitude: number) => ({ type: 'Point' as const, coordinates: [longitude, latitude] })

describe('features for the map', () => {
  it('leaves out districts and what has no place, and shows a zone where its label may stand', () => {
    const { features } = mapFeatures([
      feature('500112', { kind: 'district' }, point(106.6, 29.7)),
      feature('aa', {}, null),
      feature('bb', { kind: 'zone', subkind: 'board', labelAt: [106.5, 29.6] }, null),
      feature('cc', {}, point(106.5, 29.5)),
    ])
    expect(features.map(({ properties }) => [properties.id, properties.class])).toEqual([
      ['bb', 'board'],
      ['cc', 'point'],
    ])
  })

  it('draws what is a target as planned, and knows a schematic course', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [106.4, 29.5],
        [106.6, 29.6],
      ],
    }
    const precision = { method: 'drawn', errorMeters: 5000, source: '示意', schematic: true }
    const [drawn] = mapFeatures([
      feature('dd', { kind: 'corridor', subkind: 'railway', status: 'target', precision }, line),
    ]).features
    expect(drawn?.properties).toMatchObject({ class: 'rail', status: 'planned', schematic: true })
  })
})

describe('signs that crowd', () => {
  const scale = tileSize * 2 ** displaceZooms[0]
  const near = fc.array(
    fc.tuple(fc.double({ min: 0, max: 120, noNaN: true }), fc.double({ min: 0, max: 120, noNaN: true })),
    { minLength: 2, maxLength: 9 },
  )
  it('come to lie apart, none lost, the same each time', () => {
    fc.assert(
      fc.property(near, (offsets) => {
        const signs = offsets.map(([x, y], index) => ({
          id: `s${index}`,
          sort: index,
          at: [106.5 + (x / scale) * 360, 29.5 - (y / scale) * 313],
        }))
        const moved = displaced(signs, 12)
        expect(displaced([...signs].reverse(), 12)).toEqual(moved)
        const places = signs.map(({ id, at: [longitude = 0, latitude = 0] }) => {
          const [dx, dy] = moved.get(id) ?? [0, 0]
          return [worldX(longitude) * scale + dx, worldY(latitude) * scale + dy] as const
        })
        places.forEach(([x1, y1], i) => {
          places.slice(i + 1).forEach(([x2, y2]) => {
            expect(Math.hypot(x2 - x1, y2 - y1)).toBeGreaterThan(10)
          })
        })
        for (const [dx, dy] of moved.values()) expect(Math.hypot(dx, dy)).toBeLessThanOrEqual(47)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a sign that stays', () => {
  it('makes its neighbours step aside', () => {
    const at = [106.5, 29.5]
    const signs = [
      { id: 'town', at, sort: 9, fixed: true },
      { id: 'port', at, sort: 1 },
    ]
    const moved = displaced(signs, 12)
    expect(moved.has('town')).toBe(false)
    const [dx, dy] = moved.get('port') ?? [0, 0]
    expect(Math.hypot(dx, dy)).toBeGreaterThan(20)
    // The nearer one looks, the less they are in one another's way.
    const apart = [signs[0], { id: 'port', at: [106.502, 29.5], sort: 1 }].flatMap((sign) => sign ?? [])
    expect(displaced(apart, 12).has('port')).toBe(true)
    expect(displaced(apart, 14).has('port')).toBe(false)
  })

  it('takes its name along', () => {
    expect(anchorsBeside([0, 0]).slice(0, 2)).toEqual(['left', [1.25, 0]])
    expect(anchorsBeside([25.5, -17]).slice(0, 4)).toEqual(['left', [3.25, -1.33], 'right', [0.75, -1.33]])
  })
})

describe('an arrow', () => {
  const stops = [
    { id: 'east', x: 100, y: 8 },
    { id: 'fareast', x: 300, y: 0 },
    { id: 'north', x: 0, y: -50 },
  ]
  const here = { id: 'here', x: 0, y: 0 }
  it('leads to the nearest in its direction, or nowhere', () => {
    expect(nextInDirection(stops, here, [1, 0])?.id).toBe('east')
    expect(nextInDirection(stops, here, [0, -1])?.id).toBe('north')
    expect(nextInDirection(stops, here, [-1, 0])).toBeUndefined()
  })
})

describe('the scale bar', () => {
  it('is a round number at most 120 pixels long and as long as it says', () => {
    fc.assert(
      fc.property(fc.double({ min: 6, max: 16, noNaN: true }), (zoom) => {
        const { pixels, number, unit } = scaleOf(zoom, 29.6)
        const meters = unit === 'meters' ? number : number * 1000
        const perPixel = (40_075_016.7 * Math.cos((29.6 * Math.PI) / 180)) / (tileSize * 2 ** zoom)
        expect(pixels).toBeLessThanOrEqual(120)
        expect(pixels).toBeGreaterThan(40)
        expect(Math.abs(pixels - meters / perPixel)).toBeLessThanOrEqual(0.5)
        expect(String(number)).toMatch(/^[125]0*$/)
      }),
    )
  })
})
