import type { Feature, FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { featureChanges } from '../../../src/map/feature-changes'
import { sameFeatures } from '../../../src/map/same-features'

const line: Feature['geometry'] = {
  type: 'LineString',
  coordinates: [
    [106, 29],
    [107, 30],
  ],
}
const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })
const feature = (properties: Feature['properties'], geometry: Feature['geometry'] = line): Feature => ({
  type: 'Feature',
  properties,
  geometry,
})

describe('two collections would be drawn alike', () => {
  test('made again with the same values and geometries, lists among the values and points among the geometries', () => {
    const make = () => collection(feature({ id: 'a', offset8: [1, 2] }, { type: 'Point', coordinates: [106, 29] }))
    expect(sameFeatures(make(), make())).toBe(true)
    expect(sameFeatures(collection(), collection())).toBe(true)
  })

  test.each([
    ['one feature more', collection(feature({ id: 'a' })), collection(feature({ id: 'a' }), feature({ id: 'b' }))],
    ['another value', collection(feature({ id: 'a', size: 1 })), collection(feature({ id: 'a', size: 2 }))],
    ['a value more', collection(feature({ id: 'a' })), collection(feature({ id: 'a', own: true }))],
    ['another name for a value', collection(feature({ a: undefined })), collection(feature({ b: 1 }))],
    ['another list', collection(feature({ offset8: [1, 2] })), collection(feature({ offset8: [1, 3] }))],
    [
      'another place',
      collection(feature({}, { type: 'Point', coordinates: [106, 29] })),
      collection(feature({}, { type: 'Point', coordinates: [106, 30] })),
    ],
    ['another course', collection(feature({})), collection(feature({}, { ...line }))],
  ])('but not with %s', (_, one, other) => {
    expect(sameFeatures(one, other)).toBe(false)
  })
})

describe('what has changed of features', () => {
  const before = collection(feature({ id: 'a', lit: true, sort: 1 }), feature({ id: 'b' }), feature({ id: 'c' }))
  const [a, b] = before.features

  test('is nothing where they are the same', () => {
    const same = collection(feature({ id: 'a', sort: 1, lit: true }), ...before.features.slice(1))
    expect(featureChanges(before, same)).toEqual({ remove: [], add: [], update: [] })
  })

  test('is what goes, what comes, and the properties that differ, without a geometry that stays', () => {
    const moved = feature({ id: 'c' }, { ...line })
    const after = collection(feature({ id: 'a', sort: 2 }), moved, feature({ id: 'd' }))
    expect(featureChanges(before, after)).toEqual({
      remove: ['b'],
      add: [moved, feature({ id: 'd' })],
      update: [{ id: 'a', removeProperties: ['lit'], addOrUpdateProperties: [{ key: 'sort', value: 2 }] }],
    })
    expect(featureChanges(after, collection(...[a, b].flatMap((each) => each ?? []))).remove).toEqual(['c', 'd'])
  })
})
