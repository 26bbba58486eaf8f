import { describe, expect, test } from 'vitest'
import { layerKeys, missingKeys, packLayer } from '../../../data/steps/layer-archive'
import { parcels } from '../../fixtures/parcels'

const recipe = { layer: 'parcels', key: 'no', minZoom: 11, maxZoom: 14 }

describe('an archive of an owner’s layer', () => {
  test('holds every feature, and one that was left out is named', async () => {
    const all = parcels(2000)
    const keys = layerKeys(all, 'no')
    expect(await missingKeys(Buffer.from(packLayer(all, recipe)), keys, recipe)).toEqual([])
    const fewer = { ...all, features: all.features.filter(({ properties }) => properties.no !== 'P777') }
    expect(await missingKeys(packLayer(fewer, recipe), keys, recipe)).toEqual(['P777'])
    expect(await missingKeys(packLayer(all, { ...recipe, layer: 'other' }), keys, recipe)).toHaveLength(2000)
  })

  test('is not made where a key is missing or stands twice', () => {
    const all = parcels(3)
    const [first] = all.features
    if (!first) throw new Error('there are three')
    expect(() => layerKeys({ ...all, features: [...all.features, first] }, 'no')).toThrow(/第 4 个要素的 no 与前面重复/)
    expect(() => layerKeys(all, 'number')).toThrow(/第 1 个要素没有 number/)
  })
})
