/** Another style as the ground: read, put beneath the districts with names of its own, and taken away again. */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type Ground, shiftedDatumOf } from '../model/grounds'
import { message } from '../model/messages'
import { type EngineMap, ownersPrefix } from './engine'
import { withSpriteNames } from './ground-sprites'
import type { GroundFault } from './ground-watch'
import { hovered } from './style/parts'

type StyleGround = Extract<Ground, { kind: 'style' | 'tianditu' }>
type Answer = { ok: true; value: Foreign } | { ok: false; fault: GroundFault }

/** A style made ready to stand under ours: nothing in it bears a name of ours. */
export interface Foreign {
  sources: { readonly [id: string]: SourceSpecification }
  layers: readonly LayerSpecification[]
  sprites: readonly { id: string; url: string }[]
}

const patienceMilliseconds = 15_000

export async function loadForeign(ground: StyleGround, language: 'zh-CN' | 'en'): Promise<Answer> {
  if (ground.kind === 'tianditu') return { ok: true, value: foreignOf(tiandituStyle(ground, language), '') }
  const address = new URL(ground.address, document.baseURI).href
  const failed = (fault: GroundFault): Answer => ({ ok: false, fault })
  let response: Response
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(patienceMilliseconds) })
  } catch (error) {
    return failed({ reason: error instanceof DOMException && error.name === 'TimeoutError' ? 'silent' : 'missing' })
  }
  const { status } = response
  if (status === 401 || status === 403) return failed({ reason: 'denied', status })
  if (!response.ok) return failed({ reason: 'missing' })
  const style: unknown = await response.json().catch(() => undefined)
  if (!isStyle(style)) return failed({ reason: 'notAStyle' })
  const datum = shiftedDatumIn(style)
  return datum ? failed({ reason: 'shifted', datum }) : { ok: true, value: foreignOf(style, address) }
}

function isStyle(value: unknown): value is StyleSpecification {
  const style = value as Partial<StyleSpecification> | null | undefined
  return style?.version === 8 && typeof style.sources === 'object' && Array.isArray(style.layers)
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
  { sheet, key, hosts }: Extract<Ground, { kind: 'tianditu' }>,
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
      attribution: message(language, 'ground.credit.tianditu'),
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
      return withSpriteNames(named, (icon) => spriteName(icon))
    }),
  }
}

/** Templates keep their braces, which the resolution of an address would encode. */
function absoluteTo(base: string, url: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url
  return new URL(url, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
}

const spriteName = (icon: string) => (icon.includes(':') ? `ground-${icon}` : `ground-default:${icon}`)

/** What belongs to our own ground and gives way to another. */
export const isOwnGround = ({ id, type, source }: { id: string; type: string; source?: string }) =>
  type === 'background' || source === 'basemap' || /^(slopes|hachures)/.test(id)

/** The lowest layer of ours that stays: it answers to the pointer, so it must be there, if unseen. */
const districtFill = 'districts'

export function putForeign(map: EngineMap, { sources, layers, sprites }: Foreign) {
  const hidden = map.getLayersOrder().filter((id) => {
    const layer = map.getLayer(id)
    return layer && isOwnGround(layer) && map.getLayoutProperty(id, 'visibility') !== 'none'
  })
  const opacity = map.getPaintProperty(districtFill, 'fill-opacity')
  for (const { id, url } of sprites) map.addSprite(id, url)
  for (const [id, source] of Object.entries(sources)) map.addSource(id, source)
  for (const layer of layers) map.addLayer(layer, districtFill)
  for (const id of hidden) map.setLayoutProperty(id, 'visibility', 'none')
  map.setPaintProperty(districtFill, 'fill-opacity', ['case', hovered, 0.25, 0])
  const ids = Object.keys(sources)
  return {
    sources: ids,
    /** Known once the sources have told. */
    credit: () => {
      const credits = ids.map((id) => (map.getSource(id) as { attribution?: string } | undefined)?.attribution ?? '')
      return [...new Set(credits.filter(Boolean))].join(' · ')
    },
    remove: () => {
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
      for (const id of ids) if (map.getSource(id)) map.removeSource(id)
      for (const { id } of sprites) map.removeSprite(id)
      for (const id of hidden) map.setLayoutProperty(id, 'visibility', 'visible')
      map.setPaintProperty(districtFill, 'fill-opacity', opacity)
    },
  }
}
