import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { lengthKm } from '../../../geo/base/measure'
import { neighboursOf, secondOrderNeighboursOf } from '../../../geo/base/neighbours'
import { type Adjacency, adjacencies } from '../../../geo/boundaries/adjacency'
import { adjacencyFaults } from '../../../geo/boundaries/adjacency-check'
import type { BoundaryResult } from '../../../geo/boundaries/boundaries'
import { buildGeometry } from './built'

let boundaries: BoundaryResult
let list: Adjacency[]
let codes: Map<string, string>

beforeAll(async () => {
  const built = await buildGeometry()
  boundaries = built.boundaries
  list = built.adjacency
  codes = new Map(boundaries.districts.features.map(({ properties }) => [properties.name, properties.adcode]))
})

function code(name: string): string {
  const found = codes.get(name)
  if (found === undefined) throw new Error(`no district ${name}`)
  return found
}

function between(one: string, other: string): Adjacency | undefined {
  const [a, b] = [code(one), code(other)].sort()
  return list.find((pair) => pair.a === a && pair.b === b)
}

test('巴南 adjoins exactly the ten districts its plan counts', () => {
  const ten = ['南岸区', '江北区', '渝北区', '长寿区', '涪陵区', '南川区', '綦江区', '江津区', '大渡口区', '九龙坡区']
  expect(neighboursOf(list, code('巴南区'))).toEqual(ten.map(code).sort())
})

test.each([
  ['渝中区', ['江北区', '南岸区', '沙坪坝区', '九龙坡区']],
  ['大渡口区', ['九龙坡区', '巴南区', '江津区']],
  ['北碚区', ['渝北区', '沙坪坝区', '合川区', '璧山区']],
])('%s adjoins %j', (name, neighbours) => {
  expect(neighboursOf(list, code(name))).toEqual(neighbours.map(code).sort())
})

describe('against Turf, which knows the polygons only', () => {
  const pairOf = (one: string, other: string) => {
    const found = between(one, other)
    if (found === undefined) throw new Error(`${one} and ${other} are no neighbours`)
    return found
  }

  test('the neighbours and the lengths of their borders are the same', () => {
    expect(list.length).toBeGreaterThan(80)
    expect(adjacencyFaults(boundaries.districts, list)).toEqual([])
  })

  test.each([
    ['渝中区', '南岸区'],
    ['合川区', '潼南区'],
  ])('a pair left out is found: %s, %s', (one, other) => {
    const pair = pairOf(one, other)
    const faults = adjacencyFaults(
      boundaries.districts,
      list.filter((each) => each !== pair),
    )
    expect(faults).toEqual([{ names: [one, other], sharedKm: 0, turfKm: expect.closeTo(pair.sharedKm, 1) }])
  })

  test('a pair too many and a border too long are found', () => {
    const pair = pairOf('渝中区', '南岸区')
    const apart = { ...pair, ...ordered(code('北碚区'), code('南岸区')) }
    expect(adjacencyFaults(boundaries.districts, [...list, apart])).toEqual([
      { names: ['南岸区', '北碚区'], sharedKm: pair.sharedKm, turfKm: 0 },
    ])
    const longer = list.map((each) => (each === pair ? { ...each, sharedKm: each.sharedKm * 1.02 } : each))
    expect(adjacencyFaults(boundaries.districts, longer)).toEqual([
      { names: ['渝中区', '南岸区'], sharedKm: pair.sharedKm * 1.02, turfKm: expect.closeTo(pair.sharedKm, 1) },
    ])
  })

  const ordered = (one: string, other: string) => ({ a: one < other ? one : other, b: one < other ? other : one })
})

describe('for any two districts', () => {
  test('being neighbours is symmetric and nobody is its own', () => {
    const district = fc.constantFrom(...codes.values())
    fc.assert(
      fc.property(district, district, (a, b) => {
        expect(neighboursOf(list, a).includes(b)).toBe(neighboursOf(list, b).includes(a))
        expect(neighboursOf(list, a)).not.toContain(a)
      }),
    )
  })

  test('neighbours of the second order are never of the first, and symmetric', () => {
    const district = fc.constantFrom(...codes.values())
    fc.assert(
      fc.property(district, district, (a, b) => {
        const second = secondOrderNeighboursOf(list, a)
        expect(second).not.toContain(a)
        expect(second.filter((other) => neighboursOf(list, a).includes(other))).toEqual([])
        expect(second.includes(b)).toBe(secondOrderNeighboursOf(list, b).includes(a))
      }),
    )
  })
})

test('pairs are in order and none is listed twice', () => {
  const keys = list.map(({ a, b }) => `${a} ${b}`)
  expect(keys).toEqual([...new Set(keys)].sort())
  for (const { a, b } of list) expect(a < b).toBe(true)
})

test('the shared borders of a landlocked-in-the-city district add up to its outline', () => {
  const yuzhong = boundaries.districts.features.find(({ properties }) => properties.name === '渝中区')
  const shared = list
    .filter(({ a, b }) => [a, b].includes(code('渝中区')))
    .reduce((sum, { sharedKm }) => sum + sharedKm, 0)
  expect(yuzhong && lengthKm(yuzhong.geometry)).toBeCloseTo(shared, 1)
})

describe('across the river or by land', () => {
  test.each([
    ['渝中区', '南岸区', '长江'],
    ['渝中区', '江北区', '嘉陵江'],
    ['江北区', '南岸区', '长江'],
    ['大渡口区', '巴南区', '长江'],
    ['渝北区', '巴南区', '长江'],
    ['沙坪坝区', '渝北区', '嘉陵江'],
  ])('%s and %s face each other across the %s', (one, other, river) => {
    expect(between(one, other)).toMatchObject({ alongRiver: true, riverName: river })
  })

  test.each([
    ['南岸区', '巴南区'],
    ['江北区', '渝北区'],
    ['九龙坡区', '沙坪坝区'],
    ['北碚区', '渝北区'],
    ['九龙坡区', '江津区'],
  ])('%s and %s meet on land for the greater part', (one, other) => {
    expect(between(one, other)).toMatchObject({ alongRiver: false })
  })

  test('without rivers every border is land', () => {
    expect(adjacencies(boundaries.topology).every(({ alongRiver }) => !alongRiver)).toBe(true)
  })
})
