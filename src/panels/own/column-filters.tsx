import { createMemo, For, Show } from 'solid-js'
import { ownDataMessage } from '../../model/messages/own-data'
import { columnClasses, mostClasses } from '../../model/own-data/classes'
import { noOwnFilter, passesAll, valueText } from '../../model/own-data/filter'
import type { OwnColumnFilter, OwnFilter, OwnLayer } from '../../model/own-data/own-layer'
import type { OwnTable } from '../../model/own-data/own-table'
import type { OwnActions } from '../../state/own-actions'
import { useMessages } from '../context'

/** Filters by any column: a range of numbers or dates, one or several of few values, else what the value holds. */
export function ColumnFilters(props: { layer: OwnLayer; actions: OwnActions }) {
  const t = useMessages(ownDataMessage)
  const filter = () => props.layer.filter ?? noOwnFilter
  const set = (change: Partial<OwnFilter>) => props.actions.setFilter(props.layer.id, { ...filter(), ...change })
  const add = (column: number) => set({ columns: [...filter().columns, emptyFilter(props.layer.table, column)] })
  const change = (next: OwnColumnFilter) =>
    set({ columns: filter().columns.map((each) => (each.column === next.column ? next : each)) })
  const remove = (column: number) => set({ columns: filter().columns.filter((each) => each.column !== column) })
  const free = () =>
    props.layer.table.columns
      .map(({ name }, column) => ({ name, column }))
      .filter(({ column }) => !filter().columns.some((each) => each.column === column))
  const named = createMemo(() => filter().columns.map(({ column }) => column), undefined, {
    equals: (one, other) => one.join() === other.join(),
  })
  return (
    <div class="own-filters">
      <label class="own-field">
        <span>{t('own-data.filter')}</span>
        <select
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget
            event.currentTarget.value = ''
            if (value !== '') add(Number(value))
          }}
        >
          <option value="">{t('own-data.filter.add')}</option>
          <For each={free()}>{({ name, column }) => <option value={column}>{name}</option>}</For>
        </select>
      </label>
      <For each={named()}>
        {(column) => (
          <Show when={filter().columns.find((each) => each.column === column)}>
            {(found) => (
              <ColumnFilter
                table={props.layer.table}
                filter={found()}
                onChange={change}
                onRemove={() => remove(column)}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={!passesAll(props.layer.filter)}>
        <button type="button" class="text-button" onClick={() => props.actions.setFilter(props.layer.id, undefined)}>
          {t('own-data.filter.clear')}
        </button>
      </Show>
    </div>
  )
}

/** A filter of the kind that suits the column, which lets every row pass that has a value. */
function emptyFilter(table: OwnTable, column: number): OwnColumnFilter {
  const type = table.columns[column]?.type
  if (type === 'number' || type === 'date') return { kind: 'range', column }
  const { classes, others, nothing } = columnClasses(table, column)
  if (classes.length > mostClasses || others > 0) return { kind: 'holds', column, text: '' }
  const values = classes.flatMap((each) => ('value' in each ? [each.value] : []))
  return { kind: 'values', column, values: nothing > 0 ? [...values, ''] : values }
}

function ColumnFilter(props: {
  table: OwnTable
  filter: OwnColumnFilter
  onChange: (next: OwnColumnFilter) => void
  onRemove: () => void
}) {
  const t = useMessages(ownDataMessage)
  const name = () => props.table.columns[props.filter.column]?.name ?? ''
  return (
    <fieldset class="own-filter">
      <legend>{name()}</legend>
      <button
        type="button"
        class="icon-button"
        aria-label={t('own-data.filter.remove', { column: name() })}
        onClick={() => props.onRemove()}
      >
        ×
      </button>
      <FilterFields table={props.table} filter={props.filter} name={name()} onChange={props.onChange} />
    </fieldset>
  )
}

/** A filter of one kind with what changes it. */
interface FieldProps<Kind extends OwnColumnFilter['kind']> {
  table: OwnTable
  filter: Extract<OwnColumnFilter, { kind: Kind }>
  name: string
  onChange: (next: OwnColumnFilter) => void
}

function FilterFields(props: {
  table: OwnTable
  filter: OwnColumnFilter
  name: string
  onChange: (next: OwnColumnFilter) => void
}) {
  const range = () => (props.filter.kind === 'range' ? props.filter : undefined)
  const holds = () => (props.filter.kind === 'holds' ? props.filter : undefined)
  const values = () => (props.filter.kind === 'values' ? props.filter : undefined)
  return (
    <>
      <Show when={range()}>{(filter) => <RangeFields {...props} filter={filter()} />}</Show>
      <Show when={holds()}>{(filter) => <HoldsField {...props} filter={filter()} />}</Show>
      <Show when={values()}>{(filter) => <ValueFields {...props} filter={filter()} />}</Show>
    </>
  )
}

function RangeFields(props: FieldProps<'range'>) {
  const t = useMessages(ownDataMessage)
  const isNumber = () => props.table.columns[props.filter.column]?.type === 'number'
  const ends = ['from', 'to'] as const
  return (
    <div class="own-range">
      <For each={ends}>
        {(end) => (
          <input
            type={isNumber() ? 'number' : 'text'}
            step="any"
            aria-label={t(`own-data.filter.${end}`, { column: props.name })}
            placeholder={end === 'from' ? '≥' : '≤'}
            value={props.filter[end] ?? ''}
            onInput={({ currentTarget: { value } }) =>
              props.onChange({
                ...props.filter,
                [end]: value === '' ? undefined : isNumber() ? Number(value) : value,
              })
            }
          />
        )}
      </For>
    </div>
  )
}

function HoldsField(props: FieldProps<'holds'>) {
  const t = useMessages(ownDataMessage)
  return (
    <input
      type="text"
      aria-label={t('own-data.filter.holds', { column: props.name })}
      value={props.filter.text}
      onInput={({ currentTarget: { value } }) => props.onChange({ ...props.filter, text: value })}
    />
  )
}

function ValueFields(props: FieldProps<'values'>) {
  const t = useMessages(ownDataMessage)
  const all = createMemo(() => valuesOf(props.table, props.filter.column))
  const chosen = () => props.filter.values
  const choose = (value: string, checked: boolean) =>
    props.onChange({
      ...props.filter,
      values: checked ? [...chosen(), value] : chosen().filter((each) => each !== value),
    })
  return (
    <For each={all()}>
      {(value) => (
        <label class="own-choice">
          <input
            type="checkbox"
            checked={chosen().includes(value)}
            onChange={({ currentTarget: { checked } }) => choose(value, checked)}
          />
          {value || t('own-data.filter.empty')}
        </label>
      )}
    </For>
  )
}

/** The few values of a column, the commonest first. */
function valuesOf(table: OwnTable, column: number): string[] {
  const { classes, nothing } = columnClasses(table, column)
  const values = classes.flatMap((each) => ('value' in each ? [each.value] : []))
  return nothing > 0 ? [...values, valueText(null)] : values
}
