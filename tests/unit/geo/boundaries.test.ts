import type { FeatureCollection, Geometry, Position } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import { mapPositions } from '../../../geo/base/datum'
import { areaKm2, signedRingAreaKm2 } from '../../../geo/base/measure'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { polygonsOf, positionsOf } from '../../../geo/base/position'
import { type BoundaryResult, buildBoundaries as build } from '../../../geo/boundaries/boundaries'
import { checkBoundaries as checksOf } from '../../../geo/boundaries/checks'
import { findFaults } from '../../../geo/boundaries/faults'
import { simplifyDistricts } from '../../../geo/boundaries/simplify'
import { readBoundarySource } from '../../../geo/boundaries/source'
import { type DistrictCollection, toDistricts } from '../../../geo/boundaries/topology'
import { labelPoint } from '../../../geo/labels/label-point'
import { chongqing, chongqingBoundaries, chongqingPage } from '../../fixtures/region'
import { rawBoundaries } from './built'

const { centralDistricts } = chongqingPage
const facts = { renamed: chongqing.boundaries.renamed }
const buildBoundaries = async (raw: unknown) => build(readBoundarySource(raw, facts))
const checkBoundaries = (result: BoundaryResult) => checksOf(result, chongqingBoundaries)

let result: BoundaryResult

beforeAll(async () => {
  result = await buildBoundaries(rawBoundaries())
})

/** The same districts with one of them changed. */
function changed(adcode: string, change: (position: Position) => Position): DistrictCollection {
  const features = result.districts.features.map((feature) =>
    feature.properties.adcode === adcode
      ? { ...feature, geometry: mapPositions(feature.geometry, change) as typeof feature.geometry }
      : feature,
  )
  return { ...result.districts, features }
}

/** A vertex with those before and after it, as a closed ring. */
function triangle(ring: Position[], index: number): Position[] {
  const corners = ring.slice(index - 1, index + 2)
  return [...corners, ...corners.slice(0, 1)]
}

function kinds(districts: DistrictCollection): Set<string> {
  return new Set(checkBoundaries({ ...result, districts }).map(({ check }) => check))
}

describe('the built-in boundary file', () => {
  test('the source as published does cross, overlap and gape', () => {
    const faults = new Set(findFaults(readBoundarySource(rawBoundaries()).districts).map(({ kind }) => kind))
    expect(faults).toEqual(new Set(['crossing', 'overlap', 'gap']))
  })

  test('after repair all checks hold for all 38 districts', () => {
    expect(result.districts.features).toHaveLength(38)
    expect(checkBoundaries(result)).toEqual([])
  })

  test('the nine central districts are within 0.1 % of 5,468.7 km²', () => {
    const nine = result.districts.features.filter(({ properties }) => centralDistricts.includes(properties.adcode))
    const total = nine.reduce((sum, { geometry }) => sum + areaKm2(geometry), 0)
    expect(nine).toHaveLength(9)
    expect(Math.abs(total / 5468.7 - 1)).toBeLessThan(0.001)
  })

  test('is WGS 84: the tip of 渝中 is at 朝天门, not half a kilometre to the south-east', () => {
    const yuzhong = result.districts.features.find(({ properties }) => properties.adcode === '500103')
    const east = Math.max(...positionsOf(yuzhong?.geometry as Geometry).map(([longitude]) => longitude ?? 0))
    expect(east).toBeGreaterThan(106.584)
    expect(east).toBeLessThan(106.5885)
  })

  test('counties renamed in 2016 bear their present names and codes', () => {
    const names = new Map(result.districts.features.map(({ properties }) => [properties.adcode, properties.name]))
    expect(names.get('500155')).toBe('梁平区')
    expect(names.get('500156')).toBe('武隆区')
    expect(names.has('500228')).toBe(false)
  })

  test('coordinates have five decimals and outer rings run counter-clockwise', () => {
    const values = result.topology.arcs.flat(2)
    expect(values.filter((value) => Number(value.toFixed(5)) !== value)).toEqual([])
    const outer = result.districts.features.flatMap(({ geometry }) => polygonsOf(geometry).map(([ring]) => ring ?? []))
    expect(outer.filter((ring) => signedRingAreaKm2(ring) <= 0)).toEqual([])
  })

  test('the same file gives the same bytes', async () => {
    expect(JSON.stringify(await buildBoundaries(rawBoundaries()))).toBe(JSON.stringify(result))
  })

  test('every label point lies in its district', () => {
    for (const { geometry } of result.districts.features)
      expect(pointInPolygon(labelPoint(geometry), geometry)).toBe(true)
  })
})

