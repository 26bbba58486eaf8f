import { For, Show } from 'solid-js'
import type { CorridorAnswer, ThroughAnswer } from '../../model/analysis/analysis'
import { kilometres, metres } from '../../model/numbers'
import type { Analysis } from '../../model/view'
import { useApp } from '../context'
import { AnswerSentence } from './answer-sentence'
import { AnswerList, FoundList, FoundNote, NamedLink } from './found-list'

/** 穿越 of a corridor: the districts in order, what stands on it, what lies beside it. */
export function CorridorView(props: { question: Analysis; answer: CorridorAnswer }) {
  const app = useApp()
  return (
    <>
      <AnswerSentence question={props.question} answer={props.answer} />
      <section>
        <h3>{app.t('analysis.passages')}</h3>
        <Passages answer={props.answer} />
      </section>
      <Show when={props.answer.extents.length > 0}>
        <section>
          <h3>{app.t('analysis.extentsAlong')}</h3>
          <AnswerList rows={props.answer.extents}>
            {({ id, km }) => (
              <li>
                <NamedLink id={id} />
                <span class="quiet tabular">{metres(Math.round(km * 1000), app.language())}</span>
              </li>
            )}
          </AnswerList>
        </section>
      </Show>
      <section>
        <h3>{app.t('analysis.onIt')}</h3>
        <OnIt rows={props.answer.onIt} />
        <Show when={props.answer.onIt.length === 0}>
          <p class="quiet">{app.t('analysis.onItNone')}</p>
        </Show>
      </section>
      <FoundList title={app.t('analysis.foundAlong')} found={props.answer.found} />
    </>
  )
}

/** The districts in order, with the length in each. */
function Passages(props: { answer: CorridorAnswer }) {
  const app = useApp()
  return (
    <ol class="analysis-list passages">
      <For each={props.answer.passages}>
        {({ id, km }) => (
          <li>
            <Show when={id} fallback={<span>{app.t('analysis.outside')}</span>}>
              {(code) => <NamedLink id={code()} />}
            </Show>
            <span class="quiet tabular">
              <Show when={km * 1000 < props.answer.errorMeters}>
                <span class="tag tag-borderline">{app.t('analysis.borderline')}</span>{' '}
              </Show>
              {metres(Math.round(km * 1000), app.language())}
            </span>
          </li>
        )}
      </For>
    </ol>
  )
}

/** What stands on the corridor, by its place along it. */
function OnIt(props: { rows: CorridorAnswer['onIt'] }) {
  const app = useApp()
  return (
    <AnswerList rows={props.rows}>
      {(row) => (
        <li classList={{ outside: !row.inside }}>
          <NamedLink id={row.id} />
          <span class="quiet tabular">
            <Show when={row.borderline}>
              <span class="tag tag-borderline">{app.t('analysis.borderline')}</span>{' '}
            </Show>
            {app.t('analysis.alongAt', { length: kilometres(row.alongKm, app.language()) })}
          </span>
        </li>
      )}
    </AnswerList>
  )
}

/** 穿越 of a district or an extent: the corridors through it. */
export function ThroughView(props: { question: Analysis; answer: ThroughAnswer }) {
  const app = useApp()
  return (
    <>
      <AnswerSentence question={props.question} answer={props.answer} />
      <section>
        <h3>{app.t('analysis.corridors')}</h3>
        <AnswerList rows={props.answer.corridors}>
          {({ id, km }) => (
            <li>
              <NamedLink id={id} />
              <Show when={km > 0} fallback={<FoundNote row={{ id, km: 0, inside: true, borderline: false }} />}>
                <span class="quiet tabular">{metres(Math.round(km * 1000), app.language())}</span>
              </Show>
            </li>
          )}
        </AnswerList>
      </section>
    </>
  )
}
