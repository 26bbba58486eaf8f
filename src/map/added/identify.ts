/** The feature of an added layer under the pointer, and the mark of the one that was pressed. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { IdentifiedFeature } from '../../model/added-layers'
import { type AddedLayer, addedLayers } from '../../model/layers'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'
import type { AddedTools } from './tools'

/** Finds features of added layers; without `find` there is none on the map. */
export interface AddedAt {
  find?: (point: { x: number; y: number }) => IdentifiedFeature | undefined
}

/** How far beside a line or a point one may press, in CSS pixels. */
const reachPixels = 4

/** Returns the topmost feature of the layers at a point of the screen; undefined if there is none. */
export function identifyAt(
  map: EngineMap,
  layers: readonly AddedLayer[],
  { x, y }: { x: number; y: number },
): IdentifiedFeature | undefined {
  const ids = layers.filter(({ identify }) => identify).flatMap(({ style }) => style.map(({ id }) => id))
  const present = ids.filter((id) => map.getLayer(id))
  if (present.length === 0) return undefined
  const beside = (reach: number) => {
    const box: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ]
    return map.queryRenderedFeatures(box, { layers: present })[0]
  }
  const found = beside(0) ?? beside(reachPixels)
  if (!found) return undefined
  const { lng, lat } = map.unproject([x, y])
  return { layer: found.source, values: found.properties, at: [lng, lat] }
}

const markId = 'x-identified'

/** Marks the feature that was pressed last, where its layer has a key. Returns a function that stops it. */
export function markIdentified(map: EngineMap, { store, follow }: Followers, tools: AddedTools): () => void {
  return follow(
    ({ session: { identified, layers, palette } }) => [identified, layers, palette],
    () => {
      if (map.getLayer(markId)) map.removeLayer(markId)
      const { identified, layers } = store.getState().session
      const layer = addedLayers(layers).find(({ id }) => id === identified?.layer)
      const mark = layer && identified && markOf(layer, identified, tools.accent())
      if (mark && map.getSource(layer.id)) tools.putMark(mark)
    },
  )
}

function markOf(
  { key, style: [drawn] }: AddedLayer,
  { values }: IdentifiedFeature,
  color: string,
): LayerSpecification | undefined {
  if (!key || !drawn || !('source' in drawn) || values[key] === undefined) return undefined
  const shared = {
    ...{ id: markId, source: drawn.source },
    ...('source-layer' in drawn ? { 'source-layer': drawn['source-layer'] } : {}),
    filter: ['==', ['to-string', ['get', key]], String(values[key])],
  }
  if (drawn.type !== 'circle')
    return { ...shared, type: 'line', paint: { 'line-color': color, 'line-width': 3 } } as LayerSpecification
  const paint = { 'circle-opacity': 0, 'circle-radius': 9, 'circle-stroke-color': color, 'circle-stroke-width': 3 }
  return { ...shared, type: 'circle', paint } as LayerSpecification
}
