import { createEffect, createMemo, createSignal, For, on, onMount, Show } from 'solid-js'
import { ownDataMessage } from '../../model/messages/own-data'
import { noOwnData, type OwnData } from '../../model/own-data/own-data'
import { createOwnActions, type OwnActions } from '../../state/own-actions'
import { useApp, useMessages } from '../context'
import { focusedElement, giveFocusBack, onEscape } from '../sheet/focus'
import { createSheet } from '../sheet/sheet'
import { SheetHandle, sheetStyle } from '../sheet/sheet-handle'
import { Arrivals } from './arrivals'
import { KeptNote } from './kept-note'
import { LayerCard } from './layer-card'
import { RowPanel } from './row-panel'
import '../../styles/own-data.css'

/** 我的数据: what was read of the reader's own files, and all that can be done with it. */
export function OwnPanel() {
  const app = useApp()
  const actions = createOwnActions(app.store)
  const own = () => app.session().own ?? noOwnData
  const sheet = createSheet()
  const which = createOpened(own)
  let title: HTMLHeadingElement | undefined
  onMount(() => focusedElement() && title?.focus({ preventScroll: true }))
  giveFocusBack(() => title)
  const close = () => app.actions.showOwnData(false)
  const back = () => (own().row ? actions.showRow(undefined) : close())
  return (
    <section
      class="own-data panel sheet"
      data-height={sheet.height()}
      style={sheetStyle(sheet)}
      aria-label={app.t('own-data.name')}
      aria-busy={own().reading !== undefined}
      onKeyDown={(event) => onEscape(event, back)}
    >
      <SheetHandle sheet={sheet} label={app.t('own-data.name')} />
      <div class="panel-head">
        <h2 tabIndex={-1} ref={title}>
          {app.t('own-data.name')}
        </h2>
        <span class="own-mark">{app.t('own-data.mark')}</span>
        <button
          type="button"
          class="icon-button"
          aria-label={`${app.t('panel.close')} ${app.t('own-data.name')}`}
          onClick={close}
        >
          ×
        </button>
      </div>
      <div class="panel-body">
        <Arrivals own={own()} actions={actions} />
        <Show when={own().row} fallback={<Layers own={own()} actions={actions} which={which} />}>
          {(row) => <RowPanel row={row()} own={own()} actions={actions} />}
        </Show>
      </div>
    </section>
  )
}

/** Which layer is open: the newest opens by itself. */
function createOpened(own: () => OwnData) {
  const [opened, setOpened] = createSignal<string>()
  const ids = createMemo(() => own().layers.map(({ id }) => id), undefined, { equals: sameTexts })
  createEffect(
    on(ids, (now, before) => {
      const newest = now.find((id) => !before?.includes(id))
      if (newest) setOpened(newest)
    }),
  )
  return { ids, opened, toggle: (id: string) => setOpened(opened() === id ? undefined : id) }
}

/** The layers, one below the other. */
function Layers(props: { own: OwnData; actions: OwnActions; which: ReturnType<typeof createOpened> }) {
  const t = useMessages(ownDataMessage)
  return (
    <>
      <For
        each={props.which.ids()}
        fallback={<Show when={props.own.undecided.length === 0}>{<p class="quiet">{t('own-data.none')}</p>}</Show>}
      >
        {(id) => (
          <LayerCard
            id={id}
            own={props.own}
            actions={props.actions}
            open={props.which.opened() === id}
            onToggle={() => props.which.toggle(id)}
          />
        )}
      </For>
      <KeptNote own={props.own} />
      <p class="quiet">{t('own-data.private')}</p>
    </>
  )
}

const sameTexts = (one: readonly string[], other: readonly string[]) => one.join() === other.join()
