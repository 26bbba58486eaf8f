/**
 * Writes the state into the engine, and is the only one to: compares what is with what is shown and applies the
 * difference. After a lost graphics context everything is applied again.
 */
import type { FeatureCollection, Geometry } from 'geojson'
import { type Camera, sameCamera } from '../../geo/camera'
import { neighbourhoodDistricts } from '../model/neighbourhood'
import type { Record } from '../model/record'
import { visibleFeatures } from '../model/visible'
import type { Actions } from '../state/actions'
import type { State, Store } from '../state/store'
import { type BoundsOf, fitOfDrawing, recordBounds } from './camera-fit'
import type { Drawing } from './drawing'
import { cameraOf, type EngineEvent, type EngineMap, type EngineSource } from './engine'
import { type MapProperties, mapFeatures } from './features'
import { styleChanges } from './style/difference'
import { palettes } from './style/palette'
import { styleLayers } from './style/style'

const easeMilliseconds = 300
/** Movements the state asked for carry this, so that they are not taken for the reader's. */
const bySync = { bySync: true }

type MapData = FeatureCollection<Geometry, MapProperties>

export interface Sync {
  /** The ground has been drawn: the record's signs and names, which would have kept it waiting, may follow. */
  showRecord: () => void
  end: () => void
}

export function startSync(map: EngineMap, store: Store, actions: Actions, drawing: Drawing): Sync {
  let all: { record: Record; data: MapData } | undefined
  let styled = keyOf(store.getState())
  let stated: string[] = []
  // Until the style is there nothing can be set on it; then everything is.
  let deaf = true
  let grounded = false

  const dataOf = (record: Record): MapData => {
    if (all?.record !== record) all = { record, data: mapFeatures(record.features) }
    return all.data
  }
  const applyVisible = ({ view, session }: State) => {
    if (!grounded || session.record.status !== 'ready') return
    const record = session.record.value
    const visible = new Set(visibleFeatures(record, view).map(({ properties }) => properties.id))
    const { features } = dataOf(record)
    setData(map, 'record', {
      type: 'FeatureCollection',
      features: features.filter((f) => visible.has(f.properties.id)),
    })
  }
  const applyFocus = ({ view, session }: State) => {
    stated = applyDistrictStates(map, stated, districtStates(view, session))
    if (!grounded || session.record.status !== 'ready') return
    const focus = dataOf(session.record.value).features.flatMap((feature) => {
      const kind = focusOf(feature.properties.id, view.feature, session.hovered)
      return kind ? [{ ...feature, properties: { ...feature.properties, focus: kind } }] : []
    })
    setData(map, 'focus', { type: 'FeatureCollection', features: focus })
    // Its own sign and name would stand beside the focused ones.
    map.removeFeatureState({ source: 'record' })
    for (const { properties } of focus) map.setFeatureState({ source: 'record', id: properties.id }, { focused: true })
  }
  const applyStyle = (state: State) => {
    const next = keyOf(state)
    if (next === styled) return
    for (const change of styleChanges(layersOf(styled), layersOf(next))) {
      if (change.kind === 'paint') map.setPaintProperty(change.layer, change.property as never, change.value as never)
      else if (change.kind === 'filter') map.setFilter(change.layer, change.value as never)
      else map.setLayoutProperty(change.layer, change.property as never, change.value as never)
    }
    styled = next
  }
  const applyCamera = (state: State, atOnce: boolean) => {
    const target = targetCamera(state, drawing)
    if (sameCamera(target, cameraOf(map))) return
    const { longitude, latitude, zoom, bearing, pitch } = target
    const options = { center: [longitude, latitude] as [number, number], zoom, bearing, pitch }
    const still = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches
    if (still) map.jumpTo(options, bySync)
    else map.easeTo({ ...options, duration: easeMilliseconds }, bySync)
  }
  const applyAll = () => {
    const state = store.getState()
    applyVisible(state)
    stated = []
    applyFocus(state)
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (deaf) return
    const { view, session } = state
    const [oldView, oldSession] = [before.view, before.session]
    const recordCame = session.record !== oldSession.record
    if (session.palette !== oldSession.palette || session.language !== oldSession.language) applyStyle(state)
    if (recordCame || ['themes', 'filters', 'years'].some((key) => differs(view, oldView, key))) applyVisible(state)
    if (
      recordCame ||
      session.hovered !== oldSession.hovered ||
      differs(view, oldView, 'districts', 'feature', 'filters')
    )
      applyFocus(state)
    const fitChanged =
      !view.camera && (session.padding !== oldSession.padding || (recordCame && (view.feature || view.analysis)))
    if (fitChanged || differs(view, oldView, 'camera', 'districts', 'feature', 'analysis')) applyCamera(state, false)
  })
  // The engine also reports a movement when it is given another size or a new graphics context.
  const onMoveEnd = (event: EngineEvent) => {
    const byEngine = deaf || store.getState().session.printing !== undefined
    actions.cameraRested(cameraOf(map), !('bySync' in event) && !byEngine)
  }
  const onLost = () => {
    deaf = true
  }
  const onRestored = () => {
    // The engine reads its style anew; what changed meanwhile waits for it.
    map.once('style.load', () => {
      deaf = false
      applyStyle(store.getState())
      applyAll()
      applyCamera(store.getState(), true)
    })
  }
  const observer = new ResizeObserver(() => {
    // On paper a copy of the map stands in its place and the engine has no size.
    if (map.getContainer().clientWidth === 0) return
    map.resize(bySync)
    applyCamera(store.getState(), true)
  })
  map.on('moveend', onMoveEnd)
  map.on('webglcontextlost', onLost)
  map.on('webglcontextrestored', onRestored)
  map.once('styledata', () => {
    deaf = false
    applyStyle(store.getState())
    applyAll()
    applyCamera(store.getState(), false)
    observer.observe(map.getContainer())
    actions.cameraRested(cameraOf(map), false)
  })
  return {
    showRecord: () => {
      grounded = true
      applyAll()
    },
    end: () => {
      unsubscribe()
      observer.disconnect()
      map.off('moveend', onMoveEnd)
      map.off('webglcontextlost', onLost)
      map.off('webglcontextrestored', onRestored)
    },
  }
}

