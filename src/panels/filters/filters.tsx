import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { filterCounts } from '../../model/filters/counts'
import type { Filters as FilterChoice } from '../../model/view'
import { useApp } from '../context'
import { createSheet } from '../sheet/sheet'
import { SheetHandle, sheetStyle } from '../sheet/sheet-handle'
import { Documents, Kinds, Placed, Statuses } from './choice-groups'
import { Around, Departments, Investment, Years } from './groups'
import '../../styles/filters.css'

/** 筛选: every choice with how much it would show, before it is made. */
export function Filters(props: { onClose: () => void }) {
  const app = useApp()
  const sheet = createSheet()
  createEffect(() => app.services.wantDetails())
  const painted = createPaintedValue(app.filter)
  const counts = createMemo(() => {
    const record = app.record()
    return record && filterCounts(record, painted(), app.details())
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
        <Statuses counts={counts()?.statuses} onToggle={(status) => toggle('statuses', status)} />
        <Years counts={counts()?.years} dated={counts()?.dated} />
        <Documents counts={counts()?.documents} onToggle={(id) => toggle('documents', id)} />
        <Departments counts={counts()?.departments} onToggle={(id) => toggle('departments', id)} />
        <Investment counts={counts()?.investment} />
        <Around counts={counts()?.around} />
        <Kinds counts={counts()?.kinds} />
        <Placed counts={counts()?.placed} />
      </div>
    </section>
  )
}

/** What `now` says, once what it said last has been painted: a press must not wait for the numbers of all choices. */
function createPaintedValue<T>(now: () => T): () => T {
  const [painted, setPainted] = createSignal(now())
  createEffect(
    on(
      now,
      (value) => {
        const frame = requestAnimationFrame(() => setTimeout(() => setPainted(() => value)))
        onCleanup(() => cancelAnimationFrame(frame))
      },
      { defer: true },
    ),
  )
  return painted
}
