/** Sources of added layers on an engine: put there, asked for again. */
import type { SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { AddedLayer } from '../../model/layers'
import type { EngineMap, EngineSource, EngineTiles } from '../engine'
import type { AddedTools } from './tools'

const archive = 'pmtiles://'

/** Returns an address in full, as the page would ask for it; the places of a template stay as they are. */
const inFull = (address: string) =>
  new URL(address, document.baseURI).href.replaceAll('%7B', '{').replaceAll('%7D', '}')

/** Returns a source as the engine takes it, its archive opened afresh. */
function readySource(source: SourceSpecification, { openArchive }: AddedTools): SourceSpecification {
  if (source.type === 'geojson')
    return typeof source.data === 'string' ? { ...source, data: inFull(source.data) } : source
  if (source.type !== 'vector') return source
  if (source.tiles) return { ...source, tiles: source.tiles.map(inFull) }
  const { url = '' } = source
  if (!url.startsWith(archive)) return { ...source, url: inFull(url) }
  return { ...source, url: openArchive(inFull(url.slice(archive.length))) }
}

/** Puts the source of a layer on the map. No-op if it is there. */
export function putSource(map: EngineMap, { id, source }: AddedLayer, tools: AddedTools): void {
  if (!map.getSource(id)) map.addSource(id, readySource(source, tools))
}

/** Asks for all of a layer's source again. No-op if it is not on the map. */
export function reloadSource(map: EngineMap, { id, source }: AddedLayer, tools: AddedTools): void {
  const ready = readySource(source, tools)
  const onMap = map.getSource(id)
  if (!onMap) return
  if (ready.type === 'geojson') (onMap as EngineSource).setData(ready.data)
  if (ready.type !== 'vector') return
  if (ready.tiles) (onMap as EngineTiles).setTiles(ready.tiles)
  else if (ready.url) (onMap as EngineTiles).setUrl(ready.url)
}

/**
 * Returns whether the host of a layer answers: for an address, with what it names; for a template, at all, because a tile
 * may be missing by right.
 */
export async function hostAnswers({ source }: AddedLayer, patienceMilliseconds: number): Promise<boolean> {
  const template = source.type === 'vector' ? source.tiles?.[0] : undefined
  const address = template?.replace(/\{[zxy]\}/g, '0') ?? addressIn(source)
  if (address === undefined) return true
  const isArchive = address.startsWith(archive)
  try {
    const { status } = await fetch(inFull(isArchive ? address.slice(archive.length) : address), {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMilliseconds),
      ...(isArchive ? { headers: { range: 'bytes=0-15' } } : {}),
    })
    return template === undefined ? status < 300 : status < 500
  } catch {
    return false
  }
}

function addressIn(source: SourceSpecification): string | undefined {
  if (source.type === 'geojson') return typeof source.data === 'string' ? source.data : undefined
  return source.type === 'vector' ? source.url : undefined
}
