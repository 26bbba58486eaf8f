/**
 * Connects the page's surroundings with the state: window size and open panels set the padding, the system sets the
 * palette, and the chosen language and palette are remembered.
 */
import type { Size } from '../../geo/screen/camera'
import { mapPadding, openPanels } from '../model/layout'
import type { Actions } from './actions'
import type { Language, Session, Store } from './store'

/** Keeps padding, palette and preferences in step. Returns a function that stops it. */
export function followSurroundings(
  store: Store,
  actions: Actions,
  mapSize: () => Size,
  rememberPreferences: (preferences: { language: Language; palette?: 'light' | 'dark' }) => void,
): () => void {
  const measure = () => {
    const { view, session } = store.getState()
    const next = mapPadding(mapSize(), openPanels(view))
    const same = (Object.keys(next) as (keyof typeof next)[]).every((side) => next[side] === session.padding[side])
    if (!same) actions.setPadding(next)
  }
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const onScheme = () => {
    if (store.getState().session.paletteFollowsSystem) actions.setPalette(scheme.matches ? 'dark' : 'light', true)
  }
  measure()
  const unsubscribe = store.subscribe((state, before) => {
    if (state.view !== before.view) measure()
    if (samePreferences(state.session, before.session)) return
    const { language, palette, paletteFollowsSystem } = state.session
    // The palette for paper is not the user's choice.
    if (palette === 'print') return
    rememberPreferences(paletteFollowsSystem ? { language } : { language, palette })
  })
  window.addEventListener('resize', measure)
  scheme.addEventListener('change', onScheme)
  return () => {
    unsubscribe()
    window.removeEventListener('resize', measure)
    scheme.removeEventListener('change', onScheme)
  }
}

const samePreferences = (now: Session, before: Session) =>
  now.language === before.language &&
  now.palette === before.palette &&
  now.paletteFollowsSystem === before.paletteFollowsSystem
