/** Where the focus and the scroll position of the detail panel go when what it shows changes. */
import { createEffect, on, onCleanup } from 'solid-js'
import type { RecordFeature } from '../../model/record'
import type { App } from '../context'
import { openItemOf } from './item-title'

/** Focus follows the title; the line an item was opened from has it again when the item is left. */
export function keepFocus(app: App, heading: () => string, title: () => HTMLElement | undefined) {
  let opener: HTMLElement | undefined
  createEffect(
    on([heading, () => openItemOf(app.view())], ([now, item], before) => {
      if (!before || (now === before[0] && item === before[1])) return
      const from = document.activeElement
      if (item && !before[1] && from instanceof HTMLElement) opener = from
      const back = !item && before[1] && opener?.isConnected ? opener : undefined
      if (back) back.focus({ preventScroll: true })
      else title()?.focus({ preventScroll: true })
    }),
  )
}

/** A panel that closes with the focus in it gives it back to where it was before, or to the map. */
export function giveFocusBack() {
  const before = document.activeElement
  onCleanup(() =>
    requestAnimationFrame(() => {
      if (document.activeElement && document.activeElement !== document.body) return
      const known = before instanceof HTMLElement && before !== document.body && before.isConnected
      const target = known ? before : document.querySelector<HTMLElement>('#map [tabindex="0"], #map canvas, #map a')
      target?.focus({ preventScroll: true })
    }),
  )
}

/** A hidden list forgets where it was scrolled in some browsers; another selection starts at the top. */
export function keepScroll(body: HTMLElement, hidden: () => boolean, selected: () => RecordFeature | undefined) {
  let top = 0
  body.addEventListener('scroll', () => {
    if (!hidden()) top = body.scrollTop
  })
  createEffect(on(hidden, (isHidden) => !isHidden && body.scrollTo({ top }), { defer: true }))
  createEffect(
    on(
      selected,
      () => {
        top = 0
        body.scrollTo({ top })
      },
      { defer: true },
    ),
  )
}
