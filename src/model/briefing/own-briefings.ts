/** The reader's own briefings as the panels ask for them: kept on the device, in a file or in a link. */
import type { View } from '../view'
import type { Briefing } from './briefing'
import type { MadeValues } from './made-values'

/** Where a briefing of the reader's own came from; one from a link or a file is not kept until the reader says so. */
export type OwnOrigin = 'device' | 'link' | 'file'

/** A briefing of the reader's own, with what its cited items said when it was made. */
export interface OwnBriefing {
  briefing: Briefing
  made: MadeValues
}

/**
 * Why a briefing cannot be shown. `damaged`: it was cut or changed on its way; `tooLarge`: it is larger than any briefing
 * written here; `missing`: the address names one that this device does not hold.
 */
export const ownFailures = ['damaged', 'tooLarge', 'missing'] as const
/** One of `ownFailures`. */
export type OwnFailure = (typeof ownFailures)[number]

/** The briefing that was asked for, or why there is none. */
export type OpenedBriefing = { ok: true; own: OwnBriefing; origin: OwnOrigin } | { ok: false; reason: OwnFailure }

/** What the panels ask of the part that reads and keeps briefings. */
export interface OwnBriefings {
  /**
   * The briefing a view plays: the one of its link (`ownBriefing`), else the one that was last played here, also before
   * the page was loaded again.
   */
  ofView: (view: Pick<View, 'ownBriefing' | 'scene'>) => OpenedBriefing
  /** Notes which briefing is played, so that loading the page again comes back to it. */
  playing: (own: OwnBriefing, origin: OwnOrigin) => void
}
