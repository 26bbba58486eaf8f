import { createEffect, createMemo, createSignal, For, onMount, Show } from 'solid-js'
import {
  type CatalogueSubject,
  catalogueEntries,
  catalogueSubjects,
  type Entry,
  type Grouping,
  groupEntries,
  groupings,
  type Sorting,
  sortEntries,
  sortings,
} from '../../model/catalogue/catalogue'
import { number } from '../../model/numbers'
import { type App, useApp } from '../context'
import { DetailsState } from '../detail/details-state'
import { VirtualList } from '../lists/virtual-list'
import { giveFocusBack } from '../sheet/focus'
import { createSheet } from '../sheet/sheet'
import { SheetHandle, sheetStyle } from '../sheet/sheet-handle'
import { DistrictCounts } from './district-counts'
import { EntryRow, entryHeights, groupTitle, headingHeight } from './entry-row'
import '../../styles/catalogue.css'

type Row = { heading: string; count: number } | { entry: Entry; group: string }

/** 目录: the list that equals the map, and the plans, projects and indicators behind it. */
export function Catalogue() {
  const app = useApp()
  const sheet = createSheet()
  const [subject, setSubject] = createSignal<CatalogueSubject>('features')
  const [grouping, setGrouping] = createSignal<Grouping>(groupings.features[0])
  const [sorting, setSorting] = createSignal<Sorting>(sortings.features[0])
  const choose = (next: CatalogueSubject) => {
    setGrouping(groupings[next][0])
    setSorting(sortings[next][0])
    setSubject(next)
  }
  let title: HTMLHeadingElement | undefined
  giveFocusBack(() => title)
  onMount(() => document.activeElement?.closest('#map') && title?.focus({ preventScroll: true }))
  const needsDetails = () => subject() === 'projects' || subject() === 'indicators'
  createEffect(() => needsDetails() && app.services.wantDetails())
  const entries = createEntries(app, subject)
  const rows = createMemo(() => rowsOf(app, sortEntries(entries(), sorting(), app.region), grouping()))
  return (
    <section
      class="catalogue sheet"
      data-height={sheet.height()}
      style={sheetStyle(sheet)}
      aria-label={app.t('catalogue.name')}
    >
      <SheetHandle sheet={sheet} label={app.t('catalogue.name')} />
      <div class="catalogue-head">
        <h2 class="visually-hidden" tabIndex={-1} ref={title}>
          {app.t('catalogue.name')}
        </h2>
        <output class="tabular" aria-live="polite">
          {app.t('catalogue.total', { count: number(entries().length, app.language()) })}
        </output>
        <div class="catalogue-files">
          <button
            type="button"
            class="text-button"
            aria-label={app.t('catalogue.export')}
            onClick={() => app.actions.exportThis({ list: subject() })}
          >
            {app.t('export.open')}
          </button>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label={`${app.t('panel.close')} ${app.t('catalogue.name')}`}
          onClick={() => app.actions.showCatalogue(false)}
        >
          ×
        </button>
      </div>
      <Show when={app.record()}>{(record) => <DistrictCounts record={record()} />}</Show>
      <Subjects current={subject()} onChoose={choose} />
      <Order subject={subject()} grouping={grouping()} sorting={sorting()} onGroup={setGrouping} onSort={setSorting} />
      <Show when={needsDetails()} fallback={<List rows={rows()} grouping={grouping()} />}>
        <DetailsState>
          <List rows={rows()} grouping={grouping()} />
        </DetailsState>
      </Show>
    </section>
  )
}

function createEntries(app: App, subject: () => CatalogueSubject) {
  return createMemo(() => {
    const record = app.record()
    return record ? catalogueEntries(record, app.details(), app.filter(), subject()) : []
  })
}

function rowsOf(app: App, entries: readonly Entry[], grouping: Grouping): Row[] {
  const record = app.record()
  if (!record) return []
  return groupEntries(entries, grouping, record).flatMap(({ key, entries: members }) => [
    { heading: key, count: members.length },
    ...members.map((entry) => ({ entry, group: key })),
  ])
}

const sameRow = (one: Row, other: Row) =>
  'entry' in one
    ? 'entry' in other && one.entry.row === other.entry.row
    : !('entry' in other) && one.heading === other.heading && one.count === other.count

function List(props: { rows: readonly Row[]; grouping: Grouping }) {
  const app = useApp()
  return (
    <Show when={props.rows.length > 0} fallback={<p class="catalogue-empty quiet">{app.t('catalogue.empty')}</p>}>
      <VirtualList
        label={app.t('catalogue.name')}
        rows={props.rows}
        heightOf={(row) => ('entry' in row ? entryHeights[row.entry.subject] : headingHeight)}
        isItem={(row) => 'entry' in row}
        isSame={sameRow}
      >
        {(row) =>
          'entry' in row ? (
            <EntryRow entry={row.entry} />
          ) : (
            <h3 class="catalogue-group">
              {groupTitle(app, props.grouping, row.heading)} <span class="quiet tabular">{row.count}</span>
            </h3>
          )
        }
      </VirtualList>
    </Show>
  )
}

function Subjects(props: { current: CatalogueSubject; onChoose: (subject: CatalogueSubject) => void }) {
  const app = useApp()
  return (
    <fieldset class="segments" aria-label={app.t('catalogue.subjects')}>
      <For each={catalogueSubjects}>
        {(subject) => (
          <button type="button" aria-pressed={props.current === subject} onClick={() => props.onChoose(subject)}>
            {app.t(`subject.${subject}`)}
          </button>
        )}
      </For>
    </fieldset>
  )
}

/** How the list is grouped and sorted. */
function Order(props: {
  subject: CatalogueSubject
  grouping: Grouping
  sorting: Sorting
  onGroup: (grouping: Grouping) => void
  onSort: (sorting: Sorting) => void
}) {
  const app = useApp()
  return (
    <div class="catalogue-order">
      <Choice
        label={app.t('catalogue.grouping')}
        values={groupings[props.subject].map((id) => ({ id, text: app.t(`grouping.${id}`) }))}
        current={props.grouping}
        onChoose={(id) => props.onGroup(id as Grouping)}
      />
      <Choice
        label={app.t('catalogue.sorting')}
        values={sortings[props.subject].map((id) => ({ id, text: app.t(`sorting.${id}`) }))}
        current={props.sorting}
        onChoose={(id) => props.onSort(id as Sorting)}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  values: readonly { id: string; text: string }[]
  current: string
  onChoose: (id: string) => void
}

function Choice(props: ChoiceProps) {
  return (
    <label class="choice">
      <span>{props.label}</span>
      <select onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <For each={props.values}>
          {(value) => (
            <option value={value.id} selected={value.id === props.current}>
              {value.text}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
