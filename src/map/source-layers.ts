/**
 * Layers of sources that have nothing to show at first. They come with the first thing there is to show, at their place
 * in the style's order, and are hidden again when there is nothing: a hidden source is neither cut into tiles nor drawn.
 */
import type { LayerSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { EngineMap } from './engine'

/** `layers` is the whole style, bottom to top. */
export function showSource(
  map: EngineMap,
  source: string,
  shown: boolean,
  layers: () => readonly LayerSpecification[],
) {
  const own = map.getLayersOrder().filter((id) => map.getLayer(id)?.source === source)
  if (own.length === 0) {
    if (shown) addLayers(map, (layer) => 'source' in layer && layer.source === source, layers())
    return
  }
  const visibility = shown ? 'visible' : 'none'
  for (const id of own) {
    if ((map.getLayoutProperty(id, 'visibility') ?? 'visible') === visibility) return
    map.setLayoutProperty(id, 'visibility', visibility)
  }
}

/** The wanted ones of the style's layers that the map does not have yet, each at its place. */
export function addLayers(
  map: EngineMap,
  wanted: (layer: LayerSpecification) => boolean,
  layers: readonly LayerSpecification[],
) {
  let above: string | undefined
  for (const layer of [...layers].reverse()) {
    if (wanted(layer) && !map.getLayer(layer.id)) map.addLayer(layer, above)
    if (map.getLayer(layer.id)) above = layer.id
  }
}

/** The lowest layer of names: what is drawn over the map, answers and links, lies under it. */
export const firstNames = 'label-highway'

/** Gives layers that are there the look of another palette or language. */
export function repaint(map: EngineMap, layers: readonly LayerSpecification[]) {
  for (const { id, type, paint, layout } of layers as SymbolLayerSpecification[]) {
    if (!map.getLayer(id)) continue
    for (const [property, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, property as never, value as never)
    if (type === 'symbol') map.setLayoutProperty(id, 'text-field', layout?.['text-field'])
  }
}
