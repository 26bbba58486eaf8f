/**
 * The two windows of a talk: what one of them does, the other does too. They find each other by a channel of their own
 * origin, whose name the pop-up carries as its own, so that either may be loaded again and neither needs an opener.
 */
import type { ShowState } from '../../../model/briefing/show'
import type { AskedQuestion } from '../../../model/briefing/show-memory'

/** What a window is for. */
export type Role = 'alone' | 'presenter' | 'audience'

/** What both windows of a talk show. */
export interface SharedShow {
  place: number
  blank?: ShowState['blank']
  question?: number
  startedAt: number
  asked: readonly AskedQuestion[]
}

type Said = { say: 'hello' } | { say: 'show'; show: SharedShow; answer?: true } | { say: 'swap' | 'end' | 'gone' }
/** What is said, and the window that says it. */
type Message = Said & { from?: string }

/** What a window tells the other and hears from it. */
export interface TalkListener {
  /** What this window shows now. */
  shown: () => SharedShow
  onShow: (show: SharedShow) => void
  onSwap: () => void
  /** The talk goes on in one window. */
  onEnd: () => void
  /** Whether the other window is there. */
  onLinked: (linked: boolean) => void
}

/** This window's part in a talk. */
export interface TalkPart {
  id: string
  role: Exclude<Role, 'alone'>
}

const storageKey = 'yulan.talk'
const nameOf = (id: string) => `yulan-talk-${id}`

/** Returns this window's part in a talk; undefined if it has none. A pop-up begins as the audience. */
export function rememberedPart(): TalkPart | undefined {
  const named = /^yulan-talk-([a-z0-9]+)$/.exec(window.name)?.[1]
  try {
    const { window: name, id, role } = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}')
    // A pop-up starts with a copy of what its opener kept.
    if (name === window.name && typeof id === 'string' && (role === 'presenter' || role === 'audience'))
      return { id, role }
  } catch {
    // Storage is refused: the name of the window serves.
  }
  return named ? { id: named, role: 'audience' } : undefined
}

/** Keeps this window's part over a reload; undefined forgets it. */
export function rememberPart(part: TalkPart | undefined): void {
  try {
    if (part) sessionStorage.setItem(storageKey, JSON.stringify({ ...part, window: window.name }))
    else sessionStorage.removeItem(storageKey)
  } catch {
    // A reload begins alone then.
  }
  if (!part && window.name.startsWith('yulan-talk-')) window.name = ''
}

/** Returns whether two windows of this page can talk at all: every file is an origin of its own. */
export const canTalk = () => typeof BroadcastChannel === 'function' && /^https?:$/.test(location.protocol)

/** Returns a name for a new talk. */
export const newTalk = () => Math.floor(Math.random() * 36 ** 6).toString(36)

/** Opens the other window at an address; must be called in the user's own press. Returns whether it was let. */
export const openOther = (address: string, id: string): boolean =>
  window.open(address, nameOf(id), 'popup,width=1280,height=720') !== null

/** Joins a talk. */
export function joinTalk(id: string, listener: TalkListener) {
  const channel = new BroadcastChannel(nameOf(id))
  const own = newTalk()
  const left = new AbortController()
  const signOfLife = (window: string) => `${nameOf(id)}-${window}`
  let isHeld = false
  const post = (said: Said) => channel.postMessage((isHeld ? { ...said, from: own } : said) satisfies Message)
  const tell = (answer?: true) => post({ say: 'show', show: listener.shown(), ...(answer ? { answer } : {}) })
  let other: string | undefined
  /** A window that is closed or crashes may have no time to say so. */
  const watch = async (window: string) => {
    if (window === other) return
    other = window
    await whenReleased(signOfLife(window), left.signal)
    if (other !== window || left.signal.aborted) return
    other = undefined
    listener.onLinked(false)
  }
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    const isThere = data.say !== 'gone' && data.say !== 'end'
    listener.onLinked(isThere)
    if (isThere && data.from) watch(data.from)
    if (data.say === 'hello') tell(true)
    else if (data.say === 'show') listener.onShow(data.show)
    else if (data.say === 'swap') listener.onSwap()
    else if (data.say === 'end') listener.onEnd()
  }
  const onHide = () => post({ say: 'gone' })
  window.addEventListener('pagehide', onHide)
  // Whoever hears of this window waits for its lock, so that must be held first.
  hold(signOfLife(own), left.signal, (held) => {
    isHeld = held
    post({ say: 'hello' })
  })
  return {
    tell: () => tell(),
    swap: () => post({ say: 'swap' }),
    /** Leaves; with `end` the other window goes on alone. */
    leave: (end: boolean) => {
      window.removeEventListener('pagehide', onHide)
      post({ say: end ? 'end' : 'gone' })
      left.abort()
      channel.close()
    },
  }
}

/**
 * Holds a lock, which the browser takes away with the window, until `left`; then calls `begin`, without a lock where the
 * browser has none: without https, in old ones.
 */
function hold(lock: string, left: AbortSignal, begin: (held: boolean) => void): void {
  if (!navigator.locks) {
    begin(false)
    return
  }
  const whileHeld = () =>
    new Promise<void>((resolve) => {
      left.addEventListener('abort', () => resolve())
      if (left.aborted) resolve()
      else begin(true)
    })
  navigator.locks.request(lock, whileHeld).catch((error: unknown) => {
    console.info(error)
    if (!left.aborted) begin(false)
  })
}

/** Waits until nobody holds a lock; for ever where there are none, or until `left`. */
async function whenReleased(lock: string, left: AbortSignal): Promise<void> {
  if (!navigator.locks) return new Promise(() => {})
  try {
    await navigator.locks.request(lock, { signal: left }, () => {})
  } catch (error) {
    if (!left.aborted) console.info(error)
  }
}

/** A joined talk. */
export type Talk = ReturnType<typeof joinTalk>
