import { createEffect, createMemo, For, Show } from 'solid-js'
import type { Plan } from '../../../data/schema'
import { supportOf } from '../../model/detail-source'
import { years } from '../../model/numbers'
import { useApp } from '../context'
import { createIncrementalList } from '../lists/incremental-list'
import { ItemButton } from '../parts/item-button'
import { DetailsState } from './details-state'
import { FeatureList } from './links-tab'
import { citedSection } from './open'
import { SourceRows } from './source-rows'

/** One document: what it is, and everything the record rests on it for, each line opening the row. */
export function SourcePage(props: { id: string }) {
  const app = useApp()
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
    return (Object.entries(rows) as [keyof typeof rows, number][]).filter(([, count]) => count > 0)
  }
  return (
    <>
      <SourceHead id={props.id} />
      <section>
        <h3>{app.t('source.supports')}</h3>
        <p class="tabular">
          <For each={counts()}>
            {([what, count], at) => (
              <>
                {at() > 0 ? ' · ' : ''}
                <span class="unbroken">{app.t(`source.count.${what}`, { count })}</span>
              </>
            )}
          </For>
        </p>
      </section>
      <Sections id={props.id} />
      <DetailsState>
        <SourceRows id={props.id} />
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

/** Who published the document, when, and what it does not cover. */
function SourceHead(props: { id: string }) {
  const app = useApp()
  const source = () => app.record()?.sourceById.get(props.id)
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
  const limit = createIncrementalList(() => sections().reduce((sum, { plans }) => sum + plans.length, 0), sections)
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
      <ItemButton item={{ kind: 'plan', id: props.plan.id }} class="item-line">
        <span class={`status status-${props.plan.status}`}>
          {app.t(`status.${props.plan.status}`)}
          <Show when={years(props.plan, app.language())}>{(span) => <> {span()}</>}</Show>
        </span>{' '}
        {props.plan.text}
      </ItemButton>
    </li>
  )
}
