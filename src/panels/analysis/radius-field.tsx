import { createEffect, createSignal, For } from 'solid-js'
import { GREATEST_RADIUS_METERS, LEAST_RADIUS_METERS } from '../../../geo/query/radius'
import { radiusPresets } from '../../model/analysis/analysis'
import { radiusText } from '../../model/analysis/naming'
import { useApp } from '../context'

const steps = 200
const span = Math.log(GREATEST_RADIUS_METERS / LEAST_RADIUS_METERS)

/** The slider runs by ratio, so that 200 m and 20 km can be set equally well; its values have two digits. */
export const radiusAt = (step: number) => twoDigits(LEAST_RADIUS_METERS * Math.exp((span * step) / steps))
/** Returns the step of the slider for a radius in metres. */
export const stepOf = (radius: number) => Math.round((Math.log(radius / LEAST_RADIUS_METERS) / span) * steps)

function twoDigits(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Math.min(GREATEST_RADIUS_METERS, Math.max(LEAST_RADIUS_METERS, Math.round(value / unit) * unit))
}

/** Radius by slider, number and presets. What is typed is asked as it is: the answer says what is wrong with it. */
export function RadiusField(props: { radiusMeters: number; onAsk: (radiusMeters: number) => void }) {
  const app = useApp()
  const [shown, setShown] = createSignal(props.radiusMeters)
  createEffect(() => setShown(props.radiusMeters))
  const within = () => Math.min(GREATEST_RADIUS_METERS, Math.max(LEAST_RADIUS_METERS, shown() || 0))
  return (
    <fieldset class="radius">
      <legend>{app.t('analysis.radius')}</legend>
      <input
        type="range"
        min="0"
        max={steps}
        aria-label={app.t('analysis.radius')}
        aria-valuetext={radiusText(within(), app.language())}
        value={stepOf(within())}
        onInput={(event) => setShown(radiusAt(event.currentTarget.valueAsNumber))}
        onChange={(event) => props.onAsk(radiusAt(event.currentTarget.valueAsNumber))}
      />
      <label class="radius-number">
        <input
          type="number"
          inputmode="numeric"
          min={LEAST_RADIUS_METERS}
          max={GREATEST_RADIUS_METERS}
          step="any"
          aria-label={app.t('analysis.radiusMeters')}
          value={shown()}
          onChange={(event) => props.onAsk(typedRadius(event.currentTarget.value))}
        />
        {app.language() === 'en' ? 'm' : '米'}
      </label>
      <fieldset class="radius-presets" aria-label={app.t('analysis.presets')}>
        <For each={radiusPresets}>
          {(preset) => (
            <button
              type="button"
              class="chip"
              aria-pressed={props.radiusMeters === preset}
              onClick={() => props.onAsk(preset)}
            >
              {radiusText(preset, app.language())}
            </button>
          )}
        </For>
      </fieldset>
    </fieldset>
  )
}

/** Whole metres; the link holds no more than six digits and no sign, so anything else becomes the nearest it can hold. */
function typedRadius(text: string): number {
  const value = Math.round(Number(text))
  return Number.isFinite(value) ? Math.min(999_999, Math.max(0, value)) : 0
}
