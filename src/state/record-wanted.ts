/**
 * When to fetch the record, and what else waits for the map. A view that shows the map alone lets the map come first: two megabytes to parse and count
 * would keep it waiting. A link to anything else, or the reader's first touch, wants the record at once.
 */
import type { View } from '../model/view'
import type { State, Store } from './store'

/** A map that never comes to rest must not keep anything away. */
const patienceMilliseconds = 3000

export function whenRecordIsWanted(store: Store, load: () => void): void {
  let giveUp = () => {}
  const go = () => {
    giveUp()
    for (const touch of touches) document.removeEventListener(touch, go, true)
    load()
  }
  for (const touch of touches) document.addEventListener(touch, go, true)
  giveUp = whenOrLater(store, ({ view, session }) => !session.mapBusy || showsMore(view), go)
}

/** Runs once the map has come to rest; the function answered gives it up. */
export const whenMapRests = (store: Store, run: () => void): (() => void) =>
  whenOrLater(store, ({ session }) => !session.mapBusy, run)

function whenOrLater(store: Store, isTime: (state: State) => boolean, run: () => void): () => void {
  if (isTime(store.getState())) {
    run()
    return () => {}
  }
  const go = () => {
    giveUp()
    run()
  }
  const unsubscribe = store.subscribe((state) => isTime(state) && go())
  const timer = setTimeout(go, patienceMilliseconds)
  const giveUp = () => {
    unsubscribe()
    clearTimeout(timer)
  }
  return giveUp
}

const touches = ['pointerdown', 'keydown', 'focusin'] as const

export const showsMore = ({ districts, feature, item, compare, analysis }: View): boolean =>
  districts.length > 0 || Boolean(feature ?? item ?? analysis) || compare
