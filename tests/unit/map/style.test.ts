import { readdirSync } from 'node:fs'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { palettes } from '../../../data/palette'
import { featureKinds, subkinds } from '../../../data/schema-ids'
import { featureClasses, iconOf, smallSigns } from '../../../src/map/feature-class'
import { shownEntries, shownSigns } from '../../../src/map/legend/entries'
import { styleChanges } from '../../../src/map/style/difference'
import { analysisLayers, analysisSource } from '../../../src/map/style/layers/analysis'
import { relationLines, relationNames } from '../../../src/map/style/layers/relations'
import { boldFont, regularFont } from '../../../src/map/style/parts'
import { firstStyle, mapLayers, mapStyle, styleLayers } from '../../../src/map/style/style'
import { legendGroups } from '../../../src/model/legend'
import { message, messageKey } from '../../../src/model/messages'

const languages = ['zh-CN', 'en'] as const
const sources = { basemap: 'pmtiles://base', districts: 'pmtiles://own', sprite: 'https://example.test/sprite' }
const every = Object.values(palettes).flatMap((palette) => languages.map((language) => ({ palette, language })))

describe('the style', () => {
  it.each(every)('is valid in the $palette.name palette in $language', ({ palette, language }) => {
    const style = mapStyle(palette, language, sources)
    // Texts are drawn locally, so there is no glyphs address; the rule that asks for one is the only one let off.
    const source = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
    style.sources = { ...style.sources, relations: source, 'relation-names': source, [analysisSource]: source }
    const links = [...relationLines(palette), ...relationNames(palette, language)]
    style.layers = [...style.layers, ...links.map(({ layer }) => layer), ...analysisLayers(palette)]
    const errors = validateStyleMin({ ...style, glyphs: 'https://example.test/{fontstack}/{range}' })
    expect(errors.map((error) => error.message)).toEqual([])
  })

  it('names every layer once, starts with few of them and asks for no glyphs', () => {
    const ids = styleLayers(palettes.light, 'zh-CN').map((layer) => layer.id)
    expect(new Set(ids).size).toBe(ids.length)
    // What comes after the first frame costs it nothing.
    const style = mapStyle(palettes.light, 'zh-CN', sources)
    expect(firstStyle(style).layers.length).toBeLessThanOrEqual(40)
    expect(ids.length).toBeLessThanOrEqual(100)
    expect(style.glyphs).toBeUndefined()
  })

  it('writes every text in one of the two fonts of the map: the engine has one of its own where none is named', () => {
    const layers = [
      ...styleLayers(palettes.light, 'zh-CN'),
      ...relationNames(palettes.light, 'zh-CN').map((l) => l.layer),
    ]
    const texts = layers.filter((layer) => layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined)
    expect(texts.length).toBeGreaterThan(12)
    for (const { id, layout } of texts)
      expect([regularFont, boldFont], id).toContainEqual((layout as { 'text-font'?: string[] })['text-font'])
  })

  it('has the same layers in every palette and language, so that one can become the other', () => {
    const before = styleLayers(palettes.light, 'zh-CN')
    for (const { palette, language } of every) {
      const after = styleLayers(palette, language)
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    }
    expect(styleChanges(before, styleLayers(palettes.light, 'zh-CN'))).toEqual([])
    expect(styleChanges(before, styleLayers(palettes.dark, 'zh-CN')).length).toBeGreaterThan(40)
    const filters = styleChanges(before, styleLayers(palettes.light, 'en')).filter(({ kind }) => kind === 'filter')
    expect(filters.map(({ layer }) => layer)).toEqual(['label-neighbours', 'label-districts'])
  })

  it('changes nothing for a layer that comes or goes: it is put and taken as a whole', () => {
    const layers = styleLayers(palettes.light, 'zh-CN')
    const [first, ...others] = styleLayers(palettes.dark, 'zh-CN')
    const withoutFirst = styleChanges(layers.slice(1), [first, ...others] as typeof layers)
    expect(withoutFirst).toEqual(styleChanges(layers.slice(1), others))
    expect(withoutFirst.length).toBeGreaterThan(40)
    expect(styleChanges(layers, others)).toEqual(withoutFirst)
  })

  it('stands district names above all that gives way to them and under the dots, and never hides either', () => {
    const layers = styleLayers(palettes.light, 'zh-CN')
    const at = (id: string) => layers.findIndex((layer) => layer.id === id)
    for (const id of ['point-names', 'label-boards', 'label-zones', 'label-rail', 'label-rivers'])
      expect(at('label-districts'), id).toBeGreaterThan(at(id))
    const names = layers[at('label-districts')]
    expect(names?.type === 'symbol' && names.layout?.['text-allow-overlap']).toBe(true)
    const dots = layers[at('points')]
    expect(at('points')).toBeGreaterThan(at('label-districts'))
    expect(dots?.type === 'symbol' && dots.layout?.['icon-allow-overlap']).toBe(true)
  })
})

