/**
 * Lets an engine draw a canvas of any size through a buffer that holds one tile of it. The engine is told of the whole
 * canvas, so that it places names and lines for the whole; what reaches the buffer is shifted to the tile. Tiles drawn of
 * one frame so fit together to the pixel.
 */
import type { Size } from '../../../geo/screen/camera'
import { type PictureTile, tileSide } from './tiles'

/** A canvas that shows one tile of a larger picture. */
export interface CanvasWindow {
  /** The size the engine believes its canvas to have, pixels. */
  whole: () => Size
  /** Shifts what is drawn from here on so that the tile's lower left corner is the buffer's. */
  show: (tile: Pick<PictureTile, 'left' | 'bottom'>) => void
}

/** Puts the window in place, before the first frame: shaders made earlier would not know of it. */
export function openCanvasWindow(canvas: HTMLCanvasElement, graphics: WebGL2RenderingContext): CanvasWindow {
  const whole = { width: canvas.width, height: canvas.height }
  canvas.width = tileSide
  canvas.height = tileSide
  for (const side of ['width', 'height'] as const) {
    const get = () => whole[side]
    const set = (pixels: number) => {
      whole[side] = pixels
    }
    Object.defineProperty(canvas, side, { get, set, configurable: true })
    Object.defineProperty(graphics, side === 'width' ? 'drawingBufferWidth' : 'drawingBufferHeight', {
      get,
      configurable: true,
    })
  }
  wrapOutlines(graphics)
  return { whole: () => whole, show: shiftViewport(graphics) }
}

/** What is drawn into the canvas is shifted; what is drawn into a framebuffer of the engine's own is not. */
function shiftViewport(graphics: WebGL2RenderingContext): CanvasWindow['show'] {
  const setViewport = graphics.viewport.bind(graphics)
  const bind = graphics.bindFramebuffer.bind(graphics)
  let asked: [x: number, y: number, width: number, height: number] = [0, 0, tileSide, tileSide]
  let offset = { left: 0, bottom: 0 }
  let intoCanvas = true
  const apply = () => {
    const [x, y, width, height] = asked
    if (intoCanvas) setViewport(x - offset.left, y - offset.bottom, width, height)
    else setViewport(x, y, width, height)
  }
  graphics.viewport = (...box) => {
    asked = box
    apply()
  }
  graphics.bindFramebuffer = (target, framebuffer) => {
    bind(target, framebuffer)
    intoCanvas = framebuffer === null
    apply()
  }
  return (tile) => {
    offset = tile
    apply()
  }
}

/** How far a fragment lies from the outline of an area: told by its place in the buffer, which differs by whole tiles. */
export const outlineDistance = /length\(v_pos\s*-\s*gl_FragCoord\.xy\)/g
const acrossTiles = `length(mod(v_pos-gl_FragCoord.xy+${tileSide / 2}.0,${tileSide}.0)-${tileSide / 2}.0)`

function wrapOutlines(graphics: WebGL2RenderingContext) {
  const setSource = graphics.shaderSource.bind(graphics)
  graphics.shaderSource = (shader, source) => setSource(shader, source.replace(outlineDistance, acrossTiles))
}
