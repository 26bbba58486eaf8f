/** Drawing a point, line or area to ask about, with Terra Draw; loaded when first wanted. */
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { LonLat } from '../../geo/base/position'
import { bufferRadiusMeters, type Sketch } from '../model/analysis/analysis'
import type { Actions } from '../state/actions'
import type { Store } from '../state/store'
import type { EngineMap } from './engine'
import type { Followers } from './follow'
import { palettes } from './style/palette'

const modes = { point: 'point', line: 'linestring', area: 'polygon' } as const
/** What a link can hold. */
const mostCorners = 60

/** Draws until something is finished or given up; the answer is a question in the view. */
export function drawOnMap(map: EngineMap, store: Store, actions: Actions, drawn: Sketch['drawn']): () => void {
  const color = palettes[store.getState().session.palette].accent
  const line = { lineStringColor: color, lineStringWidth: 2, closingPointColor: color, closingPointWidth: 5 } as const
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: [
      new TerraDrawPointMode({ styles: { pointColor: color } }),
      new TerraDrawLineStringMode({ styles: line }),
      new TerraDrawPolygonMode({
        styles: { fillColor: color, fillOpacity: 0.1, outlineColor: color, outlineWidth: 2, closingPointColor: color },
      }),
    ],
  })
  const canvas = map.getCanvas()
  const shapeOf = () => draw.getSnapshot().find(({ properties }) => properties.mode === modes[drawn])
  draw.on('change', () => {
    const positions = cornersOf(shapeOf())
    if (store.getState().session.sketch) actions.setSketch({ drawn, positions })
  })
  draw.on('finish', () => {
    const positions = cornersOf(shapeOf()).slice(0, mostCorners)
    const { analysis } = store.getState().view
    const radiusMeters = analysis?.kind === 'buffer' ? analysis.radiusMeters : bufferRadiusMeters
    // Terra Draw is still at work on its event; the question ends the drawing and so itself.
    setTimeout(() => actions.ask({ kind: 'buffer', radiusMeters, subject: { drawn, positions } }))
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') actions.setSketch(undefined)
  }
  window.addEventListener('keydown', onKey)
  draw.start()
  draw.setMode(modes[drawn])
  canvas.style.cursor = 'crosshair'
  return () => {
    window.removeEventListener('keydown', onKey)
    draw.stop()
    canvas.style.cursor = ''
  }
}

/** Corners as the link writes them, 5 decimals; the ring's closing corner and doubled ones are left out. */
function cornersOf(feature: GeoJSONStoreFeatures | undefined): LonLat[] {
  if (!feature) return []
  const { geometry } = feature
  const raw =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'Polygon'
        ? (geometry.coordinates[0] ?? []).slice(0, -1)
        : geometry.coordinates
  const rounded = raw.map(
    ([x, y]): LonLat => [Math.round((x as number) * 1e5) / 1e5, Math.round((y as number) * 1e5) / 1e5],
  )
  return rounded.filter((corner, index) => index === 0 || String(corner) !== String(rounded[index - 1]))
}

/** Follows `session.sketch`: a tool is at hand exactly while one is wanted. */
export function startDrawing(map: EngineMap, { store, follow }: Followers, actions: Actions): () => void {
  let end: (() => void) | undefined
  const unfollow = follow(
    ({ session }) => session.sketch?.drawn,
    (wanted) => {
      end?.()
      end = wanted && drawOnMap(map, store, actions, wanted)
    },
  )
  return () => {
    unfollow()
    end?.()
  }
}
