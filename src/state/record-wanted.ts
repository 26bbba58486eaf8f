/**
 * When to fetch the record. A view of the map alone lets the map load first, because parsing and counting two
 * megabytes would delay it. A link to anything else, or the first input of the user, fetches it at once.
 */
import type { DetailFiles } from '../model/record'
import type { View } from '../model/view'
import type { State, Store } from './store'

/** A map that never comes to rest must not keep anything away. */
const patienceMilliseconds = 3000

/**
 * Calls `load` once: when the map has come to rest, when the view shows more than the map, at the first input, or
 * after three seconds.
 */
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

/** Calls `run` once the map has come to rest, after three seconds at the latest. Returns a function that cancels it. */
export const whenMapRests = (store: Store, run: () => void): (() => void) =>
  whenOrLater(store, ({ session }) => !session.mapBusy, run)

/** Returns the details once they are here; undefined where they cannot be had. They must have been asked for. */
export function whenDetailsAreHere(store: Store): Promise<DetailFiles | undefined> {
  const settled = ({ session: { details } }: State) =>
    details.status === 'ready'
      ? { value: details.value }
      : details.status === 'failed'
        ? { value: undefined }
        : undefined
  const now = settled(store.getState())
  if (now) return Promise.resolve(now.value)
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe((state) => {
      const then = settled(state)
      if (!then) return
      unsubscribe()
      resolve(then.value)
    })
  })
}

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

/** Returns whether a view shows more than the map: a selection, an item, a comparison or a question. */
export const showsMore = ({ districts, feature, item, compare, analysis }: View): boolean =>
  districts.length > 0 || Boolean(feature ?? item ?? analysis) || compare
