import { createEffect, createMemo, createSignal, For, on, onCleanup } from 'solid-js'
import { featureKinds, statuses } from '../../../data/schema-ids'
import { filterCounts } from '../../model/filters/counts'
import type { Filters as FilterChoice } from '../../model/view'
import { useApp } from '../context'
import { createSheet } from '../sheet/sheet'
import { SheetHandle, sheetStyle } from '../sheet/sheet-handle'
import { Chip, Group } from './chip'
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
        <Years counts={counts()?.years} dated={counts()?.dated} />
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
        <Around counts={counts()?.around} />
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
