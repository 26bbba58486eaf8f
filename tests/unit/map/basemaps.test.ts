import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { hatchRuns } from '../../../data/hatchings'
import { palettes } from '../../../data/palette'
import { withSpriteNames } from '../../../src/map/basemap/sprites'
import { foreignOf, shiftedDatumIn, tiandituStyle } from '../../../src/map/basemap/style'
import { withDescription } from '../../../src/map/basemap/tilejson'
import { pictureFrame } from '../../../src/map/picture/frame'
import { isOwnBasemap } from '../../../src/map/style/shown'
import { styleLayers } from '../../../src/map/style/style'
import { basemapName, basemapOrigins, basemapsOf, firstBasemap, shiftedDatumOf } from '../../../src/model/basemaps'
import { message } from '../../../src/model/messages'

const style = (more: object) => JSON.stringify([{ name: '规划底图', url: 'https://maps.test/a.json', ...more }])

describe('the settings', () => {
  it('without any there is the embedded basemap, and no other host', () => {
    const basemaps = basemapsOf({})
    expect(basemaps.map(({ id }) => id)).toEqual(['embedded'])
    expect(basemapOrigins(basemaps)).toEqual([])
    expect(firstBasemap(basemaps)).toBe('embedded')
  })

  it('name every basemap, the embedded one first, and only their hosts', () => {
    const basemaps = basemapsOf({
      VITE_BASEMAP: 'https://tiles.test:8443/cq.pmtiles?x=1',
      VITE_GROUND_STYLES: style({ datum: 'cgcs2000', hosts: ['https://*.tiles.test'] }),
      VITE_TIANDITU_KEY: 'abc',
    })
    expect(basemaps.map(({ id }) => id)).toEqual(['embedded', 'archive', 'style1', 'tianditu-vec', 'tianditu-img'])
    const origins = basemapOrigins(basemaps)
    expect(origins).toHaveLength(3 + 8)
    for (const origin of ['https://tiles.test:8443', 'https://maps.test', 'https://*.tiles.test'])
      expect(origins).toContain(origin)
    expect(firstBasemap(basemaps)).toBe('archive')
    for (const language of ['zh-CN', 'en'] as const)
      for (const basemap of basemaps) expect(basemapName(basemap, language)).not.toBe('')
  })

  it('on the page’s own host need no other', () => {
    expect(basemapOrigins(basemapsOf({ VITE_BASEMAP: 'tiles/cq.pmtiles' }))).toEqual([])
  })

  it.each([
    ['no list', '{}', /JSON 数组/],
    ['no JSON', '[', /不是 JSON/],
    ['no datum', style({}), /datum/],
    ['an unknown datum', style({ datum: 'beijing54' }), /datum/],
    ['a host with a path', style({ datum: 'wgs84', hosts: ['https://a.test/b'] }), /来源/],
    [
      'a host that would end the policy',
      style({ datum: 'wgs84', hosts: ["https://a.test; script-src 'unsafe-eval'"] }),
      /来源/,
    ],
  ])('with %s stop the build', (_, text, words) => {
    expect(() => basemapsOf({ VITE_GROUND_STYLES: text })).toThrow(words)
  })
})

describe('a shifted basemap', () => {
  it.each([
    ['gcj02', 'gcj02'],
    ['bd09', 'bd09'],
  ] as const)('declared %s is refused with the reason, and its host stays shut', (datum, reason) => {
    const basemaps = basemapsOf({ VITE_GROUND_STYLES: style({ datum }) })
    expect(basemaps[1]?.refused).toBe(reason)
    expect(basemapOrigins(basemaps)).toEqual([])
    expect(message('zh-CN', `basemap.refused.${reason}`, { name: '甲' })).toContain('甲')
  })

  it('declared wgs84 but drawn from a known service is refused all the same', () => {
    const [, basemap] = basemapsOf({
      VITE_GROUND_STYLES: style({ datum: 'wgs84', hosts: ['https://webrd01.is.autonavi.com'] }),
    })
    expect(basemap?.refused).toBe('gcj02')
  })

  it.each([
    ['https://webrd01.is.autonavi.com/appmaptile?x={x}', 'gcj02'],
    ['https://wprd04.is.AutoNavi.com:443/x', 'gcj02'],
    ['//rt0.map.gtimg.com/tile', 'gcj02'],
    ['http://mt1.google.cn/vt/lyrs=m', 'gcj02'],
    ['pmtiles://https://maps.amap.com/a.pmtiles', 'gcj02'],
    ['https://user@online1.map.bdimg.com/tile/', 'bd09'],
    ['https://t0.tianditu.gov.cn/vec_w/wmts', undefined],
    ['https://tile.openstreetmap.org/{z}/{x}/{y}.png', undefined],
    ['https://notamap.com.example.org/', undefined],
    ['tiles/amap.com/x.pmtiles', undefined],
  ])('%s is %s', (address, datum) => {
    expect(shiftedDatumOf(address)).toBe(datum)
  })
})

