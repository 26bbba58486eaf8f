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
  setShaderSources(graphics)
  return { whole: () => whole, show: shiftDrawing(graphics) }
}

/** Its first two numbers stretch what the engine places in the whole canvas, the others shift it, so that one tile fills the buffer. */
const uniformName = 'u_canvas_window'

/** What is drawn into the canvas is shifted; what is drawn into a framebuffer of the engine's own is not. */
function shiftDrawing(graphics: WebGL2RenderingContext): CanvasWindow['show'] {
  const setViewport = graphics.viewport.bind(graphics)
  const bind = graphics.bindFramebuffer.bind(graphics)
  const use = graphics.useProgram.bind(graphics)
  const places = new WeakMap<WebGLProgram, WebGLUniformLocation | null>()
  let used: WebGLProgram | null = null
  let asked: [x: number, y: number, width: number, height: number] = [0, 0, tileSide, tileSide]
  let offset = { left: 0, bottom: 0 }
  let intoCanvas = true
  const tell = () => {
    if (!used) return
    const place = places.get(used) ?? graphics.getUniformLocation(used, uniformName)
    places.set(used, place)
    graphics.uniform4fv(place, intoCanvas ? windowOf(asked, offset) : [1, 1, 0, 0])
  }
  const apply = () => {
    // A viewport of the whole size would be cut at what the graphics processor allows.
    if (intoCanvas) setViewport(0, 0, tileSide, tileSide)
    else setViewport(...asked)
    tell()
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
  graphics.useProgram = (program) => {
    use(program)
    used = program
    tell()
  }
  return (tile) => {
    offset = tile
    apply()
  }
}

/** Returns by how much a tile stretches and shifts a viewport of the whole canvas, in the −1…1 of a graphics context. Pure. */
export function windowOf(
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
  { left, bottom }: Pick<PictureTile, 'left' | 'bottom'>,
): [number, number, number, number] {
  const shift = (from: number, length: number) => (2 * from + length) / tileSide - 1
  return [width / tileSide, height / tileSide, shift(x - left, width), shift(y - bottom, height)]
}

/** How far a fragment lies from the outline of an area: told by its place in the buffer, which differs by whole tiles. */
export const outlineDistance = /length\(v_pos\s*-\s*gl_FragCoord\.xy\)/g
const acrossTiles = `length(mod(v_pos-gl_FragCoord.xy+${tileSide / 2}.0,${tileSide}.0)-${tileSide / 2}.0)`

function setShaderSources(graphics: WebGL2RenderingContext) {
  const setSource = graphics.shaderSource.bind(graphics)
  graphics.shaderSource = (shader, source) =>
    setSource(shader, throughWindow(source.replace(outlineDistance, acrossTiles)))
}

/** Where a vertex shader begins. */
export const vertexMain = /void\s+main\s*\(\s*(?:void)?\s*\)/

/** Returns a vertex shader that moves what it has placed into the window; any other shader as it is. Pure. */
export const throughWindow = (source: string): string =>
  source.includes('gl_Position')
    ? `${source.replace(vertexMain, 'void placeInWhole()')}
uniform highp vec4 ${uniformName};
void main(){placeInWhole();gl_Position.xy=gl_Position.xy*${uniformName}.xy+gl_Position.w*${uniformName}.zw;}`
    : source
