/**
 * Keeps what is drawn in step with a store. The one place that knows when something may be written to the engine: once
 * its style is there, again after a lost graphics context, and on the page only after the panels have painted what
 * changed, because a frame of the map takes longer than all of a panel where the processor draws.
 */
import type { State, Store } from '../state/store'
import { afterPaint } from './after-paint'
import { nextTask } from './next-task'

/** What is written to. It may come to be ready later, and may lose all that was written. */
export interface Surface {
  isReady: () => boolean
  /** Calls `run` whenever readiness changes; what was written before is lost by then. Returns a function that stops it. */
  onChange: (run: (ready: boolean) => void) => () => void
}

/** The page itself, which is always there. */
export const pageSurface: Surface = { isReady: () => true, onChange: () => () => {} }

/** `after-paint` waits until the page has painted what changed, and tells changes that come meanwhile together. */
export type Pace = 'at-once' | 'after-paint'

/**
 * Applies what `select` takes from the state: now or as soon as the surface is ready, and again whenever it differs. A
 * tuple is the same while all its members are. `before` is undefined while nothing of it stands on the surface. Returns
 * a function that stops it.
 */
export type Follow = <T>(
  select: (state: State) => T,
  apply: (now: T, before: T | undefined) => void,
  pace?: Pace,
) => () => void

/** The followers of one store that write to one surface. */
export interface Followers {
  store: Store
  follow: Follow
  /** Stops all of them. */
  end: () => void
}

/** A pointer on its way somewhere else asks for nothing; one that rests does. */
const hoverMilliseconds = 80
/** One that left may be about to press something: its press must not wait for a frame that only takes a mark away. */
const leaveMilliseconds = 400

/** Returns how long what is pointed at waits before it is followed. */
export const hoverPatience = ({ session }: State): number =>
  session.hovered === undefined ? leaveMilliseconds : hoverMilliseconds

/** A press that comes while followers have been at work for so long has its turn before the next of them. */
const longMilliseconds = 50

interface Followed {
  pace: Pace
  /** Applies the state of this moment if it differs from what was applied. */
  update: () => void
  forget: () => void
}

/** Makes the follower of one store and one surface. Without `usualPace`, changes are applied after the page has painted. */
export function createFollowers(store: Store, surface: Surface, usualPace: Pace = 'after-paint'): Followers {
  const all = new Set<Followed>()
  let resting: { timer: ReturnType<typeof setTimeout>; milliseconds: number } | undefined
  let telling = false
  let ended = false
  const update = (wanted: (followed: Followed) => boolean) => {
    if (surface.isReady()) for (const followed of all) if (wanted(followed)) followed.update()
  }
  const tell = async () => {
    telling = false
    let began = performance.now()
    for (const followed of all) {
      if (followed.pace !== 'after-paint') continue
      if (performance.now() - began > longMilliseconds) {
        await nextTask()
        began = performance.now()
      }
      if (ended || !surface.isReady()) return
      followed.update()
    }
  }
  const stopResting = () => {
    clearTimeout(resting?.timer)
    resting = undefined
  }
  const rest = (milliseconds: number) => {
    if (resting && resting.milliseconds <= milliseconds) return
    stopResting()
    resting = { timer: setTimeout(tellAfterPaint, milliseconds), milliseconds }
  }
  const tellAfterPaint = () => {
    stopResting()
    if (telling) return
    telling = true
    afterPaint(tell)
  }
  const unsubscribe = store.subscribe((state, before) => {
    update(({ pace }) => pace === 'at-once')
    if (state.session.hovered === before.session.hovered) tellAfterPaint()
    else rest(hoverPatience(state))
  })
  const unwatch = surface.onChange((ready) => {
    for (const followed of all) followed.forget()
    if (ready) update(() => true)
  })
  return {
    store,
    follow: (select, apply, pace = usualPace) => {
      const followed = { pace, ...followedOf(store, select, apply) }
      all.add(followed)
      if (surface.isReady()) followed.update()
      return () => all.delete(followed)
    },
    end: () => {
      ended = true
      unsubscribe()
      unwatch()
      stopResting()
      all.clear()
    },
  }
}

function followedOf<T>(
  store: Store,
  select: (state: State) => T,
  apply: (now: T, before: T | undefined) => void,
): Omit<Followed, 'pace'> {
  let applied: { value: T } | undefined
  return {
    update: () => {
      const value = select(store.getState())
      const before = applied?.value
      if (applied && same(applied.value, value)) return
      applied = { value }
      apply(value, before)
    },
    forget: () => {
      applied = undefined
    },
  }
}

function same(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other)
  return one.length === other.length && one.every((value, index) => Object.is(value, other[index]))
}
