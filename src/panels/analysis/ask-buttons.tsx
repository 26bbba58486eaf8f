import { For, Show } from 'solid-js'
import { bufferRadiusMeters, corridorRadiusMeters } from '../../model/analysis/analysis'
import { opensAnalysis } from '../../model/layout'
import type { RecordFeature } from '../../model/record'
import type { Analysis } from '../../model/view'
import { useApp } from '../context'
import '../../styles/ask.css'

/** The questions a feature can be asked about; one without a position may be asked too and says what is known instead. */
export function AskButtons(props: { feature: RecordFeature }) {
  const app = useApp()
  const hasExtent = () => app.record()?.extentById.has(props.feature.properties.id) ?? false
  const questions = () => questionsAbout(props.feature, hasExtent())
  return (
    <fieldset class="ask-buttons" aria-label={app.t('analysis.ask')}>
      <For each={questions()}>
        {(question) => (
          <button type="button" class="button" onClick={() => app.actions.ask(question)}>
            {app.t(`analysis.${question.kind}`)}
          </button>
        )}
      </For>
      <Show when={props.feature.geometry || hasExtent()}>
        <button
          type="button"
          class="button"
          onClick={() => app.actions.pickEnd({ choosing: 'to', other: props.feature.properties.id })}
        >
          {app.t('analysis.between')}
        </button>
      </Show>
    </fieldset>
  )
}

function questionsAbout({ properties, geometry }: RecordFeature, hasExtent: boolean): Analysis[] {
  const { id, kind } = properties
  const questions: Analysis[] = [{ kind: 'buffer', radiusMeters: bufferRadiusMeters, subject: { feature: id } }]
  if (kind === 'district') questions.push({ kind: 'adjacency', feature: id, order: 1 })
  const isLine = geometry?.type === 'LineString' || geometry?.type === 'MultiLineString'
  if (kind === 'district' || isLine || hasExtent)
    questions.push({ kind: 'crossing', feature: id, radiusMeters: corridorRadiusMeters })
  return questions
}

/** Opens the form without a feature: draw a place, or choose one by name. */
export function AskMapButton() {
  const app = useApp()
  const open = () => opensAnalysis(app.view())
  return (
    <button
      type="button"
      class="button"
      aria-expanded={open()}
      onClick={() => app.actions.openItem({ kind: 'page', id: 'analysis' })}
    >
      {app.t('analysis.open')}
    </button>
  )
}

/** The questions about the selection, while no item of it stands in front. */
export function AskSelected() {
  const app = useApp()
  const selected = () => {
    const { feature, districts, item } = app.view()
    const id = feature ?? districts[0]
    return id === undefined || (item && item.kind !== 'tab') ? undefined : app.record()?.featureById.get(id)
  }
  return <Show when={selected()}>{(feature) => <AskButtons feature={feature()} />}</Show>
}
