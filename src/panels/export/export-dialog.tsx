import { createMemo, createResource, createSignal, For, onCleanup, Show } from 'solid-js'
import { type FormatId, formatIds, formats } from '../../model/handout/formats'
import type { Handout, HandoutPage } from '../../model/handout/handout'
import type { HandoutSubject } from '../../model/handout/handout-of'
import { exportMessage } from '../../model/messages/export'
import { useApp, useMessages } from '../context'
import { LinkDialog } from '../share/link-dialog'
import { createExport } from './create-export'
import { SlideOptions } from './slide-options'
import '../../styles/export.css'

/** Formats that a writer is there for. */
const written: readonly FormatId[] = ['pptx', 'docx', 'xlsx', 'pdf', 'png', 'html', 'csv', 'geojson']
/** The single file holds everything but another of itself. */
const isSingleFile = () => location.protocol === 'file:'
const mostPages = 12

/** One dialog for everything that is taken along as a file. */
export function ExportDialog() {
  const app = useApp()
  const t = useMessages(exportMessage)
  const subject = createMemo((): HandoutSubject => {
    const { view, session } = app.store.getState()
    const { exportedBriefing: briefing } = session
    return briefing
      ? { kind: 'briefing', briefing }
      : { kind: 'view', view: { ...view, embed: [], camera: view.camera ?? session.liveCamera } }
  })
  const [handout] = createResource(subject, async (asked) => (await app.services.exporter()).handout(asked))
  const [slideShape, setSlideShape] = createSignal<'wide' | 'classic'>('wide')
  const [template, setTemplate] = createSignal<{ name: string; bytes: Uint8Array }>()
  const job = createExport(subject, () => ({ slideShape: slideShape(), template: template()?.bytes }))
  onCleanup(() => job.cancel())
  const offered = () =>
    formatIds.filter((id) => written.includes(id) && formats[id].holds(subject()) && !(id === 'html' && isSingleFile()))
  return (
    <LinkDialog title={t('export.title')}>
      <section class="export-content">
        <h3>{t('export.contains')}</h3>
        <Show when={handout()} fallback={<p class="quiet">{t('export.waiting')}</p>}>
          {(made) => <Contents handout={made()} />}
        </Show>
      </section>
      <section>
        <h3>{t('export.formats')}</h3>
        <ul class="export-formats">
          <For each={offered()}>
            {(id) => (
              <li>
                <button type="button" class="button" disabled={job.working() !== undefined} onClick={() => job.run(id)}>
                  {t(`export.${id}`)}
                </button>
                <span class="quiet">{t(`export.${id}.note`)}</span>
              </li>
            )}
          </For>
        </ul>
        <SlideOptions
          shape={slideShape()}
          onShape={setSlideShape}
          template={template()?.name}
          onTemplate={setTemplate}
        />
      </section>
      <Show when={job.working()}>
        {(id) => (
          <div class="export-progress">
            <label>
              {t('export.working', { format: t(`export.${id()}`) })}
              <progress max="1" value={job.share()} />
            </label>
            <button type="button" class="button" onClick={() => job.cancel()}>
              {t('export.cancel')}
            </button>
          </div>
        )}
      </Show>
      <p class="share-said" role="status">
        {job.said()}
      </p>
    </LinkDialog>
  )
}

/** What a file will hold, page by page. */
function Contents(props: { handout: Handout }) {
  const t = useMessages(exportMessage)
  const parts = ({ view, points, tables, charts }: HandoutPage) =>
    [
      ...(view ? [t('export.map')] : []),
      ...(points.length > 0 ? [t('export.points', { count: points.length })] : []),
      ...charts.map(() => t('export.chart')),
      ...tables.map(({ rows }) => t('export.rows', { count: rows.length })),
    ].join('，')
  return (
    <>
      <p>
        <strong>{props.handout.title}</strong>
      </p>
      <ol class="export-pages">
        <For each={props.handout.pages.slice(0, mostPages)}>
          {(page) => <li>{t('export.page', { title: page.title, what: parts(page) })}</li>}
        </For>
      </ol>
      <Show when={props.handout.pages.length > mostPages}>
        <p class="quiet">{t('export.more', { count: props.handout.pages.length - mostPages })}</p>
      </Show>
    </>
  )
}
