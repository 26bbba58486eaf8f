import { createMemo, createSignal, For, onMount, Show } from 'solid-js'
import { findScenes } from '../../../model/briefing/show-find'
import { showMessage } from '../../../model/messages/briefing-show'
import { useMessages } from '../../context'
import { belongsToInputMethod } from '../../parts/input-method'
import type { Show as RunningShow } from './controller'
import { PageButton } from './page-button'

/** Goes to a page by its number or by words of its title. */
export function FindBox(props: { show: RunningShow }) {
  const t = useMessages(showMessage)
  const [text, setText] = createSignal('')
  let input: HTMLInputElement | undefined
  const { briefing, run } = props.show
  const found = createMemo(() => findScenes(briefing.scenes, text()))
  onMount(() => input?.focus())
  const onKeyDown = (event: KeyboardEvent) => {
    const [place] = found()
    if (event.key !== 'Enter' || belongsToInputMethod(event) || place === undefined) return
    event.preventDefault()
    run({ do: 'go', place })
  }
  return (
    <div class="show-box show-find" role="dialog" aria-label={t('show.find')}>
      <label>
        <span>{t('show.find')}</span>
        <input
          ref={input}
          type="text"
          autocomplete="off"
          placeholder={t('show.findHint')}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <ol>
        <For each={found()} fallback={<li>{t('show.findNone')}</li>}>
          {(place) => (
            <li>
              <PageButton
                place={place}
                title={briefing.scenes[place]?.title ?? ''}
                onPress={() => run({ do: 'go', place })}
              />
            </li>
          )}
        </For>
      </ol>
      <Show when={text()}>
        <p class="visually-hidden" aria-live="polite">
          {found().length}
        </p>
      </Show>
    </div>
  )
}
