/** Copies of what the engine shows: its own canvas is cleared as soon as it has been seen. */
import { type EngineMap, sharpen } from '../engine'

/** A part of the map, in CSS pixels of its canvas. */
export interface Frame {
  left: number
  top: number
  width: number
  height: number
}

/** The frame as it is at this moment, copied in the same breath as it is drawn: the browser clears the engine's canvas. */
export function pictureNow(map: EngineMap, { left, top, width, height }: Frame): HTMLCanvasElement {
  const scale = map.getPixelRatio()
  const picture = document.createElement('canvas')
  picture.width = Math.round(width * scale)
  picture.height = Math.round(height * scale)
  map.redraw()
  const source = [left * scale, top * scale, picture.width, picture.height] as const
  picture.getContext('2d')?.drawImage(map.getCanvas(), ...source, 0, 0, picture.width, picture.height)
  return picture
}

const longestRestMilliseconds = 8000

/** The frame at `scale` pixels a CSS pixel, once everything it shows has come. */
export async function pictureAtRest(map: EngineMap, frame: Frame, scale: number): Promise<HTMLCanvasElement> {
  map.setPixelRatio(scale)
  await Promise.race([
    new Promise((resolve) => map.once('idle', resolve)),
    // A host that does not answer keeps the map from ever resting.
    new Promise((resolve) => setTimeout(resolve, longestRestMilliseconds)),
  ])
  const picture = pictureNow(map, frame)
  sharpen(map)
  return picture
}
