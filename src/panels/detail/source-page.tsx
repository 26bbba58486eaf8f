import { createEffect, createMemo, For, Show } from 'solid-js'
import type { Plan } from '../../../data/schema'
import { supportOf } from '../../model/detail-source'
import { money } from '../../model/money'
import { useApp } from '../context'
import { years } from '../numbers'
import { ConflictBox } from './conflict-box'
import { DetailsState } from './details-state'
import { createGrowing } from './growing'
import { FeatureList } from './links-tab'
import { citedSection } from './open'
import { RelationItem } from './relation-item'

/** One document: what it is, and everything the record rests on it for, each line opening the row. */
export function SourcePage(props: { id: string }) {
  const app = useApp()
  const source = () => app.record()?.sourceById.get(props.id)
  const support = createMemo(() => {
    const record = app.record()
    return record && supportOf(record, app.details(), props.id)
  })
  const counts = () => {
    const found = support()
    if (!found) return []
    const rows = {
      plans: found.plans,
      features: found.features.length,
      projects: found.projects.length,
      indicators: found.indicators.length,
      tasks: found.tasks.length,
      relations: found.relations.length,
      conflicts: found.conflicts.length,
    }
    return Object.entries(rows).filter(([, count]) => count > 0)
  }
  return (
    <>
      <p class="quiet" lang="zh-CN">
        {[source()?.publisher, source()?.date].filter(Boolean).join(' · ')}
      </p>
      <For each={[source()?.dateNote, source()?.limits].filter(Boolean)}>
        {(line) => (
          <p class="quiet" lang="zh-CN">
            {line}
          </p>
        )}
      </For>
      <Show when={source()?.licence}>
        <p class="quiet" lang="zh-CN">
          {app.t('about.licence', { licence: source()?.licence ?? '' })}
        </p>
      </Show>
      <section>
        <h3>{app.t('source.supports')}</h3>
        <p class="tabular">
          {counts()
            .map(([what, count]) => app.t(`source.count.${what}`, { count }))
            .join(' · ')}
        </p>
      </section>
      <Sections id={props.id} />
      <DetailsState>
        <Rows id={props.id} />
      </DetailsState>
      <Show when={support()?.features.length}>
        <section>
          <h3>{app.t('tab.features')}</h3>
          <FeatureList features={support()?.features ?? []} />
        </section>
      </Show>
    </>
  )
}

/** Plans under the document's headings; the heading a citation was followed to is brought into view. */
function Sections(props: { id: string }) {
  const app = useApp()
  const sections = createMemo(() => {
    const record = app.record()
    return record ? supportOf(record, undefined, props.id).sections : []
  })
  const limit = createGrowing(() => sections().reduce((sum, { plans }) => sum + plans.length, 0), sections)
  let cited: HTMLElement | undefined
  const keepCited = (isCited: boolean, element: HTMLElement) => {
    if (isCited) cited = element
  }
  createEffect(() => {
    if (limit() > 0 && cited?.isConnected) cited.scrollIntoView({ block: 'start' })
    if (app.view().item?.kind !== 'source') cited = undefined
  })
  return (
    <For each={sections()}>
      {(group) => {
        const before = () =>
          sections()
            .slice(0, sections().indexOf(group))
            .reduce((sum, { plans }) => sum + plans.length, 0)
        const isCited = () => citedSection() === group.section
        return (
          <section
            class="cited-section"
            classList={{ cited: isCited() }}
            ref={(element) => keepCited(isCited(), element)}
          >
            <h3 lang="zh-CN">
              {group.section} <span class="quiet tabular">{group.plans.length}</span>
            </h3>
            <ul class="lines">
              <For each={group.plans.slice(0, Math.max(0, limit() - before()))}>
                {(plan) => <PlanLine plan={plan} />}
              </For>
            </ul>
          </section>
        )
      }}
    </For>
  )
}

function PlanLine(props: { plan: Plan }) {
  const app = useApp()
  return (
    <li>
      <button
        type="button"
        class="item-line"
        lang="zh-CN"
        onClick={() => app.actions.openItem({ kind: 'plan', id: props.plan.id })}
      >
        <span class={`status status-${props.plan.status}`}>
          {app.t(`status.${props.plan.status}`)}
          <Show when={years(props.plan)}> {years(props.plan)}</Show>
        </span>{' '}
        {props.plan.text}
      </button>
    </li>
  )
}

/** Projects, indicators, counting tasks, relations and contradictions. */
function Rows(props: { id: string }) {
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
              figure: indicator.targets['2025']?.text ?? '',
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
