/**
 * Layers of sources that have nothing to show at first. They come with the first thing there is to show, at their place
 * in the style's order, and are hidden again when there is nothing: a hidden source is neither cut into tiles nor drawn.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import type { EngineMap, EngineSource, EngineSourceEvent } from './engine'
import { addUnvalidatedLayer } from './engine-internals'
import { featureChanges } from './feature-changes'
import { sameFeatures } from './same-features'
import { styleChanges } from './style/difference'
import { shapesSource } from './style/parts'

/** What each source was given last. A source the engine has made again is another. */
const given = new WeakMap<EngineSource, FeatureCollection>()

/** Gives a source its features. No-op if the map has no such source, or if it would be drawn as it is. */
export function setSourceData(map: EngineMap, id: string, data: FeatureCollection): void {
  const source = map.getSource(id) as EngineSource | undefined
  const before = source && given.get(source)
  if (!source || (before && sameFeatures(before, data))) return
  given.set(source, data)
  source.setData(data)
}

/** Lines and areas of so many features are handed to the engine's worker in some 50 ms. */
const mostAtOnce = 400

/**
 * Gives a source what has changed of its features, each with an `id` of its own, very many new ones in pieces, each in a
 * task of its own. No-op where `setSourceData` is one. Returns when all is on its way.
 */
export async function changeSourceData(map: EngineMap, id: string, data: FeatureCollection): Promise<void> {
  const source = map.getSource(id) as EngineSource | undefined
  const before = source && given.get(source)
  const isFirst = !before || before.features.length === 0
  if (!source || (isFirst && data.features.length <= mostAtOnce)) return setSourceData(map, id, data)
  if (before && sameFeatures(before, data)) return
  const { add, ...others } = featureChanges(before ?? { ...data, features: [] }, data)
  let [last, next] = [before, 0]
  do {
    const waiting = new Set(add.slice(next + mostAtOnce))
    const diff = { ...(next === 0 ? others : {}), add: add.slice(next, next + mostAtOnce) }
    last = { ...data, features: data.features.filter((feature) => !waiting.has(feature)) }
    given.set(source, last)
    await source.updateData(diff)
    next += mostAtOnce
  } while (next < add.length && given.get(source) === last)
}

/** Where the engine keeps the state of a feature. */
export interface FeatureOnMap {
  source: string
  id: string
}

/** Returns where a feature of the record may be: a zone is a point, a railway is a line. */
export const inRecord = (id: string): FeatureOnMap[] => [
  { source: 'record', id },
  { source: shapesSource, id },
]

/** `layers` is the whole style, bottom to top; what it hides stays hidden. */
export function showSource(
  map: EngineMap,
  source: string,
  shown: boolean,
  layers: () => readonly LayerSpecification[],
) {
  const own = map.getLayersOrder().filter((id) => map.getLayer(id)?.source === source)
  if (own.length === 0) {
    const isOwn = (layer: LayerSpecification) => 'source' in layer && layer.source === source
    if (shown) whenDataHasCome(map, source, () => addLayers(map, isOwn, layers()))
    return
  }
  const off = new Set(
    layers()
      .filter(({ layout }) => layout?.visibility === 'none')
      .map(({ id }) => id),
  )
  for (const id of own) {
    const visibility = shown && !off.has(id) ? 'visible' : 'none'
    if ((map.getLayoutProperty(id, 'visibility') ?? 'visible') !== visibility)
      map.setLayoutProperty(id, 'visibility', visibility, unvalidated)
  }
}

/** Layers put on a source whose data are on their way have its tiles made twice. */
function whenDataHasCome(map: EngineMap, source: string, run: () => void) {
  if (map.getSource(source)?.loaded()) return run()
  const onData = ({ sourceId, sourceDataType }: EngineSourceEvent) => {
    if (sourceId !== source || sourceDataType !== 'content') return
    map.off('sourcedata', onData)
    run()
  }
  map.on('sourcedata', onData)
}

/** The wanted ones of the style's layers that the map does not have yet, each at its place. */
export function addLayers(
  map: EngineMap,
  wanted: (layer: LayerSpecification) => boolean,
  layers: readonly LayerSpecification[],
) {
  let above: string | undefined
  for (const layer of [...layers].reverse()) {
    if (wanted(layer) && !map.getLayer(layer.id)) putLayer(map, layer, above)
    if (map.getLayer(layer.id)) above = layer.id
  }
}

/** Every layer of ours is valid in a test; to say so again the engine writes out its whole style for each call. */
const unvalidated = { validate: false }

/** Puts one of our layers below another, or on top. */
export function putLayer(map: EngineMap, layer: LayerSpecification, below?: string) {
  addUnvalidatedLayer(map, layer)
  map.moveLayer(layer.id, below)
}

/** The lowest layer of names: what is drawn over the map, answers and links, lies under it. */
export const firstNames = 'label-highway'

/** Gives the layers that are there another look; one that is not comes later, as it looks then. */
export function restyle(map: EngineMap, before: readonly LayerSpecification[], after: readonly LayerSpecification[]) {
  for (const change of styleChanges(before, after)) {
    if (!map.getLayer(change.layer)) continue
    const { layer } = change
    if (change.kind === 'filter') map.setFilter(layer, change.value, unvalidated)
    else if (change.kind === 'paint')
      map.setPaintProperty(layer, change.property as PaintSetting[1], change.value as PaintSetting[2], unvalidated)
    else
      map.setLayoutProperty(layer, change.property as LayoutSetting[1], change.value as LayoutSetting[2], unvalidated)
  }
}

/** What the setters of the engine take: the names and values of layers that are valid. */
type PaintSetting = Parameters<EngineMap['setPaintProperty']>
type LayoutSetting = Parameters<EngineMap['setLayoutProperty']>
