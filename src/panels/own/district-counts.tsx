import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { ownDataMessage } from '../../model/messages/own-data'
import { number } from '../../model/numbers'
import { shownRows } from '../../model/own-data/filter'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { districtsOfRows } from '../../model/own-data/where'
import { useApp, useMessages } from '../context'
import { inSlices } from './in-slices'

/** How many of the rows shown lie in each district; counted when it is opened, and again when the filter changes. */
export function DistrictCounts(props: { layer: OwnLayer }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const [open, setOpen] = createSignal(false)
  const [counts, setCounts] = createSignal<ReadonlyMap<string, number>>()
  createEffect(
    on([open, () => props.layer.filter, app.record], ([isOpen, , record]) => {
      if (!isOpen || !record) return
      const controller = new AbortController()
      onCleanup(() => controller.abort())
      const districtsOf = districtsOfRows(record)
      const found = new Map<string, number>()
      const rows = shownRows(props.layer)
      const each = (at: number) => {
        const row = props.layer.table.rows[rows[at] ?? -1]
        const districts = row ? districtsOf(row) : []
        for (const id of districts.length > 0 ? districts : ['']) found.set(id, (found.get(id) ?? 0) + 1)
      }
      inSlices(rows.length, each, controller.signal).then(
        () => setCounts(found),
        (error) => {
          if (!controller.signal.aborted) throw error
        },
      )
    }),
  )
  return (
    <details class="own-counts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('own-data.counts')}</summary>
      <Show when={counts()} fallback={<p role="status">{t('own-data.question.asking')}</p>}>
        {(found) => (
          <table>
            <tbody>
              <For each={app.record()?.centralDistricts}>
                {(district) => (
                  <tr>
                    <th scope="row">{app.nameOf(district)}</th>
                    <td class="tabular">{number(found().get(district.properties.id) ?? 0, app.language())}</td>
                  </tr>
                )}
              </For>
              <tr>
                <th scope="row">{t('own-data.counts.outside')}</th>
                <td class="tabular">{number(found().get('') ?? 0, app.language())}</td>
              </tr>
            </tbody>
          </table>
        )}
      </Show>
    </details>
  )
}
