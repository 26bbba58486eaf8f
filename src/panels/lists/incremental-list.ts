/**
 * Long lists are drawn in pieces: the first rows at once, so that the panel is there with the click, the rest when
 * the browser has time.
 */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'

const rowsAtATime = 40
/** Of rows in a panel that just opened so few that a slow processor draws them between two frames of the map. */
export const fewRowsAtATime = 8

/**
 * How many of `total` rows may be drawn now. It starts over when `key` changes, and falls with `total`, so that
 * rows which come back later come back in pieces too.
 */
export function createIncrementalList(
  total: Accessor<number>,
  key: Accessor<unknown>,
  firstRows = 16,
  step = rowsAtATime,
): Accessor<number> {
  const current = createMemo(() => {
    key()
    return createSignal(firstRows)
  })
  createEffect(() => {
    const [limit, setLimit] = current()
    if (limit() > total() + step) setLimit(Math.max(firstRows, total()))
    else if (limit() < total()) onCleanup(whenIdle(() => setLimit((rows) => rows + step)))
  })
  return () => current()[0]()
}

/** Runs once when the browser is idle, at the latest after 200 ms; the answer cancels it. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 30)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run, { timeout: 200 })
  return () => cancelIdleCallback(handle)
}
