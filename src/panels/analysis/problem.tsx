import { For, Show } from 'solid-js'
import { type AnalysisProblem, bufferRadiusMeters, subjectIds } from '../../model/analysis/analysis'
import { knownOf } from '../../model/analysis/rows'
import type { Analysis } from '../../model/view'
import { useApp } from '../context'
import { nameOfId, subjectName } from './question'

/** Why there is no answer, in one sentence; for a feature without a position also what is known of it. */
export function Problem(props: { question: Analysis; reason: AnalysisProblem }) {
  const app = useApp()
  const unplaced = () => subjectIds(props.question).filter((id) => app.record()?.featureById.get(id)?.geometry === null)
  const name = () => {
    const { question } = props
    if (props.reason === 'no-geometry')
      return unplaced()
        .map((id) => nameOfId(app, id))
        .join('、')
    if (question.kind === 'buffer') return subjectName(app, question.subject)
    return nameOfId(app, question.kind === 'between' ? question.from : question.feature)
  }
  return (
    <div class="analysis-problem" role="alert">
      <p class="note">{app.t(`analysis.problem.${props.reason}`, { name: name() })}</p>
      <Show when={props.reason === 'no-geometry'}>
        <For each={unplaced()}>{(id) => <Known id={id} />}</For>
      </Show>
      <Show when={props.reason === 'worker-failed'}>
        <button type="button" class="button" onClick={() => app.actions.ask(props.question)}>
          {app.t('analysis.again')}
        </button>
      </Show>
    </div>
  )
}

function Known(props: { id: string }) {
  const app = useApp()
  const known = () => {
    const record = app.record()
    return record ? knownOf(record, props.id) : { plans: 0, places: [] }
  }
  return (
    <>
      <h3>{app.t('analysis.known')}</h3>
      <ul class="analysis-list">
        <li>{app.t('analysis.known.plans', { count: known().plans })}</li>
        <li>
          <button type="button" class="text-button" onClick={() => app.actions.select(props.id)}>
            {app.t('analysis.known.open', { name: nameOfId(app, props.id) })}
          </button>
        </li>
      </ul>
      <Show when={known().places.some(({ geometry }) => geometry !== null)}>
        <p>{app.t('analysis.known.places')}</p>
        <div class="ask-buttons">
          <For each={known().places.filter(({ geometry }) => geometry !== null)}>
            {({ properties }) => (
              <button
                type="button"
                class="button"
                onClick={() =>
                  app.actions.ask({
                    kind: 'buffer',
                    radiusMeters: bufferRadiusMeters,
                    subject: { feature: properties.id },
                  })
                }
              >
                {nameOfId(app, properties.id)}
              </button>
            )}
          </For>
        </div>
      </Show>
    </>
  )
}
