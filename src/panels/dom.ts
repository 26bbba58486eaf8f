/** What compiled components call to build the page: Solid's own, with text that survives a page translator. */
import type { JSX } from 'solid-js'
import { insert as insertPlain } from 'solid-js/web'
import { undoTranslation } from './translated'

export * from 'solid-js/web'

/** Puts a value, or what a function gives whenever that changes, into an element before `marker`. */
export const insert = ((parent: Element, value: unknown, marker?: Node | null, initial?: JSX.Element) =>
  insertPlain(parent, guarded(value, parent) as JSX.Element, marker, initial)) as typeof insertPlain

/** Returns the value with each of its functions, however deep, undoing a translation before its result is put in. */
function guarded(value: unknown, parent: Element): unknown {
  if (typeof value === 'function')
    return () => {
      const next: unknown = value()
      undoTranslation(parent)
      return guarded(next, parent)
    }
  if (!Array.isArray(value) || !value.some((item) => typeof item === 'function')) return value
  return value.map((item) => guarded(item, parent))
}
