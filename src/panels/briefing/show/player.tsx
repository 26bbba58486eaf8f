import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { themeIds } from '../../../../data/schema-ids'
import { type Briefing, ownSlug } from '../../../model/briefing/briefing'
import type { ChangedCitation } from '../../../model/briefing/changes'
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
import { createShow, type Show as RunningShow } from './controller'
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
        <Show when={talk.role() === 'presenter'} fallback={<Audience show={show} changed={changed()} />}>
          <Presenter show={show} talk={talk} />
        </Show>
      </ChangedContext.Provider>
      <OverShow show={show} />
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
}

/** What the audience sees: the words beside the map, and the notes if they are asked for. */
function Audience(props: { show: RunningShow; changed: readonly ChangedCitation[] }) {
  const t = useMessages(showMessage)
  const { briefing } = props.show
  const isAppendix = () => props.show.question() === undefined && props.show.state().place >= briefing.scenes.length
  return (
    <>
      <div class="show-side">
        <div class="show-kicker" lang="zh-CN">
          <h1>{briefing.title}</h1>
          <Show when={briefing.slug === ownSlug}>
            <span class="show-mark">{t('show.own')}</span> <KeepOwn />
          </Show>
          <Show when={props.changed.length > 0}>
            <p class="show-changed" role="status">
              {t('show.changed', { pages: changedPages(briefing, props.changed).join('、'), date: briefing.release })}
            </p>
          </Show>
        </div>
        <Show when={!isAppendix()} fallback={<Appendix show={props.show} />}>
          <Show when={props.show.question()} fallback={<Caption scene={props.show.scene()} />}>
            {(question) => <QuestionCaption show={props.show} question={question()} />}
          </Show>
        </Show>
        <Bar show={props.show} />
      </div>
      <Show when={props.show.state().notes}>
        <NotesStrip notes={props.show.scene()?.notes} />
      </Show>
    </>
  )
}

/** What the keys lay over the show: a blank screen, the digits typed, a box. */
function OverShow(props: { show: RunningShow }) {
  const t = useMessages(showMessage)
  const state = () => props.show.state()
  return (
    <>
      <Show when={state().blank}>{(blank) => <p class="show-blank">{t(`show.${blank()}`)}</p>}</Show>
      <Show when={state().digits}>
        {(digits) => <p class="show-digits">{t('show.digits', { digits: digits().text })}</p>}
      </Show>
      <Show when={state().panel === 'overview'}>
        <Overview show={props.show} />
      </Show>
      <Show when={state().panel === 'find'}>
        <FindBox show={props.show} />
      </Show>
      <Show when={state().panel === 'ask'}>
        <AskBox show={props.show} />
      </Show>
    </>
  )
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
