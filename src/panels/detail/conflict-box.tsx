import { createMemo, For, Show } from 'solid-js'
import type { Conflict } from '../../../data/schema'
import { type ConflictSubject, conflictsOf } from '../../model/detail'
import { useApp } from '../context'
import { SourceLine } from './source-line'

/** What the documents say differently, side by side, with the document of each value. No side is taken. */
export function ConflictBox(props: { conflict: Conflict }) {
  const app = useApp()
  return (
    <div class="conflict" lang="zh-CN">
      <p class="conflict-title">
        <span class="conflict-label">{app.t('conflict.label')}</span> {props.conflict.title}
      </p>
      <ul class="conflict-values">
        <For each={props.conflict.values}>
          {(value) => (
            <li>
              <strong>{value.text}</strong>
              <SourceLine sources={[value.source]} />
            </li>
          )}
        </For>
      </ul>
      <p class="quiet">{props.conflict.sentence}</p>
    </div>
  )
}

/** The contradictions one row takes part in, shown wherever the row is. */
export function ConflictsAbout(props: { subject: ConflictSubject; hint?: string }) {
  const app = useApp()
  const conflicts = createMemo(() => {
    const details = app.details()
    return details ? conflictsOf(details, props.subject) : []
  })
  return (
    <>
      <Show when={props.hint && !app.details()}>
        <p class="conflict-title">
          <span class="conflict-label">{app.t('conflict.label')}</span>
        </p>
      </Show>
      <For each={conflicts()}>{(conflict) => <ConflictBox conflict={conflict} />}</For>
    </>
  )
}
