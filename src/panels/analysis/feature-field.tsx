import { createEffect, createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { RecordFeature } from '../../model/record'
import { type App, useApp } from '../context'

/**
 * Chooses a feature by name: the browser's own list of suggestions, so that it works by keyboard and on phones; with
 * `onPick` also by a press on the map.
 */
export function FeatureField(props: {
  label: string
  value?: string
  onChoose: (id: string) => void
  picking?: boolean
  onPick?: () => void
}) {
  const app = useApp()
  const listId = createUniqueId()
  let input: HTMLInputElement | undefined
  // Some six hundred names: there only while one may be chosen.
  const [typing, setTyping] = createSignal(false)
  const [unknown, setUnknown] = createSignal<string>()
  const features = createMemo(() => app.record()?.features ?? [])
  const shown = () => {
    const feature = props.value === undefined ? undefined : app.record()?.featureById.get(props.value)
    return feature ? app.nameOf(feature) : ''
  }
  const choose = (text: string) => {
    const wanted = text.trim()
    if (!wanted) return
    const found = namedFeature(app, features(), wanted)
    setUnknown(found ? undefined : wanted)
    if (found) props.onChoose(found.properties.id)
  }
  // On a phone its keyboard would cover the map that may be pressed instead.
  createEffect(() => props.picking && !matchMedia('(pointer: coarse)').matches && input?.focus({ preventScroll: true }))
  return (
    <div class="feature-field">
      <label>
        <span>{props.label}</span>
        <input
          ref={input}
          type="text"
          list={listId}
          autocomplete="off"
          placeholder={app.t('analysis.subjectHint')}
          value={shown()}
          aria-invalid={unknown() !== undefined}
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </label>
      <Show when={props.onPick}>
        {(pick) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.picking ?? false}
            aria-label={`${props.label}：${app.t('analysis.pick')}`}
            onClick={() => pick()()}
          >
            {app.t('analysis.pick')}
          </button>
        )}
      </Show>
      <Show when={typing()}>
        <datalist id={listId}>
          <For each={features()}>{(feature) => <option value={app.nameOf(feature)} />}</For>
        </datalist>
      </Show>
      <Show when={unknown()}>
        {(name) => <span role="alert">{app.t('analysis.subjectUnknown', { name: name() })}</span>}
      </Show>
    </div>
  )
}

/** The feature of that name or alias, or the only one whose name holds the text. */
function namedFeature(app: App, features: readonly RecordFeature[], text: string): RecordFeature | undefined {
  const named = features.find((feature) => app.nameOf(feature) === text || feature.properties.aliases.includes(text))
  const holding = features.filter((feature) => app.nameOf(feature).toLowerCase().includes(text.toLowerCase()))
  return named ?? (holding.length === 1 ? holding[0] : undefined)
}
