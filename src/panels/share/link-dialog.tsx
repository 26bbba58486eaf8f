import { type JSX, onMount } from 'solid-js'
import '../../styles/share.css'
import { useApp } from '../context'
import { Notices } from '../parts/notices'

/** A modal sheet with a title and a way out; the browser keeps the focus in it and gives it back. */
export function LinkDialog(props: { title: string; children: JSX.Element }) {
  const app = useApp()
  let dialog: HTMLDialogElement | undefined
  onMount(() => {
    // A press beside the sheet closes it, where the browser knows how.
    dialog?.setAttribute('closedby', 'any')
    dialog?.showModal()
  })
  return (
    <dialog
      class="link-dialog"
      aria-label={props.title}
      ref={dialog}
      onClose={() => app.actions.showLinkDialog(undefined)}
    >
      <div class="link-dialog-sheet">
        <div class="link-dialog-head">
          <h2>{props.title}</h2>
          <button type="button" class="icon-button" aria-label={app.t('panel.close')} onClick={() => dialog?.close()}>
            ×
          </button>
        </div>
        {props.children}
      </div>
      {/* While it is open, nothing outside it can be pressed. */}
      <Notices />
    </dialog>
  )
}
