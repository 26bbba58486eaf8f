import type { FeatureCollection, Geometry, LineString, Position } from 'geojson'
import { beforeAll, describe, expect, test } from 'vitest'
import { pointInPolygon } from '../../../../geo/base/point-in-polygon'
import type { RiverResult } from '../../../../geo/rivers/rivers'
import { buildGeometry, readJson } from '../built'

interface Drawn {
  name: string
  errorMeters: number
  river?: string
  ridge?: string
}

const shape = <G extends Geometry = LineString>(file: string) =>
  readJson(`../../../geo/shapes/${file}.geojson`) as FeatureCollection<G, Drawn>

const bridges = [...shape('bridges').features, ...shape('base-bridges').features]
const tunnels = shape('tunnels').features
const ridges = shape('ridges').features

let rivers: RiverResult

beforeAll(async () => {
  rivers = (await buildGeometry()).rivers
})

const inWater = (position: Position) => rivers.areas.features.some(({ geometry }) => pointInPolygon(position, geometry))

/** A point every hundredth of the way from the first end to the last. */
function along({ coordinates }: LineString): Position[] {
  const [from, to] = [coordinates[0], coordinates.at(-1)]
  if (!from || !to) throw new Error('a line without positions')
  const between = (share: number, axis: number) => (from[axis] ?? 0) + ((to[axis] ?? 0) - (from[axis] ?? 0)) * share
  return Array.from({ length: 101 }, (_, step) => [between(step / 100, 0), between(step / 100, 1)])
}

test('there are enough bridges to know the rivers by', () => {
  expect(bridges.length).toBeGreaterThanOrEqual(26)
})

describe.each(bridges.map((bridge) => [bridge.properties.name, bridge] as const))('%s', (_name, { geometry }) => {
  test('stands on both banks and crosses the water once', () => {
    const wet = along(geometry).map(inWater)
    expect([wet[0], wet.at(-1)]).toEqual([false, false])
    const landings = wet.filter((now, step) => now && !wet[step - 1])
    expect(landings).toHaveLength(1)
  })
})

test.each(tunnels.map((tunnel) => [tunnel.properties.name, tunnel] as const))(
  '%s crosses its ridge',
  (_name, tunnel) => {
    const ridge = ridges.find(({ id }) => id === tunnel.properties.ridge)
    if (!ridge) throw new Error(`no ridge ${tunnel.properties.ridge}`)
    expect(crosses(tunnel.geometry.coordinates, ridge.geometry.coordinates)).toBe(true)
  },
)

/** Whether any two segments of the lines have their ends on opposite sides of each other. */
function crosses(one: Position[], other: Position[]): boolean {
  const segments = (line: Position[]) => line.slice(1).map((end, index) => [line[index] ?? end, end] as const)
  const apart = (a: Position, b: Position, c: Position, d: Position) => side(a, b, c) * side(a, b, d) < 0
  return segments(one).some(([a, b]) => segments(other).some(([c, d]) => apart(a, b, c, d) && apart(c, d, a, b)))
}

function side([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
}

const drawn = ['ridges', 'rail', 'metro', 'roads', 'bridges', 'tunnels', 'trade', 'airport', 'urban', 'places']
const base = ['base-roads', 'base-rails', 'base-metro', 'base-bridges']

test.each([...drawn, ...base])('%s says how far it may be wrong, in at most five decimals', (file) => {
  const { features } = shape<Geometry>(file)
  expect(features.filter(({ properties }) => !(properties.errorMeters > 0))).toEqual([])
  expect(JSON.stringify(features.map(({ geometry }) => geometry))).not.toMatch(/\d\.\d{6}/)
})

test('ids of drawn lines are used once', () => {
  const ids = drawn.flatMap((file) => shape<Geometry>(file).features.flatMap(({ id }) => id ?? []))
  expect(ids.length).toBe(new Set(ids).size)
})
