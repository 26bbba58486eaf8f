/** What an engine shows of the layers the legend has something to say of. */
import type { AddedLayer } from '../../model/layers'
import type { EngineMap } from '../engine'
import type { Rendered } from './entries'
import { explainedLayers } from './sections'

/** Returns the features on the screen, with their state; none while a layer of theirs is not there. */
export function renderedOn(map: EngineMap, added: readonly AddedLayer[]): Rendered[] {
  return map
    .queryRenderedFeatures({ layers: explainedLayers(added).filter((id) => map.getLayer(id)) })
    .map(({ layer, properties, state }) => ({
      layer: layer.id,
      // Where its sign has no room yet, a place is only its dot.
      values: {
        ...properties,
        ...state,
        dotted: layer.id === 'points' && properties.signFrom > Math.floor(map.getZoom()),
      },
    }))
}
