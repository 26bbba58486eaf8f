import { For, onMount } from 'solid-js'
import { showMessage } from '../../../model/messages/briefing-show'
import { useMessages } from '../../context'
import type { Show as RunningShow } from './controller'
import { PageButton } from './page-button'

/** All pages of a show by number and title; a press goes there. */
export function Overview(props: { show: RunningShow }) {
  const t = useMessages(showMessage)
  let list: HTMLDivElement | undefined
  const { briefing, state, pages, run } = props.show
  onMount(() => list?.querySelector<HTMLElement>('[aria-current]')?.focus())
  const titles = () => [
    ...briefing.scenes.map(({ title }) => title),
    ...(pages() > briefing.scenes.length ? [t('show.appendix')] : []),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (event.key.toLowerCase() === 'o') run({ do: 'overview' })
    else if (step) moveFocus(list, step)
    else return
    event.preventDefault()
  }
  return (
    <div class="show-box show-overview" role="dialog" aria-label={t('show.overview')} ref={list} onKeyDown={onKeyDown}>
      <header>
        <h3>{t('show.overview')}</h3>
        <button type="button" class="show-button" onClick={() => run({ do: 'overview' })}>
          {t('show.close')}
        </button>
      </header>
      <ol>
        <For each={titles()}>
          {(title, place) => (
            <li>
              <PageButton
                place={place()}
                title={title}
                isCurrent={place() === state().place}
                onPress={() => run({ do: 'go', place: place() })}
              />
            </li>
          )}
        </For>
      </ol>
    </div>
  )
}

const steps: { readonly [key: string]: number } = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function moveFocus(list: HTMLElement | undefined, step: number) {
  const buttons = [...(list?.querySelectorAll<HTMLElement>('.show-page') ?? [])]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
}
