import { createMemo, Show } from 'solid-js'
import type { YearSummary } from '../../model/timeline'
import { type App, useApp } from '../context'

/** What falls in the year, as one sentence. */
export function summaryText(app: App, summary: YearSummary): string {
  return app.t(app.details() ? 'time.summary' : 'time.summaryPlans', {
    due: summary.due.length,
    underway: summary.underway.length,
    done: summary.done.length,
    projectsDue: summary.projectsDue.length,
    projectsUnderway: summary.projectsUnderway.length,
    indicators: summary.indicators,
  })
}

/** The year's numbers under the scale; without a year, what a year would leave out. */
export function YearSummaryLine(props: { summary: YearSummary | undefined }) {
  const app = useApp()
  const undated = createMemo(
    () => app.record()?.plans.filter(({ from, to }) => from === undefined && to === undefined).length ?? 0,
  )
  return (
    <Show when={props.summary} fallback={<p class="time-note">{app.t('time.undated', { count: undated() })}</p>}>
      {(summary) => (
        <dl class="time-numbers tabular" aria-live="polite">
          <NamedNumber name={app.t('time.due')} value={summary().due.length} />
          <NamedNumber name={app.t('time.underway')} value={summary().underway.length} />
          <NamedNumber name={app.t('time.done')} value={summary().done.length} />
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
      )}
    </Show>
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
