/** What the page's surroundings do to the state: the window's size and open panels set the padding, the system the palette. */
import type { Size } from '../../geo/camera'
import { mapPadding, openPanels } from '../model/layout'
import type { Actions } from './actions'
import type { Store } from './store'

/** Keeps `session.padding` and the palette in step; answers a function that stops it. */
export function followSurroundings(store: Store, actions: Actions, mapSize: () => Size): () => void {
  const measure = () => {
    const { view, session } = store.getState()
    const next = mapPadding(mapSize(), openPanels(view))
    const same = (Object.keys(next) as (keyof typeof next)[]).every((side) => next[side] === session.padding[side])
    if (!same) actions.setSession({ padding: next })
  }
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const onScheme = () => {
    if (store.getState().session.paletteFollowsSystem) actions.setPalette(scheme.matches ? 'dark' : 'light', true)
  }
  measure()
  const unsubscribe = store.subscribe((state, before) => {
    if (state.view !== before.view) measure()
  })
  window.addEventListener('resize', measure)
  scheme.addEventListener('change', onScheme)
  return () => {
    unsubscribe()
    window.removeEventListener('resize', measure)
    scheme.removeEventListener('change', onScheme)
  }
}
