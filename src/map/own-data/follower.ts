/** Keeps own layers, the row that was pressed and the arrows of a datum on a map in step with the state. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { ownLegend } from '../../model/own-data/legend'
import { noOwnData } from '../../model/own-data/own-data'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { pointSet } from '../../model/own-data/point-set'
import type { State } from '../../state/store'
import type { EngineMap, EngineSource, EngineSourceEvent } from '../engine'
import type { Followers } from '../follow'
import { setOwnLegend } from '../own-legend'
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
  /** The source of its points. */
  points?: string
  styled: { shapes: LayerSpecification[]; points: LayerSpecification[] }
}

/** Draws own data on a map. Returns a function that stops it. */
export function startOwnLayers(map: EngineMap, { store, follow }: Followers): () => void {
  setOwnLegend((state) => ownLegend(wantedLayers(state), state.session.palette, state.session.language))
  let drawn = new Map<string, Drawn>()
  const apply = (_: unknown, before: unknown) => {
    // Whatever stood on a map whose graphics context was lost is looked for anew.
    if (before === undefined) drawn = new Map()
    const { palette } = store.getState().session
    const wanted = wantedLayers(store.getState())
    for (const each of drawn.values())
      if (!wanted.some(({ id }) => id === each.layer.id))
        for (const source of [each.points, shapeSource(each.layer.id)]) removeSource(map, source)
    const next = new Map<string, Drawn>()
    for (const layer of [...wanted].reverse())
      next.set(layer.id, drawLayer(map, layer, palettes[palette], drawn.get(layer.id)))
    if (before === undefined || orderOf(next) !== orderOf(drawn)) putInOrder(map, next)
    drawn = next
  }
  const ends = [
    follow((state) => [state.session.own?.layers, state.session.palette, (state.view.ownFiles ?? 0) > 0], apply),
    followMarks(map, { store, follow }),
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
    const source = map.getSource(markSource) as EngineSource | undefined
    if (source) source.setData(data)
    else if (data.features.length > 0) {
      map.addSource(markSource, { type: 'geojson', data })
      for (const layer of markLayers(palettes[palette])) putLayer(map, layer)
    }
  }
  return follow(({ session: { own, palette } }) => [own?.row, own?.arrows, own?.layers, palette], apply)
}

/** Topmost first. A scene that was made without own data shows none. */
const wantedLayers = ({ view, session }: State): OwnLayer[] =>
  view.ownFiles ? (session.own?.layers.filter(({ visible }) => visible) ?? []) : []

const orderOf = (drawn: ReadonlyMap<string, Drawn>) =>
  [...drawn].map(([id, { points = '' }]) => `${id} ${points}`).join()

function drawLayer(map: EngineMap, layer: OwnLayer, palette: Palette, before: Drawn | undefined): Drawn {
  const isSame = before?.layer.filter === layer.filter && before?.layer.colourBy === layer.colourBy
  const shapes = hasShapes(layer)
  if (shapes && !(before && isSame)) setShapes(map, layer)
  const points = pointSet({ table: layer.table }).x.length > 0 ? pointsSource(map, layer) : undefined
  const styled = {
    shapes: shapes ? shapeLayers(layer, palette) : [],
    points: points ? [pointLayer(layer, palette, points)] : [],
  }
  if (before) {
    restyle(map, before.styled.shapes, styled.shapes)
    if (before.points === points) restyle(map, before.styled.points, styled.points)
    else if (before.points && points) removeOnceLoaded(map, before.points, points)
  }
  return { layer, palette, points, styled }
}

function setShapes(map: EngineMap, layer: OwnLayer) {
  const id = shapeSource(layer.id)
  const data = shapeFeatures(layer)
  const source = map.getSource(id) as EngineSource | undefined
  if (source) source.setData(data)
  else map.addSource(id, { type: 'geojson', data, tolerance: 0.3, buffer: 32 })
}

/**
 * Other rows or classes are another source: the engine can lose a change of a source's address that comes together with
 * one of its paint, and go on with the tiles it has.
 */
function pointsSource(map: EngineMap, layer: OwnLayer): string {
  const { name, address } = pointTiles(layer)
  const id = `${pointSource(layer.id)}-${name}`
  if (!map.getSource(id)) map.addSource(id, { type: 'vector', tiles: [address], maxzoom: lastTileZoom })
  return id
}

/** The old stands until the new has its tiles, so that nothing flickers. */
function removeOnceLoaded(map: EngineMap, old: string, next: string) {
  const remove = () => {
    map.off('sourcedata', onData)
    map.off('idle', remove)
    removeSource(map, old)
  }
  const onData = ({ sourceId, tile }: EngineSourceEvent) => {
    if (sourceId === next && tile && map.isSourceLoaded(next)) remove()
  }
  map.on('sourcedata', onData)
  map.on('idle', remove)
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

/** Removes a source with its layers. No-op if the map has none of the name. */
function removeSource(map: EngineMap, source: string | undefined) {
  if (!source || !map.getSource(source)) return
  for (const layer of map.getLayersOrder()) if (map.getLayer(layer)?.source === source) map.removeLayer(layer)
  map.removeSource(source)
}
