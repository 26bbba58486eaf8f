/** A briefing with what can be undone and done again. Pure. */
import { applyEdit, type Edit } from './edit'
import type { OwnBriefing } from './own-briefings'

/** The briefing as it is, what it was before each step, and the steps that were undone. */
export interface EditHistory {
  now: OwnBriefing
  past: readonly OwnBriefing[]
  future: readonly OwnBriefing[]
  /** The field whose edits go on being one step. */
  field?: string
}

/** Returns the history of a briefing that nothing was done to. */
export const newHistory = (now: OwnBriefing): EditHistory => ({ now, past: [], future: [] })

/** Returns the history after an edit. Edits of the same `field` in a row are one step. */
export function edited(history: EditHistory, edit: Edit, field?: string): EditHistory {
  const now = applyEdit(history.now, edit)
  if (now === history.now) return history
  const goesOn = field !== undefined && field === history.field
  return { now, past: goesOn ? history.past : [...history.past, history.now], future: [], field }
}

/** Returns the history whose next edit is a step of its own. */
export const settled = (history: EditHistory): EditHistory =>
  history.field === undefined ? history : { ...history, field: undefined }

/** Returns the history one step back. No-op if there is none. */
export function undone({ now, past, future }: EditHistory): EditHistory {
  const before = past.at(-1)
  return before ? { now: before, past: past.slice(0, -1), future: [now, ...future] } : { now, past, future }
}

/** Returns the history one undone step forward. No-op if there is none. */
export function redone({ now, past, future }: EditHistory): EditHistory {
  const [next, ...rest] = future
  return next ? { now: next, past: [...past, now], future: rest } : { now, past, future }
}
