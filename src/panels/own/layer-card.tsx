import { createMemo, createSignal, For, Show } from 'solid-js'
import { bounds } from '../../../geo/base/measure'
import { ownDataMessage } from '../../model/messages/own-data'
import { number } from '../../model/numbers'
import { type OwnRowsFormat, ownRowsFormats } from '../../model/own-data/device'
import { shownRows } from '../../model/own-data/filter'
import { noOwnData, type OwnData } from '../../model/own-data/own-data'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { type OwnTable, ownFormats } from '../../model/own-data/own-table'
import type { OwnActions } from '../../state/own-actions'
import { type App, useApp, useMessages } from '../context'
import { LayerBody } from './layer-body'
import { lookAt } from './look-at'

/** A layer of own data: its name, what was read of it, and, opened, everything else. */
export function LayerCard(props: {
  id: string
  own: OwnData
  actions: OwnActions
  open: boolean
  onToggle: () => void
}) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const layer = createMemo(
    (before: OwnLayer | undefined) => props.own.layers.find(({ id }) => id === props.id) ?? before,
  )
  return (
    <Show when={layer()}>
      {(found) => (
        <section class="own-layer" aria-label={found().table.name}>
          <div class="own-layer-head">
            <input
              type="checkbox"
              checked={found().visible}
              aria-label={t('own-data.show', { name: found().table.name })}
              onChange={(event) => props.actions.setVisible(props.id, event.currentTarget.checked)}
            />
            <h3>
              <button type="button" aria-expanded={props.open} onClick={() => props.onToggle()}>
                {found().table.name}
              </button>
            </h3>
          </div>
          <p class="quiet tabular">{readWords(app, found())}</p>
          <Show when={props.open}>
            <LayerTools layer={found()} own={props.own} actions={props.actions} />
            <LayerBody layer={found()} actions={props.actions} />
          </Show>
        </section>
      )}
    </Show>
  )
}

const placedCounts = new WeakMap<OwnTable, number>()

/** Format, rows, those with a place, and what was not read. */
function readWords(app: App, { table }: OwnLayer): string {
  const count = (value: number) => number(value, app.language())
  const placed = placedCounts.get(table) ?? table.rows.filter(({ geometry }) => geometry).length
  placedCounts.set(table, placed)
  const t = (key: Parameters<typeof ownDataMessage>[1], values: { [name: string]: string }) =>
    ownDataMessage(app.language(), key, values)
  return [
    t('own-data.read', { format: ownFormats[table.format].name, count: count(table.rows.length) }),
    t('own-data.placed', { count: count(placed) }),
    ...(table.problems.length > 0 ? [t('own-data.unread', { count: count(table.problems.length) })] : []),
  ].join(app.language() === 'en' ? '; ' : '，')
}

function LayerTools(props: { layer: OwnLayer; own: OwnData; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const [said, setSaid] = createSignal('')
  const name = () => props.layer.table.name
  const keep = async (wanted: boolean) => {
    const done = await (await app.services.ownData()).keep(props.layer, wanted)
    setSaid(done ? (wanted ? t('own-data.kept') : '') : t('own-data.notKept'))
  }
  const remove = async () => {
    if (props.layer.keep) await (await app.services.ownData()).keep(props.layer, false)
    props.actions.removeLayer(props.layer.id)
  }
  const save = async (format: OwnRowsFormat) => (await app.services.ownData()).saveRows(props.layer, format)
  return (
    <>
      <div class="own-tools">
        <button type="button" class="chip" onClick={() => locate(app, props.layer)}>
          {t('own-data.locate')}
        </button>
        <MoveButtons {...props} />
        <For each={ownRowsFormats}>
          {(format) => (
            <button type="button" class="chip" onClick={() => save(format)}>
              {t(`own-data.save.${format}`)}
            </button>
          )}
        </For>
        <button type="button" class="chip" aria-label={t('own-data.removeNamed', { name: name() })} onClick={remove}>
          {t('own-data.remove')}
        </button>
      </div>
      <label class="own-choice">
        <input type="checkbox" checked={props.layer.keep} onChange={(event) => keep(event.currentTarget.checked)} />
        {t('own-data.keep')}
      </label>
      <p class="own-said" role="status">
        {said()}
      </p>
    </>
  )
}

function MoveButtons(props: { layer: OwnLayer; own: OwnData; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const name = () => props.layer.table.name
  const at = () => props.own.layers.findIndex(({ id }) => id === props.layer.id)
  /** What is moved in the page loses the focus. */
  const move = (button: HTMLButtonElement, step: -1 | 1) => {
    props.actions.moveLayer(props.layer.id, step)
    button.focus()
  }
  return (
    <>
      <button
        type="button"
        class="chip"
        aria-label={t('own-data.up', { name: name() })}
        disabled={at() <= 0}
        onClick={(event) => move(event.currentTarget, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="chip"
        aria-label={t('own-data.down', { name: name() })}
        disabled={at() >= (app.session().own ?? noOwnData).layers.length - 1}
        onClick={(event) => move(event.currentTarget, 1)}
      >
        ↓
      </button>
    </>
  )
}

/** Looks at the rows that are shown. No-op where none has a place. */
function locate(app: App, layer: OwnLayer) {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const index of shownRows(layer)) {
    const geometry = layer.table.rows[index]?.geometry
    if (!geometry) continue
    const box = bounds(geometry)
    west = Math.min(west, box[0])
    south = Math.min(south, box[1])
    east = Math.max(east, box[2])
    north = Math.max(north, box[3])
  }
  if (west > east) return
  lookAt(app, [west, south, east, north])
}
