/**
 * The address bar follows the view and the view follows the address bar. The camera replaces the current entry, at
 * most once in 300 ms; a change of meaning makes a new one, so that back undoes the last thing the reader meant.
 */

import { themeIds } from '../../data/schema-ids'
import { defaultView, type View } from '../model/view'
import type { Actions } from './actions'
import { viewChange } from './actions'
import { decodeLocation, encodeView, linkParameter } from './link'
import { resolveView } from './resolve'
import type { State, Store } from './store'

const cameraDelayMilliseconds = 300

/** The address of a view: the page's own, with nothing but `m`. */
export function addressOf(view: View, release: string): string {
  return `${location.origin}${location.pathname}?${linkParameter}=${encodeView(view, release)}`
}

/** Ties history and store together; answers a function that unties them. */
export function followHistory(store: Store, actions: Actions, release: string): () => void {
  let restoring = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const replace = (view: View) => {
    clearTimeout(timer)
    timer = undefined
    history.replaceState(null, '', addressOf(view, release))
  }
  const onChange = (state: State, before: State) => {
    const change = viewChange(before.view, state.view)
    if (change === 'none' || restoring) return
    if (change === 'camera') {
      timer ??= setTimeout(() => replace(store.getState().view), cameraDelayMilliseconds)
      return
    }
    // The entry that is left keeps where the reader had moved to.
    if (timer !== undefined) replace(before.view)
    const address = addressOf(state.view, release)
    if (address !== location.href) history.pushState(null, '', address)
  }
  const onPopState = () => {
    restoring = true
    const decoded = decodeLocation(location.search, location.hash)
    const { record } = store.getState().session
    const view = decoded?.view ?? defaultView(themeIds)
    actions.restore(record.status === 'ready' ? resolveView(view, record.value).view : view)
    restoring = false
  }
  const unsubscribe = store.subscribe(onChange)
  window.addEventListener('popstate', onPopState)
  return () => {
    unsubscribe()
    clearTimeout(timer)
    window.removeEventListener('popstate', onPopState)
  }
}
