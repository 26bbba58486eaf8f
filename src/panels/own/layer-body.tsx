import { createEffect, createMemo, For, on, onCleanup, Show } from 'solid-js'
import { ownDataMessage } from '../../model/messages/own-data'
import { number } from '../../model/numbers'
import { classLooks } from '../../model/own-data/class-colours'
import { noOwnFilter, passesAll, shownRows, textOfRow, valueText } from '../../model/own-data/filter'
import { classText } from '../../model/own-data/legend'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { rowTitle, titleColumn } from '../../model/own-data/row-title'
import type { OwnActions } from '../../state/own-actions'
import { useApp, useMessages } from '../context'
import { VirtualList } from '../lists/virtual-list'
import { ColumnFilters } from './column-filters'
import { DistrictCounts } from './district-counts'
import { inSlices } from './in-slices'
import { Problems } from './problems'
import { RowQuestion } from './row-question'
import '../../styles/catalogue.css'

/** How a layer is coloured and filtered, what is asked of it, and its rows. */
export function LayerBody(props: { layer: OwnLayer; actions: OwnActions }) {
  const t = useMessages(ownDataMessage)
  const columns = () => props.layer.table.columns
  return (
    <>
      <label class="own-field">
        <span>{t('own-data.colour')}</span>
        <select
          value={props.layer.colourBy ?? ''}
          onChange={({ currentTarget: { value } }) =>
            props.actions.colourBy(props.layer.id, value === '' ? undefined : Number(value))
          }
        >
          <option value="">{t('own-data.colour.none')}</option>
          <For each={columns()}>{({ name }, at) => <option value={at()}>{name}</option>}</For>
        </select>
      </label>
      <Classes layer={props.layer} />
      <ColumnFilters layer={props.layer} actions={props.actions} />
      <RowQuestion layer={props.layer} actions={props.actions} />
      <DistrictCounts layer={props.layer} />
      <Rows layer={props.layer} actions={props.actions} />
      <Problems table={props.layer.table} />
    </>
  )
}

function Classes(props: { layer: OwnLayer }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const looks = () => classLooks(props.layer, app.session().palette)
  return (
    <Show when={props.layer.colourBy !== undefined}>
      <ul class="own-classes" aria-label={t('own-data.classes')}>
        <For each={looks()}>
          {(look) => (
            <li>
              <span class="own-swatch" style={{ background: look.color }} aria-hidden="true" />
              <span>{classText(look, app.language())}</span>
              <Show when={typeof look.class === 'object' && look.class.count}>
                {(count) => <span class="quiet tabular">{number(count(), app.language())}</span>}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** CSS pixels; the style sheet has the same. */
const rowHeight = 44

function Rows(props: { layer: OwnLayer; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const rows = createMemo(() => [...shownRows(props.layer)])
  // The first letter typed would wait for all of it.
  createEffect(
    on(
      () => props.layer.table,
      (table) => {
        const controller = new AbortController()
        onCleanup(() => controller.abort())
        inSlices(table.rows.length, textOfRow(table), controller.signal).catch(() => undefined)
      },
    ),
  )
  const words = () => {
    const [count, total] = [rows().length, props.layer.table.rows.length].map((value) => number(value, app.language()))
    if (passesAll(props.layer.filter)) return t('own-data.total', { count: count ?? '' })
    return t('own-data.totalOf', { count: count ?? '', total: total ?? '' })
  }
  const find = (text: string) =>
    props.actions.setFilter(props.layer.id, { ...(props.layer.filter ?? noOwnFilter), text })
  return (
    <div class="own-rows">
      <label class="own-field">
        <span>{t('own-data.search')}</span>
        <input
          type="search"
          value={props.layer.filter?.text ?? ''}
          onInput={(event) => find(event.currentTarget.value)}
        />
      </label>
      <output class="tabular" aria-live="polite">
        {words()}
      </output>
      <VirtualList
        label={t('own-data.rows')}
        rows={rows()}
        heightOf={() => rowHeight}
        isSame={(one, other) => one === other}
        isItem={() => true}
      >
        {(index) => <RowLine layer={props.layer} index={index} actions={props.actions} />}
      </VirtualList>
    </div>
  )
}

/** Title, and the next columns as far as they have room. */
function RowLine(props: { layer: OwnLayer; index: number; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const { table } = props.layer
  const row = table.rows[props.index]
  const title = titleColumn(table)
  const others = (row?.values ?? []).filter((_, at) => at !== title).slice(0, 4)
  return (
    <button
      type="button"
      class="own-row"
      onClick={() => props.actions.showRow({ layer: props.layer.id, index: props.index })}
    >
      <span class="own-row-title">{rowTitle(table, props.index, app.language())}</span>
      <span class="own-row-rest quiet">
        {others.map(valueText).filter(Boolean).join(' · ')}
        <Show when={!row?.geometry}> · {t('own-data.unplaced')}</Show>
      </span>
    </button>
  )
}
