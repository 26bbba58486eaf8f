import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { type Basemap, basemapName } from '../model/basemaps'
import { useApp } from './context'
import '../styles/basemap.css'

/** 底图: which basemap the map stands on. Only on the page where the owner has configured another than the embedded one. */
export function BasemapSwitch() {
  const app = useApp()
  const [open, setOpen] = createSignal(false)
  let place: HTMLDivElement | undefined
  let button: HTMLButtonElement | undefined
  const close = (focus: boolean) => {
    if (!open()) return
    setOpen(false)
    if (focus) button?.focus()
  }
  const onPointer = (event: PointerEvent) => {
    if (event.target instanceof Node && !place?.contains(event.target)) close(false)
  }
  onMount(() => document.addEventListener('pointerdown', onPointer))
  onCleanup(() => document.removeEventListener('pointerdown', onPointer))
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open()) return
    event.stopPropagation()
    close(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what stands inside, wherever in it the focus is.
    <div class="basemap-switch" ref={place} onKeyDown={onKey}>
      <button
        type="button"
        class="basemap-button"
        ref={button}
        aria-expanded={open()}
        title={app.t('basemap.title')}
        aria-label={app.t('basemap.title')}
        onClick={() => setOpen(!open())}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3" />
        </svg>
      </button>
      <Show when={open()}>
        <fieldset class="basemap-choice">
          <legend>{app.t('basemap.title')}</legend>
          <For each={app.services.basemaps}>{(basemap) => <BasemapLine basemap={basemap} />}</For>
        </fieldset>
      </Show>
    </div>
  )
}

/** A refused basemap can be pressed: it says why it is not used. */
function BasemapLine(props: { basemap: Basemap }) {
  const app = useApp()
  const chosen = () => app.session().basemap === props.basemap.id
  const choose = (input: HTMLInputElement) => {
    const { id, refused } = props.basemap
    if (!refused) return app.actions.setBasemap(id)
    input.checked = false
    const current = input.closest('fieldset')?.querySelector<HTMLInputElement>(`[value="${app.session().basemap}"]`)
    if (current) current.checked = true
    app.actions.notify(`basemap.refused.${refused}`, { name: basemapName(props.basemap, app.language()) })
  }
  return (
    <label>
      <input
        type="radio"
        name="basemap"
        value={props.basemap.id}
        checked={chosen()}
        onChange={(event) => choose(event.currentTarget)}
      />
      <span>
        {basemapName(props.basemap, app.language())}
        <Show when={props.basemap.refused}>
          <span class="quiet"> {app.t('basemap.refusedMark')}</span>
        </Show>
      </span>
    </label>
  )
}
