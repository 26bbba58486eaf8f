/** The state a picture is drawn from: a view of its own, with what the page knows of the record. */
import type { AnalysisState } from '../model/analysis/analysis'
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

/** What of the page's session a picture shares: which layers there are, which basemap is on, what day it is. */
export type SharedSession = Pick<Session, 'boundsOf' | 'basemap' | 'layers' | 'today'>

/** Makes a store for pictures that already shows the first. */
export function createPictureStore(subject: PictureSubject, shared: SharedSession): Store {
  const store = createAppStore({ today: shared.today })
  showPicture(store, subject, shared)
  return store
}

/** Lets a picture's store show another picture. */
export function showPicture(store: Store, subject: PictureSubject, shared: SharedSession): void {
  const { view, palette, language, record, details, analysis } = subject
  const { boundsOf, basemap, layers, today } = shared
  store.setState((state: State) => ({
    view: { ...view, item: undefined, embed: [] },
    session: {
      ...state.session,
      ...{ boundsOf, basemap, layers, today, palette, language, analysis },
      record: { status: 'ready', value: record },
      details: details ? { status: 'ready', value: details } : { status: 'waiting' },
      mapBusy: false,
    },
  }))
}
