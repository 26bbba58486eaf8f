import { shownOwnLayers } from '../model/own-data/own-data'
import type { State } from './store'

/** Returns whether the map shows own data: the view tells of some, and they are here. */
export const showsOwnData = ({ view, session }: State): boolean =>
  (view.ownFiles ?? 0) > 0 && shownOwnLayers(session.own) > 0