describe('another style’s pictures', () => {
  const icon = (value: unknown) => {
    const layer = { id: 'a', type: 'symbol', source: 's', layout: { 'icon-image': value, 'text-field': 'x' } }
    const renamed = withSpriteNames(layer as StyleSpecification['layers'][number], (name) => `g:${name}`)
    const { layout } = renamed as { layout: { [property: string]: unknown } }
    expect(layout['text-field']).toBe('x')
    return layout['icon-image']
  }
  it.each([
    ['dot', 'g:dot'],
    ['{class}_11', 'g:{class}_11'],
    [
      ['match', ['get', 'kind'], 'a', 'one', 'two'],
      ['match', ['get', 'kind'], 'a', 'g:one', 'g:two'],
    ],
    [
      ['case', ['has', 'x'], ['image', 'one'], 'two'],
      ['case', ['has', 'x'], ['image', 'g:one'], 'g:two'],
    ],
    [
      ['step', ['zoom'], 'one', 10, 'two'],
      ['step', ['zoom'], 'g:one', 10, 'g:two'],
    ],
    [
      ['coalesce', ['image', ['get', 'icon']], 'two'],
      ['coalesce', ['image', ['concat', 'g:', ['to-string', ['get', 'icon']]]], 'g:two'],
    ],
    [{ stops: [[8, 'one']] }, { stops: [[8, 'g:one']] }],
  ])('%j become %j', (before, after) => {
    expect(icon(before)).toEqual(after)
  })
})

describe('our own basemap', () => {
  it('gives way as a whole to another: of our fills only what marks districts stays, and the record', () => {
    const stays = styleLayers(palettes.light, 'zh-CN').filter((layer) => !isOwnBasemap(layer))
    const basemaps = stays.filter(
      (layer) => layer.type === 'background' || ('source' in layer && layer.source === 'basemap'),
    )
    expect(basemaps).toEqual([])
    const ofDistricts = ['districts', 'selection']
    const fills = stays.filter((layer) => layer.type === 'fill' && ofDistricts.includes(layer.source))
    expect(fills.map(({ id }) => id).filter((id) => !/^districts-hatch-/.test(id))).toEqual([
      'districts',
      'counts-tint',
      'districts-veil',
    ])
    expect(fills).toHaveLength(3 + hatchRuns.length)
  })
})

describe('天地图', () => {
  const [, basemap] = basemapsOf({ VITE_TIANDITU_KEY: 'a b', VITE_TIANDITU_HOSTS: 'http://127.0.0.1:1234' })
  if (basemap?.kind !== 'tianditu') throw new Error('the settings named no 天地图')
  const made = tiandituStyle(basemap, 'zh-CN')
  it('is its map and its names in Web Mercator, a key with every tile', () => {
    const addresses = Object.values(made.sources).flatMap((source) => ('tiles' in source ? (source.tiles ?? []) : []))
    expect(addresses).toHaveLength(2)
    for (const address of addresses)
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:1234\/(vec|cva)_w\/wmts\?.*tk=a%20b$/)
    expect(validateStyleMin(made)).toEqual([])
  })
})

