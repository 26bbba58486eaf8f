/** Keeps the layers of a question's answer in step with the state. They lie over the map, under its names. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { PaletteChoice } from '../../state/store'
import type { EngineMap, EngineSource } from '../engine'
import type { Followers } from '../follow'
import { firstNames, putLayer, restyle } from '../source-layers'
import { analysisLayers, analysisSource } from '../style/layers/analysis'
import { palettes } from '../style/palette'
import { analysisFeatures } from './features'

/** Draws the answer of the state on the map. Returns a function that stops it. */
export function startAnalysisLayers(map: EngineMap, { store, follow }: Followers): () => void {
  let layers = analysisLayers(palettes[store.getState().session.palette])
  const paint = (palette: PaletteChoice) => {
    const before = layers
    layers = analysisLayers(palettes[palette])
    restyle(map, before, layers)
  }
  const apply = () => {
    const { view, session } = store.getState()
    if (session.record.status !== 'ready') return
    // While a changed question is worked out its last answer stays.
    if (view.analysis && session.analysis.status === 'working') return
    const data = analysisFeatures(view.analysis, session.analysis, session.record.value)
    const known = map.getSource(analysisSource) as EngineSource | undefined
    if (known) known.setData(data)
    else if (data.features.length > 0) addLayers(map, data, layers)
  }
  const ends = [
    follow(({ session }) => session.palette, paint, 'at-once'),
    follow(({ view, session: { analysis, record } }) => [analysis, record, view.analysis], apply, 'at-once'),
  ]
  return () => {
    for (const end of ends) end()
  }
}

function addLayers(map: EngineMap, data: ReturnType<typeof analysisFeatures>, layers: readonly LayerSpecification[]) {
  map.addSource(analysisSource, { type: 'geojson', data })
  for (const layer of layers) putLayer(map, layer, firstNames)
}
