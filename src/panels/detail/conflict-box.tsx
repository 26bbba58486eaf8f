import { createMemo, For, Show } from 'solid-js'
import type { Conflict } from '../../../data/schema'
import { type ConflictSubject, conflictsOf, isAboutNames } from '../../model/detail'
import { useApp } from '../context'
import { SourceLine } from './source-line'

/** What the documents say differently: a box, but of names only a note, because both are good. */
export function ConflictBox(props: { conflict: Conflict }) {
  return (
    <Show when={isAboutNames(props.conflict)} fallback={<Disagreement conflict={props.conflict} />}>
      <NameNote conflict={props.conflict} />
    </Show>
  )
}

function NameNote(props: { conflict: Conflict }) {
  const app = useApp()
  return (
    <div class="name-note" lang="zh-CN">
      <p>
        <span class="tag">{app.t('conflict.grade.name')}</span>{' '}
        {props.conflict.values.map(({ text }) => text).join(' ／ ')}
      </p>
      <p class="quiet">{props.conflict.sentence}</p>
      <SourceLine sources={props.conflict.values.map(({ source }) => source)} />
    </div>
  )
}

/** Side by side, with the document of each value. No side is taken. */
function Disagreement(props: { conflict: Conflict }) {
  const app = useApp()
  const label = () => {
    const { grade } = props.conflict
    return grade ? app.t('conflict.graded', { grade: app.t(`conflict.grade.${grade}`) }) : app.t('conflict.label')
  }
  return (
    <div class="conflict" lang="zh-CN">
      <p class="conflict-title">
        <span class="conflict-label">{label()}</span> {props.conflict.title}
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
