import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import type { Handout, HandoutPage } from '../../model/handout/handout'
import { exportMessage } from '../../model/messages/export'
import { useApp, useMessages } from '../context'

const mostPages = 12

/** What a file will hold: a small picture of its first map, and page by page. */
export function Contents(props: { handout: Handout; signal: AbortSignal }) {
  const t = useMessages(exportMessage)
  const parts = ({ view, points, tables, charts }: HandoutPage) =>
    [
      ...(view ? [t('export.map')] : []),
      ...(points.length > 0 ? [t('export.points', { count: points.length })] : []),
      ...charts.map(() => t('export.chart')),
      ...tables.map(({ rows }) => t('export.rows', { count: rows.length })),
    ].join(t('export.and'))
  return (
    <div class="export-contents">
      <Show when={props.handout.pages.some(({ view }) => view)}>
        <Preview handout={props.handout} signal={props.signal} />
      </Show>
      <div>
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
      </div>
    </div>
  )
}

const whenIdle = (run: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 2000 }) : setTimeout(run, 300)

/** Drawn when the page rests, and given up as soon as a file is written: the pictures of both come by one door. */
function Preview(props: { handout: Handout; signal: AbortSignal }) {
  const app = useApp()
  const t = useMessages(exportMessage)
  const [address, setAddress] = createSignal<string>()
  const [failed, setFailed] = createSignal(false)
  const draw = async () => {
    if (props.signal.aborted) return setFailed(true)
    try {
      const exporter = await app.services.exporter()
      const picture = await exporter.preview(props.handout, props.signal)
      if (props.signal.aborted || !picture) return setFailed(true)
      setAddress(URL.createObjectURL(picture))
    } catch {
      setFailed(true)
    }
  }
  onMount(() => whenIdle(draw))
  onCleanup(() => {
    const made = address()
    if (made) URL.revokeObjectURL(made)
  })
  return (
    <Show when={!failed()}>
      <div class="export-preview">
        <Show when={address()} fallback={<span class="quiet">{t('export.previewWaiting')}</span>}>
          {(made) => <img src={made()} alt={t('export.preview')} width="420" height="280" />}
        </Show>
      </div>
    </Show>
  )
}
