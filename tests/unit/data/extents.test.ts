/** Areas of zones, platforms and parks, from the built record. */
import { booleanWithin, feature as turfFeature } from '@turf/turf'
import type { Feature, Geometry, MultiPolygon, Point, Polygon } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ExtentProperties } from '../../../data/schema'
import { buildExtents } from '../../../data/steps/extents'
import { readRecord } from '../../../data/steps/read'
import type { ShippedFeature } from '../../../data/steps/resolve'
import { areaKm2, distanceKm } from '../../../geo/base/measure'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { elementAt, lonLat, positionsOf } from '../../../geo/base/position'
import { discOf, inside, landBetween, unionOf } from '../../../geo/extents/cut'
import { geometryProblem } from '../../../geo/query/validity'
import { problemsWith, spoiled, withFolder } from '../../fixtures/authored-folder'
import { builtRecord } from '../../fixtures/built-record'

type Extent = Feature<Polygon | MultiPolygon, ExtentProperties>

let extents: Extent[]
let features: Map<string, ShippedFeature>

beforeAll(async () => {
  const { shipped } = await builtRecord()
  const rows = <T>(name: string) => (JSON.parse(shipped.files.get(name) ?? '') as { features: T[] }).features
  extents = rows<Extent>('extents.geojson')
  features = new Map(rows<ShippedFeature>('features.geojson').map((each) => [each.properties.id, each]))
})

const extent = (id: string) =>
  elementAt(
    extents.filter(({ properties }) => properties.id === id),
    0,
  )
const geometryOf = (id: string): Geometry => {
  const geometry = features.get(id)?.geometry
  if (!geometry) throw new Error(`${id} has no place`)
  return geometry
}

describe('every extent', () => {
  test('is of a zone, platform or park, never of a board, and drawn from a document', () => {
    expect(extents.length).toBeGreaterThan(10)
    for (const { properties } of extents) {
      const of = features.get(properties.id)?.properties
      expect(['zone', 'platform', 'park'], properties.id).toContain(of?.kind)
      expect(of?.subkind, properties.id).not.toBe('board')
      expect(properties.sources.length, properties.id).toBeGreaterThan(0)
      expect(properties.rule, properties.id).toMatch(/。$/)
    }
  })

  test('can be asked about, and has the area it tells', () => {
    for (const { geometry, properties } of extents) {
      expect(geometryProblem(geometry), properties.id).toBeUndefined()
      expect(areaKm2(geometry), properties.id).toBeCloseTo(properties.areaKm2, 1)
    }
  })

  test('with a stated area has it within 10 %', () => {
    const stated = extents.filter(({ properties }) => properties.statedKm2 !== undefined)
    expect(stated.length).toBeGreaterThan(10)
    for (const { geometry, properties } of stated)
      expect(Math.abs(areaKm2(geometry) / (properties.statedKm2 ?? 0) - 1), properties.id).toBeLessThan(0.1)
  })

  test('of a stated area lies about the position, which stays what the feature has', () => {
    for (const { geometry, properties } of extents.filter(({ properties: { method } }) => method === 'stated-area')) {
      const place = geometryOf(properties.id) as Point
      expect(place.type, properties.id).toBe('Point')
      const reaches = positionsOf(geometry).map((position) => distanceKm(place.coordinates, position))
      expect(Math.max(...reaches) / Math.min(...reaches), properties.id).toBeLessThan(1.02)
      expect(properties.errorMeters, properties.id).toBeGreaterThan(Math.max(...reaches) * 1000)
    }
  })
})

describe('what is derived', () => {
  test.each([
    ['xibucaogu', ['jinyunshan', 'zhongliangshan'], ['500106', '500107', '500109']],
    ['dongbucaogu', ['tongluoshan', 'mingyueshan'], ['500105', '500108', '500112', '500113']],
  ])('%s lies between its ridges and in its districts', (id, ridges, districts) => {
    const { geometry } = extent(id)
    for (const ridge of ridges)
      for (const position of positionsOf(geometryOf(ridge)))
        expect(pointInPolygon(position, geometry), `${ridge} ${position.join()}`).toBe(false)
    expect(pointInPolygon(lonLat((geometryOf(id) as Point).coordinates), geometry)).toBe(true)
    const limits = unionOf(districts.map((code) => geometryOf(code) as Polygon))
    // Detail of some ten metres is dropped, so the border may be crossed by as much.
    expect(areaKm2(inside(geometry, limits)) / areaKm2(geometry)).toBeGreaterThan(0.999)
  })

  test('中心城区 is all of its nine districts, and within 0.1 % of the published area', () => {
    const { geometry, properties } = extent('zxcq')
    expect(Math.abs(properties.areaKm2 / 5468.7 - 1)).toBeLessThan(0.001)
    const codes = [...features.values()].filter(({ properties: { kind } }) => kind === 'district')
    const central = codes.filter(({ geometry: district }) => pointInPolygon(middleOf(district), geometry))
    expect(central.map(({ id }) => id).sort()).toEqual(features.get('zxcq')?.properties.districts)
  })

  test('两江四岸 holds both rivers within its districts', () => {
    const { geometry } = extent('liangjiangsian')
    for (const place of [
      [106.5855, 29.5705],
      [106.548, 29.545],
      [106.455, 29.585],
    ])
      expect(pointInPolygon(place, geometry), place.join()).toBe(true)
    expect(pointInPolygon([106.46, 29.63], geometry)).toBe(false)
  })
})

