import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { addedLayerOf } from '../../../src/build/owners-layers'
import { configuredLayers, layerOrigins } from '../../../src/model/layer-settings'
import { parcelSetting } from '../../fixtures/parcels'

const read = (...rows: object[]) => configuredLayers(JSON.stringify(rows))
const archive = { url: 'https://tiles.test/parcels.pmtiles' }
const live = {
  ...{ id: 'xlive', kind: 'tiles', url: 'https://live.test:3000/parcels', hosts: ['https://*.cdn.test'] },
  ...{ encoding: 'mlt', refreshSeconds: 30, counts: 'https://tables.test/parcels.json', on: true, credit: '测绘院' },
}

describe('the setting of layers', () => {
  test('without it there is none, and no other host', () => {
    expect(configuredLayers(undefined)).toEqual([])
    expect(layerOrigins([])).toEqual([])
  })

  test('names layers of each kind, and only their hosts', () => {
    const layers = read(
      parcelSetting(archive),
      parcelSetting(live),
      parcelSetting({ id: 'xfile', kind: 'geojson', url: 'layers/a.geojson', geometry: ['point', 'line'] }),
      parcelSetting({ id: 'xplain', kind: 'tiles', url: 'tiles/{z}/{x}/{y}.pbf', maxZoom: 15 }),
    )
    expect(layerOrigins(layers)).toEqual([
      'https://*.cdn.test',
      'https://live.test:3000',
      'https://tables.test',
      'https://tiles.test',
    ])
    const added = layers.map(addedLayerOf)
    expect(added.map(({ id, defaultOn }) => `${id} ${defaultOn}`)).toEqual([
      ...['xparcels false', 'xlive true', 'xfile false', 'xplain false'],
    ])
    expect(added.map(({ source }) => source)).toEqual([
      { type: 'vector', url: 'pmtiles://https://tiles.test/parcels.pmtiles', promoteId: 'no' },
      {
        type: 'vector',
        url: 'https://live.test:3000/parcels',
        encoding: 'mlt',
        attribution: '测绘院',
        promoteId: 'no',
      },
      { type: 'geojson', data: 'layers/a.geojson', promoteId: 'no' },
      { type: 'vector', tiles: ['tiles/{z}/{x}/{y}.pbf'], minzoom: 11, maxzoom: 15, promoteId: 'no' },
    ])
    for (const { id, source, style } of added)
      expect(validateStyleMin({ version: 8, sources: { [id]: source }, layers: [...style] })).toEqual([])
    expect(added[0]?.legend.map(({ text }) => text.en)).toEqual([
      ...['Parcels · Homes', 'Parcels · Shops', 'Parcels · Works', 'Parcels · Greens'],
    ])
    expect(added[0]?.columns.map(({ filter }) => filter?.by)).toEqual([undefined, 'choice', 'range'])
    expect(added[0]?.key).toBe('no')
  })

  test.each([
    ['no list', '{}', /JSON 数组/],
    ['no JSON', '[', /不是 JSON/],
    ['an id that a link could take for one of ours', { id: 'rail' }, /第 1 项：id 应以 x 开头/],
    ['an unknown kind', { kind: 'wms' }, /kind 应为 geojson、pmtiles、tiles 之一，现为 "wms"/],
    ['no address', { url: '' }, /缺少 url/],
    ['an address that is none', { url: 'file:///a.pmtiles' }, /http\(s\)/],
    ['no layer in the tiles', { layer: undefined }, /缺少 layer/],
    ['no datum', { datum: undefined }, /datum/],
    ['a shifted datum', { datum: 'gcj02' }, /错开数百米/],
    ['a host known to be shifted', { url: 'https://a.amap.com/p.pmtiles' }, /gcj02/],
    ['a template for an archive', { url: 'https://tiles.test/{z}/{x}/{y}' }, /只用于 kind 为 tiles/],
    ['half a template', { kind: 'tiles', url: 'https://tiles.test/{z}/{x}' }, /三个都要有/],
    ['a host with a path', { hosts: ['https://a.test/b'] }, /来源/],
    ['a host that would end the policy', { hosts: ["https://a.test; script-src 'unsafe-eval'"] }, /来源/],
    ['a slip of the pen', { colour: '#ffffff' }, /不认识 colour/],
    ['a colour in words', { color: 'red' }, /color 应是 #rrggbb/],
    ['a choice among nothing', { columns: [{ field: 'a', title: '甲', filter: 'choice' }] }, /要写 choices/],
    ['a column without a title', { columns: [{ field: 'a' }] }, /columns 第 1 列：缺少 title/],
    ['a zoom that is none', { minZoom: '11' }, /minZoom 应是 0–16 的数/],
    ['too little patience', { refreshSeconds: 1 }, /refreshSeconds 应是 5–86400 的数/],
  ])('with %s it stops the build', (_, row, words) => {
    const text = typeof row === 'string' ? row : JSON.stringify([parcelSetting({ ...archive, ...row })])
    expect(() => configuredLayers(text)).toThrow(words)
  })

  test('with one id twice it stops the build', () => {
    expect(() => read(parcelSetting(archive), parcelSetting(archive))).toThrow(/第 2 项：id xparcels 与前面一项重复/)
  })
})
