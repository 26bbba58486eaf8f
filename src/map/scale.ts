import { worldPerPixel } from '../../geo/screen/camera'
import type { ScaleBar } from '../model/map-picture'

const equatorMeters = 40_075_016.7
const longestPixels = 120

/** Returns the metres on the ground that one CSS pixel shows at a latitude. */
export const metersPerPixelAt = (zoom: number, latitude: number): number =>
  equatorMeters * Math.cos((latitude * Math.PI) / 180) * worldPerPixel(zoom)

/** The longest bar of 1, 2 or 5 times a power of ten metres that is at most 120 CSS pixels long. */
export function scaleOf(zoom: number, latitude: number): ScaleBar {
  const metersPerPixel = metersPerPixelAt(zoom, latitude)
  const most = metersPerPixel * longestPixels
  const power = 10 ** Math.floor(Math.log10(most))
  const meters = power * ([5, 2].find((factor) => factor * power <= most) ?? 1)
  const pixels = Math.round(meters / metersPerPixel)
  return meters < 1000
    ? { pixels, number: meters, unit: 'meters' }
    : { pixels, number: meters / 1000, unit: 'kilometers' }
}
