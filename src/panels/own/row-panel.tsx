import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js'
import { bounds } from '../../../geo/base/measure'
import { bufferOf } from '../../../geo/buffer/buffer'
import { indexPlaced, whatLiesWithin } from '../../../geo/query/within'
import { radiusText } from '../../model/analysis/naming'
import { ownDataMessage } from '../../model/messages/own-data'
import { number } from '../../model/numbers'
import type { OwnData } from '../../model/own-data/own-data'
import type { OwnRow, OwnTable } from '../../model/own-data/own-table'
import { rowTitle } from '../../model/own-data/row-title'
import { placeOf } from '../../model/own-data/where'
import type { PlanRecord } from '../../model/record'
import type { OwnActions } from '../../state/own-actions'
import { useApp, useMessages } from '../context'
import { FeatureLink } from '../parts/feature-link'
import { lookAt } from './look-at'

/** A row that was pressed: all its values, where it comes from, and what is planned around it. */
export function RowPanel(props: { row: { layer: string; index: number }; own: OwnData; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const table = () => props.own.layers.find(({ id }) => id === props.row.layer)?.table
  let title: HTMLHeadingElement | undefined
  onMount(() => title?.focus({ preventScroll: true }))
  createEffect(() => {
    const body = props.row && title?.closest('.panel-body')
    // The list may have been scrolled far down.
    if (body) body.scrollTop = 0
  })
  return (
    <Show when={table()}>
      {(found) => (
        <section class="own-row-panel">
          <button type="button" class="text-button" onClick={() => props.actions.showRow(undefined)}>
            ← {t('own-data.back')}
          </button>
          <h3 tabIndex={-1} ref={title}>
            {rowTitle(found(), props.row.index, app.language())}
          </h3>
          <Show when={found().rows[props.row.index]}>
            {(row) => <Values table={found()} row={row()} actions={props.actions} />}
          </Show>
        </section>
      )}
    </Show>
  )
}

function Values(props: { table: OwnTable; row: OwnRow; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const text = (at: number) => {
    const value = props.row.values[at]
    return typeof value === 'number' ? number(value, app.language(), 10) : String(value ?? '—')
  }
  const match = () => {
    const feature = props.row.match && app.record()?.featureById.get(props.row.match.id)
    return feature && props.row.match ? { feature, ...props.row.match } : undefined
  }
  return (
    <>
      <p class="quiet">
        {t('own-data.rowOf', { file: props.table.name, row: props.row.row })} · {app.t('own-data.mark')}
      </p>
      <dl class="own-values">
        <For each={props.table.columns}>
          {({ name }, at) => (
            <div>
              <dt>{name}</dt>
              <dd>{text(at())}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={match()}>
        {(found) => (
          <p>
            {t('own-data.match', {
              name: app.nameOf(found().feature),
              how: t(`own-data.how.${found().how}`),
              percent: Math.round(found().score * 100),
            })}
          </p>
        )}
      </Show>
      <Show when={app.record()}>
        {(record) => <Nearby record={record()} row={props.row} actions={props.actions} />}
      </Show>
    </>
  )
}

const radii = [500, 1000, 2000, 5000] as const
const mostNearby = 30
const placedOf = new WeakMap<PlanRecord, ReturnType<typeof indexOf>>()

const indexOf = (record: PlanRecord) =>
  indexPlaced(
    record.features.flatMap(({ properties }) => {
      const { id, kind, precision } = properties
      const geometry = kind === 'district' ? undefined : placeOf(record, id)
      return geometry ? [{ id, geometry, errorMeters: precision?.errorMeters ?? 0 }] : []
    }),
  )

/** A buffer around the row, drawn on the map: what of the record lies within it, nearest first. It stays out of links, as the row does. */
function Nearby(props: { record: PlanRecord; row: OwnRow; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const [radius, setRadius] = createSignal<number>(radii[1])
  const found = createMemo(() => {
    const index = placedOf.get(props.record) ?? indexOf(props.record)
    placedOf.set(props.record, index)
    const outcome = whatLiesWithin({ geometry: props.row.geometry, errorMeters: 0 }, radius(), index)
    return outcome.ok ? outcome.value.filter(({ inside }) => inside).slice(0, mostNearby) : []
  })
  createEffect(
    on([radius, () => props.row, found], ([meters, { geometry }, near]) => {
      const shape = geometry ? bufferOf(geometry, meters) : undefined
      const ids = near.map(({ item }) => item.id)
      props.actions.showNear(shape?.ok ? { shape: shape.value, found: ids } : undefined)
    }),
  )
  onCleanup(() => props.actions.showNear(undefined))
  return (
    <Show when={props.row.geometry}>
      <h4>{t('own-data.near')}</h4>
      <label class="own-field">
        <span class="visually-hidden">{t('own-data.question.radius')}</span>
        <select value={radius()} onChange={(event) => setRadius(Number(event.currentTarget.value))}>
          <For each={radii}>
            {(each) => (
              <option value={each}>{t('own-data.near.radius', { radius: radiusText(each, app.language()) })}</option>
            )}
          </For>
        </select>
      </label>
      <Show when={app.session().own?.near}>
        {(near) => (
          <button type="button" class="chip" onClick={() => lookAt(app, bounds(near().shape))}>
            {t('own-data.locate')}
          </button>
        )}
      </Show>
      <ul class="own-nearby">
        <For each={found()} fallback={<li class="quiet">{t('own-data.near.none')}</li>}>
          {({ item, distanceKm }) => (
            <Show when={props.record.featureById.get(item.id)}>
              {(feature) => (
                <li>
                  <FeatureLink feature={feature()} />
                  <span class="quiet tabular">{radiusText(Math.round(distanceKm * 1000), app.language())}</span>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
    </Show>
  )
}
