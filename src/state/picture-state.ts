/** The state of a picture: a view of its own, with the page's knowledge of the record. */
import type { AnalysisState } from '../model/analysis/analysis'
import { embeddedBasemap } from '../model/basemaps'
import type { DetailFiles, PlanRecord } from '../model/record'
import type { View } from '../model/view'
import { createAppStore, type Language, type PaletteChoice, type Session, type State, type Store } from './store'

/** What a picture shows, independent of what the page shows. */
export interface PictureSubject {
  view: View
  palette: PaletteChoice
  language: Language
  record: PlanRecord
  /** Needed for links between features. */
  details?: DetailFiles
  /** The answer to the question of the view. */
  analysis: AnalysisState
}

/** The part of the page's session that pictures share. */
export type SharedSession = Pick<Session, 'boundsOf' | 'basemap' | 'layers' | 'today' | 'own'> & {
  /** Whether only what is laid over the basemap is drawn. */
  transparent?: boolean
}

/** Returns a store for pictures, set to the first. */
export function createPictureStore(subject: PictureSubject, shared: SharedSession): Store {
  const store = createAppStore({ today: shared.today })
  showPicture(store, subject, shared)
  return store
}

/** Sets the store of a picture to another picture. */
export function showPicture(store: Store, subject: PictureSubject, shared: SharedSession): void {
  const { view, palette, language, record, details, analysis } = subject
  const { boundsOf, layers, today, own, transparent = false } = shared
  const basemap = transparent ? embeddedBasemap.id : shared.basemap
  store.setState((state: State) => ({
    view: { ...view, item: undefined, embed: [] },
    session: {
      ...state.session,
      ...{ boundsOf, basemap, layers, today, own, palette, language, analysis },
      // Our own basemap gives way, and nothing comes in its place.
      foreignBasemap: transparent || (basemap !== embeddedBasemap.id && state.session.foreignBasemap === true),
      record: { status: 'ready', value: record },
      details: details ? { status: 'ready', value: details } : { status: 'waiting' },
      mapBusy: false,
    },
  }))
}
