/**
 * Keeps the browser's history and the view in step. A movement of the camera replaces the current entry, at most once
 * in 300 ms; a change of meaning adds one, so that back undoes the last choice. One gesture, such as dragging a
 * slider or playing the years, is one entry. Inside another page no entry is added, because the history is that
 * page's.
 */

import { opacityOf } from '../model/layers'
import type { LayerState, View } from '../model/view'
import type { Actions } from './actions'
import { encodeView, linkParameter } from './link'
import { openAddress } from './open-link'
import type { State, Store } from './store'
import { changedKeys, viewChange } from './view-change'

const cameraDelayMilliseconds = 300
/** Changes of one slider closer than this are one gesture. */
const gestureMilliseconds = 1000

/** Returns the address of a view: that of the page with the parameter `m` alone. */
export function addressOf(view: View, release: string): string {
  // A link whose `?` was widened by an input method arrives as part of the path.
  // A page opened from a file has an address and no origin.
  const page = location.href.replace(/[?#].*$/, '').replace(/(%ef%bc%9f|%3f)m.*$/i, '')
  return `${page}?${linkParameter}=${encodeView(view, release)}`
}

/** What the history needs to know of the page. */
export interface HistoryOptions {
  release: string
  /** The page stands in another page's frame, whose back button is not ours to fill. */
  framed: boolean
}

/** Connects the history and the store. Returns a function that disconnects them. */
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
    // Entering a show is one step of the history, and so is leaving it.
    if (before.view.scene && state.view.scene) return replace(state.view)
    const key = slidingKey(before.view, state.view)
    const goesOn = key !== undefined && gesture?.key === key && performance.now() < gesture.until
    const lasts = state.session.scrubbing ? Number.POSITIVE_INFINITY : gestureMilliseconds
    gesture = key === undefined ? undefined : { key, until: performance.now() + lasts }
    if (framed || goesOn) return replace(state.view)
    // The entry that is left keeps the camera the user had moved to.
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

/** Writes the address. No-op if the browser refuses because of too many writes; the next one catches up. */
function write(method: 'pushState' | 'replaceState', address: string) {
  try {
    history[method](null, '', address)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

/**
 * Returns a key for changes made by dragging: the years, a layer's opacity, the radius of a question about the same
 * subject.
 */
function slidingKey(before: View, after: View): string | undefined {
  const [key, ...others] = changedKeys(before, after).filter((each) => each !== 'camera')
  if (others.length > 0) return undefined
  if (key === 'years') return after.years ? 'years' : undefined
  if (key === 'layers') return slidLayer(before.layers, after.layers)
  if (key !== 'analysis' || !before.analysis || !after.analysis) return undefined
  const subject = (view: View) => JSON.stringify({ ...view.analysis, radiusMeters: 0 })
  return subject(before) === subject(after) ? `analysis ${subject(after)}` : undefined
}

/** Returns the key of the only layer whose opacity has changed, unless it was turned on or off. */
function slidLayer(before: readonly LayerState[], after: readonly LayerState[]): string | undefined {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  const [id, ...others] = [...ids].filter((each) => opacityOf(before, each) !== opacityOf(after, each))
  if (id === undefined || others.length > 0) return undefined
  return opacityOf(before, id) > 0 && opacityOf(after, id) > 0 ? `layer ${id}` : undefined
}
