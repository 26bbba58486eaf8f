/** A copy of what the page's engine shows at this moment. */
import type { EngineMap } from '../engine'
import type { Frame } from './frame'

/**
 * Returns the frame, copied in the same breath as it is drawn, because the browser clears the engine's canvas. It has as
 * many pixels as the screen.
 */
export function pictureNow(map: EngineMap, { left, top, width, height }: Frame): HTMLCanvasElement {
  const canvas = map.getCanvas()
  // The engine may have fewer pixels than it was asked for.
  const scale = canvas.width / map.getContainer().clientWidth
  const picture = document.createElement('canvas')
  picture.width = Math.round(width * scale)
  picture.height = Math.round(height * scale)
  map.redraw()
  const source = [left * scale, top * scale, picture.width, picture.height] as const
  picture.getContext('2d')?.drawImage(canvas, ...source, 0, 0, picture.width, picture.height)
  return picture
}
