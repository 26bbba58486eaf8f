/** The reader's own briefing of a link, and the one that is played, kept for as long as the tab lasts. */
import type { StoredBriefing } from '../model/briefing/briefing'
import type { MadeValues } from '../model/briefing/made-values'
import type { OwnFailure, OwnOrigin } from '../model/briefing/own-briefings'
import { readMade, readStored } from '../model/briefing/stored'
import type { View } from '../model/view'
import { decodeBriefing } from './briefing-code/briefing-code'

const playedKey = 'yulan.briefing.played'

/** A briefing in its stored form with what its cited items said when it was made. */
export interface StoredOwn {
  stored: StoredBriefing
  made: MadeValues
}

/** What a view plays, or why it cannot. */
export type OwnOfView = { ok: true; own: StoredOwn; origin: OwnOrigin } | { ok: false; reason: OwnFailure }

let played: { own: StoredOwn; origin: OwnOrigin } | undefined

/** Notes which briefing is played. Where storage is refused, loading the page again finds none. */
export function notePlayed(own: StoredOwn, origin: OwnOrigin): void {
  played = { own, origin }
  try {
    sessionStorage.setItem(playedKey, JSON.stringify(played))
  } catch {
    // It is played all the same.
  }
}

/** Returns the briefing a view plays: that of its link, else the one last played here. Never throws. */
export function ownBriefing({ ownBriefing: code }: Pick<View, 'ownBriefing'>): OwnOfView {
  if (code !== undefined) {
    const decoded = decodeBriefing(code)
    return decoded.ok ? { ok: true, own: { stored: decoded.stored, made: {} }, origin: 'link' } : decoded
  }
  played ??= rememberedPlayed()
  return played ? { ok: true, ...played } : { ok: false, reason: 'missing' }
}

function rememberedPlayed(): typeof played {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(playedKey) ?? 'null')
    if (typeof found !== 'object' || found === null) return undefined
    const { own, origin } = found as { own?: { stored?: unknown; made?: unknown }; origin?: unknown }
    const stored = readStored(own?.stored)
    const from = origin === 'link' || origin === 'file' ? origin : 'device'
    return stored && { own: { stored, made: readMade(own?.made) }, origin: from }
  } catch {
    return undefined
  }
}
