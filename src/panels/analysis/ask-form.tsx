import { createMemo, createSignal, For, Show } from 'solid-js'
import type { LonLat } from '../../../geo/position'
import { bufferRadiusMeters } from '../../model/analysis'
import { useApp } from '../context'
import { DrawField } from './draw-field'
import { FeatureField } from './feature-field'
import { mainFeature, type QuestionKind, questionKinds, questionOf } from './question'
import { RadiusField } from './radius-field'

/** The question as a form; every change asks at once. */
export function AskForm() {
  const app = useApp()
  const question = () => app.view().analysis
  const feature = () => mainFeature(question()) ?? app.view().feature ?? app.view().districts[0]
  const [wanted, setWanted] = createSignal<QuestionKind>()
  const kind = (): QuestionKind => wanted() ?? question()?.kind ?? 'buffer'
  const radius = createMemo(() => {
    const asked = question()
    return asked?.kind === 'buffer' || asked?.kind === 'crossing' ? asked.radiusMeters : undefined
  })
  const askKind = (next: QuestionKind) => {
    const id = feature()
    const asked = id === undefined ? undefined : questionOf(next, id)
    setWanted(asked ? undefined : next)
    if (asked) app.actions.ask(asked)
  }
  const askAbout = (id: string) => {
    const asked = questionOf(kind(), id)
    if (asked) app.actions.ask(asked)
    else app.actions.ask({ kind: 'between', from: id, to: otherEnd() ?? id })
    setWanted(undefined)
  }
  const otherEnd = () => {
    const asked = question()
    return asked?.kind === 'between' ? asked.to : undefined
  }
  const askTo = (to: string) => {
    const from = feature()
    if (from !== undefined) app.actions.ask({ kind: 'between', from, to })
    setWanted(undefined)
  }
  const askRadius = (radiusMeters: number) => {
    const asked = question()
    if (asked?.kind === 'buffer' || asked?.kind === 'crossing') app.actions.ask({ ...asked, radiusMeters })
  }
  const askDrawn = (drawn: 'point' | 'line' | 'area', positions: LonLat[]) =>
    app.actions.ask({ kind: 'buffer', radiusMeters: radius() ?? bufferRadiusMeters, subject: { drawn, positions } })
  return (
    <div class="ask-form">
      <Show when={!question()}>
        <p class="quiet">{app.t('analysis.intro')}</p>
      </Show>
      <fieldset class="ask-kinds" aria-label={app.t('analysis.ask')}>
        <For each={questionKinds}>
          {(each) => (
            <button type="button" class="chip" aria-pressed={kind() === each} onClick={() => askKind(each)}>
              {app.t(`analysis.${each}`)}
            </button>
          )}
        </For>
      </fieldset>
      <FeatureField label={app.t('analysis.subject')} value={feature()} onChoose={askAbout} />
      <Show when={kind() === 'between'}>
        <FeatureField label={app.t('analysis.other')} value={otherEnd()} onChoose={askTo} />
      </Show>
      <Show when={radius() !== undefined}>
        <RadiusField radiusMeters={radius() ?? 0} onAsk={askRadius} />
      </Show>
      <OrderField />
      <Show when={kind() === 'buffer'}>
        <DrawField onAsk={askDrawn} />
      </Show>
    </div>
  )
}

function OrderField() {
  const app = useApp()
  const asked = () => {
    const { analysis } = app.view()
    return analysis?.kind === 'adjacency' ? analysis : undefined
  }
  return (
    <Show when={asked()}>
      {(question) => (
        <label class="order-field">
          <input
            type="checkbox"
            checked={question().order === 2}
            onChange={(event) => app.actions.ask({ ...question(), order: event.currentTarget.checked ? 2 : 1 })}
          />
          {app.t('analysis.order2')}
        </label>
      )}
    </Show>
  )
}
