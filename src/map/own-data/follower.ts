/** Keeps own layers, the row that was pressed and the arrows of a datum on a map in step with the state. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { ownLegend } from '../../model/own-data/legend'
import { noOwnData } from '../../model/own-data/own-data'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { tablePoints } from '../../model/own-data/point-set'
import type { State } from '../../state/store'
import type { EngineMap, EngineSource } from '../engine'
import type { Followers } from '../follow'
import { setOwnLegend } from '../own-legend'
import { firstNames, putLayer, restyle, setSourceData } from '../source-layers'
import { type Palette, palettes } from '../style/palette'
import { hasShapes, markFeatures, nearFeatures, shapeFeatures } from './features'
import { createPointsLayer, type PointsLayer } from './points-layer'
import { markLayers, markSource, nearLayers, nearSource, pointsId, shapeLayers, shapeSource } from './style'

/** What of a layer stands on the map. */
interface Drawn {
  layer: OwnLayer
  palette: Palette
  points?: PointsLayer
  shapes: LayerSpecification[]
}

/** Draws own data on a map. Returns a function that stops it. */
export function startOwnLayers(map: EngineMap, { store, follow }: Followers): () => void {
  setOwnLegend((state) => ownLegend(wantedLayers(state), state.session.palette, state.session.language))
  let drawn = new Map<string, Drawn>()
  const apply = (_: unknown, before: unknown) => {
    // Whatever stood on a map whose graphics context was lost is looked for again.
    if (before === undefined) drawn = new Map()
    const { palette } = store.getState().session
    const wanted = wantedLayers(store.getState())
    for (const each of drawn.values())
      if (!wanted.some(({ id }) => id === each.layer.id)) removeDrawn(map, each.layer.id)
    const next = new Map<string, Drawn>()
    for (const layer of [...wanted].reverse())
      next.set(layer.id, drawLayer(map, layer, palettes[palette], drawn.get(layer.id)))
    if (before === undefined || orderOf(next) !== orderOf(drawn)) putInOrder(map, next)
    drawn = next
  }
  const ends = [
    follow((state) => [state.session.own?.layers, state.session.palette, (state.view.ownFiles ?? 0) > 0], apply),
    followMarks(map, { store, follow }),
    followNear(map, { store, follow }),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** The row that was pressed, and the arrows of a datum. */
function followMarks(map: EngineMap, { store, follow }: Pick<Followers, 'store' | 'follow'>) {
  let marksIn: Palette | undefined
  const apply = () => {
    const { own = noOwnData, palette } = store.getState().session
    if (marksIn) restyle(map, markLayers(marksIn), markLayers(palettes[palette]))
    marksIn = palettes[palette]
    const data = markFeatures(own)
    if (map.getSource(markSource)) setSourceData(map, markSource, data)
    else if (data.features.length > 0) {
      map.addSource(markSource, { type: 'geojson', data })
      for (const layer of markLayers(palettes[palette])) putLayer(map, layer)
    }
  }
  return follow(({ session: { own, palette } }) => [own?.row, own?.arrows, own?.layers, palette], apply)
}

/** What lies around the row that was pressed, under the names. */
function followNear(map: EngineMap, { store, follow }: Pick<Followers, 'store' | 'follow'>) {
  let before: LayerSpecification[] | undefined
  const apply = () => {
    const { own = noOwnData, palette, record } = store.getState().session
    if (record.status !== 'ready') return
    const layers = nearLayers(palettes[palette])
    if (before) restyle(map, before, layers)
    before = layers
    const data = nearFeatures(own, record.value)
    if (map.getSource(nearSource)) setSourceData(map, nearSource, data)
    else if (data.features.length > 0) {
      map.addSource(nearSource, { type: 'geojson', data })
      for (const layer of layers) putLayer(map, layer, firstNames)
    }
  }
  return follow(({ session: { own, palette, record } }) => [own?.near, palette, record], apply)
}

/** Topmost first. A scene that was made without own data shows none. */
const wantedLayers = ({ view, session }: State): OwnLayer[] =>
  view.ownFiles ? (session.own?.layers.filter(({ visible }) => visible) ?? []) : []

const orderOf = (drawn: ReadonlyMap<string, Drawn>) => [...drawn.keys()].join()

function drawLayer(map: EngineMap, layer: OwnLayer, palette: Palette, before: Drawn | undefined): Drawn {
  const isSame = before?.layer.filter === layer.filter && before?.layer.colourBy === layer.colourBy
  const shapes = hasShapes(layer)
  if (shapes && !(before && isSame)) setShapes(map, layer)
  const hasPoints = tablePoints(layer.table).x.length > 0
  const points = before?.points ?? (hasPoints ? createPointsLayer(pointsId(layer.id), layer.table) : undefined)
  if (!isSame || before?.palette !== palette) points?.show(layer, palette)
  const styled = shapes ? shapeLayers(layer, palette) : []
  if (before) restyle(map, before.shapes, styled)
  return { layer, palette, points, shapes: styled }
}

function setShapes(map: EngineMap, layer: OwnLayer) {
  const id = shapeSource(layer.id)
  const data = shapeFeatures(layer)
  const source = map.getSource(id) as EngineSource | undefined
  if (source) source.setData(data)
  else map.addSource(id, { type: 'geojson', data, tolerance: 0.3, buffer: 32 })
}

/** Lines and areas lie under the map's names, points above everything. */
function putInOrder(map: EngineMap, drawn: ReadonlyMap<string, Drawn>) {
  for (const { shapes, points } of drawn.values()) {
    for (const layer of shapes) {
      if (map.getLayer(layer.id)) map.moveLayer(layer.id, firstNames)
      else putLayer(map, layer, firstNames)
    }
    if (!points) continue
    if (map.getLayer(points.layer.id)) map.moveLayer(points.layer.id)
    else map.addLayer(points.layer)
  }
  for (const { id } of map.getLayer(`${markSource}-line`) ? markLayers(palettes.light) : []) map.moveLayer(id)
}

/** Removes what is drawn of a layer. No-op for what the map has not. */
function removeDrawn(map: EngineMap, id: string) {
  const [points, source] = [pointsId(id), shapeSource(id)]
  if (map.getLayer(points)) map.removeLayer(points)
  for (const layer of map.getLayersOrder()) if (map.getLayer(layer)?.source === source) map.removeLayer(layer)
  if (map.getSource(source)) map.removeSource(source)
}
