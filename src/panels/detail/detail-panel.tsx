import { createEffect, createMemo, createSignal, on, onCleanup, Show, Suspense } from 'solid-js'
import type { RecordFeature } from '../../model/record'
import type { PanelPage, PanelTab } from '../../model/view'
import { type App, useApp } from '../context'
import { lazyPart, placeInView } from '../lazy-part'
import { createPainted } from '../lists/in-pieces'
import { keepFocus, keepScroll, onEscape } from '../sheet/focus'
import { createSheet } from '../sheet/sheet'
import { SheetHandle, sheetStyle } from '../sheet/sheet-handle'
import { LoadFailure } from './details-state'
import { FeatureDetail } from './feature-detail'
import { DetailFoot } from './foot'
import { type OpenItem, openItemOf, titleOf } from './item-title'
import '../../styles/detail.css'

const AboutPage = lazyPart(() => import('./about-page').then((module) => module.AboutPage))
const ItemPage = lazyPart(() => import('./item-page').then((module) => module.ItemPage))

/**
 * 详情: what is selected, one item of it, or a page. An item stands in front of the selection, which keeps its
 * place behind it. Focus goes to the title when what is shown changes, and back to the line an item was opened from.
 */
export function DetailPanel(props: { page: PanelPage | undefined }) {
  const app = useApp()
  const sheet = createSheet()
  let title: HTMLHeadingElement | undefined
  let foot: HTMLDivElement | undefined
  const item = createMemo(() => (props.page ? undefined : openItemOf(app.view())))
  const selected = createSelected(app)
  const hasOpened = createPainted()
  const tab = createLastTab(app, selected)
  const behind = () => item() !== undefined || props.page !== undefined
  const heading = () => {
    const open = item()
    if (props.page) return app.t(`page.${props.page}`)
    if (open) return titleOf(app, open)
    const feature = selected()
    return feature ? app.nameOf(feature) : app.t('detail.loading')
  }
  const place = placeInView(behind, { item: undefined })
  keepFocus(app, heading, () => title)
  onCleanup(app.services.wantDetailsAtRest())
  return (
    <aside
      class="detail panel sheet"
      data-height={sheet.height()}
      style={sheetStyle(sheet)}
      aria-label={app.t('detail.name')}
      onKeyDown={(event) => onEscape(event, () => leave(app, tab()))}
    >
      <SheetHandle sheet={sheet} label={app.t('detail.name')} />
      <div class="panel-head">
        <div class="panel-title">
          <Kicker item={item()} page={props.page} feature={selected()} onBack={() => leave(app, tab())} />
          <h2
            tabIndex={-1}
            ref={title}
            classList={{ 'item-heading': item() !== undefined }}
            lang={headingLanguage(app, item())}
          >
            {heading()}
          </h2>
        </div>
        <button type="button" class="icon-button" aria-label={app.t('panel.close')} onClick={() => close(app)}>
          ×
        </button>
        <button type="button" class="skip-button" onClick={() => foot?.querySelector('button')?.focus()}>
          {app.t('detail.toActions')}
        </button>
      </div>
      <Show when={behind()}>
        <div class="panel-body">
          <Suspense fallback={<p class="quiet">{app.t('detail.loading')}</p>}>
            <Show when={item()} fallback={<AboutPage place={place} />}>
              {(open) => <ItemPage item={open()} place={place} />}
            </Show>
          </Suspense>
        </div>
      </Show>
      <div class="panel-body" hidden={behind()} ref={(body) => keepScroll(body, behind, selected)}>
        <Show when={selected()} fallback={<RecordState />} keyed>
          {(feature) => <FeatureDetail feature={feature} tab={tab()} hasOpened={hasOpened()} />}
        </Show>
      </div>
      <Show when={props.page || item() || selected()}>
        <DetailFoot ref={foot} />
      </Show>
    </aside>
  )
}

function createSelected(app: App) {
  return createMemo((): RecordFeature | undefined => {
    const { feature, districts } = app.view()
    const id = feature ?? districts[0]
    return id === undefined ? undefined : app.record()?.featureById.get(id)
  })
}

/** The tab last open for the selection, which an item hides but does not change. */
function createLastTab(app: App, selected: () => RecordFeature | undefined) {
  const [tab, setTab] = createSignal<PanelTab>('plans')
  createEffect(
    on([() => app.view().item, selected], ([item, feature], before) => {
      if (item?.kind === 'tab') setTab(item.id)
      else if (!item || feature !== before?.[1]) setTab('plans')
    }),
  )
  return tab
}

/** An item's panel goes back to the selection; everything else closes. */
function leave(app: App, tab: PanelTab) {
  const { item, feature, districts } = app.view()
  if (item && item.kind !== 'tab' && (feature || districts.length > 0))
    app.actions.openItem(item.kind !== 'page' && tab !== 'plans' ? { kind: 'tab', id: tab } : undefined)
  else close(app)
}

function close(app: App) {
  if (app.view().item?.kind === 'page') app.actions.openItem(undefined)
  else app.actions.clearSelection()
}

const headingLanguage = (app: App, item: OpenItem | undefined) =>
  (item && item.kind !== 'source') || app.language() === 'zh-CN' ? 'zh-CN' : undefined

/** Above the title: what kind of thing it is, and from an item the way back. */
function Kicker(props: {
  item: OpenItem | undefined
  page: PanelPage | undefined
  feature: RecordFeature | undefined
  onBack: () => void
}) {
  const app = useApp()
  const kind = () => props.item && app.t(props.item.kind === 'source' ? 'source.page' : `${props.item.kind}.name`)
  return (
    <p class="kicker">
      <Show when={(props.item || props.page) && props.feature} keyed>
        {(feature) => (
          <button type="button" class="back-button" onClick={() => props.onBack()}>
            ‹ {app.t('detail.back', { name: app.nameOf(feature) })}
          </button>
        )}
      </Show>
      <Show when={kind()}>
        <span>
          {kind()} <span class="tabular">{numberOf(props.item)}</span>
        </span>
      </Show>
      <Show when={!props.item && !props.page && props.feature} keyed>
        {(feature) => (
          <span>
            {app.t(`kind.${feature.properties.kind}`)}
            <Show when={feature.properties.kind === 'district'}>
              <span class="tabular"> · {feature.properties.id}</span>
            </Show>
          </span>
        )}
      </Show>
    </p>
  )
}

/** Projects and indicators are numbered by their document; the ids of plans and sources are this site's own. */
const numberOf = (item: OpenItem | undefined) =>
  item?.kind === 'project' || item?.kind === 'indicator' ? item.id : undefined

/** Nothing to show yet, or never: one clear sentence and a way to try again. */
function RecordState() {
  const app = useApp()
  const failed = () => {
    const { record } = app.session()
    return record.status === 'failed' ? record.file : undefined
  }
  return (
    <Show when={failed()} fallback={<p class="quiet">{app.t('detail.loading')}</p>} keyed>
      {(file) => <LoadFailure file={file} retry={app.services.retryRecord} />}
    </Show>
  )
}
