import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { yearCounts, yearSummary } from '../../model/timeline'
import { nextYear, offeredYears } from '../../model/years'
import '../../styles/time.css'
import { type App, useApp } from '../context'
import { YearScale } from './year-scale'
import { YearSummaryLine } from './year-summary'

const playMilliseconds = 1600

/** The year scrubber: a small button under the map that opens into a scale of years with what falls in each. */
export function TimeBar() {
  const app = useApp()
  const [opened, setOpened] = createSignal<boolean>()
  const open = () => opened() ?? app.filter().years !== undefined
  const measure = (bar: HTMLElement) => {
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--time-height', `${bar.offsetHeight}px`),
    )
    observer.observe(bar)
    onCleanup(() => observer.disconnect())
  }
  return (
    <section ref={measure} class="time" classList={{ 'time-open': open() }} aria-label={app.t('time.name')}>
      <button
        type="button"
        class="time-toggle"
        aria-expanded={open()}
        title={app.t(open() ? 'time.close' : 'time.open')}
        onClick={() => setOpened(!open())}
      >
        <span class="time-mark" aria-hidden="true" />
        {app.t('time.name')} <span class="tabular time-now">{spanText(app)}</span>
      </button>
      <Show when={open()}>
        <Scrubber />
      </Show>
    </section>
  )
}

/** The years of the view in words. */
export function spanText(app: App): string {
  const { years } = app.filter()
  if (!years) return app.t('time.all')
  return years.from === years.to
    ? app.t('time.year', { year: years.from })
    : app.t('time.span', { from: years.from, to: years.to })
}

/** The years shown one after the other by themselves, until the last or until one is chosen. */
function createPlaying(app: App, year: () => number | undefined) {
  const [playing, setPlaying] = createSignal(false)
  const years = offeredYears(app.region.years)
  const turnTo = (next: number | undefined) =>
    app.actions.setYears(next === undefined ? undefined : { from: next, to: next })
  const show = (next: number | undefined) => {
    setPlaying(false)
    turnTo(next)
  }
  createEffect(() => {
    if (!playing()) return
    const timer = setInterval(() => {
      const next = nextYear(app.region.years, year() ?? 0)
      turnTo(next)
      if (next === undefined || nextYear(app.region.years, next) === undefined) setPlaying(false)
    }, playMilliseconds)
    onCleanup(() => clearInterval(timer))
  })
  return {
    playing,
    show,
    step: (by: number) => {
      const at = years.indexOf(year() ?? 0)
      show(years[at < 0 ? (by > 0 ? 0 : years.length - 1) : at + by])
    },
    togglePlay: () => {
      setPlaying(!playing())
      if (playing()) turnTo(nextYear(app.region.years, year() ?? 0) ?? years[0])
    },
  }
}

function Scrubber() {
  const app = useApp()
  const year = () => app.filter().years?.to
  createEffect(() => app.services.wantDetails())
  const [dragging, setDragging] = createSignal(false)
  const { playing, togglePlay, show, step } = createPlaying(app, year)
  createEffect(() => app.actions.setScrubbing(playing() || dragging()))
  onCleanup(() => app.actions.setScrubbing(false))
  const withoutYears = createMemo(() => ({ ...app.filter(), years: undefined }), undefined, {
    equals: (before, after) => before?.themes === after.themes && before.filters === after.filters,
  })
  const counts = createMemo(() => {
    const record = app.record()
    return record ? yearCounts(record, app.details(), withoutYears()) : []
  })
  const summary = createMemo(() => {
    const record = app.record()
    const { years } = app.filter()
    return record && years && years.from === years.to
      ? yearSummary(record, app.details(), app.filter(), years.to)
      : undefined
  })
  return (
    <div class="time-body">
      <div class="time-row">
        <button
          type="button"
          class="icon-button time-play"
          aria-label={app.t(playing() ? 'time.pause' : 'time.play')}
          aria-pressed={playing()}
          onClick={togglePlay}
        >
          <span class={playing() ? 'time-pause-mark' : 'time-play-mark'} aria-hidden="true" />
        </button>
        <YearScale
          year={year()}
          counts={counts()}
          summary={summary()}
          onYear={show}
          onStep={step}
          onDrag={setDragging}
        />
        <button
          type="button"
          class="button time-all"
          aria-pressed={year() === undefined}
          onClick={() => show(undefined)}
        >
          {app.t('time.all')}
        </button>
      </div>
      <YearSummaryLine summary={summary()} />
    </div>
  )
}
