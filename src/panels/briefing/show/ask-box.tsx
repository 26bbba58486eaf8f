import { createEffect, createMemo, createSignal, For, onMount, Show } from 'solid-js'
import { questionView, readQuestion } from '../../../model/briefing/show-question'
import { showMessage } from '../../../model/messages/briefing-show'
import { metres } from '../../../model/numbers'
import type { SearchEntry } from '../../../model/search/index-record'
import { type App, useApp, useMessages } from '../../context'
import { createSearch, type Search } from '../../search/search-model'
import type { Show as RunningShow } from './controller'
import { TypeBox } from './type-box'

const most = 8

/** Asks the map in the middle of a talk: a place, a theme, a project, a distance; the answer is a scene of its own. */
export function AskBox(props: { show: RunningShow }) {
  const app = useApp()
  const t = useMessages(showMessage)
  const search = createSearch()
  const [text, setText] = createSignal('')
  const read = createMemo(() => readQuestion(text()))
  onMount(() => search.prepare())
  createEffect(() => search.setQuery(read().sought))
  const answers = createAnswers(app, search, () => read().radiusMeters)
  const named = (entry: SearchEntry) => {
    const title = app.language() === 'en' ? entry.titleEn : entry.title
    const { radiusMeters } = read()
    return radiusMeters === undefined
      ? title
      : t('show.askWithin', { title, radius: metres(radiusMeters, app.language()) })
  }
  const take = (answer = answers()[0]) => {
    if (answer) props.show.askQuestion(named(answer.entry), answer.view)
  }
  return (
    <TypeBox
      class="show-ask"
      name={t('show.ask')}
      hint={t('show.askHint')}
      text={text()}
      onText={setText}
      onEnter={() => take()}
    >
      <ol>
        <For each={answers()}>
          {(answer) => (
            <li>
              <button type="button" class="show-page" onClick={() => take(answer)}>
                <span lang="zh-CN">{named(answer.entry)}</span>
                <small lang="zh-CN">{answer.entry.hint}</small>
              </button>
            </li>
          )}
        </For>
      </ol>
      <p aria-live="polite">
        <Show when={text().trim() !== '' && search.ready() && answers().length === 0}>{t('show.askNone')}</Show>
      </p>
    </TypeBox>
  )
}

/** What is found, as far as a question can be made of it. */
function createAnswers(app: App, search: Search, radiusMeters: () => number | undefined) {
  return createMemo(() => {
    const record = app.record()
    if (!record) return []
    return search
      .options()
      .flatMap((entry) => {
        const view = questionView(record, entry, radiusMeters())
        return view ? [{ entry, view }] : []
      })
      .slice(0, most)
  })
}