describe('another style', () => {
  const given: StyleSpecification = {
    version: 8,
    sprite: 'pictures/sprite',
    glyphs: 'fonts/{fontstack}/{range}.pbf',
    sources: { land: { type: 'vector', tiles: ['tiles/{z}/{x}/{y}.pbf'] } },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-pattern': 'paper' } },
      { id: 'districts', type: 'fill', source: 'land', 'source-layer': 'land' },
    ],
  }
  const { sources, layers, sprites } = foreignOf(given, 'https://maps.test/styles/a.json')
  it('stands under ours with names of its own and whole addresses', () => {
    expect(sources).toEqual({
      'basemap:land': { type: 'vector', tiles: ['https://maps.test/styles/tiles/{z}/{x}/{y}.pbf'] },
    })
    expect(layers.map(({ id }) => id)).toEqual(['basemap:background', 'basemap:districts'])
    expect(layers[1]).toMatchObject({ source: 'basemap:land' })
    expect(sprites).toEqual([{ id: 'basemap-default', url: 'https://maps.test/styles/pictures/sprite' }])
    expect(layers[0]).toMatchObject({ paint: { 'background-pattern': 'basemap-default:paper' } })
  })
  it.each([
    ['{z}/{x}/{y}.pbf', 'https://maps.test/v1/{z}/{x}/{y}.pbf'],
    ['../tiles/{z}/{x}/{y}.pbf?k={ratio}', 'https://maps.test/tiles/{z}/{x}/{y}.pbf?k={ratio}'],
    ['/tiles/{z}.pbf', 'https://maps.test/tiles/{z}.pbf'],
    ['https://other.test/{z}.pbf', 'https://other.test/{z}.pbf'],
    ['pmtiles://https://other.test/a', 'pmtiles://https://other.test/a'],
  ])('has its tiles %s relative to the description that names them', (template, whole) => {
    const source = { type: 'vector' as const, url: 'https://maps.test/v1/tiles.json', maxzoom: 12 }
    const description = { tilejson: '3.0.0', tiles: [template], minzoom: 3, maxzoom: 14, attribution: '甲' }
    expect(withDescription(source, description, 'https://maps.test/v1/tiles.json')).toEqual({
      type: 'vector',
      tiles: [whole],
      minzoom: 3,
      maxzoom: 12,
      attribution: '甲',
    })
  })
  it.each([[undefined], [{}], [{ tiles: 'x' }], ['tiles']])(
    'keeps the address of a description that is none: %j',
    (none) => {
      const source = { type: 'raster' as const, url: 'https://maps.test/v1/tiles.json' }
      expect(withDescription(source, none, source.url)).toEqual(source)
    },
  )
  it('is refused by what it draws, whatever the settings say', () => {
    const amap = { type: 'raster' as const, tiles: ['https://webrd02.is.autonavi.com/{z}'] }
    expect(shiftedDatumIn({ ...given, sources: { amap } })).toBe('gcj02')
    expect(shiftedDatumIn(given)).toBeUndefined()
  })
})

describe('a picture of the map', () => {
  it('has what the panels leave free in its middle, and all the map around that there is', () => {
    const frame = pictureFrame({ width: 1440, height: 900 }, { top: 16, right: 432, bottom: 32, left: 332 })
    expect(frame).toEqual({ left: 0, top: 0, width: 1340, height: 884 })
    const free = { left: 332, right: 1440 - 432 }
    expect(frame.left + frame.width / 2).toBe((free.left + free.right) / 2)
  })
  it('is the whole map where nothing covers it', () => {
    const frame = pictureFrame({ width: 800, height: 600 }, { top: 0, right: 0, bottom: 0, left: 0 })
    expect(frame).toEqual({ left: 0, top: 0, width: 800, height: 600 })
  })
})

describe('a style’s root state', () => {
  const state = {
    theme: { default: '#0a5' },
    least: { default: 3 },
    kinds: { default: ['a', 'b'] },
    icon: { default: 'dot' },
  }
  const drawn = (layer: object) => {
    const source = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
    const given = {
      version: 8,
      sprite: 'https://maps.test/s',
      state,
      sources: { s: source },
      layers: [layer],
    } as unknown as StyleSpecification
    const [made] = foreignOf(given, 'https://maps.test/a.json').layers
    expect(
      validateStyleMin({ ...given, state: undefined, sources: { 'basemap:s': source }, layers: [made] } as never),
    ).toEqual([])
    expect(JSON.stringify(made)).not.toContain('global-state')
    return made as { filter?: unknown; layout?: object; paint?: object }
  }
  const fill = (more: object) => ({ id: 'a', type: 'fill', source: 's', ...more })

  it('is in its paint as the value it begins with', () => {
    const { paint } = drawn(fill({ paint: { 'fill-color': ['global-state', 'theme'] } }))
    expect(paint).toEqual({ 'fill-color': ['literal', '#0a5'] })
  })
  it('is in its filters an expression still, not the name of a property', () => {
    const { filter } = drawn(
      fill({ filter: ['all', ['==', ['global-state', 'least'], 3], ['in', ['get', 'k'], ['global-state', 'kinds']]] }),
    )
    expect(filter).toEqual(['all', ['==', ['literal', 3], 3], ['in', ['get', 'k'], ['literal', ['a', 'b']]]])
  })
  it('names pictures of its own sprite, inside other expressions and in functions too', () => {
    const symbol = { id: 'a', type: 'symbol', source: 's', layout: { 'icon-image': ['global-state', 'icon'] } }
    expect(drawn(symbol).layout).toEqual({
      'icon-image': ['concat', 'basemap-default:', ['to-string', ['literal', 'dot']]],
    })
  })
  it('that the style does not define is null, as in the engine', () => {
    const { paint } = drawn(fill({ paint: { 'fill-opacity': ['coalesce', ['global-state', 'none'], 0.5] } }))
    expect(paint).toEqual({ 'fill-opacity': ['coalesce', ['get', '', ['literal', {}]], 0.5] })
  })
})
