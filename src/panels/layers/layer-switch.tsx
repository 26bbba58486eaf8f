import { createMemo, createSignal, Show, Suspense } from 'solid-js'
import { changedLayers } from '../../model/layers'
import { useApp } from '../context'
import { lazyPart } from '../lazy-part'
import { onEscape } from '../sheet/focus'

const LayerPanel = lazyPart(() => import('./layer-panel').then((module) => module.LayerPanel))

/** 图层, above the legend: how many groups are off or paler than usual, and the way back to all of them. */
export function LayerSwitch() {
  const app = useApp()
  const [open, setOpen] = createSignal(false)
  const changed = createMemo(() => changedLayers(app.view().layers, app.session().layers).length)
  let button: HTMLButtonElement | undefined
  const close = () => {
    setOpen(false)
    button?.focus()
  }
  const reset = () => {
    app.actions.resetLayers()
    button?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what stands inside, wherever in it the focus is
    <div class="layer-switch" onKeyDown={(event) => open() && onEscape(event, close)}>
      <div class="layer-bar">
        <button type="button" ref={button} aria-expanded={open()} onClick={() => setOpen(!open())}>
          {app.t('layers.name')}
          <Show when={changed()}>
            <span class="layer-count tabular" aria-hidden="true">
              {changed()}
            </span>
            <span class="visually-hidden">{app.t('layers.changed', { count: changed() })}</span>
          </Show>
        </button>
        <Show when={changed() > 0 && !open()}>
          <button type="button" class="layer-reset" onClick={reset}>
            {app.t('layers.reset')}
          </button>
        </Show>
      </div>
      <Suspense>
        <Show when={open()}>
          <LayerPanel onClose={close} place={{ onLost: () => setOpen(false), again: () => setOpen(true) }} />
        </Show>
      </Suspense>
    </div>
  )
}
