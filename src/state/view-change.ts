/** What changes between two views. Pure. */
import type { View } from '../model/view'

/** Returns `next` with the objects of `before` for parts that are equal, so that their followers do nothing. */
export function withKnownParts(before: View, next: View): View {
  const known = (Object.keys(next) as (keyof View)[]).filter(
    (key) => next[key] !== before[key] && JSON.stringify(next[key]) === JSON.stringify(before[key]),
  )
  return { ...next, ...Object.fromEntries(known.map((key) => [key, before[key]])) }
}

/** Returns the keys of a view whose values are not identical. */
export function changedKeys(before: View, after: View): (keyof View)[] {
  const keys = Object.keys({ ...before, ...after }) as (keyof View)[]
  return keys.filter((key) => before[key] !== after[key])
}

/** Returns what a change of view means for the history: no change, the camera only, or something the user chose. */
export function viewChange(before: View, after: View): 'none' | 'camera' | 'meaning' {
  const changed = before === after ? [] : changedKeys(before, after)
  if (changed.length === 0) return 'none'
  return changed.every((key) => key === 'camera') ? 'camera' : 'meaning'
}
