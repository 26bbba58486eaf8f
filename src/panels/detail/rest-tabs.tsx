import { createMemo, For, Show } from 'solid-js'
import { conflictsOf, indicatorsOf, isAboutNames, projectsOf } from '../../model/detail'
import { indicatorIsVisible, projectIsVisible } from '../../model/filters/visible'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { createIncrementalList } from '../lists/incremental-list'
import { ConflictBox } from './conflict-box'
import { DetailsState } from './details-state'
import { IndicatorItem } from './indicator-item'
import { Precision } from './precision'
import { ProjectItem } from './project-item'

/** 工程, in the document's order under its categories. */
export function ProjectsTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const all = createMemo(() => {
    const details = app.details()
    return details ? projectsOf(details, props.feature.properties.id) : []
  })
  const shown = createMemo(() => {
    const record = app.record()
    return record ? all().filter((project) => projectIsVisible(project, app.filter(), record)) : []
  })
  const limit = createIncrementalList(
    () => shown().length,
    () => props.feature,
  )
  return (
    <>
      <Show when={all().length === 0}>
        <p class="quiet">{app.t('projects.none')}</p>
        <Show when={app.region.projects}>
          <p class="quiet">{app.t('projects.only')}</p>
        </Show>
      </Show>
      <HiddenRows all={all().length} shown={shown().length} />
      <ul class="plans">
        <For each={shown().slice(0, limit())}>
          {(project, index) => (
            <>
              <Show when={shown()[index() - 1]?.category !== project.category}>
                <li class="plan-heading" lang="zh-CN">
                  {project.category}
                </li>
              </Show>
              <ProjectItem project={project} />
            </>
          )}
        </For>
      </ul>
    </>
  )
}

/** 指标: those of the one district that states them. */
export function IndicatorsTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const all = createMemo(() => {
    const [record, details] = [app.record(), app.details()]
    return record && details ? indicatorsOf(record, details, props.feature.properties.id) : []
  })
  const shown = createMemo(() => {
    const [record, tasks] = [app.record(), app.details()?.tasks ?? []]
    return record ? all().filter((indicator) => indicatorIsVisible(indicator, app.filter(), tasks, record)) : []
  })
  return (
    <>
      <Show when={props.feature.properties.id !== app.region.projects?.district}>
        <p class="quiet">{app.t('indicators.none', { count: app.details()?.indicators.length ?? 0 })}</p>
      </Show>
      <HiddenRows all={all().length} shown={shown().length} />
      <ul class="plans">
        <For each={shown()}>{(indicator) => <IndicatorItem indicator={indicator} />}</For>
      </ul>
    </>
  )
}

/** 矛盾与说明: what the documents say differently about it, and how well its position is known. */
export function NotesTab(props: { feature: RecordFeature }) {
  const app = useApp()
  const conflicts = createMemo(() => {
    const details = app.details()
    return details ? conflictsOf(details, { feature: props.feature.properties.id }) : []
  })
  const names = () => conflicts().filter(isAboutNames)
  const others = () => conflicts().filter((conflict) => !isAboutNames(conflict))
  return (
    <>
      <Precision feature={props.feature} />
      <section>
        <h3>
          {app.t('conflicts.name')} <span class="quiet tabular">{app.details() && others().length}</span>
        </h3>
        <DetailsState>
          <For each={others()} fallback={<p class="quiet">{app.t('conflicts.none')}</p>}>
            {(conflict) => <ConflictBox conflict={conflict} />}
          </For>
        </DetailsState>
      </section>
      <Show when={names().length > 0}>
        <section>
          <h3>
            {app.t('conflicts.names')} <span class="quiet tabular">{names().length}</span>
          </h3>
          <For each={names()}>{(conflict) => <ConflictBox conflict={conflict} />}</For>
        </section>
      </Show>
    </>
  )
}

function HiddenRows(props: { all: number; shown: number }) {
  const app = useApp()
  return (
    <Show when={props.shown < props.all}>
      <p class="hidden-note quiet">
        {app.t('plans.shown', { shown: props.shown, all: props.all })}{' '}
        <button type="button" class="text-button" onClick={app.actions.clearFilters}>
          {app.t('filters.clear')}
        </button>
      </p>
    </Show>
  )
}
