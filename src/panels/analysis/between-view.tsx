import { Show } from 'solid-js'
import type { BetweenAnswer } from '../../model/analysis/analysis'
import { useApp } from '../context'
import { kilometres } from '../parts/numbers'
import { AnswerList, distance, NamedLink } from './found-list'

const directions = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const

/** 两点之间: straight, and along each corridor that passes both. */
export function BetweenView(props: { answer: BetweenAnswer }) {
  const app = useApp()
  const direction = () => directions[Math.round(props.answer.bearingDegrees / 45) % 8] ?? '北'
  return (
    <>
      <p class="analysis-sentence">
        {app.t('analysis.sentence.between', {
          center: kilometres(props.answer.centerKm, app.language()),
          gap: distance(props.answer.gapKm, app.language()),
          bearing: Math.round(props.answer.bearingDegrees) % 360,
          direction: app.t(`direction.${direction()}`),
        })}
      </p>
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
