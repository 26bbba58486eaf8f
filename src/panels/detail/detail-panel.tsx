import { createEffect, createMemo, on, Show } from 'solid-js'
import type { RecordFeature } from '../../model/record'
import type { PanelPage } from '../../model/view'
import { useApp } from '../context'
import { AboutPage } from './about-page'
import { FeatureDetail } from './feature-detail'

/** 详情: what is selected, or a page. Focus goes to its title when what it shows changes. */
export function DetailPanel(props: { page: PanelPage | undefined }) {
  const app = useApp()
  let title: HTMLHeadingElement | undefined
  const selected = createMemo((): RecordFeature | undefined => {
    const { feature, districts } = app.view()
    const id = feature ?? districts[0]
    return id === undefined ? undefined : app.record()?.featureById.get(id)
  })
  const heading = () => {
    if (props.page) return app.t(`page.${props.page}`)
    const feature = selected()
    return feature ? app.nameOf(feature) : app.t('detail.loading')
  }
  createEffect(on(heading, () => title?.focus({ preventScroll: true }), { defer: true }))
  return (
    <aside class="detail panel" aria-label={app.t('detail.name')}>
      <div class="panel-head">
        <h2 tabIndex={-1} ref={title}>
          {heading()}
        </h2>
        <button type="button" class="icon-button" aria-label={app.t('panel.close')} onClick={() => close(app)}>
          ×
        </button>
      </div>
      <div class="panel-body">
        <Show
          when={props.page}
          fallback={
            <Show when={selected()} fallback={<RecordState />} keyed>
              {(feature) => <FeatureDetail feature={feature} />}
            </Show>
          }
        >
          <AboutPage />
        </Show>
      </div>
      <Show when={!props.page && selected()}>
        <CopyLink />
      </Show>
    </aside>
  )
}

function close(app: ReturnType<typeof useApp>) {
  if (app.view().item?.kind === 'page') app.actions.openItem(undefined)
  else app.actions.clearSelection()
}

/** Nothing to show yet, or never: one clear sentence and a way to try again. */
function RecordState() {
  const app = useApp()
  const failed = () => {
    const { record } = app.session()
    return record.status === 'failed' ? record.file : undefined
  }
  return (
    <Show when={failed()} fallback={<p class="quiet">{app.t('detail.loading')}</p>} keyed>
      {(file) => (
        <>
          <p>{app.t('load.failed', { file })}</p>
          <button type="button" class="button" onClick={app.services.retryRecord}>
            {app.t('load.retry')}
          </button>
        </>
      )}
    </Show>
  )
}

function CopyLink() {
  const app = useApp()
  const copy = async () => {
    const link = app.services.addressOf(app.view())
    const done = await app.services.copyText(link)
    app.actions.notify(done ? 'link.copied' : 'link.copyFailed', { link }, done ? 'done' : 'warning')
  }
  return (
    <div class="panel-foot">
      <button type="button" class="button button-primary" onClick={copy}>
        {app.t('link.copy')}
      </button>
    </div>
  )
}
