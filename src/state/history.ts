/**
 * The address bar follows the view and the view follows the address bar. The camera replaces the current entry, at
 * most once in 300 ms; a change of meaning makes a new one, so that back undoes the last thing the reader meant.
 * One gesture is one entry: what a slider or playing years pass through replaces what they passed before. Inside
 * another page nothing is added to that page's history.
 */

import { opacityOf } from '../model/layers'
import type { LayerState, View } from '../model/view'
import type { Actions } from './actions'
import { changedKeys, viewChange } from './actions'
import { encodeView, linkParameter } from './link'
import { openAddress } from './open-link'
import type { State, Store } from './store'

const cameraDelayMilliseconds = 300
/** Changes of one slider closer than this are one gesture. */
const gestureMilliseconds = 1000

/** The address of a view: the page's own, with nothing but `m`. */
export function addressOf(view: View, release: string): string {
  // A link whose `?` was widened by an input method arrives as part of the path.
  const path = location.pathname.replace(/(%ef%bc%9f|%3f)m.*$/i, '')
  return `${location.origin}${path}?${linkParameter}=${encodeView(view, release)}`
}

export interface HistoryOptions {
  release: string
  /** The page stands in another page's frame, whose back button is not ours to fill. */
  framed: boolean
}

/** Ties history and store together; answers a function that unties them. */
export function followHistory(store: Store, actions: Actions, { release, framed }: HistoryOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let gesture: { key: string; until: number } | undefined
  const replace = (view: View) => {
    clearTimeout(timer)
    timer = undefined
    write('replaceState', addressOf(view, release))
  }
  const onChange = (state: State, before: State) => {
    if (state.session.scrubbing !== before.session.scrubbing) gesture = undefined
    const change = viewChange(before.view, state.view)
    if (change === 'none' || actions.isRestored(state.view)) return
    if (change === 'camera') {
      timer ??= setTimeout(() => replace(store.getState().view), cameraDelayMilliseconds)
      return
    }
    const key = slidingKey(before.view, state.view)
    const goesOn = key !== undefined && gesture?.key === key && performance.now() < gesture.until
    const lasts = state.session.scrubbing ? Number.POSITIVE_INFINITY : gestureMilliseconds
    gesture = key === undefined ? undefined : { key, until: performance.now() + lasts }
    if (framed || goesOn) return replace(state.view)
    // The entry that is left keeps where the reader had moved to.
    if (timer !== undefined) replace(before.view)
    const address = addressOf(state.view, release)
    if (address !== location.href) write('pushState', address)
  }
  const onPopState = () => {
    // A camera still waiting belongs to the entry that has just been left.
    clearTimeout(timer)
    timer = undefined
    gesture = undefined
    openAddress(location.href, store, actions, release)
  }
  const unsubscribe = store.subscribe(onChange)
  window.addEventListener('popstate', onPopState)
  return () => {
    unsubscribe()
    clearTimeout(timer)
    window.removeEventListener('popstate', onPopState)
  }
}

/** Browsers refuse a page that writes its history too often; the view goes on, the next write catches up. */
function write(method: 'pushState' | 'replaceState', address: string) {
  try {
    history[method](null, '', address)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

/** What is dragged along rather than chosen: the years, how pale a layer is, the radius of a question about the same thing. */
function slidingKey(before: View, after: View): string | undefined {
  const [key, ...others] = changedKeys(before, after).filter((each) => each !== 'camera')
  if (others.length > 0) return undefined
  if (key === 'years') return after.years ? 'years' : undefined
  if (key === 'layers') return slidLayer(before.layers, after.layers)
  if (key !== 'analysis' || !before.analysis || !after.analysis) return undefined
  const subject = (view: View) => JSON.stringify({ ...view.analysis, radiusMeters: 0 })
  return subject(before) === subject(after) ? `analysis ${subject(after)}` : undefined
}

/** The one group that is paler or less pale than before; what was turned off or on was chosen. */
function slidLayer(before: readonly LayerState[], after: readonly LayerState[]): string | undefined {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  const [id, ...others] = [...ids].filter((each) => opacityOf(before, each) !== opacityOf(after, each))
  if (id === undefined || others.length > 0) return undefined
  return opacityOf(before, id) > 0 && opacityOf(after, id) > 0 ? `layer ${id}` : undefined
}
