import { createMemo, For, Show } from 'solid-js'
import type { BufferAnswer, CoveredArea } from '../../model/analysis/analysis'
import { countedIds, rowsAbout } from '../../model/analysis/rows'
import { distance } from '../../model/analysis/sentence'
import { metres, number } from '../../model/numbers'
import type { Analysis } from '../../model/view'
import { useApp } from '../context'
import { AnswerSentence } from './answer-sentence'
import { AnswerList, FoundList, NamedLink } from './found-list'
import { RowsWithinView } from './rows-within'

/** 缓冲分析: the sentence, what is within, the districts covered, the nearest of each kind. */
export function BufferView(props: { question: Analysis; answer: BufferAnswer }) {
  const app = useApp()
  const rows = createMemo(() => {
    const record = app.record()
    return record && rowsAbout(record, app.details(), countedIds(record, props.answer.found))
  })
  return (
    <>
      <AnswerSentence question={props.question} answer={props.answer} />
      <FoundList title={app.t('analysis.found')} found={props.answer.found} />
      <section>
        <h3>{app.t('analysis.covered')}</h3>
        <CoveredList rows={props.answer.covered} row="analysis.coveredRow" />
        <Show when={props.answer.covered.length === 0}>
          <p class="quiet">{app.t('analysis.coveredNone')}</p>
        </Show>
      </section>
      <Show when={props.answer.coveredExtents.length > 0}>
        <section>
          <h3>{app.t('analysis.coveredExtents')}</h3>
          <CoveredList rows={props.answer.coveredExtents} row="analysis.coveredExtentRow" />
        </section>
      </Show>
      <section>
        <h3>{app.t('analysis.nearest')}</h3>
        <ul class="analysis-list">
          <For each={props.answer.nearest}>
            {({ kind, id, km, errorMeters }) => (
              <li>
                <span>
                  <span class="quiet">{app.t(`kind.${kind}`)}</span> <NamedLink id={id} />
                </span>
                <span class="quiet tabular">
                  {km === 0 ? app.t('analysis.inside') : distance(km, app.language())}
                  <Show when={errorMeters > 0}>
                    {' '}
                    {app.t('analysis.nearestError', { error: metres(errorMeters, app.language()) })}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
      <Show when={rows()}>{(within) => <RowsWithinView rows={within()} />}</Show>
    </>
  )
}

/** Areas with what is covered of each. */
function CoveredList(props: {
  rows: readonly CoveredArea[]
  row: 'analysis.coveredRow' | 'analysis.coveredExtentRow'
}) {
  const app = useApp()
  return (
    <AnswerList rows={props.rows}>
      {({ id, km2, share }) => (
        <li>
          <NamedLink id={id} />
          <span class="quiet tabular">
            {app.t(props.row, {
              km2: number(km2, app.language(), km2 < 10 ? 2 : 1),
              share: `${number(share * 100, app.language(), 1)}%`,
            })}
          </span>
        </li>
      )}
    </AnswerList>
  )
}
