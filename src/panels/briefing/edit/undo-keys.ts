/** Ctrl+Z and Ctrl+Shift+Z: the editor's outside text fields; in a field the field's own first. */
import type { Controller } from './controller'

const fieldSelector = 'textarea, input:not([type]), input[type=text], input[type=search]'

type Step = 'undo' | 'redo'

function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Step | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : undefined
}

/** Follows the keys while the editor is open. Returns a function that stops it. */
export function followUndoKeys(editor: Controller, region: () => HTMLElement | undefined): () => void {
  let typed = 0
  const onInput = () => {
    typed++
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event)
    if (!step || event.defaultPrevented) return
    const target = event.target instanceof Element ? event.target : undefined
    const isField = target?.matches(fieldSelector) ?? false
    if (!isField) {
      event.preventDefault()
      editor[step]()
      return
    }
    if (!region()?.contains(target ?? null)) return
    // A field that has something to take back says so by an input event before the next task.
    const before = typed
    setTimeout(() => typed === before && editor[step]())
  }
  document.addEventListener('input', onInput, true)
  document.addEventListener('keydown', onKeyDown)
  return () => {
    document.removeEventListener('input', onInput, true)
    document.removeEventListener('keydown', onKeyDown)
  }
}
