import { createEffect, createMemo, on, onCleanup, onMount, Show } from 'solid-js'
import type { AnalysisAnswer } from '../../model/analysis/analysis'
import { isNarrow } from '../../model/layout'
import type { Analysis } from '../../model/view'
import { AddHere } from '../briefing/add-button'
import { useApp } from '../context'
import { focusedElement, giveFocusBack, onEscape } from '../sheet/focus'
import { createSheet } from '../sheet/sheet'
import { SheetHandle, sheetStyle } from '../sheet/sheet-handle'
import { AnswerView } from './answer-view'
import { AskForm } from './ask-form'
import { Problem } from './problem'
import { questionTitle } from './question'
import '../../styles/analysis.css'

/** 分析结果: the question, to be changed, and under it its answer. */
export function AnalysisPanel() {
  const app = useApp()
  const sheet = createSheet()
  let title: HTMLHeadingElement | undefined
  const question = () => app.view().analysis
  const heading = () => {
    const asked = question()
    if (app.session().pick) return app.t('analysis.between')
    return asked ? questionTitle(app, asked) : app.t('analysis.title.none')
  }
  createEffect(() => question() && onCleanup(app.services.wantDetailsAtRest()))
  // A page that opens with a question leaves the focus at its beginning.
  onMount(() => focusedElement() && title?.focus({ preventScroll: true }))
  const kind = () => question()?.kind
  createEffect(on(kind, () => title?.focus({ preventScroll: true }), { defer: true }))
  giveFocusBack(() => title)
  const close = () => {
    app.actions.ask(undefined)
    if (app.view().item?.kind === 'page') app.actions.openItem(undefined)
  }
  /** Gives up what is going on first, and only then the question. */
  const giveUp = () => {
    const { sketch, pick } = app.session()
    if (sketch || pick) app.actions.pickEnd(undefined)
    else close()
  }
  return (
    <section
      class="analysis panel sheet"
      data-height={sheet.height()}
      style={sheetStyle(sheet)}
      aria-label={app.t('analysis.name')}
      aria-busy={app.session().analysis.status === 'working'}
      onKeyDown={(event) => onEscape(event, giveUp)}
    >
      <SheetHandle sheet={sheet} label={app.t('analysis.name')} />
      <div class="panel-head">
        <h2 tabIndex={-1} ref={title}>
          {heading()}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={app.t('analysis.close')}
          title={app.t('analysis.close')}
          onClick={close}
        >
          ×
        </button>
      </div>
      <div class="panel-body">
        <FoldedForm />
        <Show when={!app.session().pick && question()}>
          {(asked) => (
            <>
              <Result question={asked()} />
              <div class="analysis-foot">
                <AddHere place="analysis" />
              </div>
            </>
          )}
        </Show>
      </div>
    </section>
  )
}

/** On a narrow screen the form folds away behind the answer, which would otherwise stand out of sight below it. */
function FoldedForm() {
  const app = useApp()
  const narrow = isNarrow({ width: window.innerWidth, height: window.innerHeight })
  const answered = () => app.view().analysis !== undefined && app.session().pick === undefined
  return (
    <Show when={narrow} fallback={<AskForm />}>
      <details class="ask-again" open={!answered()}>
        <summary>{app.t('analysis.change')}</summary>
        <AskForm />
      </details>
    </Show>
  )
}

/** While a changed question is worked out its last answer stays, so that nothing flickers under the slider. */
function Result(props: { question: Analysis }) {
  const app = useApp()
  const state = () => app.session().analysis
  const answered = createMemo((before: Answered | undefined) => {
    const now = state()
    if (now.status === 'ready') return { question: now.question, answer: now.answer }
    return now.status === 'working' && before && sameSort(before.question, props.question) ? before : undefined
  })
  const failed = () => {
    const now = state()
    return now.status === 'failed' ? now : undefined
  }
  const slow = () => {
    const now = state()
    return now.status === 'working' && now.slow
  }
  return (
    <>
      <div class="analysis-progress" role="status">
        <Show when={slow()}>
          <progress aria-label={app.t('analysis.working')} />
          <span>{app.t('analysis.working')}</span>
          <button type="button" class="text-button" onClick={app.actions.cancelAnalysis}>
            {app.t('analysis.stop')}
          </button>
        </Show>
        <Show when={state().status === 'cancelled'}>
          <span>{app.t('analysis.cancelled')}</span>
          <button type="button" class="button" onClick={() => app.actions.ask(props.question)}>
            {app.t('analysis.again')}
          </button>
        </Show>
      </div>
      <Show when={failed()}>{(now) => <Problem question={now().question} reason={now().reason} />}</Show>
      <Show when={answered()}>{(now) => <AnswerView question={now().question} answer={now().answer} />}</Show>
    </>
  )
}

interface Answered {
  question: Analysis
  answer: AnalysisAnswer
}

/** The same question with another radius or order. */
function sameSort(one: Analysis, other: Analysis): boolean {
  const bare = (question: Analysis) => JSON.stringify({ ...question, radiusMeters: 0, order: 1 })
  return bare(one) === bare(other)
}
