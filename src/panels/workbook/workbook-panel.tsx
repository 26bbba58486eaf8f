import { createResource, Match, onMount, Show, Switch } from 'solid-js'
import { workbookMessage } from '../../model/messages/workbook'
import { PartError } from '../../model/part'
import { type App, useApp, useMessages } from '../context'
import { giveFocusBack, onEscape } from '../sheet/focus'
import { type Compared, createReview } from './create-review'
import { Differences } from './differences'
import { Problems } from './problems'
import '../../styles/workbook.css'

/** 资料工作簿: what a workbook says against the record, beside the map, and what is taken of it. */
export function WorkbookPanel(props: { file: File }) {
  const app = useApp()
  const t = useMessages(workbookMessage)
  const close = () => app.actions.openRecordWorkbook(undefined)
  const { opening, refetch } = createOpening(app, () => props.file)
  const compared = () => {
    const found = opening.loading ? undefined : opening.latest
    return found?.status === 'compared' ? found : undefined
  }
  let title: HTMLHeadingElement | undefined
  onMount(() => title?.focus({ preventScroll: true }))
  giveFocusBack(() => title)
  return (
    <section class="workbook panel" aria-label={t('panel.name')} onKeyDown={(event) => onEscape(event, close)}>
      <div class="panel-head">
        <h2 tabIndex={-1} ref={title}>
          {t('panel.name')}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t('panel.close')}
          title={t('panel.close')}
          onClick={close}
        >
          ×
        </button>
      </div>
      <div class="panel-body">
        <Switch>
          <Match when={opening.loading}>
            <p role="status">{t('panel.reading')}</p>
          </Match>
          <Match when={opening.latest?.status === 'unread'}>
            <p role="alert">{t('panel.unread')}</p>
          </Match>
          <Match when={opening.latest?.status === 'unreachable'}>
            <p role="alert">
              {t('panel.unreachable')}{' '}
              <button type="button" class="text-button" onClick={refetch}>
                {t('panel.again')}
              </button>
            </p>
          </Match>
          <Match when={compared()} keyed>
            {(found) => <Comparison file={props.file} found={found} />}
          </Match>
        </Switch>
      </div>
    </section>
  )
}

/** The comparing of a workbook; where its code does not come, it can be asked for again. */
function createOpening(app: App, file: () => File) {
  const [opening, { refetch }] = createResource(file, async (file) => {
    try {
      return await (await app.services.recordWorkbooks()).compare(file)
    } catch (error) {
      if (!(error instanceof PartError)) throw error
      app.services.lostPart(() => refetch())
      return { status: 'unreachable' as const }
    }
  })
  return { opening, refetch }
}

/** What the comparison found: a line where it is nothing. */
function Comparison(props: { file: File; found: Compared }) {
  const t = useMessages(workbookMessage)
  const { found } = props
  const review = createReview(found)
  const { problems, differences, missing, release } = found.comparison
  return (
    <>
      <p class="quiet">{t('panel.file', { name: props.file.name, release })}</p>
      <Show when={release !== found.record.release}>
        <p class="note">{t('panel.older', { release, now: found.record.release })}</p>
      </Show>
      <Show when={problems.length + differences.length + missing.length === 0}>
        <p role="status">{t('panel.none')}</p>
      </Show>
      <Show when={problems.length > 0}>
        <Problems file={props.file} problems={problems} language={found.language} />
      </Show>
      <Show when={differences.length > 0}>
        <Differences review={review} />
      </Show>
      <Show when={missing.length > 0}>
        <p class="note">{t('panel.missing', { count: missing.length, ids: idsOf(missing) })}</p>
      </Show>
    </>
  )
}

const mostIds = 8

function idsOf(missing: readonly { id: string }[]): string {
  const ids = missing.slice(0, mostIds).map(({ id }) => id)
  return `${ids.join('、')}${missing.length > mostIds ? '…' : ''}`
}
