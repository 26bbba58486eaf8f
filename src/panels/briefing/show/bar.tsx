import { Show } from 'solid-js'
import { elapsedText } from '../../../model/briefing/show-memory'
import { showMessage } from '../../../model/messages/briefing-show'
import { useMessages } from '../../context'
import { ExportBriefingButton } from '../../export/export-buttons'
import { createClock } from './clock'
import type { Show as RunningShow } from './controller'

/** The buttons of a show, and which page it is at. */
export function Bar(props: { show: RunningShow }) {
  const t = useMessages(showMessage)
  const now = createClock()
  const { state, pages, run, fullScreen, startedAt } = props.show
  return (
    // Pressed by mouse, a button leaves the focus, and with it the keys, to the show.
    <div class="show-bar" onPointerDown={(event) => event.pointerType === 'mouse' && event.preventDefault()}>
      <div class="show-turn">
        <button type="button" class="show-button" onClick={() => run({ do: 'previous' })}>
          {t('show.previous')}
        </button>
        <p class="show-position tabular">{t('show.position', { page: state().place + 1, pages: pages() })}</p>
        <button type="button" class="show-button" onClick={() => run({ do: 'next' })}>
          {t('show.next')}
        </button>
      </div>
      <div class="show-tools">
        <Show when={state().timer}>
          <p class="show-timer tabular">{t('show.timer', { time: elapsedText(now() - startedAt()) })}</p>
        </Show>
        <button type="button" class="show-button" onClick={() => run({ do: 'overview' })}>
          {t('show.overview')}
        </button>
        <button type="button" class="show-button" onClick={() => run({ do: 'presenter' })}>
          {t('show.presenter')}
        </button>
        <Show when={fullScreen.isAllowed && !fullScreen.isOn()}>
          <button type="button" class="show-button" onClick={() => run({ do: 'full-screen' })}>
            {t('show.fullScreen')}
          </button>
        </Show>
        <ExportBriefingButton briefing={props.show.briefing} class="show-button" />
        <button type="button" class="show-button" onClick={() => run({ do: 'leave' })}>
          {t('show.leave')}
        </button>
      </div>
    </div>
  )
}
