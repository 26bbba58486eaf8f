import type { Position } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import { nearestPointOnLine } from '../../../geo/base/along'
import { areaKm2, bearing, distanceKm, lengthKm, signedRingAreaKm2 } from '../../../geo/base/measure'
import { pointInPolygon } from '../../../geo/base/point-in-polygon'
import { findFaults } from '../../../geo/boundaries/faults'
import { riverCorridors } from '../../../geo/rivers/corridors'
import { RiverError, type RiverPlan } from '../../../geo/rivers/course'
import { buildRivers, type DrawnReaches, type RiverResult } from '../../../geo/rivers/rivers'
import { chongqing } from '../../fixtures/region'
import { buildGeometry } from './built'

let rivers: RiverResult

beforeAll(async () => {
  rivers = (await buildGeometry()).rivers
})

/** Mid-span of bridges, © OpenStreetMap contributors (ODbL), good to 20–100 m. */
const bridges: [name: string, river: string, at: [number, number]][] = [
  ['菜园坝长江大桥', '长江', [106.5476, 29.5454]],
  ['鹅公岩轨道大桥', '长江', [106.5284, 29.5224]],
  ['李家沱长江大桥', '长江', [106.5276, 29.4789]],
  ['白居寺长江大桥', '长江', [106.5071, 29.4313]],
  ['千厮门嘉陵江大桥', '嘉陵江', [106.5751, 29.5684]],
  ['曾家岩嘉陵江大桥', '嘉陵江', [106.5463, 29.5719]],
  ['渝澳嘉陵江大桥', '嘉陵江', [106.5365, 29.563]],
  ['红岩村嘉陵江大桥', '嘉陵江', [106.4903, 29.558]],
]

function linesOfRiver(name: string): Position[][] {
  return rivers.centrelines.features.filter((f) => f.properties.name === name).map((f) => f.geometry.coordinates)
}

test.each(bridges)('%s spans the middle of %s', (_name, river, at) => {
  const metres = Math.min(...linesOfRiver(river).map((line) => nearestPointOnLine(at, line).distanceKm)) * 1000
  expect(metres).toBeLessThan(200)
  expect(rivers.areas.features.some(({ geometry }) => pointInPolygon(at, geometry))).toBe(true)
})

test('the rivers run downstream without a break', () => {
  for (const river of ['长江', '嘉陵江']) {
    const lines = linesOfRiver(river)
    lines.slice(1).forEach((line, index) => {
      expect(line[0]).toEqual(lines[index]?.at(-1))
    })
  }
  const [first] = linesOfRiver('长江')
  expect(first?.[0]?.[0]).toBeLessThan(106.1)
  expect(linesOfRiver('长江').at(-1)?.at(-1)?.[0]).toBeGreaterThan(107.3)
})

test('嘉陵江 ends on the centreline of 长江 at 朝天门', () => {
  const mouth = linesOfRiver('嘉陵江').at(-1)?.at(-1) as Position
  expect(distanceKm(mouth, [106.5852, 29.5742])).toBeLessThan(0.35)
  expect(Math.min(...linesOfRiver('长江').map((line) => nearestPointOnLine(mouth, line).distanceKm))).toBeLessThan(
    0.002,
  )
})

test('water areas are valid, do not overlap, and share the seam where they meet', () => {
  const districts = rivers.areas.features.map((feature) => ({
    ...feature,
    properties: { adcode: feature.properties.id, name: feature.properties.id },
  }))
  expect(findFaults({ type: 'FeatureCollection', features: districts })).toEqual([])
  for (const { geometry } of rivers.areas.features)
    expect(signedRingAreaKm2(geometry.coordinates[0] ?? [])).toBeGreaterThan(0)
})

describe('every reach', () => {
  test('is about as wide as its river', () => {
    rivers.areas.features.forEach(({ geometry, properties }, index) => {
      const line = rivers.centrelines.features[index]?.geometry
      const meanMeters = line === undefined ? Number.NaN : (areaKm2(geometry) / lengthKm(line)) * 1000
      const [least, greatest] = properties.name === '长江' ? [400, 900] : [200, 400]
      expect(meanMeters).toBeGreaterThan(Number(least))
      expect(meanMeters).toBeLessThan(Number(greatest))
    })
  })

  test('bends gently: no kink over 20° between pieces of about 120 m', () => {
    for (const { geometry } of rivers.centrelines.features) {
      const line = geometry.coordinates
      for (let index = 1; index + 1 < line.length; index++) {
        const [a, b, c] = [line[index - 1], line[index], line[index + 1]] as [Position, Position, Position]
        const turn = Math.abs(((bearing(b, c) - bearing(a, b) + 540) % 360) - 180)
        expect(turn, `at ${b.join()}`).toBeLessThan(20)
      }
    }
  })

  test('says how it was made and how wrong it may be', () => {
    const methods = rivers.centrelines.features.map(({ properties }) => [
      properties.id,
      properties.method,
      properties.errorMeters,
    ])
    expect(methods).toEqual([
      ['cjfarup', 'drawn', 5000],
      ['cjup', 'drawn', 2000],
      ['changjiang', 'border', 350],
      ['cjdown', 'drawn', 2000],
      ['cjfardown', 'drawn', 5000],
      ['jlfar', 'drawn', 5000],
      ['jlhc', 'drawn', 2000],
      ['jlbb', 'drawn', 1000],
      ['jialingjiang', 'border', 350],
    ])
  })
})

describe('a region', () => {
  const nothingDrawn = { type: 'FeatureCollection' as const, features: [] }
  const [main] = chongqing.rivers
  const plan = { ...(main as RiverPlan), course: [] }

  test('may have no river', async () => {
    const { boundaries } = await buildGeometry()
    const none = buildRivers(boundaries.topology, nothingDrawn, [], chongqing.middle)
    expect(none.centrelines.features).toEqual([])
    expect(riverCorridors(none, [])).toEqual([])
  })

  test('may have one that no border runs in, drawn by hand', async () => {
    const { boundaries } = await buildGeometry()
    const line = linesOfRiver('嘉陵江')[0] ?? []
    const properties = {
      id: 'reach',
      name: plan.name,
      errorMeters: 500,
      method: 'drawn',
      place: 'upstream',
      source: '',
    }
    const drawn = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line } }],
    } as DrawnReaches
    const one = buildRivers(boundaries.topology, drawn, [plan], chongqing.middle)
    expect(one.centrelines.features.map(({ properties: { id, method } }) => [id, method])).toEqual([['reach', 'drawn']])
    expect(one.areas.features).toHaveLength(1)
    expect(riverCorridors(one, [plan])[0]?.contains(line[Math.floor(line.length / 2)] ?? [])).toBe(true)
  })

  test('with a river that runs nowhere is refused by its name', async () => {
    const { boundaries } = await buildGeometry()
    expect(() => buildRivers(boundaries.topology, nothingDrawn, [plan], chongqing.middle)).toThrow(RiverError)
  })
})
