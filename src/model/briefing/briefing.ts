/**
 * A briefing: scenes in order, each a view of the live map with what is said to it. A scene's view is a `View` without
 * place in a briefing; stored forms hold it as the value of a link's `m`, so that there is one way to write a view.
 */
import type { Transition } from '../../../data/schema-ids'
import type { Size } from '../../../geo/screen/camera'
import type { View } from '../view'

export { ownSlug } from '../../../data/schema-ids'

/** What of the record can be cited by its id. */
export type CitedKind = 'plan' | 'project' | 'indicator'

/** A row of the record that a point brings with it, or the answer to the scene's question. */
export type CitedItem = { kind: CitedKind; id: string } | { kind: 'answer' }

/** What is said to a scene: the author's own words, or a cited item, whose text, figures and sources follow the record. */
export type ScenePoint = { kind: 'words'; text: string } | { kind: 'cited'; item: CitedItem }

/** A published scene that is gone: links to `no` open `to` instead. */
export interface RetiredScene {
  no: number
  to: number
  reason: string
}

/** One scene. */
export interface Scene {
  /** Given once and kept when scenes move; a link names it. Its place in the order is its page. */
  no: number
  title: string
  view: View
  points: readonly ScenePoint[]
  notes?: string
  /** Seconds until the next scene where the show runs by itself. */
  holdSeconds?: number
}

/** A briefing, published or the reader's own. */
export interface Briefing {
  /** Of a published briefing; `ownSlug` for one that the reader wrote. */
  slug: string
  title: string
  subtitle?: string
  /** The day it is dated, `YYYY-MM-DD`. */
  date: string
  transition: Transition
  /** The release of the record it was made with, `YYYY-MM-DD`. */
  release: string
  scenes: readonly Scene[]
  /** The window its last scene was taken in, CSS pixels; of one that the reader wrote. */
  screen?: Size
  /** Of a published briefing. */
  retired?: readonly RetiredScene[]
}

/** A scene as files hold it: its view is the value of `m`, a cited item is `plan:pa055`, `project:12` or `answer`. */
export interface StoredScene {
  no: number
  title: string
  view: string
  points: readonly ({ text: string } | { cite: string })[]
  notes?: string
  hold?: number
}

/** A briefing as files hold it. */
export interface StoredBriefing {
  slug: string
  title: string
  subtitle?: string
  date: string
  transition: Transition
  release: string
  scenes: readonly StoredScene[]
  screen?: Size
  retired?: readonly RetiredScene[]
}

/** Returns a cited item from its text; undefined if it names none. */
export function citedItemOf(text: string): CitedItem | undefined {
  if (text === 'answer') return { kind: 'answer' }
  const [kind, id = '', ...rest] = text.split(':')
  if (rest.length > 0 || !/^[a-z0-9]{1,16}$/.test(id)) return undefined
  return kind === 'plan' || kind === 'project' || kind === 'indicator' ? { kind, id } : undefined
}

/** Returns the text of a cited item. */
export const citedText = (item: CitedItem) => (item.kind === 'answer' ? 'answer' : `${item.kind}:${item.id}`)

/**
 * Returns the place of a scene in a briefing, counted from 0; for one that is gone, that of the scene its links open
 * instead. −1 if no scene ever had the number.
 */
export function placeOfScene({ scenes, retired = [] }: Pick<Briefing, 'scenes' | 'retired'>, no: number): number {
  let wanted = no
  for (let step = 0; step <= retired.length; step++) {
    const place = scenes.findIndex((scene) => scene.no === wanted)
    const gone = retired.find((one) => one.no === wanted)
    if (place >= 0 || !gone) return place
    wanted = gone.to
  }
  return -1
}
