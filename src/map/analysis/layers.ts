/** Keeps the layers of a question's answer in step with the state. They lie over the map, under its names. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { State, Store } from '../../state/store'
import { canBeAsked, type EngineMap, type EngineSource } from '../engine'
import { firstNames, putLayer, restyle } from '../source-layers'
import { analysisLayers, analysisSource } from '../style/layers/analysis'
import { palettes } from '../style/palette'
import { analysisFeatures } from './features'

export function startAnalysisLayers(map: EngineMap, store: Store): () => void {
  let layers = analysisLayers(palettes[store.getState().session.palette])
  const apply = ({ view, session }: State) => {
    if (session.record.status !== 'ready') return
    // While a changed question is worked out its last answer stays.
    if (view.analysis && session.analysis.status === 'working') return
    const data = analysisFeatures(view.analysis, session.analysis, session.record.value)
    const known = map.getSource(analysisSource) as EngineSource | undefined
    if (known) known.setData(data)
    else if (data.features.length > 0) addLayers(map, data, layers)
  }
  const paint = ({ session }: State) => {
    if (!canBeAsked(map)) return
    const before = layers
    layers = analysisLayers(palettes[session.palette])
    restyle(map, before, layers)
  }
  const whenStyled = () => {
    if (map.isStyleLoaded()) apply(store.getState())
    else map.once('idle', () => apply(store.getState()))
  }
  const unsubscribe = store.subscribe((state, before) => {
    const [now, then] = [state.session, before.session]
    if (now.palette !== then.palette) paint(state)
    if (now.analysis !== then.analysis || now.record !== then.record || state.view.analysis !== before.view.analysis)
      whenStyled()
  })
  whenStyled()
  map.on('webglcontextrestored', whenStyled)
  return () => {
    unsubscribe()
    map.off('webglcontextrestored', whenStyled)
  }
}

function addLayers(map: EngineMap, data: ReturnType<typeof analysisFeatures>, layers: readonly LayerSpecification[]) {
  map.addSource(analysisSource, { type: 'geojson', data })
  for (const layer of layers) putLayer(map, layer, firstNames)
}
