/** Why a spatial question has no answer. The panels turn it into words. */
export type GeoProblem =
  | 'no-geometry'
  | 'not-a-position'
  | 'outside-region'
  | 'degenerate-line'
  | 'degenerate-area'
  | 'self-crossing'
  | 'not-a-line'
  | 'not-an-area'
  | 'radius-not-a-number'
  | 'radius-too-small'
  | 'radius-too-large'
  | 'nothing-found'

/** An answer, or the reason there is none: odd input is expected, so it never throws. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; reason: GeoProblem }

/** Returns an outcome that holds an answer. */
export function answer<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** Returns an outcome that says why there is no answer. */
export function noAnswer(reason: GeoProblem): { ok: false; reason: GeoProblem } {
  return { ok: false, reason }
}
