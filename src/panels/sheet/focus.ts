/** Where the focus and the scroll position of a panel go when what it shows changes. */
import { createEffect, on, onCleanup } from 'solid-js'
import type { RecordFeature } from '../../model/record'
import type { App } from '../context'
import { openItemOf } from '../detail/item-title'
import { belongsToInputMethod } from '../parts/input-method'

/**
 * Focus follows the title, also when the panel opens at the reader's wish; the line an item was opened from has it again
 * when the item is left, and what had it outside when the panel closes.
 */
export function keepFocus(app: App, heading: () => string, title: () => HTMLElement | undefined) {
  let opener: HTMLElement | undefined
  const noticeOutside = giveFocusBack(title)
  createEffect(
    on([heading, () => openItemOf(app.view())], ([now, item], before) => {
      const from = focusedElement()
      noticeOutside()
      // A page that opens with a panel leaves the focus at its beginning.
      if (!before) return from && title()?.focus({ preventScroll: true })
      if (now === before[0] && item === before[1]) return
      if (item && !before[1] && from) opener = from
      const back = !item && before[1] && opener?.isConnected ? opener : undefined
      if (back) back.focus({ preventScroll: true })
      else title()?.focus({ preventScroll: true })
    }),
  )
}

/** Returns the element that has the focus; undefined if it is on no element. */
export const focusedElement = () => {
  const focused = document.activeElement
  return focused instanceof HTMLElement && focused !== document.body ? focused : undefined
}

/**
 * A panel that closes with the focus in it gives it back to where it was before, or to the map. The answer looks again
 * where outside the panel the focus is.
 */
export function giveFocusBack(inside: () => HTMLElement | undefined): () => void {
  let before = focusedElement()
  // At once, and not with the next frame: a map at work may keep that waiting.
  onCleanup(() =>
    queueMicrotask(() => {
      if (focusedElement()) return
      const target = before?.isConnected
        ? before
        : document.querySelector<HTMLElement>('#map [tabindex="0"], #map canvas, #map a')
      target?.focus({ preventScroll: true })
    }),
  )
  return () => {
    const now = focusedElement()
    if (now && !inside()?.closest('.panel')?.contains(now)) before = now
  }
}

/**
 * A hidden list forgets where it was scrolled in some browsers; another selection starts at the top. One that was never
 * scrolled is let be: to scroll it would have the page laid out at once.
 */
export function keepScroll(body: HTMLElement, hidden: () => boolean, selected: () => RecordFeature | undefined) {
  let top = 0
  let scrolled = false
  const scroll = () => scrolled && body.scrollTo({ top })
  body.addEventListener('scroll', () => {
    scrolled = true
    if (!hidden()) top = body.scrollTop
  })
  createEffect(on(hidden, (isHidden) => !isHidden && scroll(), { defer: true }))
  createEffect(
    on(
      selected,
      () => {
        top = 0
        scroll()
      },
      { defer: true },
    ),
  )
}

/** Escape closes the innermost thing that is open and nothing around it. */
export function onEscape(event: KeyboardEvent, run: () => void) {
  if (event.key !== 'Escape' || event.defaultPrevented || belongsToInputMethod(event)) return
  event.preventDefault()
  event.stopPropagation()
  run()
}
