/**
 * The units of the static map: Web Mercator, a millionth of the world's width (about 35 m at 29.6° N), from an origin
 * in the middle of the region, x to the east and y to the south, so that a viewBox needs no more digits than a float
 * holds.
 */
import { type Camera, type Size, worldWindow, worldX, worldY } from './camera'

const unit = 1e-6

/** The origin and scale of the static map's coordinates. */
export interface StaticMapUnits {
  x: (longitude: number) => number
  y: (latitude: number) => number
  /** The `viewBox` for a north-up camera, and how many units a CSS pixel is. */
  viewBox: (camera: Camera, size: Size) => { viewBox: string; unitsPerPixel: number }
}

/** Returns units that count from `middle`, WGS 84 longitude and latitude; page and build must name the same one. */
export function staticMapUnits(middle: readonly [longitude: number, latitude: number]): StaticMapUnits {
  const originX = worldX(middle[0])
  const originY = worldY(middle[1])
  return {
    x: (longitude) => (worldX(longitude) - originX) / unit,
    y: (latitude) => (worldY(latitude) - originY) / unit,
    viewBox: (camera, size) => {
      const { x, y, width, height } = worldWindow(camera, size)
      const numbers = [(x - originX) / unit, (y - originY) / unit, width / unit, height / unit]
      return { viewBox: numbers.map((number) => number.toFixed(3)).join(' '), unitsPerPixel: width / unit / size.width }
    },
  }
}
