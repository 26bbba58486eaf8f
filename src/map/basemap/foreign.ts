/** Another style as the basemap: read, put beneath the districts with names of its own, and taken away again. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Basemap } from '../../model/basemaps'
import type { EngineMap } from '../engine'
import { type Foreign, foreignOf, shiftedDatumIn, tiandituStyle } from './style'
import { describedSource } from './tilejson'
import type { BasemapFault } from './watch'

type StyleBasemap = Extract<Basemap, { kind: 'style' | 'tianditu' }>
type Answer = { ok: true; value: Foreign } | { ok: false; fault: BasemapFault }

const patienceMilliseconds = 15_000

/** Fetches an owner's style and returns its layers and sources under our names, or what is wrong with it. */
export async function loadForeign(basemap: StyleBasemap, language: 'zh-CN' | 'en'): Promise<Answer> {
  if (basemap.kind === 'tianditu') return { ok: true, value: foreignOf(tiandituStyle(basemap, language), '') }
  const address = new URL(basemap.address, document.baseURI).href
  const failed = (fault: BasemapFault): Answer => ({ ok: false, fault })
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
  if (datum) return failed({ reason: 'shifted', datum })
  // Where the server sent us elsewhere, what is relative is relative to there.
  const value = foreignOf(style, response.url || address)
  return { ok: true, value: { ...value, sources: await describedSources(value.sources) } }
}

async function describedSources(sources: Foreign['sources']): Promise<Foreign['sources']> {
  const all = Object.entries(sources).map(
    async ([id, source]) => [id, await describedSource(source, patienceMilliseconds)] as const,
  )
  return Object.fromEntries(await Promise.all(all))
}

function isStyle(value: unknown): value is StyleSpecification {
  const style = value as Partial<StyleSpecification> | null | undefined
  return style?.version === 8 && typeof style.sources === 'object' && Array.isArray(style.layers)
}

/** The lowest layer of ours that stays: it answers to the pointer, so it must be there, if unseen. */
const districtFill = 'districts'

/** Throws, with nothing left behind, what the engine cannot draw. */
export function putForeign(map: EngineMap, { sources, layers, sprites }: Foreign) {
  const ids = Object.keys(sources)
  const remove = () => {
    for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
    for (const id of ids) if (map.getSource(id)) map.removeSource(id)
    for (const { id } of sprites) map.removeSprite(id)
  }
  try {
    for (const { id, url } of sprites) map.addSprite(id, url)
    for (const [id, source] of Object.entries(sources)) map.addSource(id, source)
    for (const layer of layers) map.addLayer(layer, districtFill)
  } catch (error) {
    remove()
    throw error
  }
  return {
    sources: ids,
    /** Known once the sources have told. */
    credit: () => {
      const credits = ids.map((id) => (map.getSource(id) as { attribution?: string } | undefined)?.attribution ?? '')
      return [...new Set(credits.filter(Boolean))].join(' · ')
    },
    remove,
  }
}
