import { For, onCleanup, Show } from 'solid-js'
import { type AddedLayer, changedLayers, layerTitle, type MapLayerDefinition, opacityOf } from '../../model/layers'
import { createOwnActions } from '../../state/own-actions'
import { useApp } from '../context'
import { createSheet } from '../sheet/sheet'
import { SheetHandle, sheetStyle } from '../sheet/sheet-handle'
import { AddedDetails } from './added-details'
import '../../styles/layers.css'

/** What of the map is drawn, and how strongly: a tick and a slider a group. It changes the picture and nothing else. */
export function LayerPanel(props: { onClose: () => void }) {
  const app = useApp()
  const sheet = createSheet()
  onCleanup(() => app.actions.setScrubbing(false))
  return (
    <section
      class="layer-panel panel sheet"
      data-height={sheet.height()}
      style={sheetStyle(sheet)}
      aria-label={app.t('layers.name')}
    >
      <SheetHandle sheet={sheet} label={app.t('layers.name')} />
      <div class="layer-head">
        <h2>{app.t('layers.name')}</h2>
        <button
          type="button"
          class="text-button"
          disabled={changedLayers(app.view().layers, app.session().layers).length === 0 && !app.view().layerFilters}
          onClick={app.actions.resetLayers}
        >
          {app.t('layers.reset')}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={`${app.t('panel.close')} ${app.t('layers.name')}`}
          onClick={() => props.onClose()}
        >
          ×
        </button>
      </div>
      <div class="layer-body">
        <OwnSet />
        <LayerSet of="record" />
        <LayerSet of="added" />
        <LayerSet of="basemap" />
        <p class="quiet">{app.t('layers.note')}</p>
      </div>
    </section>
  )
}

/** The reader's own layers, topmost first: off is off, and no link tells which. */
function OwnSet() {
  const app = useApp()
  const own = () => app.session().own
  const actions = createOwnActions(app.store)
  return (
    <Show when={own()?.layers.length}>
      <fieldset class="layer-set">
        <legend>{app.t('own-data.mark')}</legend>
        <For each={own()?.layers}>
          {({ id, table, visible }) => (
            <div class="layer-row" classList={{ 'layer-row-off': !visible }}>
              <label>
                <input
                  type="checkbox"
                  checked={visible}
                  onChange={(event) => actions.setVisible(id, event.currentTarget.checked)}
                />
                <span>{table.name}</span>
              </label>
            </div>
          )}
        </For>
      </fieldset>
    </Show>
  )
}

/** The groups of our own basemap say nothing while another one is drawn. */
function LayerSet(props: { of: MapLayerDefinition['of'] }) {
  const app = useApp()
  const unused = () => props.of === 'basemap' && app.session().foreignBasemap === true
  const layers = () => app.session().layers.filter((layer) => layer.of === props.of)
  return (
    <Show when={layers().length > 0}>
      <fieldset class="layer-set" disabled={unused()}>
        <legend>{app.t(`layers.of.${props.of}`)}</legend>
        <Show when={unused()}>
          <p class="quiet">{app.t('layers.noteForeign')}</p>
        </Show>
        <For each={layers()}>
          {(layer) => (
            <>
              <LayerRow layer={layer} />
              <Show when={layer.of === 'added' && opacityOf(app.view().layers, layer.id, app.session().layers) > 0}>
                <AddedDetails layer={layer as AddedLayer} />
              </Show>
            </>
          )}
        </For>
      </fieldset>
    </Show>
  )
}

/** Off is off by its tick, so the slider begins at a tenth. */
function LayerRow(props: { layer: MapLayerDefinition }) {
  const app = useApp()
  const percent = () => Math.round(opacityOf(app.view().layers, props.layer.id, app.session().layers) * 100)
  const name = () => layerTitle(props.layer, app.language())
  const spoken = () => (percent() === 0 ? app.t('layers.off') : app.t('layers.percent', { percent: percent() }))
  const drag = (scrubbing: boolean) => app.actions.setScrubbing(scrubbing)
  return (
    <div class="layer-row" classList={{ 'layer-row-off': percent() === 0, 'layer-row-changed': percent() < 100 }}>
      <label>
        <input
          type="checkbox"
          checked={percent() > 0}
          onChange={(event) => app.actions.setLayer(props.layer.id, event.currentTarget.checked ? 1 : 0)}
        />
        <span>{name()}</span>
      </label>
      <input
        type="range"
        min="10"
        max="100"
        step="10"
        value={Math.max(10, percent())}
        disabled={percent() === 0}
        aria-label={app.t('layers.opacity', { name: name() })}
        aria-valuetext={spoken()}
        onPointerDown={() => drag(true)}
        onPointerUp={() => drag(false)}
        onPointerCancel={() => drag(false)}
        // However slowly the keys follow one another, they are one gesture until the slider is left.
        onKeyDown={() => drag(true)}
        onBlur={() => drag(false)}
        onInput={(event) => app.actions.setLayer(props.layer.id, Number(event.currentTarget.value) / 100)}
      />
      <span class="layer-percent tabular" aria-hidden="true">
        {spoken()}
      </span>
    </div>
  )
}
