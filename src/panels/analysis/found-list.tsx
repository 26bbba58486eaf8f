import { createMemo, For, type JSX, Show } from 'solid-js'
import type { FoundFeature } from '../../model/analysis/analysis'
import { foundByKind } from '../../model/analysis/rows'
import { distance } from '../../model/analysis/sentence'
import { useApp } from '../context'
import { LongList } from '../lists/long-list'
import { FeatureLink } from '../parts/feature-link'
import { nameOfId } from './question'

/** Found features by kind, nearest first, each with its distance and whether its position leaves the matter open. */
export function FoundList(props: { title: string; found: readonly FoundFeature[] }) {
  const app = useApp()
  const groups = createMemo(() => {
    const record = app.record()
    return record ? foundByKind(record, props.found) : []
  })
  return (
    <section>
      <h3>
        {props.title} <span class="quiet tabular">{props.found.filter(({ inside }) => inside).length}</span>
      </h3>
      <For each={groups()} fallback={<p class="quiet">{app.t('analysis.foundNone')}</p>}>
        {(group) => (
          <>
            <h4>
              {app.t(`kind.${group.kind}`)} <span class="quiet tabular">{group.rows.length}</span>
            </h4>
            <AnswerList rows={group.rows}>
              {(row) => (
                <li classList={{ outside: !row.inside }}>
                  <FeatureLink feature={row.feature} />
                  <FoundNote row={row} />
                </li>
              )}
            </AnswerList>
          </>
        )}
      </For>
    </section>
  )
}

/** How far away a found feature is, marked 临界 if a position error could change whether it is inside. */
export function FoundNote(props: { row: FoundFeature }) {
  const app = useApp()
  return (
    <span class="quiet tabular">
      <Show when={props.row.borderline}>
        <span class="tag tag-borderline">{app.t('analysis.borderline')}</span>{' '}
      </Show>
      {props.row.km === 0 ? app.t('analysis.inside') : distance(props.row.km, app.language())}
    </span>
  )
}

/** Rows of an answer. */
export function AnswerList<T>(props: { rows: readonly T[]; children: (row: T) => JSX.Element }) {
  return (
    <LongList class="analysis-list" rows={props.rows} most={8}>
      {(row) => props.children(row)}
    </LongList>
  )
}

/** A feature's name as a link; a district the record has no entry of stands as its name only. */
export function NamedLink(props: { id: string; otherwise?: string }) {
  const app = useApp()
  const feature = () => app.record()?.featureById.get(props.id)
  return (
    <Show when={feature()} fallback={<span>{props.otherwise ?? nameOfId(app, props.id)}</span>} keyed>
      {(known) => <FeatureLink feature={known} />}
    </Show>
  )
}
