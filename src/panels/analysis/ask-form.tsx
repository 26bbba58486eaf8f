import { createMemo, createSignal, For, Show } from 'solid-js'
import type { LonLat } from '../../../geo/base/position'
import { bufferRadiusMeters } from '../../model/analysis/analysis'
import type { EndChoice } from '../../state/store'
import { type App, useApp } from '../context'
import { DrawField } from './draw-field'
import { FeatureField } from './feature-field'
import { mainFeature, type QuestionKind, questionKinds, questionOf } from './question'
import { RadiusField } from './radius-field'

/** The question as a form; every change asks at once. */
export function AskForm() {
  const app = useApp()
  const { question, feature, kind, radius, askKind, askAbout, askRadius, askDrawn } = createQuestion(app)
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
      <Show
        when={kind() === 'between'}
        fallback={<FeatureField label={app.t('analysis.subject')} value={feature()} onChoose={askAbout} />}
      >
        <BothEnds />
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

/** What is asked, or about to be, and what each field of the form asks instead. */
function createQuestion(app: App) {
  const question = () => app.view().analysis
  const feature = () => mainFeature(question()) ?? app.view().feature ?? app.view().districts[0]
  const [wanted, setWanted] = createSignal<QuestionKind>()
  const pick = () => app.session().pick
  const kind = (): QuestionKind => (pick() ? 'between' : (wanted() ?? question()?.kind ?? 'buffer'))
  const radius = createMemo(() => {
    const asked = question()
    return asked?.kind === 'buffer' || asked?.kind === 'crossing' ? asked.radiusMeters : undefined
  })
  const askKind = (next: QuestionKind) => {
    const id = feature()
    if (next === 'between') return app.actions.pickEnd({ choosing: id === undefined ? 'from' : 'to', other: id })
    app.actions.pickEnd(undefined)
    const asked = id === undefined ? undefined : questionOf(next, id)
    setWanted(asked ? undefined : next)
    if (asked) app.actions.ask(asked)
  }
  const askAbout = (id: string) => {
    const asked = questionOf(kind(), id)
    if (asked) app.actions.ask(asked)
    setWanted(undefined)
  }
  const askRadius = (radiusMeters: number) => {
    const asked = question()
    if (asked?.kind === 'buffer' || asked?.kind === 'crossing') app.actions.ask({ ...asked, radiusMeters })
  }
  const askDrawn = (drawn: 'point' | 'line' | 'area', positions: LonLat[]) =>
    app.actions.ask({ kind: 'buffer', radiusMeters: radius() ?? bufferRadiusMeters, subject: { drawn, positions } })
  return { question, feature, kind, radius, askKind, askAbout, askRadius, askDrawn }
}

/** 两点之间: each end by name, or by a press on the map, in the list or in the search. */
function BothEnds() {
  const app = useApp()
  const pick = () => app.session().pick
  const known = (end: Ends) => {
    const [asked, choice] = [app.view().analysis, pick()]
    if (choice) return choice.choosing === end ? undefined : choice.other
    return asked?.kind === 'between' ? asked[end] : undefined
  }
  const begin = (end: Ends) => app.actions.pickEnd({ choosing: end, other: known(end === 'from' ? 'to' : 'from') })
  const choose = (end: Ends, id: string) => {
    begin(end)
    app.actions.select(id)
  }
  return (
    <>
      <For each={['from', 'to'] as const}>
        {(end) => (
          <FeatureField
            label={app.t(end === 'from' ? 'analysis.subject' : 'analysis.other')}
            value={known(end)}
            picking={pick()?.choosing === end}
            onPick={() => begin(end)}
            onChoose={(id) => choose(end, id)}
          />
        )}
      </For>
      <p class="quiet pick-hint" aria-live="polite">
        <Show when={pick()}>{(choice) => app.t(`analysis.pick.${choice().choosing}`)}</Show>
      </p>
    </>
  )
}

type Ends = EndChoice['choosing']

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
