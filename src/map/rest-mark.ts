import type { Actions } from '../state/actions'
import type { State, Store } from '../state/store'
import { afterPaint } from './after-paint'
import type { EngineMap } from './engine'
import { hoverPatience } from './follow'

const restMark = 'yulan:map-rest'

/**
 * Keeps the User Timing mark `yulan:map-rest` while the map is at rest: the record is on it, every tile it shows has come
 * and been drawn, and no change of the state waits to be followed. Cleared as soon as anything is to be drawn, and set
 * again when that is done; the first time the state is told. Returns a function that stops it.
 */
export function startRestMark(map: EngineMap, store: Store, actions: Actions): () => void {
  let idle = false
  let changes = 0
  const clear = () => performance.clearMarks(restMark)
  const markIfAtRest = () => {
    const { record, mapBusy, recordDrawn } = store.getState().session
    if (!idle || mapBusy || record.status !== 'ready' || !map.loaded()) return
    if (!recordDrawn) actions.recordIsDrawn()
    clear()
    performance.mark(restMark)
  }
  const works = () => {
    idle = false
    clear()
  }
  const rests = () => {
    idle = true
    afterPaint(markIfAtRest)
  }
  // Whoever follows the state writes to the map only after the panels have painted; what it writes makes the map work.
  const changed = (state: State, before: State) => {
    clear()
    const change = ++changes
    const isHover = state.session.hovered !== before.session.hovered
    const mark = () => afterPaint(() => afterPaint(() => change === changes && markIfAtRest()))
    setTimeout(mark, isHover ? hoverPatience(state) : 0)
  }
  map.on('render', works)
  map.on('dataloading', works)
  map.on('idle', rests)
  const unsubscribe = store.subscribe(changed)
  return () => {
    unsubscribe()
    map.off('render', works)
    map.off('dataloading', works)
    map.off('idle', rests)
    clear()
  }
}
