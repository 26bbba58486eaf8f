import { createMemo, createSignal, For, Show } from 'solid-js'
import { aroundChoices, investmentBands } from '../../model/filters/counts'
import { departmentsOf } from '../../model/filters/departments'
import { investmentText } from '../../model/filters/words'
import { offeredYears } from '../../model/years'
import { nameOfId } from '../analysis/question'
import { useApp } from '../context'
import { Chip, Group } from './chip'

/** One press asks for a year; the two lists for a span. */
export function Years(props: {
  counts: ReadonlyMap<number, number> | undefined
  dated: { yes: number; no: number } | undefined
}) {
  const app = useApp()
  const years = offeredYears(app.region.years)
  const span = () => app.view().years
  const press = (year: number) => {
    const only = span()?.from === year && span()?.to === year
    app.actions.setYears(only ? undefined : { from: year, to: year })
  }
  const setEnd = (end: 'from' | 'to', value: string) => {
    if (value === '') return app.actions.setYears(undefined)
    const other = span() ?? { from: years[0] ?? 0, to: years.at(-1) ?? 0 }
    const next = { ...other, [end]: Number(value) }
    app.actions.setYears({ from: Math.min(next.from, next.to), to: Math.max(next.from, next.to) })
  }
  return (
    <Group name={app.t('filters.years')} unit={app.t('filters.unit.rows')}>
      <For each={years}>
        {(year) => (
          <Chip
            pressed={span() !== undefined && year >= (span()?.from ?? 0) && year <= (span()?.to ?? 0)}
            count={props.counts?.get(year) ?? 0}
            onPress={() => press(year)}
          >
            <span class="tabular">{year}</span>
          </Chip>
        )}
      </For>
      <For each={[true, false]}>
        {(dated) => (
          <Chip
            pressed={app.view().filters.dated === dated}
            count={(dated ? props.dated?.yes : props.dated?.no) ?? 0}
            onPress={() => app.actions.setDated(app.view().filters.dated === dated ? undefined : dated)}
          >
            {app.t(dated ? 'filters.dated' : 'filters.undated')}
          </Chip>
        )}
      </For>
      <div class="year-span">
        <For each={['from', 'to'] as const}>
          {(end) => (
            <label class="choice">
              <span>{app.t(end === 'from' ? 'filters.yearsFrom' : 'filters.yearsTo')}</span>
              <select onChange={(event) => setEnd(end, event.currentTarget.value)}>
                <option value="" selected={!span()}>
                  {app.t('filters.yearsAny')}
                </option>
                <For each={years}>
                  {(year) => (
                    <option value={year} selected={span()?.[end] === year}>
                      {year}
                    </option>
                  )}
                </For>
              </select>
            </label>
          )}
        </For>
      </div>
    </Group>
  )
}

const departmentsAtFirst = 8

/** The filter on departments: the first of them, and all at the press of a button. */
export function Departments(props: {
  counts: ReadonlyMap<string, number> | undefined
  onToggle: (id: string) => void
}) {
  const app = useApp()
  const [all, setAll] = createSignal(false)
  const departments = createMemo(() => {
    const record = app.record()
    return record ? departmentsOf(record, app.details()) : []
  })
  const chosen = () => app.view().filters.departments
  const shown = () =>
    departments().filter(({ id }, index) => all() || index < departmentsAtFirst || chosen().includes(id))
  return (
    <Group name={app.t('filters.departments')} unit={app.t('filters.unit.rows')} column>
      <For each={shown()}>
        {(department) => (
          <Chip
            pressed={chosen().includes(department.id)}
            count={props.counts?.get(department.id) ?? 0}
            onPress={() => props.onToggle(department.id)}
          >
            <span lang="zh-CN">{department.name}</span>
          </Chip>
        )}
      </For>
      <Show when={departments().length > departmentsAtFirst}>
        <button type="button" class="text-button" aria-expanded={all()} onClick={() => setAll(!all())}>
          {all()
            ? app.t('filters.departmentsLess')
            : app.t('filters.departmentsMore', { count: departments().length - shown().length })}
        </button>
      </Show>
    </Group>
  )
}

/** 本区与邻区: one district at a time, because two neighbourhoods together would be nearly everything. */
export function Around(props: { counts: ReadonlyMap<string, number> | undefined }) {
  const app = useApp()
  const chosen = () => app.view().filters.around
  return (
    <Group name={app.t('filters.around')} unit={app.t('filters.aroundUnit')}>
      <For each={aroundChoices(app.region, app.view().filters)}>
        {(code) => (
          <Chip
            pressed={chosen() === code}
            count={props.counts?.get(code) ?? 0}
            onPress={() => app.actions.setFilters({ around: chosen() === code ? undefined : code })}
          >
            {nameOfId(app, code)}
          </Chip>
        )}
      </For>
    </Group>
  )
}

/** The filter on the investment of projects, by ranges. */
export function Investment(props: { counts: readonly number[] | undefined }) {
  const app = useApp()
  const isChosen = (band: (typeof investmentBands)[number]) => {
    const { investment } = app.view().filters
    return investment !== undefined && investment.from === band.from && investment.to === band.to
  }
  return (
    <Group name={app.t('filters.investment')} unit={app.t('filters.unit.projects')}>
      <For each={investmentBands}>
        {(band, index) => (
          <Chip
            pressed={isChosen(band)}
            count={props.counts?.[index()] ?? 0}
            onPress={() => app.actions.setFilters({ investment: isChosen(band) ? undefined : { ...band } })}
          >
            {investmentText(band, app.language())}
          </Chip>
        )}
      </For>
      <p class="filter-note quiet">{app.t('filters.investmentNote')}</p>
    </Group>
  )
}
