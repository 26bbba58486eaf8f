import { createEffect, type JSX, on, onMount } from 'solid-js'
import '../../styles/side-panel.css'
import { useApp } from '../context'
import { giveFocusBack, onEscape } from './focus'
import { createSheet } from './sheet'
import { SheetHandle, sheetStyle } from './sheet-handle'

/** A sheet for what needs more room than the detail panel: tables side by side, charts. On a phone the usual sheet. */
export function SidePanel(props: { name: string; title: string; onClose: () => void; children: JSX.Element }) {
  const app = useApp()
  const sheet = createSheet()
  let title: HTMLHeadingElement | undefined
  giveFocusBack(() => title)
  onMount(() => title?.focus({ preventScroll: true }))
  createEffect(
    on(
      () => props.name,
      () => title?.focus({ preventScroll: true }),
      { defer: true },
    ),
  )
  return (
    <aside
      class="wide panel sheet"
      data-height={sheet.height()}
      style={sheetStyle(sheet)}
      aria-label={props.name}
      onKeyDown={(event) => onEscape(event, props.onClose)}
    >
      <SheetHandle sheet={sheet} label={props.name} />
      <div class="panel-head">
        <h2 tabIndex={-1} ref={title}>
          {props.title}
        </h2>
        <button type="button" class="icon-button" aria-label={app.t('panel.close')} onClick={() => props.onClose()}>
          ×
        </button>
      </div>
      {props.children}
    </aside>
  )
}
