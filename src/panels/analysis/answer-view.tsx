import { Match, Show, Switch } from 'solid-js'
import { bounds } from '../../../geo/base/measure'
import { fitBounds } from '../../../geo/screen/camera'
import type { AnalysisAnswer } from '../../model/analysis/analysis'
import { answerShape } from '../../model/analysis/shape'
import { metres } from '../../model/numbers'
import type { Analysis } from '../../model/view'
import { type App, useApp } from '../context'
import { AdjacencyView } from './adjacency-view'
import { BetweenView } from './between-view'
import { BufferView } from './buffer-view'
import { CorridorView, ThroughView } from './corridor-view'

type Of<K extends AnalysisAnswer['kind']> = Extract<AnalysisAnswer, { kind: K }>

/** An answer: a sentence, lists, how exact it is, and the ways to take it along. */
export function AnswerView(props: { question: Analysis; answer: AnalysisAnswer }) {
  const as = <K extends AnalysisAnswer['kind']>(kind: K) =>
    props.answer.kind === kind ? (props.answer as Of<K>) : undefined
  return (
    <>
      <Switch>
        <Match when={as('buffer')}>{(answer) => <BufferView question={props.question} answer={answer()} />}</Match>
        <Match when={as('adjacency')}>
          {(answer) => <AdjacencyView question={props.question} answer={answer()} />}
        </Match>
        <Match when={as('corridor')}>{(answer) => <CorridorView question={props.question} answer={answer()} />}</Match>
        <Match when={as('through')}>{(answer) => <ThroughView question={props.question} answer={answer()} />}</Match>
        <Match when={as('between')}>{(answer) => <BetweenView question={props.question} answer={answer()} />}</Match>
      </Switch>
      <Accuracy answer={props.answer} />
      <TakeAlong answer={props.answer} />
    </>
  )
}

/** How exact the answer is, in words. */
function Accuracy(props: { answer: AnalysisAnswer }) {
  const app = useApp()
  const sentences = () => {
    const { answer } = props
    const round = answer.kind === 'buffer' || answer.kind === 'corridor'
    return [
      ...(round ? [app.t('analysis.accuracy'), app.t('analysis.accuracy.detail')] : []),
      ...('errorMeters' in answer && answer.errorMeters > 0
        ? [app.t('analysis.accuracy.own', { error: metres(answer.errorMeters, app.language()) })]
        : []),
      ...(round ? [app.t('analysis.accuracy.borderline')] : []),
      ...(answer.kind === 'adjacency' || answer.kind === 'through' ? [app.t('analysis.accuracy.border')] : []),
    ]
  }
  return <p class="quiet analysis-accuracy">{sentences().join(app.language() === 'en' ? ' ' : '')}</p>
}

function TakeAlong(props: { answer: AnalysisAnswer }) {
  const app = useApp()
  const copy = async () => {
    const link = app.services.addressOf(app.view())
    const done = await app.services.copyText(link)
    app.actions.notify(done ? 'link.copied' : 'link.copyFailed', { link }, done ? 'done' : 'warning')
  }
  return (
    <div class="ask-buttons">
      <Show when={answerShape(props.answer).length > 0}>
        <button type="button" class="button" onClick={() => showAll(app, props.answer)}>
          {app.t('analysis.fit')}
        </button>
      </Show>
      <button type="button" class="button" onClick={() => app.actions.showLinkDialog('export')}>
        {app.t('analysis.export')}
      </button>
      <button type="button" class="button" onClick={copy}>
        {app.t('link.copy')}
      </button>
    </div>
  )
}

function showAll(app: App, answer: AnalysisAnswer) {
  const [shape] = answerShape(answer)
  const size = { width: window.innerWidth, height: window.innerHeight }
  if (shape) app.actions.lookFrom(fitBounds(bounds(shape.geometry), size, app.session().padding, 14))
}
