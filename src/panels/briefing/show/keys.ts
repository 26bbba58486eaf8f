import { onCleanup } from 'solid-js'
import { commandOf, type FocusedOn, type ShowCommand } from '../../../model/briefing/show-keys'
import { belongsToInputMethod } from '../../parts/input-method'

/**
 * Lets the keys of the page run a show, before the map and the boxes hear them. Must be called in an owner.
 */
export function followKeys(run: (command: ShowCommand) => void): void {
  const onKey = (event: KeyboardEvent) => {
    // What stands over the show has its own keys.
    if (document.querySelector('dialog[open]')) return
    const on = focusOf(event.target)
    if (event.defaultPrevented || (on === 'field' && belongsToInputMethod(event))) return
    const command = commandOf(event, on)
    if (!command) return
    event.preventDefault()
    event.stopImmediatePropagation()
    // A key that is held down turns no pages.
    if (!event.repeat || command.do === 'erase') run(command)
  }
  window.addEventListener('keydown', onKey, { capture: true })
  onCleanup(() => window.removeEventListener('keydown', onKey, { capture: true }))
}

function focusOf(target: EventTarget | null): FocusedOn {
  if (!(target instanceof Element)) return 'show'
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]')) return 'field'
  return target.closest('button, a[href], summary, [role="button"], [role="option"]') && !target.closest('#map')
    ? 'button'
    : 'show'
}
