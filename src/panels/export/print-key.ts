import { onCleanup } from 'solid-js'
import type { Exported } from '../../state/store'
import { useApp } from '../context'

/**
 * Opens 导出 at PDF by the key that browsers print with; one that follows it `before` others is asked first. No-op on the
 * static map, which the browser prints as it is. Must be called in an owner.
 */
export function followPrintKey(exported: () => Exported, order?: 'before'): void {
  const app = useApp()
  const onKey = (event: KeyboardEvent) => {
    const isPrint =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'p'
    if (!isPrint || event.defaultPrevented || app.session().mapMode === 'static-only') return
    event.preventDefault()
    // What is asked for while the dialog is open is what is in it.
    if (app.session().linkDialog !== 'export') app.actions.exportThis({ ...exported(), at: 'pdf' })
  }
  const capture = order === 'before'
  window.addEventListener('keydown', onKey, { capture })
  onCleanup(() => window.removeEventListener('keydown', onKey, { capture }))
}
