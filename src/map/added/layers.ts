/**
 * Puts added layers on an engine: a source with the first time its layer is on. Loaded only where one is. Layers that are
 * off stay hidden, and those that are no more are taken away.
 */
import { addedLayers, addedLayersOn } from '../../model/layers'
import type { Actions } from '../../state/actions'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'
import { type AddedAt, identifyAt, markIdentified } from './identify'
import { putSource } from './sources'
import type { AddedTools } from './tools'
import { watchAddedLayers } from './watch'

/** Keeps the added layers of an engine as its state says. Returns a function that stops it. */
export function startAddedLayers(map: EngineMap, { store, follow }: Followers, tools: AddedTools): () => void {
  const put = new Set<string>()
  return follow(
    ({ view, session }) => [view.layers, session.layers],
    () => {
      const state = store.getState()
      const known = addedLayers(state.session.layers)
      for (const id of put) {
        if (known.some((layer) => layer.id === id)) continue
        for (const layer of map.getLayersOrder()) if (map.getLayer(layer)?.source === id) map.removeLayer(layer)
        if (map.getSource(id)) map.removeSource(id)
        put.delete(id)
      }
      for (const layer of addedLayersOn(state.view, state.session)) {
        putSource(map, layer, tools)
        put.add(layer.id)
      }
      tools.addLayersOf(put)
    },
    'at-once',
  )
}

/** Starts them on the page's map: features answer to a press, hosts are watched, live ones asked again. */
export function startPageAddedLayers(
  map: EngineMap,
  followers: Followers,
  actions: Actions,
  tools: AddedTools,
  at: AddedAt,
): () => void {
  const { store } = followers
  const allOn = () => addedLayersOn(store.getState().view, store.getState().session)
  const watch = watchAddedLayers(map, store, actions, tools, (id) => allOn().find((layer) => layer.id === id))
  const end = startAddedLayers(map, followers, tools)
  const unmark = markIdentified(map, followers, tools)
  at.find = (point) => identifyAt(map, allOn(), point)
  const timers = addedLayers(store.getState().session.layers).flatMap((layer) => {
    const ask = () => allOn().includes(layer) && watch.refresh(layer)
    return layer.refreshSeconds === undefined ? [] : [setInterval(ask, layer.refreshSeconds * 1000)]
  })
  return () => {
    for (const timer of timers) clearInterval(timer)
    at.find = undefined
    unmark()
    end()
    watch.end()
  }
}
