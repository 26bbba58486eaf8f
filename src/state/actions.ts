/**
 * The actions: the only functions that write the store. The history treats a change of meaning (what is selected,
 * filtered, asked) differently from a movement of the camera.
 */
import { createArrivalActions } from './arrival-actions'
import { createFilterActions } from './filter-actions'
import { createLayerActions } from './layer-actions'
import { createNoticeActions } from './notice-actions'
import { createPanelActions } from './panel-actions'
import { createQuestionActions } from './question-actions'
import { createSelectionActions } from './selection-actions'
import type { Language, PaletteChoice, Store } from './store'
import { createViewActions } from './view-actions'
import { writersOf } from './writers'

/** Returns the actions of a store. */
export function createActions(store: Store) {
  const writers = writersOf(store)
  const { setSession } = writers
  return {
    ...createNoticeActions(store),
    ...createSelectionActions(writers),
    ...createFilterActions(writers),
    ...createLayerActions(writers),
    ...createQuestionActions(writers),
    ...createViewActions(writers),
    ...createArrivalActions(writers),
    ...createPanelActions(writers),
    /** All files are kept for a visit without a network. */
    keptOffline: () => setSession({ keptOffline: true }),
    /** The older release of the link in use; undefined where it is of today's. */
    setLinkRelease: (linkRelease: string | undefined) => setSession({ linkRelease }),
    setLanguage: (language: Language) => setSession({ language }),
    setPalette: (palette: PaletteChoice, paletteFollowsSystem: boolean) =>
      setSession({ palette, paletteFollowsSystem }),
  }
}

/** The actions of a store. */
export type Actions = ReturnType<typeof createActions>
