/**
 * Keeps the curves to a selected feature's partners, and the lines of a board that is selected or pointed at, in step
 * with the state. A name of a partner beyond the screen stands where its curve leaves it, so names follow every move.
 */
import type { FeatureCollection } from 'geojson'
import type { State, Store } from '../state/store'
import { canBeAsked, type EngineMap, type EngineSource } from './engine'
import { type RelationEnds, relationEnds } from './relation-ends'
import { leaderFeatures, type RelationFeature, relationFeatures } from './relation-features'
import { isBoard, relationSubjects } from './relation-subjects'
import { firstNames, repaint } from './source-layers'
import { relationLines, relationNames, relationNamesSource, relationSource } from './style/layers/relations'
import { palettes } from './style/palette'

/** The names of the nine, which give way to nothing: the partners' are under them in the list and keep off. */
const namesOfTheNine = 'label-districts'

export function startRelationArcs(map: EngineMap, store: Store): () => void {
  let shown: RelationFeature[] = []
  let hidden: string[] = []
  const applyEnds = () => {
    const source = map.getSource(relationNamesSource) as EngineSource | undefined
    source?.setData(relationEnds(map, shown, store.getState().session.padding))
  }
  const apply = (state: State) => {
    shown = shownRelations(state)
    const lines = { type: 'FeatureCollection' as const, features: shown }
    const source = map.getSource(relationSource) as EngineSource | undefined
    if (source) {
      source.setData(lines)
      applyEnds()
    } else if (shown.length > 0) addLayers(map, state.session, lines, relationEnds(map, shown, state.session.padding))
    hideTwins()
  }
  /** A partner is drawn here, so its usual sign and name are not. */
  const hideTwins = () => {
    for (const id of hidden) map.removeFeatureState({ source: 'record', id }, 'linked')
    hidden = shown.filter(({ properties }) => properties.role === 'arc').map(({ properties }) => properties.id)
    for (const id of hidden) map.setFeatureState({ source: 'record', id }, { linked: true })
  }
  const paint = ({ session }: State) => {
    if (canBeAsked(map)) repaint(map, layersOf(session))
  }
  const whenStyled = () => {
    if (map.getLayer(firstNames)) apply(store.getState())
    else map.once('styledata', () => apply(store.getState()))
  }
  const unsubscribe = store.subscribe((state, before) => {
    const [now, then] = [state.session, before.session]
    if (now.palette !== then.palette || now.language !== then.language) paint(state)
    if (relationSubjects(state).join() !== relationSubjects(before).join() || now.details !== then.details) whenStyled()
  })
  whenStyled()
  // Seen to be needed: what the sources are first made with, for a board under the pointer, did not always come to be drawn.
  map.once('idle', () => apply(store.getState()))
  map.triggerRepaint()
  map.on('moveend', applyEnds)
  map.on('webglcontextrestored', whenStyled)
  return () => {
    unsubscribe()
    map.off('moveend', applyEnds)
    map.off('webglcontextrestored', whenStyled)
  }
}

function shownRelations(state: State): RelationFeature[] {
  const { record, details } = state.session
  if (record.status !== 'ready') return []
  const relations = details.status === 'ready' ? details.value.relations : []
  return relationSubjects(state).flatMap((id) =>
    isBoard(state.session, id) ? leaderFeatures(record.value, id) : relationFeatures(record.value, relations, id),
  )
}

const layersOf = ({ palette, language }: State['session']) =>
  [...relationLines(palettes[palette]), ...relationNames(palettes[palette], language)].map(({ layer }) => layer)

/** The sources are made with what they show: data that follows at once can be lost. */
function addLayers(
  map: EngineMap,
  { palette, language }: State['session'],
  lines: FeatureCollection,
  ends: RelationEnds,
) {
  map.addSource(relationSource, { type: 'geojson', data: lines })
  map.addSource(relationNamesSource, { type: 'geojson', data: ends })
  for (const { layer } of relationLines(palettes[palette])) map.addLayer(layer, firstNames)
  for (const { layer } of relationNames(palettes[palette], language)) map.addLayer(layer, namesOfTheNine)
}
