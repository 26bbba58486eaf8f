import { featureFilter, type LayerSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { palettes } from '../../../data/palette'
import type { EngineMap } from '../../../src/map/engine'
import { featureClasses, groupOfClass } from '../../../src/map/feature-class'
import { restyle, showSource } from '../../../src/map/source-layers'
import { styleChanges } from '../../../src/map/style/difference'
import { relationLines, relationNames } from '../../../src/map/style/layers/relations'
import { shapesSource } from '../../../src/map/style/parts'
import { isOwnBasemap, shownLayers, times } from '../../../src/map/style/shown'
import { firstStyle, mapLayers, mapStyle, styleLayers } from '../../../src/map/style/style'
import { type AddedLayer, changedLayers, layerTitle, opacityOf, ownLayers, withLayer } from '../../../src/model/layers'
import { message } from '../../../src/model/messages'

const palette = palettes.light
const relations = [...relationLines(palette), ...relationNames(palette, 'zh-CN')]
const everything = [...mapLayers(palette, 'zh-CN'), ...relations]
const plain = styleLayers(palette, 'zh-CN')
const shown = (...layers: [id: string, opacity: number][]) =>
  styleLayers(palette, 'zh-CN', { layers: layers.map(([id, opacity]) => ({ id, opacity })) })
const recordSources = ['record', shapesSource]
const sourceLayer = (layer: LayerSpecification) => ('source-layer' in layer ? layer['source-layer'] : undefined)
const isHidden = ({ layout }: LayerSpecification) => layout?.visibility === 'none'

describe('the groups of layers', () => {
  it.each(ownLayers)('$id has layers, and a name in both languages', ({ id }) => {
    expect(everything.filter(({ group }) => group === id).length).toBeGreaterThan(0)
    for (const language of ['zh-CN', 'en'] as const) expect(message(language, `layers.group.${id}`)).not.toBe('')
    expect(id).toMatch(/^[a-z0-9]{2,16}$/)
  })

  it('hold their ids for ever', () => {
    expect(ownLayers.map(({ id }) => id).sort()).toEqual(
      // Links name them: this list is only ever added to.
      [
        'areas',
        'boards',
        'counts',
        'metro',
        'network',
        'points',
        'rail',
        'relations',
        'relief',
        'road',
        'routes',
        'urban',
      ],
    )
  })

  it.each(featureClasses)('take in every layer that draws a %s of the record, or none', (kind) => {
    const draws = ({ layer }: { layer: LayerSpecification }) =>
      'source' in layer &&
      recordSources.includes(layer.source) &&
      [true, false].some((schematic) => {
        const { filter } = featureFilter(layer.filter, 'filter')
        const properties = { class: kind, schematic, from: 0, status: 'built' }
        return filter({ zoom: 13 }, { type: 2, properties })
      })
    const groups = new Set(everything.filter(draws).map(({ group }) => group))
    for (const group of groups) expect(group).toBe(groupOfClass[kind])
    if (groupOfClass[kind]) expect(groups.size).toBe(1)
  })

  it('take in the relief, land use and network of the basemap whole; a runway goes with its airport', () => {
    const groupOf = { slopes: 'relief', hachures: 'relief', ridges: 'relief', landuse: 'urban', roads: 'network' }
    for (const { layer, group } of everything) {
      const expected = groupOf[sourceLayer(layer) as keyof typeof groupOf]
      if (expected) expect(group, layer.id).toBe(layer.id === 'runways' ? 'urban' : expected)
    }
  })

  it('leave borders, names of districts and places, water, selection and focus alone', () => {
    const always =
      /^(background|earth|districts|border|water|streams|areas-water|focus|member|plates|label-(districts|neighbours|places|rivers|streams)|schematic-.*-stream|year-marks-nature)/
    const alone = everything.filter(({ group }) => group === undefined).map(({ layer }) => layer.id)
    expect(alone).toEqual(everything.map(({ layer }) => layer.id).filter((id) => always.test(id)))
  })
})

describe('an opacity times a number', () => {
  it.each<[unknown, unknown]>([
    [1, 0.3],
    [0.35, 0.105],
    [
      ['interpolate', ['linear'], ['zoom'], 9, 0.5, 11, 1],
      ['interpolate', ['linear'], ['zoom'], 9, 0.15, 11, 0.3],
    ],
    [
      ['step', ['zoom'], 0, 9, 0.5, 11, ['get', 'x']],
      ['step', ['zoom'], 0, 9, 0.15, 11, ['*', 0.3, ['get', 'x']]],
    ],
    [
      ['interpolate', ['linear'], ['zoom'], 9, ['case', ['get', 'a'], 0, 0.9], 10, 0],
      ['interpolate', ['linear'], ['zoom'], 9, ['*', 0.3, ['case', ['get', 'a'], 0, 0.9]], 10, 0],
    ],
    [
      ['case', ['get', 'a'], 1, 0],
      ['*', 0.3, ['case', ['get', 'a'], 1, 0]],
    ],
  ])('%j becomes %j', (value, expected) => {
    expect(times(value, 0.3)).toEqual(expected)
  })
})

describe('a view’s layers', () => {
  it('are the style itself while none is set', () => {
    expect(shown()).toEqual(plain)
    expect(shown(['nosuch', 0])).toEqual(plain)
  })

  it('are hidden at 0, and come back as they were', () => {
    const off = shown(['relief', 0])
    expect(off.filter(isHidden).map(({ id }) => id)).toEqual([
      'slopes-lit',
      'slopes-shade',
      'hachures-lit',
      'hachures-shade',
      'label-ridges',
    ])
    const changes = styleChanges(plain, off)
    expect(changes.every(({ kind, value }) => kind === 'layout' && value === 'none')).toBe(true)
    expect(styleChanges(off, plain).map(({ value }) => value)).toEqual(changes.map(() => undefined))
  })

  it('change in between by their opacity alone, signs and names alike', () => {
    const changes = styleChanges(plain, shown(['points', 0.5]))
    expect(changes.map((change) => `${change.layer} ${'property' in change ? change.property : ''}`)).toEqual([
      'point-names text-opacity',
      'point-names icon-opacity',
      'points icon-opacity',
      'points text-opacity',
      'year-marks icon-opacity',
      'year-marks text-opacity',
    ])
  })

  it.each(['zh-CN', 'en'] as const)('are a valid style in %s, each paler and over another basemap', (language) => {
    const layers = ownLayers.map(({ id }, at) => ({ id, opacity: ((at % 9) + 1) / 10 }))
    const all = { layers, foreignBasemap: true }
    const sources = { basemap: 'pmtiles://base', districts: 'pmtiles://own', sprite: 'https://example.test/sprite' }
    for (const shownNow of [{ layers }, all]) {
      const style = mapStyle(palettes.dark, language, sources, shownNow)
      const source = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
      style.sources = { ...style.sources, relations: source, 'relation-names': source }
      style.layers = [...style.layers, ...shownLayers(relations, shownNow)]
      const errors = validateStyleMin({ ...style, glyphs: 'https://example.test/{fontstack}/{range}' })
      expect(errors.map((error) => error.message)).toEqual([])
    }
  })
})

describe('another basemap', () => {
  const over = styleLayers(palette, 'zh-CN', { foreignBasemap: true, layers: [{ id: 'rail', opacity: 0 }] })
  it('hides our own, whatever the reader has set, and adds nothing to what the reader has hidden', () => {
    const hidden = over.filter(isHidden).map(({ id }) => id)
    const own = plain.filter(isOwnBasemap).map(({ id }) => id)
    expect(hidden.filter((id) => !own.includes(id)).every((id) => /rail/.test(id))).toBe(true)
    for (const id of own) expect(hidden).toContain(id)
  })

  it('is seen through the districts, which still answer to the pointer', () => {
    const districts = over.find(({ id }) => id === 'districts')
    expect(districts && isHidden(districts)).toBe(false)
    expect(districts?.paint).toMatchObject({ 'fill-opacity': ['case', expect.anything(), 0.25, 0] })
  })
})

/** What the engine would hold of the style. */
function fakeMap(layers: readonly LayerSpecification[]) {
  const held = new Map<string, { source?: string; visibility?: unknown }>(
    layers.map((layer) => [
      layer.id,
      { source: 'source' in layer ? layer.source : undefined, visibility: layer.layout?.visibility },
    ]),
  )
  return {
    getLayersOrder: () => [...held.keys()],
    getLayer: (id: string) => held.get(id),
    getLayoutProperty: (id: string, property: 'visibility') => held.get(id)?.[property],
    setLayoutProperty: (id: string, property: string, value: unknown) =>
      Object.assign(held.get(id) ?? {}, { [property]: value }),
    setPaintProperty: () => {},
    visible: () => [...held].filter(([, { visibility }]) => visibility !== 'none').map(([id]) => id),
  }
}

describe('what is on the map', () => {
  const ofRecord = (layers: readonly LayerSpecification[]) =>
    layers.filter((layer) => 'source' in layer && recordSources.includes(layer.source))
  const off = ofRecord(shown(['points', 0]))

  it('keeps a group off when its source comes and goes', () => {
    const map = fakeMap(off)
    const engine = map as unknown as EngineMap
    const show = (shown: boolean) => {
      for (const source of recordSources) showSource(engine, source, shown, () => off)
    }
    show(false)
    expect(map.visible()).toEqual([])
    show(true)
    expect(map.visible()).toContain('rail')
    expect(map.visible().filter((id) => id.startsWith('point'))).toEqual([])
  })

  it('gets it back with the next look', () => {
    const map = fakeMap(off)
    restyle(map as unknown as EngineMap, off, ofRecord(plain))
    expect(map.visible()).toHaveLength(off.length)
  })
})

describe('a layer that was added', () => {
  const parcels: AddedLayer = {
    id: 'xparcels',
    of: 'added',
    title: { 'zh-CN': '地块', en: 'Parcels' },
    source: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    style: [{ id: 'xparcels-fill', type: 'fill', source: 'xparcels', paint: { 'fill-color': '#336699' } }],
    legend: [{ text: { 'zh-CN': '地块', en: 'Parcels' }, color: '#336699', geometry: 'area' }],
    columns: [{ name: 'no', title: { 'zh-CN': '编号', en: 'No.' } }],
    fields: ['no'],
    identify: true,
    defaultOn: false,
  }
  const definitions = [...ownLayers, parcels]
  const drawn = (states: Parameters<typeof opacityOf>[0]) =>
    mapStyle(
      palette,
      'zh-CN',
      { basemap: 'b', districts: 'd', sprite: 'http://host/s' },
      { layers: states, definitions },
    )
  const fill = (states: Parameters<typeof opacityOf>[0]) =>
    drawn(states).layers.find(({ id }) => id === 'xparcels-fill') as LayerSpecification

  it('is off until the link says on, and needs no entry when it is off', () => {
    expect(isHidden(fill([]))).toBe(true)
    const on = withLayer([], 'xparcels', 1, definitions)
    expect(on).toEqual([{ id: 'xparcels', opacity: 1 }])
    expect(isHidden(fill(on))).toBe(false)
    expect(changedLayers(on, definitions)).toEqual(on)
    expect(withLayer(on, 'xparcels', 0, definitions)).toEqual([])
  })

  it('stands in the style under the names, and has its own title; its source comes with it', () => {
    const style = drawn(withLayer([], 'xparcels', 1, definitions))
    expect(style.sources).not.toHaveProperty('xparcels')
    expect(validateStyleMin({ ...style, sources: { ...style.sources, xparcels: parcels.source } })).toEqual([])
    expect(firstStyle(style).layers.map(({ id }) => id)).not.toContain('xparcels-fill')
    const ids = style.layers.map(({ id }) => id)
    expect(ids.indexOf('xparcels-fill')).toBeLessThan(ids.indexOf('label-highway'))
    expect(layerTitle(parcels, 'en')).toBe('Parcels')
  })

  it('leaves ours as they are', () => {
    expect(opacityOf([], 'rail', definitions)).toBe(1)
    expect(styleLayers(palette, 'zh-CN', { definitions }).filter(({ id }) => id !== 'xparcels-fill')).toEqual(plain)
  })
})