describe('a file the owner swaps in', () => {
  test('passes through the same checks', async () => {
    const swapped = await buildBoundaries(structuredClone(result.districts))
    expect(checkBoundaries(swapped)).toEqual([])
  })

  test('a shifted district overlaps its neighbours', () => {
    const shifted = changed('500112', ([longitude, latitude]) => [Number(longitude) + 0.01, Number(latitude)])
    expect(kinds(shifted)).toEqual(new Set(['overlap']))
  })

  test('a corner cut off one district only is a gap', () => {
    const features = result.districts.features.map((feature) => {
      if (feature.properties.adcode !== '500103' || feature.geometry.type !== 'Polygon') return feature
      const [ring = []] = feature.geometry.coordinates
      const corner = ring.findIndex((_, index) => index > 1 && signedRingAreaKm2(triangle(ring, index)) > 0.05)
      expect(corner).toBeGreaterThan(1)
      return {
        ...feature,
        geometry: { ...feature.geometry, coordinates: [ring.filter((_, index) => index !== corner)] },
      }
    })
    const problems = checkBoundaries({ ...result, districts: { ...result.districts, features } })
    expect(problems.map(({ check }) => check)).toEqual(['gap'])
  })

  test('a district left out in the middle is a gap of its size', () => {
    const features = result.districts.features.filter(({ properties }) => properties.adcode !== '500103')
    const problems = checkBoundaries({ ...result, districts: { ...result.districts, features } })
    const [gap] = problems.flatMap((problem) => (problem.check === 'gap' ? [problem.km2] : []))
    expect(gap?.toFixed(1)).toBe('22.7')
  })

  test('a district laid over another whole is an overlap', () => {
    const inner = structuredClone(result.districts)
    const nanan = inner.features.find(({ properties }) => properties.adcode === '500108')
    const [x, y] = labelPoint(nanan?.geometry as Geometry)
    const yuzhong = inner.features.find(({ properties }) => properties.adcode === '500103')
    if (yuzhong === undefined) throw new Error('渝中 is missing')
    yuzhong.geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 0.01, y],
          [x, y + 0.01],
          [x, y],
        ],
      ],
    }
    expect([...kinds(inner)]).toContain('overlap')
  })

  test('a district too large, or missing, is named', () => {
    const larger = changed('500106', ([longitude, latitude]) => [
      106.36 + (Number(longitude) - 106.36) * 1.05,
      29.62 + (Number(latitude) - 29.62) * 1.05,
    ])
    expect([...kinds(larger)]).toEqual(expect.arrayContaining(['overlap', 'area', 'total']))
    const without = { ...result.districts, features: result.districts.features.slice(0, 5) }
    expect(checkBoundaries({ ...result, districts: without })).toContainEqual({
      check: 'missing',
      code: '500113',
      name: '巴南区',
    })
  })

  test('losing a neighbour of 巴南 is noticed', async () => {
    const fewer = {
      ...result.districts,
      features: result.districts.features.filter((f) => f.properties.name !== '南川区'),
    }
    const problems = checkBoundaries(await buildBoundaries(fewer))
    expect(problems.map(({ check }) => check)).toContain('neighbours')
  })

  test.each([
    [{ type: 'FeatureCollection' }, { fault: 'no-features', type: 'FeatureCollection' }],
    [collection({ label: '渝中区' }), { fault: 'nameless', index: 0, keys: ['label'] }],
    [collection({ adcode: '500103', name: '' }), { fault: 'nameless', index: 0 }],
    [collection({ adcode: '500103', name: '渝中区' }), { fault: 'no-area', adcode: '500103', type: 'Point' }],
    [null, { fault: 'no-features' }],
  ])('a malformed file is refused with the value at fault (%#)', async (file, fault) => {
    await expect(buildBoundaries(file)).rejects.toMatchObject({ fault })
  })
})

function collection(properties: Record<string, string>): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [106, 29] } }],
  }
}

describe('simplifyDistricts', () => {
  test.each([0.0005, 0.002, 0.01])('at %d° there are fewer vertices and still no gap, no overlap', (tolerance) => {
    const simple = simplifyDistricts(result.topology, tolerance)
    expect(simple.arcs.flat().length).toBeLessThan(result.topology.arcs.flat().length * 0.95)
    expect(findFaults(toDistricts(simple))).toEqual([])
  })
})
