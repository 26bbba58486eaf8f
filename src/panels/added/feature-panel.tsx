import { createEffect, createMemo, For, onCleanup, onMount, Show } from 'solid-js'
import { type IdentifiedFeature, toldColumns } from '../../model/added-layers'
import { addedLayersOn, layerTitle } from '../../model/layers'
import { opensDetail, opensWide } from '../../model/layout'
import { addedLayerMessage } from '../../model/messages/added-layers'
import { useApp, useMessages } from '../context'
import { giveFocusBack, onEscape } from '../sheet/focus'
import { createSheet } from '../sheet/sheet'
import { SheetHandle, sheetStyle } from '../sheet/sheet-handle'
import '../../styles/detail.css'
import '../../styles/added.css'

/** A pressed feature of an added layer, by the columns its layer tells; gone with its layer, or for something of the record. */
export function FeaturePanel(props: { feature: IdentifiedFeature }) {
  const app = useApp()
  const t = useMessages(addedLayerMessage)
  const sheet = createSheet()
  let title: HTMLHeadingElement | undefined
  const layer = createMemo(() => addedLayersOn(app.view(), app.session()).find(({ id }) => id === props.feature.layer))
  const told = createMemo(() => toldColumns(layer()?.columns ?? [], props.feature.values, app.language()))
  const name = () => {
    const from = layer()
    return from ? layerTitle(from, app.language()) : ''
  }
  const heading = () => {
    const key = layer()?.key
    return (key && String(props.feature.values[key] ?? '')) || name()
  }
  const close = () => app.actions.identify(undefined)
  createEffect(() => {
    if (!layer() || opensDetail(app.view()) || opensWide(app.view())) close()
  })
  giveFocusBack(() => title)
  const { classList } = document.documentElement
  onMount(() => {
    classList.add('detail-open')
    title?.focus({ preventScroll: true })
  })
  onCleanup(() => classList.toggle('detail-open', opensDetail(app.view())))
  return (
    <aside
      class="detail panel sheet"
      data-height={sheet.height()}
      style={sheetStyle(sheet)}
      aria-label={t('added.feature')}
      onKeyDown={(event) => onEscape(event, close)}
    >
      <SheetHandle sheet={sheet} label={t('added.feature')} />
      <div class="panel-head">
        <div class="panel-title">
          <p class="kicker">
            <span>{name()}</span>
          </p>
          <h2 tabIndex={-1} ref={title}>
            {heading()}
          </h2>
        </div>
        <button type="button" class="icon-button" aria-label={app.t('panel.close')} onClick={close}>
          ×
        </button>
      </div>
      <div class="panel-body added-feature">
        <ToldColumns columns={told()} />
        <p class="quiet">{t('added.featureNote')}</p>
        <Show when={layer()?.credit}>{(credit) => <p class="quiet">{t('added.credit', { credit: credit() })}</p>}</Show>
      </div>
    </aside>
  )
}

function ToldColumns(props: { columns: ReturnType<typeof toldColumns> }) {
  const t = useMessages(addedLayerMessage)
  return (
    <Show when={props.columns.length > 0} fallback={<p class="quiet">{t('added.noFields')}</p>}>
      <dl>
        <For each={props.columns}>
          {(column) => (
            <div>
              <dt>{column.title}</dt>
              <dd class="tabular">{column.text}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}
