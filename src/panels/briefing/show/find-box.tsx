import { createMemo, createSignal, For, Show } from 'solid-js'
import { findScenes } from '../../../model/briefing/show-find'
import { showMessage } from '../../../model/messages/briefing-show'
import { useMessages } from '../../context'
import type { Show as RunningShow } from './controller'
import { PageButton } from './page-button'
import { TypeBox } from './type-box'

/** Goes to a page by its number or by words of its title. */
export function FindBox(props: { show: RunningShow }) {
  const t = useMessages(showMessage)
  const [text, setText] = createSignal('')
  const { briefing, run } = props.show
  const found = createMemo(() => findScenes(briefing.scenes, text()))
  const goToFirst = () => {
    const [place] = found()
    if (place !== undefined) run({ do: 'go', place })
  }
  return (
    <TypeBox
      class="show-find"
      name={t('show.find')}
      hint={t('show.findHint')}
      text={text()}
      onText={setText}
      onEnter={goToFirst}
    >
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
    </TypeBox>
  )
}
