import { For, Show } from 'solid-js'
import type { Project } from '../../../data/schema'
import { scheduledYears } from '../../model/filters/visible'
import { money } from '../../model/money'
import { years } from '../../model/numbers'
import { useApp } from '../context'
import { FeatureLink } from '../parts/feature-link'
import { ConflictsAbout } from './conflict-box'
import { ItemTools, SourceLine } from './source-line'

/** One project as a line: number, name, money, years, lead; its title opens the whole of it. */
export function ProjectItem(props: { project: Project }) {
  const app = useApp()
  const item = () => ({ kind: 'project', id: props.project.id }) as const
  return (
    <li class="plan" data-item={props.project.id}>
      <p class="plan-status">
        <span class="status status-planned">{app.t('project.number', { no: props.project.id })}</span>
        <span class="plan-years tabular">{years(scheduledYears(props.project), app.language())}</span>
        <span class="plan-tools">
          <ItemTools item={item()} />
        </span>
      </p>
      <button type="button" class="item-title" lang="zh-CN" onClick={() => app.actions.openItem(item())}>
        {props.project.name}
      </button>
      <ProjectFigure project={props.project} />
      <p class="quiet" lang="zh-CN">
        {app.t('project.lead', { names: props.project.lead.join('、') })}
      </p>
      <ConflictsAbout subject={{ project: props.project.id }} hint={props.project.conflict} />
      <SourceLine sources={props.project.sources} />
    </li>
  )
}

function ProjectFigure(props: { project: Project }) {
  const app = useApp()
  return (
    <ul class="figures">
      <li>
        <strong class="tabular">
          <Show when={props.project.investmentWan !== undefined} fallback={app.t('project.noInvestment')}>
            {money(props.project.investmentWan ?? 0, app.language())}
          </Show>
        </strong>
        <span>{app.t('project.investment')}</span>
      </li>
    </ul>
  )
}

/** The cells of the schedule, each with its years in words and as a bar along the years of the list. */
function Schedule(props: { project: Project }) {
  const app = useApp()
  const { schedule } = app.region.years
  const share = (years: number) => `${(100 * years) / schedule.length}%`
  return (
    <dl class="schedule" lang="zh-CN">
      <For each={props.project.spans}>
        {(span) => (
          <div>
            <dt class="tabular">{years(span, app.language())}</dt>
            <dd>
              {span.text}
              <span class="schedule-track" aria-hidden="true">
                <span
                  class="schedule-bar"
                  classList={{ 'schedule-bar-spanning': span.to > span.from }}
                  style={{ left: share(span.from - (schedule[0] ?? span.from)), width: share(span.to - span.from + 1) }}
                />
              </span>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}

/** Everything the record holds of one project. */
export function ProjectPage(props: { project: Project }) {
  const app = useApp()
  const places = () => props.project.features.flatMap((id) => app.record()?.featureById.get(id) ?? [])
  return (
    <>
      <p class="quiet" lang="zh-CN">
        {app.t('project.category', { category: props.project.category, programme: props.project.programme })}
      </p>
      <p class="plan-text" lang="zh-CN">
        {props.project.text}
      </p>
      <ProjectFigure project={props.project} />
      <section>
        <h3>{app.t('project.schedule')}</h3>
        <Schedule project={props.project} />
        <Show when={props.project.scheduleNote}>
          <p class="note" lang="zh-CN">
            {props.project.scheduleNote}
          </p>
        </Show>
      </section>
      <section lang="zh-CN">
        <p>{app.t('project.lead', { names: props.project.lead.join('、') })}</p>
        <Show when={props.project.partners.length > 0}>
          <p class="quiet">{app.t('project.partners', { names: props.project.partners.join('、') })}</p>
        </Show>
      </section>
      <section>
        <h3>{app.t('plan.about')}</h3>
        <p class="plan-features">
          <For each={places()}>{(feature) => <FeatureLink feature={feature} />}</For>
        </p>
      </section>
      <ConflictsAbout subject={{ project: props.project.id }} />
    </>
  )
}
