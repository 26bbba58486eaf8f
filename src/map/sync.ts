/**
 * Writes the state into the engine, and is the only one to: compares what is with what is shown and applies the
 * difference. After a lost graphics context everything is applied again.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import { type Camera, sameCamera } from '../../geo/screen/camera'
import { visibleFeatures } from '../model/filters/visible'
import type { Actions } from '../state/actions'
import type { State, Store } from '../state/store'
import { followAfterPaint } from './after-paint'
import { type BoundsOf, fitOfStaticMap } from './camera-fit'
import { applyDistrictStates, districtStates } from './district-states'
import { cameraOf, type EngineEvent, type EngineMap, type EngineSource } from './engine'
import { mapFeatures } from './features'
import type { StaticMap } from './first-paint/static-map'
import { addLayers, restyle, showSource } from './source-layers'
import { layersOf, sameStyleInputs, styleInputsOf } from './style-inputs'

const easeMilliseconds = 300
/** Movements the state asked for carry this, so that they are not taken for the reader's. */
const bySync = { bySync: true }

export interface Sync {
  /** The basemap has been drawn: the record's signs and names, which would have kept it waiting, may follow. */
  showRecord: () => void
  end: () => void
}

export function startSync(map: EngineMap, store: Store, actions: Actions, staticMap: StaticMap): Sync {
  let inputs = styleInputsOf(store.getState())
  let layers: LayerSpecification[] | undefined
  let stated: string[] = []
  let focused: string[] = []
  // Until the style is there nothing can be set on it; then everything is.
  let deaf = true
  let withBasemap = false

  const layersNow = () => {
    layers ??= layersOf(inputs)
    return layers
  }
  const setData = (source: 'record' | 'focus', data: FeatureCollection) => {
    const found = map.getSource(source) as EngineSource | undefined
    found?.setData(data)
    showSource(map, source, data.features.length > 0, layersNow)
  }
  const applyVisible = ({ view, session }: State) => {
    if (!withBasemap || session.record.status !== 'ready') return
    const record = session.record.value
    const visible = new Set(visibleFeatures(record, view).map(({ properties }) => properties.id))
    const { features } = mapFeatures(record.features)
    setData('record', {
      type: 'FeatureCollection',
      features: features.filter((f) => visible.has(f.properties.id)),
    })
  }
  const applyFocus = ({ view, session }: State) => {
    const states = districtStates(view, session)
    stated = applyDistrictStates(map, stated, states)
    const marked = [...states.values()].some(({ selected, dimmed }) => selected || dimmed)
    showSource(map, 'selection', marked, layersNow)
    if (!withBasemap || session.record.status !== 'ready') return
    const focus = mapFeatures(session.record.value.features).features.flatMap((feature) => {
      const kind = focusOf(feature.properties.id, view.feature, session.hovered)
      return kind ? [{ ...feature, properties: { ...feature.properties, focus: kind } }] : []
    })
    setData('focus', { type: 'FeatureCollection', features: focus })
    // Its own sign and name would stand beside the focused ones.
    for (const id of focused) map.removeFeatureState({ source: 'record', id }, 'focused')
    focused = focus.map(({ properties }) => properties.id)
    for (const id of focused) map.setFeatureState({ source: 'record', id }, { focused: true })
  }
  const applyStyle = (state: State) => {
    const next = styleInputsOf(state)
    if (sameStyleInputs(next, inputs)) return
    const before = layersNow()
    inputs = next
    layers = layersOf(next)
    restyle(map, before, layers)
  }
  const applyCamera = (state: State, atOnce: boolean) => {
    const target = targetCamera(state, staticMap)
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
    focused = []
    applyFocus(state)
  }
  const applyChange = (state: State, before: State) => {
    const { view, session } = state
    const [oldView, oldSession] = [before.view, before.session]
    const recordCame = session.record !== oldSession.record
    if (recordCame || ['themes', 'filters', 'years'].some((key) => differs(view, oldView, key))) applyVisible(state)
    if (
      recordCame ||
      session.hovered !== oldSession.hovered ||
      differs(view, oldView, 'districts', 'feature', 'filters')
    )
      applyFocus(state)
    const fitChanged =
      !view.camera &&
      (session.padding !== oldSession.padding ||
        (session.boundsOf !== oldSession.boundsOf && (view.feature || view.analysis)))
    if (fitChanged || differs(view, oldView, 'camera', 'districts', 'feature', 'analysis')) applyCamera(state, false)
  }
  const unfollow = followAfterPaint(store, (state, before) => {
    if (!deaf) applyChange(state, before)
  })
  const unsubscribe = store.subscribe((state) => {
    if (!deaf) applyStyle(state)
  })
  // The engine also reports a movement when it is given another size or a new graphics context, and no reader moves what
  // the static map still covers.
  const onMoveEnd = (event: EngineEvent) => {
    const byEngine = deaf || !withBasemap || store.getState().session.printing !== undefined
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
      withBasemap = true
      addLayers(map, ({ type }) => type === 'background', layersNow())
      applyAll()
    },
    end: () => {
      unsubscribe()
      unfollow()
      observer.disconnect()
      map.off('moveend', onMoveEnd)
      map.off('webglcontextlost', onLost)
      map.off('webglcontextrestored', onRestored)
    },
  }
}

function differs<T extends object>(now: T, before: T, ...keys: (keyof T | string)[]): boolean {
  return keys.some((key) => now[key as keyof T] !== before[key as keyof T])
}

function focusOf(id: string, selected: string | undefined, hovered: string | undefined) {
  if (id === selected) return 'selected'
  return id === hovered ? 'hovered' : undefined
}

/** The camera of the view, or the fit of what it selects. The static map's own bounds come first, so that nothing jumps. */
function targetCamera({ view, session }: State, staticMap: StaticMap): Camera {
  if (view.camera) return view.camera
  const boundsOf: BoundsOf = (id) => staticMap.boundsOf(id) ?? session.boundsOf?.(id)
  return fitOfStaticMap(boundsOf, view, staticMap.size(), session.padding)
}
