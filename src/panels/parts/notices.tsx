import { createEffect, For, onCleanup, Show } from 'solid-js'
import type { Notice, NoticePart } from '../../state/store'
import { useApp } from '../context'

const politeMilliseconds = 4000

/** The notice area: one line each, dismissible; a line that only confirms goes by itself. */
export function Notices() {
  const app = useApp()
  return (
    <div class="notices" role="status" aria-live="polite">
      <For each={app.session().notices}>{(notice) => <NoticeLine notice={notice} />}</For>
    </div>
  )
}

function NoticeLine(props: { notice: Notice }) {
  const app = useApp()
  createEffect(() => {
    if (props.notice.tone !== 'done') return
    const timer = setTimeout(() => app.actions.dismissNotice(props.notice.id), politeMilliseconds)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <div class={`notice notice-${props.notice.tone}`}>
      <span>
        <NoticeSentence part={props.notice} />
        <For each={props.notice.also}>{(part) => <NoticeSentence part={part} />}</For>
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={app.t('notice.dismiss')}
        onClick={() => app.actions.dismissNotice(props.notice.id)}
      >
        ×
      </button>
    </div>
  )
}

function NoticeSentence(props: { part: NoticePart }) {
  const app = useApp()
  return (
    <span class="notice-sentence">
      {app.t(props.part.message, props.part.values)}{' '}
      <Show when={props.part.opens}>
        {(dialog) => (
          <button type="button" class="text-button" onClick={() => app.actions.showLinkDialog(dialog())}>
            {app.t('link.changesOpen')}
          </button>
        )}
      </Show>
      <Show when={props.part.offer}>
        {(offer) => (
          <button type="button" class="text-button" onClick={() => offer().run()}>
            {app.t(offer().message)}
          </button>
        )}
      </Show>
    </span>
  )
}
