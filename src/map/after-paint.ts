/**
 * Tells of the state's changes after the panels have painted theirs: where the processor draws, a frame of the map takes
 * longer than all of a panel. What changes meanwhile is told together.
 */
import type { State, Store } from '../state/store'

/** A pointer on its way somewhere else asks for nothing; one that rests does. */
const hoverMilliseconds = 80

/** Runs once what the page shows now has been painted: the second frame begins when the first has. */
export function afterPaint(run: () => void) {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)))
}

/** Answers a function that stops it. */
export function followAfterPaint(store: Store, tell: (state: State, before: State) => void): () => void {
  let since: State | undefined
  let resting: ReturnType<typeof setTimeout> | undefined
  const tellNow = () => {
    const before = since
    since = undefined
    if (before) tell(store.getState(), before)
  }
  const tellAfterPaint = () => {
    clearTimeout(resting)
    resting = undefined
    afterPaint(tellNow)
  }
  const unsubscribe = store.subscribe((state, before) => {
    since ??= before
    if (state.session.hovered === before.session.hovered) tellAfterPaint()
    else resting ??= setTimeout(tellAfterPaint, hoverMilliseconds)
  })
  return () => {
    unsubscribe()
    clearTimeout(resting)
    since = undefined
  }
}
