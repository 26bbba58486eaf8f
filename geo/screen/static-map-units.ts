/**
 * The units of the static map: Web Mercator, a millionth of the world's width (about 35 m at 29.6° N),
 * from an origin in the middle of the region, x to the east and y to the south.
 */
import { type Camera, type Size, worldWindow, worldX, worldY } from './camera'

const unit = 1e-6
const originX = worldX(106.6)
const originY = worldY(29.65)

export const staticMapX = (longitude: number) => (worldX(longitude) - originX) / unit
export const staticMapY = (latitude: number) => (worldY(latitude) - originY) / unit

/** The static map's `viewBox` for a north-up camera, and how many of its units a CSS pixel is. */
export function staticMapViewBox(camera: Camera, size: Size): { viewBox: string; unitsPerPixel: number } {
  const { x, y, width, height } = worldWindow(camera, size)
  const numbers = [(x - originX) / unit, (y - originY) / unit, width / unit, height / unit]
  return { viewBox: numbers.map((number) => number.toFixed(3)).join(' '), unitsPerPixel: width / unit / size.width }
}
