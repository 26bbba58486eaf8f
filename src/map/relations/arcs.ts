/**
 * Keeps the curves to a selected feature's partners, and the lines of a board that is selected or pointed at, in step
 * with the state. A name of a partner beyond the screen stands where its curve leaves it, so names follow every move.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import { opacityOf } from '../../model/layers'
import type { State } from '../../state/store'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'
import { firstNames, inRecord, putLayer, restyle, setSourceData } from '../source-layers'
import { relationLines, relationNames, relationNamesSource, relationSource } from '../style/layers/relations'
import { palettes } from '../style/palette'
import { shownLayers } from '../style/shown'
import { type RelationEnds, relationEnds } from './ends'
import { leaderFeatures, type RelationFeature, relationFeatures } from './features'
import { isBoard, relationSubjects } from './subjects'

/** The names of the central districts, which give way to nothing: the partners' are under them in the list and keep off. */
const namesOfTheNine = 'label-districts'

/** Draws the relations of what is selected. Returns a function that stops it. */
export function startRelationArcs(map: EngineMap, { store, follow }: Followers): () => void {
  let shown: RelationFeature[] = []
  let hidden: string[] = []
  let layers = layersOf(store.getState())
  const applyEnds = () => {
    setSourceData(map, relationNamesSource, relationEnds(map, shown, store.getState().session.padding))
  }
  const paint = () => {
    const before = layers
    layers = layersOf(store.getState())
    restyle(map, before, layers)
  }
  const apply = () => {
    const state = store.getState()
    shown = shownRelations(state)
    const lines = { type: 'FeatureCollection' as const, features: shown }
    if (map.getSource(relationSource)) {
      setSourceData(map, relationSource, lines)
      applyEnds()
    } else if (shown.length > 0) {
      addLayers(map, layers, lines, relationEnds(map, shown, state.session.padding))
      // Seen to be needed: what the sources are first made with, for a board under the pointer, did not always come to be drawn.
      map.once('idle', () => {
        if (shown.length > 0 && map.querySourceFeatures(relationSource).length === 0) apply()
      })
    }
    hideTwins()
  }
  /** A partner is drawn here, so its usual sign and name are not. */
  const hideTwins = () => {
    const partners = shown.filter(({ properties }) => properties.role === 'arc').map(({ properties }) => properties.id)
    for (const at of hidden.filter((id) => !partners.includes(id)).flatMap(inRecord))
      map.removeFeatureState(at, 'linked')
    for (const at of partners.filter((id) => !hidden.includes(id)).flatMap(inRecord))
      map.setFeatureState(at, { linked: true })
    hidden = partners
  }
  const ends = [
    follow(({ view: { layers }, session: { palette, language } }) => [layers, palette, language], paint, 'at-once'),
    follow((state) => [relationSubjects(state).join(), areOff(state), state.session.details], apply),
  ]
  map.on('moveend', applyEnds)
  return () => {
    for (const end of ends) end()
    map.off('moveend', applyEnds)
  }
}

function shownRelations(state: State): RelationFeature[] {
  const { record, details } = state.session
  // Off, they are not there at all: a partner must not give up its own sign for one that is not drawn.
  if (record.status !== 'ready' || areOff(state)) return []
  const relations = details.status === 'ready' ? details.value.relations : []
  return relationSubjects(state).flatMap((id) =>
    isBoard(state.session, id) ? leaderFeatures(record.value, id) : relationFeatures(record.value, relations, id),
  )
}

const areOff = ({ view }: State) => opacityOf(view.layers, 'relations') === 0

function layersOf({ view: { layers }, session: { palette, language } }: State): LayerSpecification[] {
  const all = [...relationLines(palettes[palette]), ...relationNames(palettes[palette], language)]
  return shownLayers(all, { layers })
}

/** The sources are made with what they show: data that follows at once can be lost. */
function addLayers(
  map: EngineMap,
  layers: readonly LayerSpecification[],
  lines: FeatureCollection,
  ends: RelationEnds,
) {
  map.addSource(relationSource, { type: 'geojson', data: lines })
  map.addSource(relationNamesSource, { type: 'geojson', data: ends })
  for (const layer of layers) putLayer(map, layer, layer.type === 'symbol' ? namesOfTheNine : firstNames)
}
