/**
 * Draws the state on an engine: how the style looks, which districts stand out, the record's visible features and what of
 * them is selected or pointed at. The page's map and pictures both draw by it.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import { opacityOf } from '../model/layers'
import { allMembersOf } from '../model/networks'
import type { State } from '../state/store'
import { startCounts } from './counts/follower'
import { districtTints } from './counts/tint'
import { applyDistrictStates, applyTints, districtStates } from './district-states'
import type { EngineMap } from './engine'
import { mapExtent, shownExtents } from './extent-features'
import { mapFeatures } from './features'
import { drawOnceLoaded } from './first-frames'
import type { Followers } from './follow'
import { startNetworkPlates } from './networks/follower'
import { bySource, shownFeatures } from './shown-features'
import {
  addLayers,
  changeSourceData,
  type FeatureOnMap,
  inRecord,
  restyle,
  setSourceData,
  showSource,
} from './source-layers'
import { shapesSource } from './style/parts'
import { layersOf, sameStyleInputs, styleInputsOf } from './style-inputs'

/** The state as it is drawn on an engine. */
export interface DrawnState {
  /** Adds the record's signs and names, which would have kept the basemap's first frame waiting. */
  showRecord: () => void
}

/** Begins with style and districts; the record follows when `showRecord` is called. */
export function startDrawnState(map: EngineMap, followers: Followers): DrawnState {
  const { store, follow } = followers
  let inputs = styleInputsOf(store.getState())
  let layers: LayerSpecification[] | undefined
  const layersNow = () => {
    layers ??= layersOf(inputs)
    return layers
  }
  const setData = (source: 'record' | 'extents' | 'focus', data: FeatureCollection) => {
    setSourceData(map, source, data)
    showSource(map, source, data.features.length > 0, layersNow)
  }
  const applyStyle = () => {
    const next = styleInputsOf(store.getState())
    if (sameStyleInputs(next, inputs)) return
    const before = layersNow()
    inputs = next
    layers = layersOf(next)
    restyle(map, before, layers)
  }
  follow((state) => Object.values(styleInputsOf(state)), applyStyle, 'at-once')
  let stated: string[] = []
  let tinted: string[] = []
  const showAreas = () => {
    const { view, session } = store.getState()
    const marked = [...districtStates(view, session).values()].some(({ selected, dimmed }) => selected || dimmed)
    showSource(map, 'selection', marked || tinted.length > 0, layersNow)
  }
  follow(marking, (_, before) => {
    const { view, session } = store.getState()
    stated = applyDistrictStates(map, before ? stated : [], districtStates(view, session))
    showAreas()
  })
  follow(tinting, (_, before) => {
    tinted = applyTints(map, before ? tinted : [], districtTints(store.getState()))
    showAreas()
  })
  const followRecord = () => {
    const filtered = ({ view: { themes, filters, years, districts }, session: { record } }: State) => [
      ...[record, themes, filters, years],
      districts,
    ]
    // Three followers, because those of a large record each take as long as a task should.
    follow(filtered, () => recordFeatures(store.getState()))
    follow(filtered, (_, before) => {
      const data = recordFeatures(store.getState())
      if (!data) return
      setData('record', data.record)
      // Frames meanwhile would show half of it.
      if (before) drawOnceLoaded(map, ['record', shapesSource, 'counts', 'selection'])
    })
    follow(filtered, async () => {
      const shapes = recordFeatures(store.getState())?.[shapesSource]
      if (!shapes) return
      setData('extents', extentsNow(store.getState()))
      await changeSourceData(map, shapesSource, shapes)
      showSource(map, shapesSource, shapes.features.length > 0, layersNow)
    })
    let focused: FeatureOnMap[] = []
    follow(
      ({ view: { feature }, session: { record, hovered } }) => [record, feature, hovered],
      (_, before) => {
        const data = focusFeatures(store.getState())
        if (!data) return
        setData('focus', data)
        // Its own sign and name would stand beside the focused ones.
        if (before) for (const at of focused) map.removeFeatureState(at, 'focused')
        focused = data.features.flatMap(({ properties }) => inRecord(properties?.id))
        for (const at of focused) map.setFeatureState(at, { focused: true })
      },
    )
  }
  return {
    showRecord: () => {
      addLayers(map, ({ type }) => type === 'background', layersNow())
      followRecord()
      startCounts(map, followers, layersNow)
      startNetworkPlates(map, followers, layersNow)
    },
  }
}

/** All that decides how the districts are tinted. */
const tinting = ({ view: { themes, filters, years, layers }, session: { record, palette } }: State) => [
  ...[themes, filters, years, record, palette],
  opacityOf(layers, 'counts') > 0,
]

/** All that decides which districts stand out. */
const marking = ({ view: { districts, filters }, session: { record, hovered } }: State) => [
  districts,
  filters,
  record,
  hovered,
]

function recordFeatures({ view, session }: State): ReturnType<typeof bySource> | undefined {
  if (session.record.status !== 'ready') return undefined
  return bySource(shownFeatures(session.record.value, view, view.districts))
}

function extentsNow({ view, session: { record } }: State): FeatureCollection {
  return record.status === 'ready' ? shownExtents(record.value, view) : { type: 'FeatureCollection', features: [] }
}

function focusFeatures({ view, session }: State): FeatureCollection | undefined {
  if (session.record.status !== 'ready') return undefined
  const record = session.record.value
  const members = new Set(
    view.feature ? allMembersOf(record, view.feature).map(({ feature }) => feature.properties.id) : [],
  )
  const extents = [...record.extentById.values()].map((extent) => mapExtent(extent))
  const features = [...mapFeatures(record.features).features, ...extents].flatMap((feature) => {
    const { id, class: drawnAs } = feature.properties
    const asMember = drawnAs !== 'extent' && members.has(id) ? 'member' : undefined
    const focus = focusOf(id, view.feature, session.hovered) ?? asMember
    return focus ? [{ ...feature, properties: { ...feature.properties, focus } }] : []
  })
  return { type: 'FeatureCollection', features }
}

function focusOf(id: string, selected: string | undefined, hovered: string | undefined) {
  if (id === selected) return 'selected'
  return id === hovered ? 'hovered' : undefined
}
