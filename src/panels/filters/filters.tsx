import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { featureKinds, statuses } from '../../../data/schema-ids'
import { filterCounts, investmentBands, offeredYears } from '../../model/filter-counts'
import { departmentsOf } from '../../model/filter-departments'
import { investmentText } from '../../model/filter-words'
import type { Filters as FilterChoice } from '../../model/view'
import { useApp } from '../context'
import { createSheet } from '../detail/sheet'
import { SheetHandle, sheetStyle } from '../detail/sheet-handle'
import '../../styles/filters.css'

/** 筛选: every choice with how much it would show, before it is made. */
export function Filters(props: { onClose: () => void }) {
  const app = useApp()
  const sheet = createSheet()
  createEffect(() => app.services.wantDetails())
  const counts = createMemo(() => {
    const record = app.record()
    return record && filterCounts(record, app.question(), app.details())
  })
  const filters = () => app.view().filters
  const toggle = <K extends 'statuses' | 'kinds' | 'documents' | 'departments'>(
    key: K,
    value: FilterChoice[K][number],
  ) => {
    const chosen = filters()[key] as string[]
    app.actions.setFilters({
      [key]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value],
    })
  }
  const documents = () => app.record()?.sources.filter(({ kind }) => kind !== 'dataset') ?? []
  return (
    <section
      class="filters sheet"
      data-height={sheet.height()}
      style={sheetStyle(sheet)}
      aria-label={app.t('filters.name')}
    >
      <SheetHandle sheet={sheet} label={app.t('filters.name')} />
      <div class="catalogue-head">
        <h2>{app.t('filters.name')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={`${app.t('panel.close')} ${app.t('filters.name')}`}
          onClick={() => props.onClose()}
        >
          ×
        </button>
      </div>
      <div class="filters-body">
        <Group name={app.t('filters.status')} unit={app.t('filters.unit.plans')}>
          <For each={statuses}>
            {(status) => (
              <Chip
                pressed={filters().statuses.includes(status)}
                count={counts()?.statuses.get(status) ?? 0}
                onPress={() => toggle('statuses', status)}
              >
                {app.t(`status.${status}`)}
              </Chip>
            )}
          </For>
        </Group>
        <Years counts={counts()?.years} />
        <Group name={app.t('filters.documents')} unit={app.t('filters.unit.rows')} column>
          <For each={documents()}>
            {(source) => (
              <Chip
                pressed={filters().documents.includes(source.id)}
                count={counts()?.documents.get(source.id) ?? 0}
                onPress={() => toggle('documents', source.id)}
              >
                <span lang={app.language() === 'en' ? undefined : 'zh-CN'}>
                  {app.language() === 'en' ? source.titleEn : source.title} <span class="tabular">{source.date}</span>
                </span>
              </Chip>
            )}
          </For>
        </Group>
        <Departments counts={counts()?.departments} onToggle={(id) => toggle('departments', id)} />
        <Investment counts={counts()?.investment} />
        <Group name={app.t('filters.kinds')} unit={app.t('filters.unit.features')}>
          <For each={featureKinds}>
            {(kind) => (
              <Chip
                pressed={filters().kinds.includes(kind)}
                count={counts()?.kinds.get(kind) ?? 0}
                onPress={() => app.actions.toggleKind(kind)}
              >
                {app.t(`kind.${kind}`)}
              </Chip>
            )}
          </For>
        </Group>
        <Group name={app.t('filters.placed')} unit={app.t('filters.unit.features')}>
          <For each={[true, false]}>
            {(placed) => (
              <Chip
                pressed={filters().placed === placed}
                count={(placed ? counts()?.placed.yes : counts()?.placed.no) ?? 0}
                onPress={() => app.actions.setFilters({ placed: filters().placed === placed ? undefined : placed })}
              >
                {app.t(placed ? 'filters.placedYes' : 'filters.placedNo')}
              </Chip>
            )}
          </For>
        </Group>
      </div>
    </section>
  )
}

function Group(props: { name: string; unit: string; column?: boolean; children: JSX.Element }) {
  return (
    <fieldset class="filter-group" classList={{ 'filter-column': props.column }}>
      <legend>
        {props.name} <span class="quiet">{props.unit}</span>
      </legend>
      {props.children}
    </fieldset>
  )
}

function Chip(props: { pressed: boolean; count: number; onPress: () => void; children: JSX.Element }) {
  return (
    <button
      type="button"
      class="chip"
      classList={{ 'chip-empty': props.count === 0 && !props.pressed }}
      aria-pressed={props.pressed}
      onClick={() => props.onPress()}
    >
      <span>{props.children}</span>
      <span class="chip-count tabular">{props.count}</span>
    </button>
  )
}

/** One press asks for a year; the two lists for a span. */
function Years(props: { counts: ReadonlyMap<number, number> | undefined }) {
  const app = useApp()
  const span = () => app.view().years
  const press = (year: number) => {
    const only = span()?.from === year && span()?.to === year
    app.actions.setYears(only ? undefined : { from: year, to: year })
  }
  const setEnd = (end: 'from' | 'to', value: string) => {
    if (value === '') return app.actions.setYears(undefined)
    const other = span() ?? { from: offeredYears[0], to: 2035 }
    const next = { ...other, [end]: Number(value) }
    app.actions.setYears({ from: Math.min(next.from, next.to), to: Math.max(next.from, next.to) })
  }
  return (
    <Group name={app.t('filters.years')} unit={app.t('filters.unit.rows')}>
      <For each={offeredYears}>
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
      <div class="year-span">
        <For each={['from', 'to'] as const}>
          {(end) => (
            <label class="choice">
              <span>{app.t(end === 'from' ? 'filters.yearsFrom' : 'filters.yearsTo')}</span>
              <select onChange={(event) => setEnd(end, event.currentTarget.value)}>
                <option value="" selected={!span()}>
                  {app.t('filters.yearsAny')}
                </option>
                <For each={offeredYears}>
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

function Departments(props: { counts: ReadonlyMap<string, number> | undefined; onToggle: (id: string) => void }) {
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

function Investment(props: { counts: readonly number[] | undefined }) {
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
