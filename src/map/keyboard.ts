/**
 * The map by keyboard: Alt and an arrow move a cursor from feature to feature, a digit sets it on a central district,
 * Enter opens, Escape clears, L opens the list.
 */
import type { Position } from 'geojson'
import { visibleFeatures } from '../model/filters/visible'
import { opacityOf } from '../model/layers'
import type { PlanRecord } from '../model/record'
import type { Actions } from '../state/actions'
import type { State, Store } from '../state/store'
import { type CrowdList, crowdAt } from './crowd'
import { nextInDirection, type Stop } from './direction'
import type { EngineMap } from './engine'
import { groupOfClass } from './feature-class'
import { firstDotZoom, mapFeatures } from './features'

const directions: { [key: string]: readonly [x: number, y: number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Nearer than this to one another, no arrow leads from one place to the other. */
const crowdPixels = 4

/** Lets the keyboard move between features and open them. Returns a function that stops it. */
export function startKeyboard(map: EngineMap, store: Store, actions: Actions, crowdList: CrowdList): () => void {
  const canvas = map.getCanvas()
  const onKey = (event: KeyboardEvent) => {
    if (!act(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  /** Where others lie on what is hovered, all of them are offered, it first. */
  const enter = (id: string) => {
    const { record } = store.getState().session
    const geometry = record.status === 'ready' ? record.value.featureById.get(id)?.geometry : undefined
    if (geometry?.type !== 'Point') return actions.select(id)
    const at = map.project([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0])
    const others = crowdAt(map, at, crowdPixels).filter((each) => each !== id)
    if (others.length === 0) actions.select(id)
    else crowdList.open([id, ...others], at)
  }
  /** Whether the key was one of ours. */
  const act = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const { session, view } = store.getState()
    const record = session.record.status === 'ready' ? session.record.value : undefined
    const direction = directions[key]
    if (altKey && direction && record) {
      const stops = stopsOnScreen(map, record, store.getState())
      const from = stops.find(({ id }) => id === (session.hovered ?? view.feature ?? view.districts[0]))
      actions.hover(nextInDirection(stops, from ?? middleOf(map), direction)?.id ?? session.hovered)
      return true
    }
    if (altKey || ctrlKey || metaKey) return false
    const district = record?.centralDistricts[Number(key) - 1]
    if (district) actions.hover(district.properties.id)
    else if (key === 'Enter' && session.hovered) enter(session.hovered)
    else if (key === 'l' || key === 'L') actions.showCatalogue(true)
    else if (key === 'Escape' && (session.pick || session.sketch)) actions.pickEnd(undefined)
    else if (key === 'Escape') {
      if (session.hovered) actions.hover(undefined)
      actions.clearSelection()
    } else return false
    return true
  }
  // The engine's own arrows listen on the same element; in the capturing phase ours come first.
  canvas.addEventListener('keydown', onKey, { capture: true })
  return () => canvas.removeEventListener('keydown', onKey, { capture: true })
}

function middleOf(map: EngineMap): Stop {
  const { clientWidth, clientHeight } = map.getContainer()
  return { id: '', x: clientWidth / 2, y: clientHeight / 2 }
}

/** Everything drawn at this zoom that has a place inside the picture, where it is drawn, in CSS pixels. */
function stopsOnScreen(map: EngineMap, record: PlanRecord, { view, session }: State): Stop[] {
  const { clientWidth, clientHeight } = map.getContainer()
  const zoom = map.getZoom()
  const drawn = new Set(
    mapFeatures(record.features)
      .features.filter(({ properties: { class: kind, from } }) => {
        const group = groupOfClass[kind]
        return (kind === 'point' ? firstDotZoom : from) <= zoom && (!group || opacityOf(view.layers, group) > 0)
      })
      .map(({ properties }) => properties.id),
  )
  const isDrawn = (id: string) => drawn.has(id) || record.featureById.get(id)?.properties.kind === 'district'
  return visibleFeatures(record, view).flatMap(({ properties: { id }, geometry }) => {
    const place = geometry?.type === 'Point' ? geometry.coordinates : centerOf(session.boundsOf?.(id))
    if (!place || !isDrawn(id)) return []
    const { x, y } = map.project([place[0] ?? 0, place[1] ?? 0])
    return x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight ? [{ id, x, y }] : []
  })
}

const centerOf = (bounds: readonly number[] | undefined): Position | undefined =>
  bounds && [((bounds[0] ?? 0) + (bounds[2] ?? 0)) / 2, ((bounds[1] ?? 0) + (bounds[3] ?? 0)) / 2]
