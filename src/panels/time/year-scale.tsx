import { For } from 'solid-js'
import type { YearSummary } from '../../model/timeline'
import { offeredYears } from '../../model/years'
import { useApp } from '../context'
import { summaryText } from './year-summary'

/** A native slider over the years, with a bar over each for how much falls in it. */
export function YearScale(props: {
  year: number | undefined
  counts: readonly { year: number; plans: number; projects: number }[]
  summary: YearSummary | undefined
  onYear: (year: number) => void
  onStep: (by: number) => void
  onDrag: (dragging: boolean) => void
}) {
  const app = useApp()
  const years = offeredYears(app.region.years)
  const position = () => Math.max(0, years.indexOf(props.year ?? 0))
  const most = () => Math.max(1, ...props.counts.map(({ plans, projects }) => plans + projects))
  const spoken = () => {
    if (props.year === undefined) return app.t('time.all')
    const year = app.t('time.year', { year: props.year })
    return props.summary ? `${year}：${summaryText(app, props.summary)}` : year
  }
  return (
    <div
      class="time-scale"
      classList={{ 'time-scale-all': props.year === undefined }}
      style={{ '--stops': years.length }}
    >
      <div class="time-bars" aria-hidden="true">
        <For each={props.counts}>
          {({ year, plans, projects }) => (
            <span class="time-bar" classList={{ 'time-bar-on': year === props.year }}>
              <span class="time-bar-projects" style={{ height: `${(28 * projects) / most()}px` }} />
              <span class="time-bar-plans" style={{ height: `${(28 * plans) / most()}px` }} />
            </span>
          )}
        </For>
      </div>
      <input
        type="range"
        class="time-slider"
        aria-label={app.t('time.scrub')}
        aria-valuetext={spoken()}
        min="0"
        max={years.length - 1}
        step="1"
        value={position()}
        onPointerDown={() => props.onDrag(true)}
        onChange={() => props.onDrag(false)}
        onPointerUp={() => props.onDrag(false)}
        onPointerCancel={() => props.onDrag(false)}
        onInput={(event) => {
          const year = years[Number(event.currentTarget.value)]
          if (year !== undefined) props.onYear(year)
        }}
        onClick={() => {
          if (props.year === undefined) props.onYear(years[position()] ?? years[0] ?? 0)
        }}
        onKeyDown={(event) => {
          if (props.year !== undefined || !event.key.startsWith('Arrow')) return
          event.preventDefault()
          props.onStep(event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 1)
        }}
      />
      <div class="time-ticks">
        <For each={years}>
          {(year) => (
            <button
              type="button"
              class="time-tick tabular"
              tabIndex={-1}
              aria-hidden="true"
              classList={{ 'time-tick-on': year === props.year }}
              onClick={() => props.onYear(year)}
            >
              {year}
            </button>
          )}
        </For>
      </div>
    </div>
  )
}
