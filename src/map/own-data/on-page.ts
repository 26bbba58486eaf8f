/** Own data on the page's map: drawn, and pressed. */
import { latitudeOf, longitudeOf, worldX, worldY } from '../../../geo/screen/camera'
import { message } from '../../model/messages'
import { noOwnData } from '../../model/own-data/own-data'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { pointsWithin, tablePoints } from '../../model/own-data/point-set'
import { rowTitle } from '../../model/own-data/row-title'
import { createOwnActions } from '../../state/own-actions'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'
import { type OwnRowHere, setOwnPicker } from '../own-pick'
import { startOwnLayers } from './follower'
import { pointSize } from './points-layer'
import { pointsId, shapeSource } from './style'

/** How far beside a row one may point, in CSS pixels. */
const reach = { mouse: 3, touch: 12 } as const

/** A place of the screen, CSS pixels. */
interface Place {
  x: number
  y: number
}

/** Draws own data on the page's map and lets its rows be pressed. Returns a function that stops it. */
export function startOwnData(map: EngineMap, followers: Followers): () => void {
  const end = startOwnLayers(map, followers)
  setOwnPicker(map, (point) => rowAt(map, followers.store, point))
  return () => {
    setOwnPicker(map, undefined)
    end()
  }
}

function rowAt(map: EngineMap, store: Followers['store'], place: Place): OwnRowHere | undefined {
  const { own = noOwnData, language } = store.getState().session
  const beside = matchMedia('(pointer: coarse)').matches ? reach.touch : reach.mouse
  const found = pointRowAt(map, own.layers, place, beside) ?? shapeRowAt(map, own.layers, place, beside)
  if (!found) return undefined
  const { layer, index, above } = found
  return {
    above,
    words: [rowTitle(layer.table, index, language), message(language, 'own-data.mark')],
    press: () => createOwnActions(store).showRow({ layer: layer.id, index }),
  }
}

interface RowFound {
  layer: OwnLayer
  index: number
  above: boolean
}

/** The row of the topmost point there; points lie above all shapes. */
function pointRowAt(
  map: EngineMap,
  layers: readonly OwnLayer[],
  { x, y }: Place,
  beside: number,
): RowFound | undefined {
  const { radius, rim } = pointSize(map.getZoom())
  const far = radius + rim + beside
  const corners = [-far, far].flatMap((right) => [-far, far].map((down) => map.unproject([x + right, y + down])))
  const [along, down] = [corners.map(({ lng }) => worldX(lng)), corners.map(({ lat }) => worldY(lat))]
  const box = {
    ...{ west: Math.min(...along), east: Math.max(...along) },
    ...{ north: Math.min(...down), south: Math.max(...down) },
  }
  for (const layer of layers) {
    if (!map.getLayer(pointsId(layer.id))) continue
    const { x: xs, y: ys, row } = tablePoints(layer.table)
    const isHere = (at: number) => {
      const { x: right, y: under } = map.project([longitudeOf(xs[at] ?? 0), latitudeOf(ys[at] ?? 0)])
      return Math.hypot(right - x, under - y) <= far
    }
    const at = pointsWithin(layer, box).findLast(isHere)
    if (at !== undefined) return { layer, index: row[at] ?? 0, above: true }
  }
  return undefined
}

function shapeRowAt(
  map: EngineMap,
  layers: readonly OwnLayer[],
  { x, y }: Place,
  beside: number,
): RowFound | undefined {
  const ownerOf = (source = '') => layers.find(({ id }) => source === shapeSource(id))
  const drawn = map.getLayersOrder().filter((id) => ownerOf(map.getLayer(id)?.source))
  if (drawn.length === 0) return undefined
  const box: [[number, number], [number, number]] = [
    [x - beside, y - beside],
    [x + beside, y + beside],
  ]
  const [found] = map.queryRenderedFeatures(box, { layers: drawn })
  const layer = ownerOf(found?.source)
  if (!found || !layer || typeof found.id !== 'number') return undefined
  const above = found.layer.type !== 'fill' && !found.layer.id.endsWith('-outline')
  return { layer, index: found.id, above }
}
