/** The map by keyboard: Alt and an arrow move a cursor from feature to feature, Enter opens, Escape clears. */
import type { Position } from 'geojson'
import type { Record } from '../model/record'
import { visibleFeatures } from '../model/visible'
import type { Actions } from '../state/actions'
import type { Store } from '../state/store'
import { recordBounds } from './camera-fit'
import { nextInDirection, type Stop } from './direction'
import type { EngineMap } from './engine'

const directions: { [key: string]: readonly [x: number, y: number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export function startKeyboard(map: EngineMap, store: Store, actions: Actions): () => void {
  const canvas = map.getCanvas()
  const onKey = (event: KeyboardEvent) => {
    const { session, view } = store.getState()
    const direction = directions[event.key]
    if (event.altKey && direction && session.record.status === 'ready') {
      event.preventDefault()
      event.stopPropagation()
      const stops = stopsOnScreen(map, session.record.value, store)
      const from = stops.find(({ id }) => id === (session.hovered ?? view.feature ?? view.districts[0]))
      actions.hover(nextInDirection(stops, from ?? middleOf(map), direction)?.id ?? session.hovered)
    } else if (event.key === 'Enter' && session.hovered) {
      event.preventDefault()
      actions.select(session.hovered)
    } else if (event.key === 'Escape') {
      if (session.hovered) actions.hover(undefined)
      actions.clearSelection()
    }
  }
  // The engine's own arrows listen on the same element; in the capturing phase ours come first.
  canvas.addEventListener('keydown', onKey, { capture: true })
  return () => canvas.removeEventListener('keydown', onKey, { capture: true })
}

function middleOf(map: EngineMap): Stop {
  const { clientWidth, clientHeight } = map.getContainer()
  return { id: '', x: clientWidth / 2, y: clientHeight / 2 }
}

/** Everything visible that has a place inside the picture, where it is drawn, in CSS pixels. */
function stopsOnScreen(map: EngineMap, record: Record, store: Store): Stop[] {
  const { clientWidth, clientHeight } = map.getContainer()
  const boundsOf = recordBounds(record)
  return visibleFeatures(record, store.getState().view).flatMap(({ properties: { id }, geometry }) => {
    const place = geometry?.type === 'Point' ? geometry.coordinates : centerOf(boundsOf(id))
    if (!place) return []
    const { x, y } = map.project([place[0] ?? 0, place[1] ?? 0])
    return x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight ? [{ id, x, y }] : []
  })
}

const centerOf = (bounds: readonly number[] | undefined): Position | undefined =>
  bounds && [((bounds[0] ?? 0) + (bounds[2] ?? 0)) / 2, ((bounds[1] ?? 0) + (bounds[3] ?? 0)) / 2]
