/** Another style made ready to stand under ours. Pure. */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type Basemap, ownersPrefix, shiftedDatumOf } from '../../model/basemaps'
import { message } from '../../model/messages'
import { withGlobalState } from './global-state'
import { withSpriteNames } from './sprites'

/** A style made ready to stand under ours: nothing in it bears a name of ours. */
export interface Foreign {
  sources: { readonly [id: string]: SourceSpecification }
  layers: readonly LayerSpecification[]
  sprites: readonly { id: string; url: string }[]
}

/** The datum of the first source that is known to be shifted, whatever the settings say of the style. */
export function shiftedDatumIn({ sources }: StyleSpecification) {
  const addresses = Object.values(sources).flatMap((source) => {
    const { url, tiles = [] } = source as { url?: string; tiles?: string[] }
    return url ? [url, ...tiles] : tiles
  })
  return addresses.map(shiftedDatumOf).find(Boolean)
}

/** 天地图's map or imagery with its names over it, in Web Mercator tiles. */
export function tiandituStyle(
  { sheet, key, hosts }: Extract<Basemap, { kind: 'tianditu' }>,
  language: 'zh-CN' | 'en',
): StyleSpecification {
  const tiles = (layer: string) =>
    hosts.map(
      (host) =>
        `${host}/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
    )
  const source = (layer: string) =>
    ({
      type: 'raster',
      tiles: tiles(layer),
      tileSize: 256,
      minzoom: 1,
      maxzoom: 18,
      attribution: message(language, 'basemap.credit.tianditu'),
    }) as const
  const names = sheet === 'vec' ? 'cva' : 'cia'
  return {
    version: 8,
    sources: { [sheet]: source(sheet), [names]: source(names) },
    layers: [sheet, names].map((id) => ({ id, type: 'raster', source: id })),
  }
}

/**
 * Under names of its own, with absolute addresses. Its glyphs are left out: with one style's glyph server set, the engine
 * would ask it for every text of ours too; so all texts are drawn with the reader's own fonts.
 */
export function foreignOf(style: StyleSpecification, address: string): Foreign {
  const absolute = (url: string) => (address ? absoluteTo(address, url) : url)
  const sprites = typeof style.sprite === 'string' ? [{ id: 'default', url: style.sprite }] : (style.sprite ?? [])
  const sources = Object.entries(style.sources).map(([id, source]) => {
    const { url, tiles, data } = source as { url?: string; tiles?: string[]; data?: unknown }
    const more = {
      ...(url ? { url: absolute(url) } : {}),
      ...(tiles ? { tiles: tiles.map(absolute) } : {}),
      ...(typeof data === 'string' ? { data: absolute(data) } : {}),
    }
    return [ownersPrefix + id, { ...source, ...more } as SourceSpecification] as const
  })
  return {
    sources: Object.fromEntries(sources),
    sprites: sprites.map(({ id, url }) => ({ id: ownersPrefix.replace(':', '-') + id, url: absolute(url) })),
    layers: style.layers.map((layer) => {
      const named = { ...layer, id: ownersPrefix + layer.id } as LayerSpecification
      if ('source' in layer && layer.source) Object.assign(named, { source: ownersPrefix + layer.source })
      return withGlobalState(
        withSpriteNames(named, (icon) => spriteName(icon)),
        style.state,
      )
    }),
  }
}

/** Returns a template's whole address; its braces stay, which the resolution of an address would encode. */
export function absoluteTo(base: string, url: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url
  return new URL(url, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
}

const spriteName = (icon: string) => (icon.includes(':') ? `basemap-${icon}` : `basemap-default:${icon}`)
