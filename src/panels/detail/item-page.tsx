import { For, type JSX, Show } from 'solid-js'
import { type App, useApp } from '../context'
import { DetailsState } from './details-state'
import { IndicatorPage } from './indicator-item'
import type { OpenItem } from './item-title'
import { PlanRest, PlanStatus } from './plan-item'
import { ProjectPage } from './project-item'
import { SourceLine } from './source-line'
import { SourcePage } from './source-page'

/** One plan, project, indicator or source as a page of the panel. */
export function ItemPage(props: { item: OpenItem }) {
  const app = useApp()
  return (
    <Show when={props.item} keyed>
      {(item) =>
        item.kind === 'plan' || item.kind === 'source' ? (
          pageOf(app, item)
        ) : (
          <DetailsState>{pageOf(app, item)}</DetailsState>
        )
      }
    </Show>
  )
}

function pageOf(app: App, item: OpenItem): JSX.Element {
  switch (item.kind) {
    case 'plan':
      return <PlanPage id={item.id} />
    case 'source':
      return <SourcePage id={item.id} />
    case 'project':
      return (
        <Show when={app.details()?.projects.find(({ id }) => id === item.id)} fallback={<Unknown id={item.id} />} keyed>
          {(project) => (
            <>
              <ProjectPage project={project} />
              <Citations sources={project.sources} />
            </>
          )}
        </Show>
      )
    case 'indicator':
      return (
        <Show
          when={app.details()?.indicators.find(({ no }) => String(no) === item.id)}
          fallback={<Unknown id={item.id} />}
          keyed
        >
          {(indicator) => (
            <>
              <IndicatorPage indicator={indicator} />
              <Citations sources={indicator.sources} />
            </>
          )}
        </Show>
      )
  }
}

function PlanPage(props: { id: string }) {
  const app = useApp()
  return (
    <Show when={app.record()?.planById.get(props.id)} fallback={<Unknown id={props.id} />} keyed>
      {(plan) => (
        <>
          <div class="plan plan-open">
            <PlanStatus plan={plan} />
            <PlanRest plan={plan} uncited />
          </div>
          <Citations sources={plan.sources} />
        </>
      )}
    </Show>
  )
}

function Citations(props: { sources: Parameters<typeof SourceLine>[0]['sources'] }) {
  const app = useApp()
  return (
    <section>
      <h3>{app.t('sources.name')}</h3>
      <ul class="sources" aria-label={app.t('sources.name')}>
        <For each={props.sources}>
          {(source) => (
            <li>
              <SourceLine sources={[source]} />
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function Unknown(props: { id: string }) {
  const app = useApp()
  return <p class="quiet">{app.t('detail.unknown', { id: props.id })}</p>
}
