import { createMemo, For, Show } from 'solid-js'
import { projectsOf } from '../../model/detail'
import { projectIsVisible } from '../../model/filters/visible'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'
import { createIncrementalList } from '../lists/incremental-list'
import { HiddenRows } from './hidden-rows'
import { ProjectItem } from './project-item'

/** The tab 工程: the projects of a feature by category, in the document's order. */
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