describe('the legend', () => {
  const layers = [...mapLayers(palettes.light, 'zh-CN'), ...relationLines(palettes.light)]
  const entries = layers.flatMap(({ legend = [] }) => legend)
  const shown = (...rendered: { layer: string; values: object }[]) =>
    shownEntries(layers, rendered as never).map(({ messageKey }) => messageKey)

  it('has a text in both languages and a known group for every entry', () => {
    for (const { messageKey, group } of entries) {
      for (const language of languages) expect(message(language, messageKey)).not.toBe('')
      expect(legendGroups).toContain(group)
      for (const language of languages) expect(message(language, `legend.group.${group}`)).not.toBe('')
    }
  })

  it.each(['rail', 'metro', 'road', 'bridge', 'tunnel', 'area', 'board'])('explains what is drawn as %s', (kind) => {
    expect(entries.map(({ where }) => where?.class)).toContain(kind)
  })

  it('speaks only of classes there are', () => {
    for (const { where } of entries)
      if (where?.class) expect(featureClasses as readonly (string | boolean)[]).toContain(where.class)
  })

  it('says what is on the screen and nothing else', () => {
    expect(shown()).toEqual([])
    expect(shown({ layer: 'rail', values: { class: 'rail', status: 'planned' } })).toEqual(['legend.railPlanned'])
    expect(shown({ layer: 'districts-outline', values: { adcode: '500112', selected: false } })).toEqual([])
    expect(shown({ layer: 'districts-outline', values: { adcode: '500112', selected: true } })).toEqual([
      'legend.selected',
    ])
    const road = { layer: 'road', values: { class: 'road', status: 'built' } }
    expect(shown(road, road)).toEqual(['legend.road'])
  })

  it('shows the signs and the theme colours of the points on the screen, settlements as dots of their theme', () => {
    const point = (icon: string, theme: string, layer = 'points') => ({ layer, values: { icon, theme } })
    const rendered = [
      point('port', 'op'),
      point('airport', 'in'),
      point('town', 'ru'),
      point('village', 'ru'),
      point('spring', 'cu', 'label-rail'),
    ]
    expect(shownSigns(rendered, ['points'])).toEqual({ icons: ['airport', 'port'], themes: ['in', 'op', 'ru'] })
  })
})

describe('icons', () => {
  const drawn = new Set(readdirSync('data/icons').map((file) => file.replace('.svg', '')))
  it('are drawn for every kind and subkind', () => {
    for (const kind of featureKinds) {
      expect(drawn, kind).toContain(iconOf({ kind }))
      for (const subkind of subkinds) expect(drawn, `${kind} ${subkind}`).toContain(iconOf({ kind, subkind }))
    }
  })

  it('have a name in the legend', () => {
    const icons = featureKinds.flatMap((kind) => subkinds.map((subkind) => iconOf({ kind, subkind })))
    for (const icon of new Set(icons)) {
      if (smallSigns.has(icon)) continue
      for (const language of languages) expect(message(language, messageKey(`legend.sign.${icon}`))).not.toBe('')
    }
  })
})
