/** Keeps own layers, the row that was pressed and the arrows of a datum on a map in step with the state. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { noOwnData } from '../../model/own-data/own-data'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { pointSet } from '../../model/own-data/point-set'
import type { State } from '../../state/store'
import type { EngineMap, EngineSource, EngineTiles } from '../engine'
import type { Followers } from '../follow'
import { firstNames, putLayer, restyle } from '../source-layers'
import { type Palette, palettes } from '../style/palette'
import { hasShapes, markFeatures, shapeFeatures } from './features'
import { lastTileZoom } from './point-tile'
import { pointTiles } from './served-points'
import { markLayers, markSource, pointLayer, pointSource, shapeLayers, shapeSource } from './style'

/** What of a layer stands on the map. */
interface Drawn {
  layer: OwnLayer
  palette: Palette
  styled: { shapes: LayerSpecification[]; points: LayerSpecification[] }
}

/** Draws own data on a map. Returns a function that stops it. */
export function startOwnLayers(map: EngineMap, { store, follow }: Followers): () => void {
  let drawn = new Map<string, Drawn>()
  const apply = (_: unknown, before: unknown) => {
    // Whatever stood on a map whose graphics context was lost is looked for anew.
    if (before === undefined) drawn = new Map()
    const { palette } = store.getState().session
    const wanted = wantedLayers(store.getState())
    for (const { layer } of drawn.values()) if (!wanted.some(({ id }) => id === layer.id)) removeLayer(map, layer)
    const next = new Map<string, Drawn>()
    for (const layer of [...wanted].reverse())
      next.set(layer.id, drawLayer(map, layer, palettes[palette], drawn.get(layer.id)))
    if (before === undefined || orderOf(next) !== orderOf(drawn)) putInOrder(map, next)
    drawn = next
  }
  let marksIn: Palette | undefined
  const applyMarks = () => {
    const { own = noOwnData, palette } = store.getState().session
    if (marksIn) restyle(map, markLayers(marksIn), markLayers(palettes[palette]))
    marksIn = palettes[palette]
    const data = markFeatures(own)
    const source = map.getSource(markSource) as EngineSource | undefined
    if (source) source.setData(data)
    else if (data.features.length > 0) {
      map.addSource(markSource, { type: 'geojson', data })
      for (const layer of markLayers(palettes[palette])) putLayer(map, layer)
    }
  }
  const ends = [
    follow((state) => [state.session.own?.layers, state.session.palette, (state.view.ownFiles ?? 0) > 0], apply),
    follow(({ session: { own, palette } }) => [own?.row, own?.arrows, own?.layers, palette], applyMarks),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Topmost first. A scene that was made without own data shows none. */
const wantedLayers = ({ view, session }: State): OwnLayer[] =>
  view.ownFiles ? (session.own?.layers.filter(({ visible }) => visible) ?? []) : []

const orderOf = (drawn: ReadonlyMap<string, Drawn>) => [...drawn.keys()].join()

function drawLayer(map: EngineMap, layer: OwnLayer, palette: Palette, before: Drawn | undefined): Drawn {
  const isSame = before?.layer.filter === layer.filter && before?.layer.colourBy === layer.colourBy
  const shapes = hasShapes(layer)
  const points = pointSet({ table: layer.table }).x.length > 0
  if (shapes && !(before && isSame)) setShapes(map, layer)
  if (points && !(before && isSame)) setPoints(map, layer)
  const styled = {
    shapes: shapes ? shapeLayers(layer, palette) : [],
    points: points ? [pointLayer(layer, palette)] : [],
  }
  if (before && (before.palette !== palette || before.layer.colourBy !== layer.colourBy)) {
    restyle(map, before.styled.shapes, styled.shapes)
    restyle(map, before.styled.points, styled.points)
  }
  return { layer, palette, styled }
}

function setShapes(map: EngineMap, layer: OwnLayer) {
  const id = shapeSource(layer.id)
  const data = shapeFeatures(layer)
  const source = map.getSource(id) as EngineSource | undefined
  if (source) source.setData(data)
  else map.addSource(id, { type: 'geojson', data, tolerance: 0.3, buffer: 32 })
}

function setPoints(map: EngineMap, layer: OwnLayer) {
  const id = pointSource(layer.id)
  const tiles = [pointTiles(layer)]
  const source = map.getSource(id) as EngineTiles | undefined
  if (source) source.setTiles(tiles)
  else map.addSource(id, { type: 'vector', tiles, maxzoom: lastTileZoom })
}

/** Lines and areas lie under the map's names, points above everything. */
function putInOrder(map: EngineMap, drawn: ReadonlyMap<string, Drawn>) {
  const put = (layer: LayerSpecification, below?: string) => {
    if (map.getLayer(layer.id)) map.moveLayer(layer.id, below)
    else putLayer(map, layer, below)
  }
  for (const { styled } of drawn.values()) {
    for (const layer of styled.shapes) put(layer, firstNames)
    for (const layer of styled.points) put(layer)
  }
  for (const { id } of map.getLayer(`${markSource}-line`) ? markLayers(palettes.light) : []) map.moveLayer(id)
}

function removeLayer(map: EngineMap, { id }: OwnLayer) {
  for (const source of [pointSource(id), shapeSource(id)]) {
    for (const layer of map.getLayersOrder()) if (map.getLayer(layer)?.source === source) map.removeLayer(layer)
    if (map.getSource(source)) map.removeSource(source)
  }
}
