import { createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { type AddedColumn, type LayerFilter, withLayerFilter } from '../../model/added-layers'
import type { AddedLayer } from '../../model/layers'
import { addedLayerMessage } from '../../model/messages/added-layers'
import { type App, useApp, useMessages } from '../context'
import '../../styles/added.css'
import '../../styles/filters.css'

/** Under the line of an added layer that is on: its filters, how many features each district has, and where it is from. */
export function AddedDetails(props: { layer: AddedLayer }) {
  const app = useApp()
  const t = useMessages(addedLayerMessage)
  const [open, setOpen] = createSignal(filtersOf(app.view().layerFilters, props.layer).length > 0)
  const own = () => filtersOf(app.view().layerFilters, props.layer)
  const least = () => Math.max(0, ...props.layer.style.map(({ minzoom = 0 }) => minzoom))
  const tooFar = () => (app.session().liveCamera?.zoom ?? 0) < least()
  const clear = () => {
    for (const { layer, column } of own()) filterBy(app, { layer, column })
  }
  return (
    <div class="added-details">
      <Show when={tooFar()}>
        <p class="quiet">{t('added.zoom', { zoom: least() })}</p>
      </Show>
      <details open={open()} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('added.more')}</summary>
        <For each={props.layer.columns.filter(({ filter }) => filter)}>
          {(column) => <ColumnFilter layer={props.layer.id} column={column} filters={own()} />}
        </For>
        <Show when={own().length > 0}>
          <button type="button" class="text-button" onClick={clear}>
            {t('added.all')}
          </button>
        </Show>
        <Show when={open() && props.layer.counts} keyed>
          {(address) => <Counts address={address} />}
        </Show>
        <Show when={props.layer.credit}>
          {(credit) => <p class="quiet">{t('added.credit', { credit: credit() })}</p>}
        </Show>
      </details>
    </div>
  )
}

const filtersOf = (filters: readonly LayerFilter[] = [], { id }: AddedLayer) =>
  filters.filter(({ layer }) => layer === id)

const filterBy = ({ actions, view }: App, filter: LayerFilter) =>
  actions.setLayerFilters(withLayerFilter(view().layerFilters, filter))

function ColumnFilter(props: { layer: string; column: AddedColumn; filters: readonly LayerFilter[] }) {
  const app = useApp()
  const current = (): LayerFilter =>
    props.filters.find(({ column }) => column === props.column.name) ?? {
      layer: props.layer,
      column: props.column.name,
    }
  const choices = () => (props.column.filter?.by === 'choice' ? props.column.filter.values : [])
  const toggle = (value: string) => {
    const { values = [] } = current()
    const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
    filterBy(app, { ...current(), values: next })
  }
  return (
    <fieldset class="added-filter">
      <legend>{props.column.title[app.language()]}</legend>
      <For each={choices()}>
        {({ value, text }) => (
          <button
            type="button"
            class="chip"
            aria-pressed={current().values?.includes(String(value)) ?? false}
            onClick={() => toggle(String(value))}
          >
            {text[app.language()]}
          </button>
        )}
      </For>
      <Show when={props.column.filter?.by === 'range'}>
        <RangeEnd end="from" column={props.column} current={current()} />
        <RangeEnd end="to" column={props.column} current={current()} />
      </Show>
    </fieldset>
  )
}

function RangeEnd(props: { end: 'from' | 'to'; column: AddedColumn; current: LayerFilter }) {
  const app = useApp()
  const t = useMessages(addedLayerMessage)
  const change = (input: HTMLInputElement) => {
    const { valueAsNumber: number } = input
    filterBy(app, { ...props.current, [props.end]: Number.isNaN(number) ? undefined : number })
  }
  return (
    <label>
      {t(`added.${props.end}`)}
      <input
        type="number"
        step="any"
        value={props.current[props.end] ?? ''}
        aria-label={t('added.rangeOf', { name: props.column.title[app.language()], end: t(`added.${props.end}`) })}
        onChange={(event) => change(event.currentTarget)}
      />
    </label>
  )
}

function Counts(props: { address: string }) {
  const app = useApp()
  const t = useMessages(addedLayerMessage)
  const [counts] = createResource(() => props.address, app.services.layerCounts)
  const rows = createMemo(() =>
    [...(counts() ?? [])].map(([code, count]) => {
      const feature = app.record()?.featureById.get(code)
      return { name: feature ? app.nameOf(feature) : code, count }
    }),
  )
  const inWords = (count: number) => count.toLocaleString(app.language())
  return (
    <Show when={!counts.loading} fallback={<p class="quiet">{t('added.loading')}</p>}>
      <Show when={counts()} fallback={<p class="quiet">{t('added.countsFailed')}</p>}>
        <table class="added-counts">
          <caption>{t('added.counts')}</caption>
          <tbody>
            <For each={rows()}>
              {({ name, count }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td class="tabular">{inWords(count)}</td>
                </tr>
              )}
            </For>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('added.total')}</th>
              <td class="tabular">{inWords(rows().reduce((sum, { count }) => sum + count, 0))}</td>
            </tr>
          </tfoot>
        </table>
        <p class="quiet">{t('added.countsNote')}</p>
      </Show>
    </Show>
  )
}
