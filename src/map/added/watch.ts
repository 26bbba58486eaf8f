/**
 * Watches the hosts of added layers. One that fails is told of once and asked again until it answers; then all of its layer
 * is asked for again, and that is told too.
 */
import { type AddedLayer, layerTitle } from '../../model/layers'
import type { Actions } from '../../state/actions'
import type { Store } from '../../state/store'
import type { EngineFault, EngineMap } from '../engine'
import { hostAnswers, reloadSource } from './sources'
import type { AddedTools } from './tools'

/** How long after a fault the host is asked, and after each answer that did not come; the last stays. */
const pausesMilliseconds = [2000, 4000, 8000, 15_000, 30_000] as const
const patienceMilliseconds = 8000

/** What watches the layers of one map. */
export interface AddedWatch {
  /** Asks for what stands on the map again, if the host answers. */
  refresh: (layer: AddedLayer) => Promise<void>
  end: () => void
}

/** Starts watching; `shown` returns a layer that is on by the id of its source. */
export function watchAddedLayers(
  map: EngineMap,
  store: Store,
  actions: Actions,
  tools: AddedTools,
  shown: (id: string | undefined) => AddedLayer | undefined,
): AddedWatch {
  const failed = new Map<string, { asked: number; timer: ReturnType<typeof setTimeout> | undefined }>()
  const nameOf = (layer: AddedLayer) => layerTitle(layer, store.getState().session.language)

  const askLater = (layer: AddedLayer) => {
    const state = failed.get(layer.id)
    if (!state) return
    const pause = pausesMilliseconds[Math.min(state.asked, pausesMilliseconds.length - 1)]
    clearTimeout(state.timer)
    state.timer = setTimeout(() => ask(layer), pause)
  }
  const ask = async (layer: AddedLayer) => {
    const state = failed.get(layer.id)
    if (!state) return
    // One that was turned off meanwhile is asked for when it is on again.
    if (!shown(layer.id)) return forget(layer.id)
    state.asked += 1
    if (document.hidden || !(await hostAnswers(layer, patienceMilliseconds))) return askLater(layer)
    if (failed.get(layer.id) !== state) return
    forget(layer.id)
    for (const { id, message, values } of store.getState().session.notices)
      if (message === 'layers.failed' && values.name === nameOf(layer)) actions.dismissNotice(id)
    reloadSource(map, layer, tools)
    actions.notify('layers.recovered', { name: nameOf(layer) }, 'done')
  }
  const forget = (id: string) => {
    clearTimeout(failed.get(id)?.timer)
    failed.delete(id)
  }
  const fail = (layer: AddedLayer) => {
    if (failed.has(layer.id)) return
    failed.set(layer.id, { asked: 0, timer: undefined })
    actions.notify('layers.failed', { name: nameOf(layer) })
    askLater(layer)
  }
  const onError = ({ sourceId }: EngineFault) => {
    const layer = shown(sourceId)
    if (layer) fail(layer)
  }
  const onOnline = () => {
    for (const id of failed.keys()) {
      const layer = shown(id)
      if (layer) ask(layer)
    }
  }
  map.on('error', onError)
  addEventListener('online', onOnline)
  return {
    refresh: async (layer) => {
      if (document.hidden || failed.has(layer.id)) return
      if (!(await hostAnswers(layer, patienceMilliseconds))) return fail(layer)
      if (shown(layer.id) && map.getSource(layer.id)) map.refreshTiles(layer.id)
    },
    end: () => {
      map.off('error', onError)
      removeEventListener('online', onOnline)
      for (const id of failed.keys()) forget(id)
    },
  }
}
