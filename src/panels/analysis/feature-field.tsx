import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { useApp } from '../context'

/** Chooses a feature by name: the browser's own list of suggestions, so that it works by keyboard and on phones. */
export function FeatureField(props: { label: string; value?: string; onChoose: (id: string) => void }) {
  const app = useApp()
  const listId = createUniqueId()
  const [unknown, setUnknown] = createSignal<string>()
  const features = createMemo(() => app.record()?.features ?? [])
  const shown = () => {
    const feature = props.value === undefined ? undefined : app.record()?.featureById.get(props.value)
    return feature ? app.nameOf(feature) : ''
  }
  const choose = (text: string) => {
    const wanted = text.trim()
    if (!wanted) return
    const found = features().find(
      (feature) => app.nameOf(feature) === wanted || feature.properties.aliases.includes(wanted),
    )
    setUnknown(found ? undefined : wanted)
    if (found) props.onChoose(found.properties.id)
  }
  return (
    <label class="feature-field">
      <span>{props.label}</span>
      <input
        type="text"
        list={listId}
        autocomplete="off"
        placeholder={app.t('analysis.subjectHint')}
        value={shown()}
        aria-invalid={unknown() !== undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <datalist id={listId}>
        <For each={features()}>{(feature) => <option value={app.nameOf(feature)} />}</For>
      </datalist>
      <Show when={unknown()}>
        {(name) => <span role="alert">{app.t('analysis.subjectUnknown', { name: name() })}</span>}
      </Show>
    </label>
  )
}
