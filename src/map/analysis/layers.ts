/** The layers of a question's answer, and what keeps them in step with the state. They lie over the map, under its names. */
import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { State, Store } from '../../state/store'
import { canBeAsked, type EngineMap, type EngineSource } from '../engine'
import { firstNames, putLayer, restyle } from '../source-layers'
import { type Palette, palettes } from '../style/palette'
import { all, is } from '../style/parts'
import { analysisFeatures } from './features'

const source = 'analysis'
const isPoint: FilterSpecification = ['==', ['geometry-type'], 'Point']
const isArea: FilterSpecification = ['==', ['geometry-type'], 'Polygon']
const found = is('role', 'inside', 'borderline')

export function analysisLayers(palette: Palette): LayerSpecification[] {
  const ink = palette.accent
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      id: 'analysis-shape',
      type: 'fill',
      source,
      filter: all(is('role', 'shape', 'subject'), isArea as never),
      paint: { 'fill-color': ink, 'fill-opacity': 0.08 },
    },
    {
      id: 'analysis-found-area',
      type: 'fill',
      source,
      filter: all(is('role', 'inside'), isArea as never),
      paint: { 'fill-color': ink, 'fill-opacity': 0.1 },
    },
    {
      id: 'analysis-outline',
      type: 'line',
      source,
      filter: is('role', 'shape'),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 1.6, 'line-dasharray': [4, 2.5] },
    },
    {
      id: 'analysis-subject',
      type: 'line',
      source,
      filter: is('role', 'subject', 'line'),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 2.4 },
    },
    {
      id: 'analysis-found-line',
      type: 'line',
      source,
      filter: all(is('role', 'inside'), ['!', isPoint] as never),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 2.5, 'line-opacity': 0.4 },
    },
    {
      id: 'analysis-borderline',
      type: 'line',
      source,
      filter: all(is('role', 'borderline'), ['!', isPoint] as never),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 2, 'line-opacity': 0.5, 'line-dasharray': [1, 2] },
    },
    {
      id: 'analysis-points',
      type: 'circle',
      source,
      filter: all(isPoint as never, ['any', found, is('role', 'subject')] as never),
      paint: {
        'circle-radius': ['case', is('role', 'subject'), 5, 9],
        'circle-color': ink,
        'circle-opacity': ['case', is('role', 'subject'), 1, 0],
        'circle-stroke-color': ink,
        // 临界 is a thin ring beside the firm one of what is in.
        'circle-stroke-width': ['case', is('role', 'inside'), 2, 1],
        'circle-stroke-opacity': ['case', is('role', 'borderline'), 0.7, 1],
      },
    },
  ]
}

export function startAnalysisLayers(map: EngineMap, store: Store): () => void {
  let layers = analysisLayers(palettes[store.getState().session.palette])
  const apply = ({ view, session }: State) => {
    if (session.record.status !== 'ready') return
    // While a changed question is worked out its last answer stays.
    if (view.analysis && session.analysis.status === 'working') return
    const data = analysisFeatures(view.analysis, session.analysis, session.record.value)
    const known = map.getSource(source) as EngineSource | undefined
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
  map.addSource(source, { type: 'geojson', data })
  for (const layer of layers) putLayer(map, layer, firstNames)
}
