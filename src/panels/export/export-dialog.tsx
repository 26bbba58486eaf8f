import {
  type Accessor,
  createMemo,
  createResource,
  createSignal,
  For,
  Match,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js'
import { type FormatId, formatIds, formats, isZipped } from '../../model/handout/formats'
import type { Handout } from '../../model/handout/handout'
import type { HandoutSubject } from '../../model/handout/handout-of'
import { firstPaper, firstPicture } from '../../model/handout/paper'
import { exportMessage } from '../../model/messages/export'
import type { State } from '../../state/store'
import { type App, useApp, useMessages } from '../context'
import { LinkDialog } from '../share/link-dialog'
import { Contents } from './contents'
import { createExport, type ExportJob } from './create-export'
import { firstOwnRows, OwnRowsOptions } from './own-rows-options'
import { PaperOptions } from './paper-options'
import { PictureOptions } from './picture-options'
import { RenewedSlides } from './renewed-slides'
import { type OpenedFile, SlideOptions } from './slide-options'
import '../../styles/export.css'

/** The single file holds everything but another of itself. */
const isSingleFile = () => location.protocol === 'file:'

/** One dialog for everything that is taken along as a file. */
export function ExportDialog() {
  const app = useApp()
  const t = useMessages(exportMessage)
  const subject = createMemo(() => subjectOf(app.store.getState()))
  const [ownRows, setOwnRows] = createSignal(firstOwnRows)
  const asked = createMemo(() => ({ subject: subject(), rows: ownRows().others }))
  const content = createContent(app, asked)
  const [slideShape, setSlideShape] = createSignal<'wide' | 'classic'>('wide')
  const [template, setTemplate] = createSignal<OpenedFile>()
  const [picture, setPicture] = createSignal(firstPicture)
  const [paper, setPaper] = createSignal(firstPaper)
  const job = createExport(subject, () => ({
    slideShape: slideShape(),
    template: template()?.bytes,
    picture: picture(),
    paper: paper(),
    ownRows: ownRows(),
  }))
  onCleanup(() => job.cancel())
  // By 打印 the paper is what is chosen next.
  const asksForPaper = app.session().exported?.at === 'pdf'
  const offered = () => formatIds.filter((id) => formats[id].holds(subject()) && !(id === 'html' && isSingleFile()))
  return (
    <LinkDialog title={t('export.title')}>
      <section class="export-content">
        <h3>{t('export.contains')}</h3>
        <Content content={content} signal={job.resting} />
      </section>
      <section>
        <h3>{t('export.formats')}</h3>
        <OwnRowsOptions subject={subject()} formats={offered()} options={ownRows()} onChange={setOwnRows} />
        <ul class="export-formats">
          <For each={offered()}>{(id) => <Format id={id} zipped={isZipped(subject(), id)} job={job} />}</For>
        </ul>
        <Show when={asksForPaper}>
          <PaperOptions options={paper()} onChange={setPaper} />
        </Show>
        <SlideOptions
          shape={slideShape()}
          onShape={setSlideShape}
          template={template()?.name}
          onTemplate={setTemplate}
          onOlder={({ bytes }) => job.renew(bytes)}
        />
        <Show when={formats.png.holds(subject()) && !isChart(subject())}>
          <PictureOptions options={picture()} onChange={setPicture} />
        </Show>
        <Show when={!asksForPaper}>
          <PaperOptions options={paper()} onChange={setPaper} />
        </Show>
      </section>
      <Progress job={job} />
      <Show when={job.renewed()}>{(deck) => <RenewedSlides deck={deck()} />}</Show>
    </LinkDialog>
  )
}

/** What would be written, made again with each change of what is asked. */
function createContent(app: App, asked: Accessor<{ subject: HandoutSubject; rows: boolean }>) {
  const [made, { refetch }] = createResource(asked, async ({ subject, rows }): Promise<Handout | 'failed'> => {
    try {
      return await (await app.services.exporter()).handout(subject, rows)
    } catch (error) {
      console.warn(error)
      return 'failed'
    }
  })
  return {
    loading: () => made.loading,
    failed: () => made.latest === 'failed',
    handout: () => (made.latest === 'failed' ? undefined : made.latest),
    again: () => void refetch(),
  }
}

/** What the files hold, while it is made, or that it could not be. */
function Content(props: { content: ReturnType<typeof createContent>; signal: AbortSignal }) {
  const t = useMessages(exportMessage)
  const { loading, failed, handout, again } = props.content
  return (
    <Switch>
      <Match when={loading()}>
        <p class="quiet" role="status">
          {t('export.waiting')}
        </p>
      </Match>
      <Match when={failed()}>
        <p role="alert">
          {t('export.noContent')}{' '}
          <button type="button" class="text-button" onClick={again}>
            {t('export.again')}
          </button>
        </p>
      </Match>
      <Match when={handout()}>{(made) => <Contents handout={made()} signal={props.signal} />}</Match>
    </Switch>
  )
}

/** How far the writing has come, and what came of it. */
function Progress(props: { job: ExportJob }) {
  const t = useMessages(exportMessage)
  return (
    <div class="export-foot">
      <Show when={props.job.working()}>
        {(id) => (
          <div class="export-progress">
            <label>
              {id() === 'renew' ? t('export.renewing') : t('export.working', { format: t(`export.${id()}`) })}
              <progress max="1" value={props.job.share()} />
            </label>
            <button type="button" class="button" onClick={() => props.job.cancel()}>
              {t('export.cancel')}
            </button>
          </div>
        )}
      </Show>
      <p class="share-said" role="status">
        {props.job.said()}
      </p>
    </div>
  )
}

const isChart = (subject: HandoutSubject) => subject.kind === 'view' && subject.chart !== undefined

/** What of the page is taken along: something of its own, or its view where the map looks now. */
function subjectOf({ view, session }: State): HandoutSubject {
  const { exported, liveCamera } = session
  const { briefing, list, chart } = exported ?? {}
  if (briefing) return { kind: 'briefing', briefing }
  return { kind: 'view', view: { ...view, embed: [], camera: view.camera ?? liveCamera }, list, chart }
}

/** A button keeps the focus while its file is written: only its meaning is gone. */
function Format(props: { id: FormatId; zipped: boolean; job: ExportJob }) {
  const app = useApp()
  const t = useMessages(exportMessage)
  let button: HTMLButtonElement | undefined
  // What was asked for by name is one press away.
  onMount(() => app.session().exported?.at === props.id && button?.focus())
  const press = async () => {
    await props.job.run(props.id)
    // The button to cancel may have had it.
    if (button?.isConnected && !document.activeElement?.closest('button, input, select')) button.focus()
  }
  return (
    <li>
      <button
        type="button"
        class="button"
        ref={button}
        aria-disabled={props.job.working() !== undefined}
        onClick={press}
      >
        {t(`export.${props.id}`)}
      </button>
      <span class="quiet">{t(`export.${props.zipped ? 'zip' : props.id}.note`)}</span>
    </li>
  )
}
