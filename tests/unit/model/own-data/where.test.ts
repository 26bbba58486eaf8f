import type { Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { OwnRow } from '../../../../src/model/own-data/own-table'
import { districtsOfRows, rowTest } from '../../../../src/model/own-data/where'
import { indexRecord } from '../../../../src/model/record'
import { pointAt } from '../../../fixtures/own-table'
import { chongqingPage } from '../../../fixtures/region'
import { feature, smallRecord } from '../../../fixtures/small-record'

const square = (west: number, south: number, side = 0.1): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
})
const lineAt = (...coordinates: [number, number][]): Geometry => ({ type: 'LineString', coordinates })

const [first = '', second = ''] = chongqingPage.centralDistricts
const small = smallRecord({
  features: [
    { ...feature('metro'), geometry: lineAt([106.5, 29.5], [106.6, 29.6]) },
    { ...feature('port'), geometry: pointAt(106.55, 29.5) },
    feature('nowhere'),
  ],
})
const record = indexRecord(
  {
    ...small,
    features: small.features.map((each) => {
      if (each.properties.id === first) return { ...each, geometry: square(106.5, 29.5) }
      return each.properties.id === second ? { ...each, geometry: square(106.6, 29.5) } : each
    }),
  },
  chongqingPage,
)
const row = (geometry: Geometry | null, match?: OwnRow['match']): OwnRow => ({
  ...{ row: 2, values: [], geometry },
  ...(match && { match }),
})
const answers = (relation: 'in' | 'near' | 'across', id: string, radiusMeters = 0) => {
  const made = rowTest(record, { relation, feature: id, radiusMeters })
  if (typeof made === 'string') throw new Error(made)
  return (geometry: Geometry | null, match?: OwnRow['match']) => made(row(geometry, match))
}

describe('which rows lie', () => {
  test('in an area: all of them, or by the name of the district', () => {
    const isIn = answers('in', first)
    expect(isIn(pointAt(106.55, 29.55))).toBe(true)
    expect(isIn(pointAt(106.65, 29.55))).toBe(false)
    expect(isIn(lineAt([106.51, 29.51], [106.59, 29.51]))).toBe(true)
    expect(isIn(lineAt([106.51, 29.51], [106.65, 29.51]))).toBe(false)
    expect(isIn(null)).toBe(false)
    expect(isIn(null, { id: first, how: 'district', score: 1 })).toBe(true)
    expect(isIn(null, { id: second, how: 'district', score: 1 })).toBe(false)
  })

  test('near a feature: by the shortest distance', () => {
    // 0.01° of longitude are 967 m here.
    expect(answers('near', 'port', 1000)(pointAt(106.56, 29.5))).toBe(true)
    expect(answers('near', 'port', 900)(pointAt(106.56, 29.5))).toBe(false)
    expect(answers('near', 'port', 900)(square(106.551, 29.5))).toBe(true)
    expect(answers('near', 'port', 900)(null)).toBe(false)
  })

  test('across a feature: what touches it', () => {
    const isAcross = answers('across', 'metro')
    expect(isAcross(lineAt([106.5, 29.6], [106.6, 29.5]))).toBe(true)
    expect(isAcross(square(106.52, 29.52, 0.01))).toBe(true)
    expect(isAcross(square(106.58, 29.51, 0.01))).toBe(false)
  })

  test('nowhere is said: no place, or no area to be in', () => {
    expect(rowTest(record, { relation: 'near', feature: 'nowhere', radiusMeters: 1 })).toBe('noPlace')
    expect(rowTest(record, { relation: 'in', feature: 'port', radiusMeters: 1 })).toBe('noArea')
  })

  test('in which districts: by a point, by all that is touched, or by name', () => {
    const districtsOf = districtsOfRows(record)
    expect(districtsOf(row(pointAt(106.55, 29.55)))).toEqual([first])
    expect(districtsOf(row(lineAt([106.55, 29.55], [106.65, 29.55])))).toEqual([first, second])
    expect(districtsOf(row(pointAt(100, 20)))).toEqual([])
    expect(districtsOf(row(null, { id: second, how: 'district', score: 0.9 }))).toEqual([second])
    expect(districtsOf(row(null))).toEqual([])
  })
})