type StyleKey = `${State['session']['palette']}|${State['session']['language']}`
const keyOf = ({ session }: State): StyleKey => `${session.palette}|${session.language}`
function layersOf(key: StyleKey) {
  const [palette, language] = key.split('|') as [State['session']['palette'], State['session']['language']]
  return styleLayers(palettes[palette], language)
}

function differs<T extends object>(now: T, before: T, ...keys: (keyof T | string)[]): boolean {
  return keys.some((key) => now[key as keyof T] !== before[key as keyof T])
}

function focusOf(id: string, selected: string | undefined, hovered: string | undefined) {
  if (id === selected) return 'selected'
  return id === hovered ? 'hovered' : undefined
}

/** The camera of the view, or the fit of what it selects. The drawing's own bounds come first, so that nothing jumps. */
function targetCamera({ view, session }: State, drawing: Drawing): Camera {
  if (view.camera) return view.camera
  const inRecord = session.record.status === 'ready' ? recordBounds(session.record.value) : () => undefined
  const boundsOf: BoundsOf = (id) => drawing.boundsOf(id) ?? inRecord(id)
  return fitOfDrawing(boundsOf, view, drawing.size(), session.padding)
}

function setData(map: EngineMap, source: 'record' | 'focus', data: FeatureCollection) {
  const found = map.getSource(source) as EngineSource | undefined
  found?.setData(data)
  showSource(map, source, data.features.length > 0)
}

/** Wakes a source that sleeps, or lets it sleep: while it does, it is neither cut into tiles nor drawn. */
function showSource(map: EngineMap, source: string, shown: boolean) {
  const visibility = shown ? 'visible' : 'none'
  for (const id of map.getLayersOrder()) {
    if (map.getLayer(id)?.source !== source) continue
    if (map.getLayoutProperty(id, 'visibility') === visibility) return
    map.setLayoutProperty(id, 'visibility', visibility)
  }
}

interface DistrictState {
  selected: boolean
  hovered: boolean
  dimmed: boolean
}

/** Every district that is not as usual. */
function districtStates(view: State['view'], session: State['session']): Map<string, DistrictState> {
  const { districts: selected, filters } = view
  const states = new Map<string, DistrictState>()
  const known =
    session.record.status === 'ready' ? session.record.value.adjacency.flatMap(({ a, b }) => [a, b]) : selected
  const { record } = session
  const around =
    filters.around !== undefined && record.status === 'ready'
      ? neighbourhoodDistricts(record.value, filters.around)
      : undefined
  for (const code of new Set([...known, ...selected])) {
    const isSelected = selected.includes(code)
    const dimmed = selected.length > 0 ? !isSelected : around !== undefined && !around.has(code)
    const hovered = session.hovered === code
    if (isSelected || dimmed || hovered) states.set(code, { selected: isSelected, hovered, dimmed })
  }
  return states
}

/** Writes the states and takes back those that no longer hold; the codes that now have one. */
function applyDistrictStates(map: EngineMap, before: string[], states: Map<string, DistrictState>): string[] {
  const usual: DistrictState = { selected: false, hovered: false, dimmed: false }
  const targets = [
    { source: 'districts', sourceLayer: 'districts' },
    { source: 'districts', sourceLayer: 'names' },
    { source: 'selection', sourceLayer: 'districts' },
  ]
  for (const id of new Set([...before, ...states.keys()]))
    for (const target of targets) map.setFeatureState({ ...target, id }, states.get(id) ?? usual)
  showSource(
    map,
    'selection',
    [...states.values()].some(({ selected }) => selected),
  )
  return [...states.keys()]
}
