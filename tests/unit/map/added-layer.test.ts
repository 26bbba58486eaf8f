import { featureFilter, type LayerSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { filteredLayer } from '../../../src/map/style/layer-filters'
import { addedStyle } from '../../../src/map/style/layers/added-layer'
import { addedLegend, type LayerFilter, toldColumns, withLayerFilter } from '../../../src/model/added-layers'
import { defaultView } from '../../../src/model/view'
import { decodeValue, encodeView } from '../../../src/state/link'

const text = (chinese: string, english: string) => ({ 'zh-CN': chinese, en: english })
const look = {
  geometries: ['area', 'line', 'point'] as const,
  color: '#888888',
  classes: { column: 'use', values: [{ value: 'R2', text: text('居住', 'Homes'), color: '#d8b25c' }] },
}

/** Whether a layer of the style draws a feature with these properties. */
function draws(layer: LayerSpecification, properties: { [column: string]: unknown }): boolean {
  const { filter } = featureFilter('filter' in layer ? layer.filter : undefined, 'layers[0].filter')
  return filter({ zoom: 14 } as never, { type: 3, properties } as never)
}

describe('an added layer', () => {
  test('is a valid style for every geometry it holds, and nothing for the others', () => {
    const layers = addedStyle({ id: 'xlots', sourceLayer: 'lots', minZoom: 11 }, look)
    expect(layers.map(({ id }) => id)).toEqual(['xlots-fill', 'xlots-edge', 'xlots-line', 'xlots-point'])
    const sources = { xlots: { type: 'vector' as const, url: 'https://tiles.test/lots' } }
    expect(validateStyleMin({ version: 8, sources, layers })).toEqual([])
    const points = addedStyle({ id: 'xlots' }, { geometries: ['point'], color: '#888888' })
    expect(points.map(({ id }) => id)).toEqual(['xlots-point'])
  })

  test('says a line of legend a class, or its title', () => {
    expect(addedLegend(text('地块', 'Lots'), look).map((line) => line.text['zh-CN'])).toEqual(['地块 · 居住'])
    expect(addedLegend(text('地块', 'Lots'), { geometries: ['line'], color: '#888888' })).toEqual([
      { text: text('地块', 'Lots'), color: '#888888', geometry: 'line' },
    ])
  })

  test('tells the columns that have a value, by the words of their choices', () => {
    const columns = [
      { name: 'no', title: text('编号', 'No.') },
      {
        ...{ name: 'use', title: text('用途', 'Use') },
        filter: { by: 'choice' as const, values: [{ value: 'R2', text: text('居住', 'Homes') }] },
      },
      { name: 'area', title: text('面积', 'Area') },
    ]
    const told = toldColumns(columns, { no: '', use: 'R2', area: 12345.5, other: 1 }, 'zh-CN')
    expect(told.map(({ title, text: value }) => `${title} ${value}`)).toEqual(['用途 居住', '面积 12,345.5'])
  })
})

describe('a filter of an added layer', () => {
  const [fill] = addedStyle({ id: 'xlots' }, look) as [LayerSpecification]
  const only = (...filters: LayerFilter[]) => filteredLayer(fill, filters)

  test('lets pass what has one of the values, be they numbers or text in the tiles', () => {
    const layer = only({ layer: 'xlots', column: 'use', values: ['R2', '7'] })
    expect([{ use: 'R2' }, { use: 7 }, { use: 'C1' }, {}].map((each) => draws(layer, each))).toEqual([
      ...[true, true, false, false],
    ])
  })

  test('lets pass what lies between two numbers; a missing one lies nowhere', () => {
    const layer = only({ layer: 'xlots', column: 'area', from: 0, to: 10 })
    expect([{ area: 0 }, { area: 10 }, { area: 10.1 }, { area: '5' }, {}].map((each) => draws(layer, each))).toEqual([
      ...[true, true, false, true, false],
    ])
  })

  test('touches no other layer, and is gone when it lets everything pass', () => {
    expect(only({ layer: 'xroads', column: 'use', values: ['R2'] })).toBe(fill)
    const one = withLayerFilter([], { layer: 'xlots', column: 'use', values: ['R2'] })
    expect(one).toHaveLength(1)
    expect(withLayerFilter(one, { layer: 'xlots', column: 'use', values: [] })).toBeUndefined()
  })

  test('stands in the link, whatever its script; a damaged one costs only itself', () => {
    const layerFilters = [{ layer: 'xlots', column: '用途', values: ['居住'], from: 1.5 }]
    const view = { ...defaultView(themeIds), layers: [{ id: 'xlots', opacity: 1 }], layerFilters }
    const link = encodeView(view, '2026-11-30')
    expect(link).toMatch(/~l\.xlots-10~n\.xlots-c[0-9a-f]+-v[0-9a-f]+-f312e35~/)
    expect(decodeValue(link).view).toEqual(view)
    const { view: rest, unread } = decodeValue(link.replace(/~n\.[^~]+/, '~n.xlots-cZZ-v1'))
    expect(unread).toEqual(['n.xlots-czz-v1'])
    expect(rest.layers).toEqual(view.layers)
  })
})
