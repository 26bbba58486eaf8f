/**
 * What the code of added layers needs of the map's own. It is handed over, not imported: a part that comes later and imports
 * of the start would have the start cut into smaller pieces, which compress less well.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Store } from '../../state/store'
import { type EngineMap, openOwnersArchive } from '../engine'
import { addLayers, firstNames, putLayer } from '../source-layers'
import { palettes } from '../style/palette'
import { layersOf, styleInputsOf } from '../style-inputs'

/** The tools of one engine. */
export type AddedTools = ReturnType<typeof addedTools>

/** Returns the tools for an engine that follows a store. */
export const addedTools = (map: EngineMap, store: Store) => ({
  openArchive: openOwnersArchive,
  /** Puts the layers of these sources on the map, each at its place. */
  addLayersOf: (sources: ReadonlySet<string>) =>
    addLayers(
      map,
      (layer) => 'source' in layer && sources.has(layer.source),
      layersOf(styleInputsOf(store.getState())),
    ),
  /** Puts a layer over everything but the names. */
  putMark: (layer: LayerSpecification) => putLayer(map, layer, firstNames),
  accent: () => palettes[store.getState().session.palette].accent,
})
