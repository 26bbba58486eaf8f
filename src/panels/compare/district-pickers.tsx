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
            <Choice
              name={app.t('compare.district', { number: at() + 1 })}
              chosen={district}
              choices={choices()}
              taken={ids()}
              onChoose={(id) => replace(at(), id)}
            />
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

/** The districts that a column may show; those of other columns cannot be chosen. */
function Choice(props: {
  name: string
  chosen: RecordFeature
  choices: readonly RecordFeature[]
  taken: readonly string[]
  onChoose: (id: string) => void
}) {
  const app = useApp()
  return (
    <select
      aria-label={props.name}
      value={props.chosen.properties.id}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      <For each={props.choices}>
        {(choice) => (
          <option
            value={choice.properties.id}
            selected={choice.properties.id === props.chosen.properties.id}
            disabled={choice !== props.chosen && props.taken.includes(choice.properties.id)}
          >
            {app.nameOf(choice)}
          </option>
        )}
      </For>
    </select>
  )
}
