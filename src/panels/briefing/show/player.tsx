import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { themeIds } from '../../../../data/schema-ids'
import { type Briefing, ownSlug } from '../../../model/briefing/briefing'
import type { MadeValues } from '../../../model/briefing/made-values'
import { showMessage } from '../../../model/messages/briefing-show'
import { defaultView, type View } from '../../../model/view'
import { useApp, useMessages } from '../../context'
import { followPrintKey } from '../../export/print-key'
import { KeepOwn } from '../edit/keep-own'
import { Appendix } from './appendix'
import { AskBox } from './ask-box'
import { Bar } from './bar'
import { Caption } from './caption'
import { ChangedContext, changedPages, createChanged } from './changed'
import { createShow } from './controller'
import { FindBox } from './find-box'
import { followGestures } from './gestures'
import { followKeys } from './keys'
import { rememberShow } from './memory'
import { NotesStrip } from './notes-strip'
import { Overview } from './overview'
import { Presenter } from './presenter'
import { QuestionCaption } from './question-caption'
import { createTalk } from './talk-state'

/** A briefing as it is shown: the live map, what is said to it beside it, and what the keys open. */
export function Player(props: { briefing: Briefing; made: MadeValues | undefined }) {
  const app = useApp()
  const t = useMessages(showMessage)
  // Another briefing gets a new player.
  const { briefing } = props
  const changed = createChanged(app, briefing, props.made)
  const [remark, setRemark] = createSignal('')
  const show = createShow(app, briefing, {
    onPresenter: () => talk.toggle(),
    onNoPage: (page) => setRemark(t('show.noPage', { page })),
  })
  const talk = createTalk(app, show)
  let region: HTMLElement | undefined
  if (isAlone(app.view())) show.showAsAuthored()

  const place = () => show.state().place
  const isAppendix = () => show.question() === undefined && place() >= briefing.scenes.length
  const title = () => show.question()?.text ?? show.scene()?.title ?? t('show.appendix')
  const status = () => t('show.status', { page: place() + 1, pages: show.pages(), title: title() })
  createEffect(on([place, () => show.state().question], () => setRemark(''), { defer: true }))
  followKeys(show.run)
  followPrintKey(() => ({ briefing }), 'before')
  followGestures(show.run, () => show.state().panel === undefined)
  onMount(() => region?.focus({ preventScroll: true }))
  // Whatever had the focus in a box that closes, the keys are the show's again.
  createEffect(
    on(
      () => show.state().panel,
      (panel) => panel === undefined && region?.focus({ preventScroll: true }),
      { defer: true },
    ),
  )
  onCleanup(() => {
    rememberShow(undefined)
    if (show.fullScreen.isOn()) show.fullScreen.leave()
  })
  return (
    <section
      ref={region}
      class="show"
      classList={{ [`show-${show.state().blank}`]: show.state().blank !== undefined }}
      aria-label={t('show.region')}
      tabindex="-1"
    >
      <ChangedContext.Provider value={changed}>
        <Show when={talk.role() === 'presenter'} fallback={<Audience />}>
          <Presenter show={show} talk={talk} />
        </Show>
      </ChangedContext.Provider>
      <Show when={show.state().blank}>{(blank) => <p class="show-blank">{t(`show.${blank()}`)}</p>}</Show>
      <Show when={show.state().digits}>
        {(digits) => <p class="show-digits">{t('show.digits', { digits: digits().text })}</p>}
      </Show>
      <Show when={show.state().panel === 'overview'}>
        <Overview show={show} />
      </Show>
      <Show when={show.state().panel === 'find'}>
        <FindBox show={show} />
      </Show>
      <Show when={show.state().panel === 'ask'}>
        <AskBox show={show} />
      </Show>
      <p class="visually-hidden" role="status">
        {remark() || status()}
      </p>
      <Show when={remark()}>
        <p class="show-digits" aria-hidden="true">
          {remark()}
        </p>
      </Show>
    </section>
  )

  function Audience() {
    return (
      <>
        <div class="show-side">
          <div class="show-kicker" lang="zh-CN">
            <h1>{briefing.title}</h1>
            <Show when={briefing.slug === ownSlug}>
              <span class="show-mark">{t('show.own')}</span> <KeepOwn />
            </Show>
            <Show when={changed().length > 0}>
              <p class="show-changed" role="status">
                {t('show.changed', { pages: changedPages(briefing, changed()).join('、'), date: briefing.release })}
              </p>
            </Show>
          </div>
          <Show when={!isAppendix()} fallback={<Appendix show={show} />}>
            <Show when={show.question()} fallback={<Caption scene={show.scene()} />}>
              {(question) => <QuestionCaption show={show} question={question()} />}
            </Show>
          </Show>
          <Bar show={show} />
        </div>
        <Show when={show.state().notes}>
          <NotesStrip notes={show.scene()?.notes} />
        </Show>
      </>
    )
  }
}

/** A link that names a scene and nothing else asks for the scene as it was made. */
function isAlone({ scene, embed, ownBriefing, ...rest }: View): boolean {
  const { embed: _, ...plain } = defaultView(themeIds)
  return ownBriefing === undefined && JSON.stringify(sorted(rest)) === JSON.stringify(sorted(plain))
}

const sorted = (fields: object) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
