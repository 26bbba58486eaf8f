import { Show } from 'solid-js'
import type { BetweenAnswer } from '../../model/analysis/analysis'
import { distance } from '../../model/analysis/sentence'
import { kilometres } from '../../model/numbers'
import type { Analysis } from '../../model/view'
import { useApp } from '../context'
import { AnswerSentence } from './answer-sentence'
import { AnswerList, NamedLink } from './found-list'

/** 两点之间: straight, and along each corridor that passes both. */
export function BetweenView(props: { question: Analysis; answer: BetweenAnswer }) {
  const app = useApp()
  return (
    <>
      <AnswerSentence question={props.question} answer={props.answer} />
      <section>
        <h3>{app.t('analysis.along')}</h3>
        <AnswerList rows={props.answer.along}>
          {({ id, km, offKm }) => (
            <li>
              <NamedLink id={id} />
              <span class="quiet tabular">
                {app.t('analysis.alongRow', {
                  length: kilometres(km, app.language()),
                  off: distance(Math.max(...offKm), app.language()),
                })}
              </span>
            </li>
          )}
        </AnswerList>
        <Show when={props.answer.along.length === 0}>
          <p class="quiet">{app.t('analysis.sentence.noWay')}</p>
        </Show>
      </section>
    </>
  )
}
