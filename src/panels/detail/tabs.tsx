import { createEffect, For, type JSX, on, Show } from 'solid-js'
import type { PanelTab } from '../../model/view'
import { useApp } from '../context'

interface TabsProps {
  label: string
  tabs: readonly { id: PanelTab; count: number | undefined }[]
  current: PanelTab
  onChoose: (id: PanelTab) => void
}

/** Scrolls the list sideways only: the panel below must stay where it is. */
function revealTab(list: HTMLElement | undefined, tab: PanelTab) {
  const button = list?.querySelector<HTMLElement>(`#tab-${tab}`)
  if (!list || !button) return
  const hidden = button.offsetLeft + button.offsetWidth - list.clientWidth - list.scrollLeft
  if (hidden > 0 || button.offsetLeft < list.scrollLeft) list.scrollLeft = Math.max(0, button.offsetLeft - 24)
}

/** With more tabs than this the counts would push the last ones out of sight. */
const mostTabsWithCounts = 4

/**
 * A tab list: one stop of the Tab key, arrows move, Enter or Space opens. Arrows do not open, because opening a tab
 * is a step of the history.
 */
export function Tabs(props: TabsProps) {
  const app = useApp()
  let list: HTMLDivElement | undefined
  const move = (event: KeyboardEvent) => {
    const buttons = [...(list?.querySelectorAll<HTMLButtonElement>('[role="tab"]') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const last = buttons.length - 1
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at <= 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ]
    if (to === undefined) return
    event.preventDefault()
    buttons[to]?.focus()
  }
  createEffect(
    on(
      () => props.current,
      (current) => revealTab(list, current),
      { defer: true },
    ),
  )
  return (
    <div class="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={move}>
      <For each={props.tabs.map(({ id }) => id)}>
        {(id) => (
          <button
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={props.current === id}
            aria-controls="tab-panel"
            tabIndex={props.current === id ? 0 : -1}
            onClick={() => props.onChoose(id)}
          >
            {app.t(`tab.${id}`)}
            <Show when={props.tabs.length <= mostTabsWithCounts && props.tabs.find((tab) => tab.id === id)?.count}>
              {(count) => <span class="tab-count tabular"> {count()}</span>}
            </Show>
          </button>
        )}
      </For>
    </div>
  )
}

/** The panel of the chosen tab. */
export function TabPanel(props: { tab: PanelTab; children: JSX.Element }) {
  return (
    <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${props.tab}`}>
      {props.children}
    </div>
  )
}
