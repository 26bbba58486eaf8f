import { For, Show } from 'solid-js'
import { showMessage } from '../../../model/messages/briefing-show'
import { useMessages } from '../../context'
import type { Show as RunningShow } from './controller'

/** 会后答复: every question of the talk with its answer and sources, as the last page and on paper. */
export function Appendix(props: { show: RunningShow }) {
  const t = useMessages(showMessage)
  return (
    <section class="show-caption show-appendix" lang="zh-CN" tabindex="0" aria-label={t('show.appendix')}>
      <h2>{t('show.appendix')}</h2>
      <p class="show-source">{t('show.appendixNote')}</p>
      <ol>
        <For each={props.show.asked()}>
          {(asked) => (
            <li>
              <h3>{asked.text}</h3>
              <p class="show-source">{t('show.askedOn', { page: asked.page })}</p>
              <For each={asked.answer} fallback={<p>{t('answer.waiting')}</p>}>
                {(line) => <p>{line}</p>}
              </For>
              <Show when={asked.sources.length > 0}>
                <p class="show-source">{t('show.sources', { sources: asked.sources.join('；') })}</p>
              </Show>
            </li>
          )}
        </For>
      </ol>
      <button type="button" class="show-button show-print" onClick={() => window.print()}>
        {t('show.print')}
      </button>
    </section>
  )
}