/** A position that surely lies inside a district: that of the label on most maps. */
const middleOf = (geometry: Geometry | null) => {
  const positions = positionsOf(geometry ?? { type: 'MultiPoint', coordinates: [] })
  const [west, east] = [Math.min(...positions.map(([x = 0]) => x)), Math.max(...positions.map(([x = 0]) => x))]
  const [south, north] = [Math.min(...positions.map(([, y = 0]) => y)), Math.max(...positions.map(([, y = 0]) => y))]
  return [(west + east) / 2, (south + north) / 2]
}

describe('cutting', () => {
  const ridge = (longitude: number) => ({
    crest: [[longitude, 29.5] as [number, number], [longitude, 29.7]],
    widthMeters: 2000,
  })

  test('leaves the land between two feet, whichever way the ridges run', () => {
    const [west, east] = [ridge(106.4), ridge(106.5)]
    const valley = landBetween(west, east)
    const turned = landBetween(west, { ...east, crest: [...east.crest].reverse() })
    expect(areaKm2(turned)).toBeCloseTo(areaKm2(valley), 6)
    const [widthKm, lengthKm] = [distanceKm([106.4, 29.6], [106.5, 29.6]), distanceKm([106.4, 29.5], [106.4, 29.7])]
    expect(Math.abs(areaKm2(valley) / ((widthKm - 2) * lengthKm) - 1)).toBeLessThan(0.01)
  })

  test('makes a disc of the area asked for', () => {
    for (const km2 of [0.2, 25.18, 460])
      expect(Math.abs(areaKm2(discOf([106.55, 29.6], km2)) / km2 - 1)).toBeLessThan(0.002)
  })

  test('what is inside lies inside', () => {
    const [one, other] = [discOf([106.55, 29.6], 20), discOf([106.57, 29.6], 20)]
    const common = inside(one, other)
    expect(booleanWithin(turfFeature(discOf([106.56, 29.6], 1)), turfFeature(common))).toBe(true)
    expect(areaKm2(unionOf([one, other]))).toBeCloseTo(areaKm2(one) + areaKm2(other) - areaKm2(common), 3)
  })
})

describe('a row whose extent cannot be made is named by file and line', () => {
  const places = 'features/places.yaml'
  const withExtent = (text: string) => spoiled(places, 'kind: facility', `kind: facility\n  extent: ${text}`)
  const source = 'sources: [{ id: doc, section: 一 }]'

  test.each([
    ['an unknown method', `{ method: guessed, km2: 3, ${source} }`, 'method'],
    ['a section nobody declared', '{ method: stated-area, km2: 3, sources: [{ id: doc, section: 九 }] }', '九'],
  ])('%s', async (_name, text, said) => {
    const problems = await problemsWith(withExtent(text))
    expect(problems.join('\n')).toMatch(/data\/features\/places\.yaml:10/)
    expect(problems.join('\n')).toContain(said)
  })

  test.each([
    ['a river without water', "cut: { along: [a1], meters: 5, within: ['500112'] }", 'a1'],
    ['a ridge nobody drew', "cut: { between: [b1, b2], within: ['500112'] }", 'b1'],
    ['a district without a border', "cut: { union: ['500113'] }", '500113'],
  ])('%s', async (_name, cut, said) => {
    const text = `{ method: derived, rule: 山间。, errorMeters: 10, ${cut}, ${source} }`
    const borders = new Map<string, Geometry>([['500112', discOf([106.6, 29.7], 100)]])
    const shapes = { districts: borders, ridges: new Map(), rivers: new Map() }
    const { extents: made, problems } = await withFolder(withExtent(text), (root) =>
      buildExtents(readRecord(root).record, shapes),
    )
    expect(made).toEqual([])
    const [problem] = problems
    expect(problem).toMatchObject({ file: `data/${places}`, line: 10 })
    expect(problem?.message).toContain(said)
  })
})
