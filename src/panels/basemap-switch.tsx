import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { type Ground, groundName } from '../model/basemaps'
import { useApp } from './context'
import '../styles/basemap.css'

/** 底图: which ground the map stands on. Only on the page where the owner has configured another than the embedded one. */
export function GroundSwitch() {
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
    <div class="ground-switch" ref={place} onKeyDown={onKey}>
      <button
        type="button"
        class="ground-button"
        ref={button}
        aria-expanded={open()}
        title={app.t('ground.title')}
        aria-label={app.t('ground.title')}
        onClick={() => setOpen(!open())}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3" />
        </svg>
      </button>
      <Show when={open()}>
        <fieldset class="ground-choice">
          <legend>{app.t('ground.title')}</legend>
          <For each={app.services.grounds}>{(ground) => <GroundLine ground={ground} />}</For>
        </fieldset>
      </Show>
    </div>
  )
}

/** A refused ground can be pressed: it says why it is not used. */
function GroundLine(props: { ground: Ground }) {
  const app = useApp()
  const chosen = () => app.session().ground === props.ground.id
  const choose = (input: HTMLInputElement) => {
    const { id, refused } = props.ground
    if (!refused) return app.actions.setSession({ ground: id })
    input.checked = false
    const current = input.closest('fieldset')?.querySelector<HTMLInputElement>(`[value="${app.session().ground}"]`)
    if (current) current.checked = true
    app.actions.notify(`ground.refused.${refused}`, { name: groundName(props.ground, app.language()) })
  }
  return (
    <label>
      <input
        type="radio"
        name="ground"
        value={props.ground.id}
        checked={chosen()}
        onChange={(event) => choose(event.currentTarget)}
      />
      <span>
        {groundName(props.ground, app.language())}
        <Show when={props.ground.refused}>
          <span class="quiet"> {app.t('ground.refusedMark')}</span>
        </Show>
      </span>
    </label>
  )
}
