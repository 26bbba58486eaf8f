/**
 * When to fetch the record. A view that shows the map alone lets the map come first: two megabytes to parse and count
 * would keep it waiting. A link to anything else, or the reader's first touch, wants the record at once.
 */
import type { View } from '../model/view'
import type { State, Store } from './store'

/** A map that never comes to rest must not keep the record away. */
const patienceMilliseconds = 3000

export function whenRecordIsWanted(store: Store, load: () => void): void {
  const go = () => {
    unsubscribe()
    clearTimeout(timer)
    for (const touch of touches) document.removeEventListener(touch, go, true)
    load()
  }
  const look = (state: State) => {
    if (!state.session.mapBusy || showsMore(state.view)) go()
  }
  const unsubscribe = store.subscribe(look)
  const timer = setTimeout(go, patienceMilliseconds)
  for (const touch of touches) document.addEventListener(touch, go, true)
  look(store.getState())
}

const touches = ['pointerdown', 'keydown', 'focusin'] as const

export const showsMore = ({ districts, feature, item, compare, analysis }: View): boolean =>
  districts.length > 0 || Boolean(feature ?? item ?? analysis) || compare
