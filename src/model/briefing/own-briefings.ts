/** The reader's own briefings as the panels ask for them: kept on the device, in a file or in a link. */
import type { View } from '../view'
import type { Briefing, CitedKind } from './briefing'
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

/** A briefing on the device, as a list names it. */
export interface KeptLine {
  id: string
  title: string
  scenes: number
  /** When it was written, ISO 8601. */
  saved: string
}

/** Why the device does not keep a briefing. `other`: another tab has written it since it was read here. */
export type Refusal = 'refused' | 'full' | 'other'

/** What is asked of the editor when it opens. */
export type EditorAsk =
  | { kind: 'add'; title?: string; item?: { kind: CitedKind; id: string } }
  | { kind: 'new' }
  | { kind: 'kept'; id: string }
  | { kind: 'open'; own: OwnBriefing; origin: OwnOrigin }

/** The briefings on the device. */
export interface KeptBriefings {
  list: () => KeptLine[]
  /** The id last written here. */
  last: () => string | undefined
  read: (id: string) => { own: OwnBriefing; version: number } | undefined
  /** Writes over the version that was read, 0 for a new one. */
  write: (id: string, own: OwnBriefing, over: number) => { ok: true; version: number } | { ok: false; reason: Refusal }
  forget: (id: string) => void
  /** Calls with the id of what another tab wrote or removed. Returns a function that stops it. */
  follow: (changed: (id: string) => void) => () => void
}

/** What the panels ask of the part that reads and keeps briefings. */
export interface OwnBriefings {
  /**
   * The briefing a view plays: the one of its link (`ownBriefing`), else the one that was last played here, also before
   * the page was loaded again.
   */
  ofView: (view: Pick<View, 'ownBriefing' | 'scene'>) => OpenedBriefing
  /** Notes which briefing is played, so that loading the page again comes back to it. */
  playing: (own: OwnBriefing, origin: OwnOrigin) => void
  kept: KeptBriefings
  /** The view whose link holds the whole briefing, without notes, and opens it at its first scene; undefined without scenes. */
  viewOf: (briefing: Briefing) => View | undefined
  fileOf: (own: OwnBriefing) => { name: string; text: string }
  /** With what the file has of own layers, still to be read; undefined for a file that holds no briefing. */
  readFile: (file: Blob) => Promise<{ own: OwnBriefing; ownData?: unknown } | undefined>
  /** The day of the data, `YYYY-MM-DD`. */
  release: string
}
