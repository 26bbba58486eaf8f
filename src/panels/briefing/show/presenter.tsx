import { For, onCleanup, Show } from 'solid-js'
import type { Scene } from '../../../model/briefing/briefing'
import { elapsedText } from '../../../model/briefing/show-memory'
import { type ShowMessageKey, showMessage } from '../../../model/messages/briefing-show'
import { useApp, useMessages } from '../../context'
import { Appendix } from './appendix'
import { Bar } from './bar'
import { Caption } from './caption'
import { createClock } from './clock'
import type { Show as RunningShow } from './controller'
import { PageButton } from './page-button'
import { createTold, Points } from './points'
import { QuestionCaption } from './question-caption'
import type { OtherWindow, TalkState } from './talk-state'

/** What the presenter alone sees: now, next, notes, the time, and all pages. */
export function Presenter(props: { show: RunningShow; talk: TalkState }) {
  const t = useMessages(showMessage)
  const { briefing, state, run, scene, question } = props.show
  document.documentElement.classList.add('presenting')
  onCleanup(() => document.documentElement.classList.remove('presenting'))
  const next = () => briefing.scenes[state().place + 1]
  return (
    <section class="presenter" aria-label={t('presenter.region')}>
      <Window talk={props.talk} title={briefing.title} />
      <section class="presenter-now" tabindex="0" aria-label={t('presenter.now')}>
        <p class="presenter-label">{t('presenter.now')}</p>
        <Show
          when={question()}
          fallback={
            <Show when={scene()} fallback={<Appendix show={props.show} />}>
              <Caption scene={scene()} />
            </Show>
          }
        >
          {(asked) => <QuestionCaption show={props.show} question={asked()} />}
        </Show>
      </section>
      <section class="presenter-next" tabindex="0" aria-label={t('presenter.next')}>
        <p class="presenter-label">{t('presenter.next')}</p>
        <Show when={next()} fallback={<p>{t('presenter.end')}</p>} keyed>
          {(following) => (
            <div lang="zh-CN">
              <h3>{following.title}</h3>
              <ScenePoints scene={following} />
            </div>
          )}
        </Show>
      </section>
      <section class="presenter-notes" tabindex="0" aria-label={t('show.notes')}>
        <p class="presenter-label">{t('show.notes')}</p>
        <p lang="zh-CN">{scene()?.notes ?? t('show.noNotes')}</p>
      </section>
      <nav class="presenter-pages" aria-label={t('presenter.scenes')}>
        <ol>
          <For each={briefing.scenes}>
            {(each, place) => (
              <li>
                <PageButton
                  place={place()}
                  title={each.title}
                  isCurrent={place() === state().place}
                  onPress={() => run({ do: 'go', place: place() })}
                />
              </li>
            )}
          </For>
        </ol>
      </nav>
      <Clock show={props.show} />
      <Bar show={props.show} />
    </section>
  )
}

const words: { readonly [other in OtherWindow]: ShowMessageKey } = {
  none: 'presenter.waiting',
  linked: 'presenter.linked',
  waiting: 'presenter.waiting',
  blocked: 'presenter.blocked',
  impossible: 'presenter.oneWindow',
}

/** How the audience's window is, and what can be done about it. */
function Window(props: { talk: TalkState; title: string }) {
  const t = useMessages(showMessage)
  return (
    <div class="presenter-window">
      <h1 lang="zh-CN">{props.title}</h1>
      <p role="status">{t(words[props.talk.other()])}</p>
      <Show when={props.talk.other() !== 'linked' && props.talk.other() !== 'impossible'}>
        <button type="button" class="show-button" onClick={() => props.talk.openWindow()}>
          {t('presenter.open')}
        </button>
      </Show>
      <Show when={props.talk.other() === 'linked'}>
        <button type="button" class="show-button" onClick={() => props.talk.swap()}>
          {t('presenter.swap')}
        </button>
      </Show>
      <button type="button" class="show-button" onClick={() => props.talk.toggle()}>
        {t('presenter.finish')}
      </button>
    </div>
  )
}

function ScenePoints(props: { scene: Scene }) {
  const told = createTold(() => props.scene)
  return <Points points={told()} />
}

function Clock(props: { show: RunningShow }) {
  const app = useApp()
  const t = useMessages(showMessage)
  const now = createClock()
  const time = () => new Date(now()).toLocaleTimeString(app.language(), { hour: '2-digit', minute: '2-digit' })
  return (
    <dl class="presenter-clock tabular">
      <div>
        <dt>{t('presenter.clock')}</dt>
        <dd>{time()}</dd>
      </div>
      <div>
        <dt>{t('presenter.elapsed')}</dt>
        <dd>{elapsedText(now() - props.show.startedAt())}</dd>
      </div>
      <div>
        <dt class="visually-hidden">{t('presenter.restart')}</dt>
        <dd>
          <button type="button" class="show-button" onClick={() => props.show.restartTimer()}>
            {t('presenter.restart')}
          </button>
        </dd>
      </div>
    </dl>
  )
}
