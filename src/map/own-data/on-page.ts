/** Own data on the page's map: drawn, and pressed. */
import { message } from '../../model/messages'
import { noOwnData } from '../../model/own-data/own-data'
import { rowTitle } from '../../model/own-data/row-title'
import { createOwnActions } from '../../state/own-actions'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'
import { type OwnRowHere, setOwnPicker } from '../own-pick'
import { startOwnLayers } from './follower'
import { pointSource, shapeSource } from './style'

/** How far beside a row one may point, in CSS pixels. */
const reach = { mouse: 3, touch: 12 } as const

/** Draws own data on the page's map and lets its rows be pressed. Returns a function that stops it. */
export function startOwnData(map: EngineMap, followers: Followers): () => void {
  const end = startOwnLayers(map, followers)
  setOwnPicker(map, (point) => rowAt(map, followers.store, point))
  return () => {
    setOwnPicker(map, undefined)
    end()
  }
}

function rowAt(map: EngineMap, store: Followers['store'], { x, y }: { x: number; y: number }): OwnRowHere | undefined {
  const { own = noOwnData, language } = store.getState().session
  const beside = matchMedia('(pointer: coarse)').matches ? reach.touch : reach.mouse
  const box: [[number, number], [number, number]] = [
    [x - beside, y - beside],
    [x + beside, y + beside],
  ]
  const ownerOf = (source = '') =>
    own.layers.find(({ id }) => source.startsWith(pointSource(id)) || source === shapeSource(id))
  const layers = map.getLayersOrder().filter((id) => ownerOf(map.getLayer(id)?.source))
  if (layers.length === 0) return undefined
  const [found] = map.queryRenderedFeatures(box, { layers })
  const layer = ownerOf(found?.source)
  if (!found || !layer || typeof found.id !== 'number') return undefined
  const index = found.id
  return {
    above: found.layer.type !== 'fill' && !found.layer.id.endsWith('-outline'),
    words: [rowTitle(layer.table, index, language), message(language, 'own-data.mark')],
    press: () => createOwnActions(store).showRow({ layer: layer.id, index }),
  }
}
