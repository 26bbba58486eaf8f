/** What the actions write a store with: a part of its view, or of its session, at a time. */
import type { View } from '../model/view'
import type { Session, Store } from './store'

/** A store and its two writers. */
export interface Writers {
  store: Store
  setView: (change: Partial<View>) => void
  setSession: (change: Partial<Session>) => void
}

/** Returns the writers of a store. */
export const writersOf = (store: Store): Writers => ({
  store,
  setView: (change) => store.setState((state) => ({ view: { ...state.view, ...change } })),
  setSession: (change) => store.setState((state) => ({ session: { ...state.session, ...change } })),
})
