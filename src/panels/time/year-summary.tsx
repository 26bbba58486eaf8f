import { createMemo, Show } from 'solid-js'
import { isDated, yearOf } from '../../model/plans/deadline'
import type { YearSummary } from '../../model/timeline'
import { type App, useApp } from '../context'

/** What falls in the year, as one sentence. */
export function summaryText(app: App, summary: YearSummary): string {
  return app.t(app.details() ? 'time.summary' : 'time.summaryPlans', {
    due: summary.due.length,
    underway: summary.underway.length,
    done: summary.done.length,
    described: summary.described.length,
    projectsDue: summary.projectsDue.length,
    projectsUnderway: summary.projectsUnderway.length,
    indicators: summary.indicators,
  })
}

/** The year's numbers under the scale; without a year, what a year would leave out. */
export function YearSummaryLine(props: { summary: YearSummary | undefined }) {
  const app = useApp()
  const undated = createMemo(() => app.record()?.plans.filter((plan) => !isDated(plan)).length ?? 0)
  return (
    <Show when={props.summary} fallback={<Undated count={undated()} />}>
      {(summary) => (
        <>
          <dl class="time-numbers tabular" aria-live="polite">
            <NamedNumber name={app.t('time.due')} value={summary().due.length} />
            <NamedNumber name={app.t('time.underway')} value={summary().underway.length} />
            <NamedNumber name={app.t('time.done')} value={summary().done.length} />
            <NamedNumber name={app.t('time.described')} value={summary().described.length} />
            <Show when={app.details()}>
              <NamedNumber
                name={app.t('time.projects')}
                value={app.t('time.projectsValue', {
                  due: summary().projectsDue.length,
                  underway: summary().projectsUnderway.length,
                })}
              />
              <NamedNumber name={app.t('time.indicators')} value={summary().indicators} />
            </Show>
          </dl>
          <Show when={summary().year < yearOf(app.today) && summary().due.length > 0}>
            <p class="time-note">
              {app.t('time.past', { year: summary().year, due: summary().due.length, date: app.today })}
            </p>
          </Show>
        </>
      )}
    </Show>
  )
}

/** What a chosen year leaves out, and the way to see just that. */
function Undated(props: { count: number }) {
  const app = useApp()
  return (
    <p class="time-note">
      {app.t('time.undated', { count: props.count })}{' '}
      <Show when={app.view().filters.dated !== false && props.count > 0}>
        <button type="button" class="text-button" onClick={() => app.actions.setDated(false)}>
          {app.t('time.askUndated')}
        </button>
      </Show>
    </p>
  )
}

function NamedNumber(props: { name: string; value: number | string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
