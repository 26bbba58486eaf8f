import { createMemo, For, Show } from 'solid-js'
import { supportOf } from '../../model/detail-source'
import { money } from '../../model/money'
import { lastTarget } from '../../model/statistics/indicators'
import { useApp } from '../context'
import { ConflictBox } from './conflict-box'
import { RelationItem } from './relation-item'

/** Projects, indicators, counting tasks, relations and contradictions. */
export function SourceRows(props: { id: string }) {
  const app = useApp()
  const support = createMemo(() => {
    const record = app.record()
    return record && supportOf(record, app.details(), props.id)
  })
  return (
    <Show when={support()}>
      {(found) => (
        <>
          <Lines
            name={app.t('tab.projects')}
            rows={found().projects.map((project) => ({
              id: project.id,
              text: `${project.id} ${project.name}`,
              figure: project.investmentWan === undefined ? '' : money(project.investmentWan, app.language()),
              open: () => app.actions.openItem({ kind: 'project', id: project.id }),
            }))}
          />
          <Lines
            name={app.t('tab.indicators')}
            rows={found().indicators.map((indicator) => ({
              id: String(indicator.no),
              text: `${indicator.no} ${indicator.name}`,
              figure: lastTarget(indicator)?.text ?? '',
              open: () => app.actions.openItem({ kind: 'indicator', id: String(indicator.no) }),
            }))}
          />
          <Show when={found().relations.length > 0}>
            <section>
              <h3>{app.t('relations.name')}</h3>
              <ul class="plans">
                <For each={found().relations}>{(relation) => <RelationItem relation={relation} />}</For>
              </ul>
            </section>
          </Show>
          <Show when={found().conflicts.length > 0}>
            <section>
              <h3>{app.t('conflicts.name')}</h3>
              <For each={found().conflicts}>{(conflict) => <ConflictBox conflict={conflict} />}</For>
            </section>
          </Show>
        </>
      )}
    </Show>
  )
}

function Lines(props: {
  name: string
  rows: readonly { id: string; text: string; figure: string; open: () => void }[]
}) {
  return (
    <Show when={props.rows.length > 0}>
      <section>
        <h3>{props.name}</h3>
        <ul class="lines" lang="zh-CN">
          <For each={props.rows}>
            {(row) => (
              <li>
                <button type="button" class="item-line" onClick={() => row.open()}>
                  {row.text} <span class="quiet tabular">{row.figure}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
