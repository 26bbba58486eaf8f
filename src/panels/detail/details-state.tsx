import { createEffect, type JSX, Show } from 'solid-js'
import { useApp } from '../context'

/** Its children once projects, indicators, relations and contradictions are there; till then a sentence and, after a failure, a retry. */
export function DetailsState(props: { children: JSX.Element }) {
  const app = useApp()
  createEffect(() => app.services.wantDetails())
  const failed = () => {
    const { details } = app.session()
    return details.status === 'failed' ? details.file : undefined
  }
  return (
    <Show when={!app.details()} fallback={props.children}>
      <Show when={failed()} fallback={<p class="quiet">{app.t('detail.more')}</p>} keyed>
        {(file) => <LoadFailure file={file} retry={app.services.wantDetails} />}
      </Show>
    </Show>
  )
}

/** The notice that a file could not be loaded, with a button to try again. */
export function LoadFailure(props: { file: string; retry: () => void }) {
  const app = useApp()
  return (
    <>
      <p>{app.t('load.failed', { file: props.file })}</p>
      <button type="button" class="button" onClick={() => props.retry()}>
        {app.t('load.retry')}
      </button>
    </>
  )
}
