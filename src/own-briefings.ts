/** Composition of the reader's own briefings: their stored forms are read and written here, views and all. */
import { notePlayed, ownBriefing, type StoredOwn } from './io/own-briefings'
import type { OwnBriefing, OwnBriefings } from './model/briefing/own-briefings'
import { readBriefing, storedBriefing } from './state/stored-briefing'

const storedOwn = ({ briefing, made }: OwnBriefing): StoredOwn => ({ stored: storedBriefing(briefing), made })
const readOwn = ({ stored, made }: StoredOwn): OwnBriefing => ({ briefing: readBriefing(stored), made })

/** Returns what the panels ask of the reader's own briefings. */
export function createOwnBriefings(): OwnBriefings {
  return {
    ofView: (view) => {
      const found = ownBriefing(view)
      return found.ok ? { ok: true, own: readOwn(found.own), origin: found.origin } : found
    },
    playing: (own, origin) => notePlayed(storedOwn(own), origin),
  }
}
