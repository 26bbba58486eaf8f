import { type Accessor, createContext, createMemo, createResource, useContext } from 'solid-js'
import { type Briefing, type CitedItem, citedText, ownSlug, placeOfScene } from '../../../model/briefing/briefing'
import { type ChangedCitation, changedCitations } from '../../../model/briefing/changes'
import type { MadeValues } from '../../../model/briefing/made-values'
import type { App } from '../../context'

/** What of a briefing's cited items differs from what they said when it was made. */
export type Changed = Accessor<readonly ChangedCitation[]>

/** Gives the points of a show what has changed of them. */
export const ChangedContext = createContext<Changed>(() => [])

/**
 * Returns what has changed since a briefing of the reader's own was made; a published one is made with the release it
 * stands in. Must be called in an owner.
 */
export function createChanged(app: App, briefing: Briefing, made: MadeValues | undefined): Changed {
  if (briefing.slug !== ownSlug) return () => []
  app.services.wantDetails()
  const [releases] = createResource(() => app.services.loadPastReleases().catch(() => undefined))
  return createMemo(() => {
    const record = app.record()
    if (!record) return []
    const past = releases.state === 'ready' ? (releases() ?? []) : []
    return changedCitations({ briefing, made: made ?? {} }, record, app.details(), past)
  })
}

/** Returns the pages with a change, in order, from 1. */
export const changedPages = (briefing: Briefing, changed: readonly ChangedCitation[]): number[] =>
  [...new Set(changed.map(({ no }) => placeOfScene(briefing, no) + 1))].sort((a, b) => a - b)

/** Returns what has changed of a cited item; undefined if nothing has. Must be called in an owner. */
export function useChange(item: Accessor<CitedItem | undefined>): Accessor<ChangedCitation | undefined> {
  const changed = useContext(ChangedContext)
  return () => {
    const cited = item()
    return cited && changed().find((each) => citedText(each.item) === citedText(cited))
  }
}
