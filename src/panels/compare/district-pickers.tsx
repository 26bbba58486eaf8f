import { For, Show } from 'solid-js'
import { mostCompared } from '../../model/compare'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'

/** One choice a column; the central districts come first. */
export function DistrictPickers(props: { districts: readonly RecordFeature[] }) {
  const app = useApp()
  const ids = () => props.districts.map(({ properties }) => properties.id)
  const others = () =>
    (app.record()?.features ?? []).filter(
      ({ properties }) => properties.kind === 'district' && !isCentral(properties.id),
    )
  const isCentral = (id: string) =>
    app.record()?.centralDistricts.some(({ properties }) => properties.id === id) ?? false
  const choices = () => [...(app.record()?.centralDistricts ?? []), ...others()]
  const replace = (at: number, id: string) =>
    app.actions.compareDistricts(ids().map((each, position) => (position === at ? id : each)))
  const next = () => choices().find(({ properties }) => !ids().includes(properties.id))?.properties.id
  return (
    <div class="compare-pickers">
      <For each={props.districts}>
        {(district, at) => (
          <div class="compare-picker">
            <select
              aria-label={app.t('compare.district', { number: at() + 1 })}
              value={district.properties.id}
              onChange={(event) => replace(at(), event.currentTarget.value)}
            >
              <For each={choices()}>
                {(choice) => (
                  <option
                    value={choice.properties.id}
                    selected={choice.properties.id === district.properties.id}
                    disabled={choice !== district && ids().includes(choice.properties.id)}
                  >
                    {app.nameOf(choice)}
                  </option>
                )}
              </For>
            </select>
            <Show when={props.districts.length > 2}>
              <button
                type="button"
                class="icon-button"
                aria-label={app.t('compare.remove', { name: app.nameOf(district) })}
                onClick={() => app.actions.compareDistricts(ids().filter((id) => id !== district.properties.id))}
              >
                ×
              </button>
            </Show>
          </div>
        )}
      </For>
      <Show when={props.districts.length < mostCompared && next()} keyed>
        {(id) => (
          <button type="button" class="button" onClick={() => app.actions.compareDistricts([...ids(), id])}>
            {app.t('compare.add')}
          </button>
        )}
      </Show>
    </div>
  )
}
