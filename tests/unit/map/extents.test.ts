import { describe, expect, test } from 'vitest'
import { palettes } from '../../../data/palette'
import { themeIds } from '../../../data/schema-ids'
import { shownExtents } from '../../../src/map/extent-features'
import { paler } from '../../../src/map/style/parts'
import { mapLayers } from '../../../src/map/style/style'
import { defaultView } from '../../../src/model/view'
import { builtRecord } from '../model/built-record'

const { record } = await builtRecord()
const all = defaultView(themeIds)
const shown = (themes: typeof all.themes) => shownExtents(record, { ...all, themes }).features

describe('extents on the map', () => {
  test('are those of features with a position; all districts together have their borders', () => {
    const ids = shown(all.themes).map(({ properties }) => properties.id)
    expect(ids).toHaveLength(record.extents.length - 1)
    expect(ids).not.toContain('zxcq')
    for (const id of ids) expect(record.featureById.get(id)?.properties.subkind, id).not.toBe('board')
  })

  test('go with their features when a theme is off', () => {
    const alone = shown(['ec']).map(({ properties }) => properties)
    expect(alone.map(({ id }) => id)).toContain('tlsksgy')
    expect(alone.length).toBeLessThan(shown(all.themes).length)
    for (const { theme, id } of alone) expect(theme, id).toBe('ec')
  })

  test('are filled only where they are small, so that districts can be clicked within the others', () => {
    const small = shown(all.themes).filter(({ properties }) => properties.small)
    expect(small.length).toBeGreaterThan(3)
    for (const { properties } of small) expect(record.extentById.get(properties.id)?.properties.areaKm2).toBeLessThan(5)
  })

  test('of stated area are dashed, and say so in the legend; nothing is drawn below zoom 9', () => {
    const layers = mapLayers(palettes.light, 'zh-CN').filter(
      ({ layer }) => 'source' in layer && layer.source === 'extents',
    )
    expect(layers.map(({ group }) => group)).toEqual(['areas', 'areas', 'areas'])
    for (const { layer } of layers) expect(layer.minzoom).toBeGreaterThanOrEqual(9)
    const dashed = layers.filter(({ layer: { paint } }) => paint && 'line-dasharray' in paint)
    expect(dashed.map(({ legend }) => legend?.map(({ messageKey }) => messageKey))).toEqual([
      ['legend.extent.stated-area'],
    ])
  })

  test('have an edge in the legend as pale as on the map', () => {
    expect(paler('#ffffff', '#000000', 0.5)).toBe('#808080')
    expect(paler('#102030', '#ffffff', 1)).toBe('#102030')
    expect(paler('#102030', '#0a0b0c', 0)).toBe('#0a0b0c')
  })
})
