import { createMemo, For, Show } from 'solid-js'
import type { AdjacencyAnswer } from '../../model/analysis/analysis'
import { type AdjacencyClaim, adjacencyClaims, rowsAbout } from '../../model/analysis/rows'
import { districtNameIn } from '../../model/filters/words'
import { kilometres } from '../../model/numbers'
import type { Analysis } from '../../model/view'
import { useApp } from '../context'
import { SourceLine } from '../detail/source-line'
import { AnswerSentence } from './answer-sentence'
import { NamedLink } from './found-list'
import { nameOfId } from './question'
import { RowsWithinView } from './rows-within'

/** 邻接: neighbours with the border they share, the documents' claims held against it, and what is planned around. */
export function AdjacencyView(props: { question: Analysis; answer: AdjacencyAnswer }) {
  const app = useApp()
  const id = () => (props.question.kind === 'adjacency' ? props.question.feature : '')
  const nameOfDistrict = (code: string) => {
    const record = app.record()
    return record ? districtNameIn(record, code, app.language()) : code
  }
  const claims = createMemo(() => adjacencyClaims(app.details()?.relations ?? [], id(), props.answer))
  const rows = createMemo(() => {
    const record = app.record()
    return record && rowsAbout(record, app.details(), [id(), ...props.answer.neighbours.map((one) => one.id)])
  })
  return (
    <>
      <AnswerSentence question={props.question} answer={props.answer} />
      <OnlyAround id={id()} />
      <section>
        <h3>{app.t('analysis.neighbours')}</h3>
        <ul class="analysis-list">
          <For each={props.answer.neighbours}>
            {(one) => (
              <li>
                <NamedLink id={one.id} otherwise={nameOfDistrict(one.id)} />
                <span class="quiet tabular">
                  {kilometres(one.sharedKm, app.language())} · {across(one)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
      <Show when={claims().length > 0}>
        <section>
          <h3>{app.t('analysis.claims')}</h3>
          <ul class="analysis-claims">
            <For each={claims()}>{(claim) => <Claim claim={claim} />}</For>
          </ul>
        </section>
      </Show>
      <SecondNeighbours codes={props.answer.second} nameOf={nameOfDistrict} />
      <Show when={rows()}>{(within) => <RowsWithinView rows={within()} />}</Show>
    </>
  )
  /** 隔江 is said of a border that runs in a river, not of one that a river only touches. */
  function across({ alongRiver, river = '' }: AdjacencyAnswer['neighbours'][number]): string {
    return app.t(alongRiver ? 'analysis.acrossRiver' : 'analysis.land', { river })
  }
}

/** The neighbours of the neighbours. */
function SecondNeighbours(props: { codes: AdjacencyAnswer['second']; nameOf: (code: string) => string }) {
  const app = useApp()
  return (
    <Show when={props.codes.length > 0}>
      <section>
        <h3>
          {app.t('analysis.second')} <span class="quiet tabular">{props.codes.length}</span>
        </h3>
        <ul class="analysis-list">
          <For each={props.codes}>
            {(code) => (
              <li>
                <NamedLink id={code} otherwise={props.nameOf(code)} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

/** Makes the district and its neighbours a filter of map, list and counts, and takes it back. */
function OnlyAround(props: { id: string }) {
  const app = useApp()
  const on = () => app.filter().filters.around === props.id
  return (
    <div class="ask-buttons">
      <button
        type="button"
        class="button"
        aria-pressed={on()}
        onClick={() => app.actions.setFilters({ around: on() ? undefined : props.id })}
      >
        {app.t(on() ? 'analysis.around.clear' : 'analysis.around')}
      </button>
    </div>
  )
}

function Claim(props: { claim: AdjacencyClaim }) {
  const app = useApp()
  const holds = () => props.claim.held === props.claim.stated
  return (
    <li>
      <p lang="zh-CN">{props.claim.relation.text}</p>
      <p>
        <span class="tag" classList={{ 'tag-borderline': !holds() }}>
          {app.t(holds() || props.claim.missing.length === 0 ? 'analysis.claimHolds' : 'analysis.claimFails', {
            held: props.claim.held,
            stated: props.claim.stated,
            names: props.claim.missing.map((code) => nameOfId(app, code)).join('、'),
          })}
        </span>{' '}
        <SourceLine sources={props.claim.relation.sources} />
      </p>
    </li>
  )
}
