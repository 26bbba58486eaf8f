/** A picture of the map with its legend and credit. */
import type { LegendSection } from './legend'

/** A picture of the map. Its legend and credit must stand beside it in every export. */
export interface MapPicture {
  image: HTMLCanvasElement
  /** Pixels of the picture a CSS pixel. */
  scale: number
  legend: readonly LegendSection[]
  /** Who made the basemap, where it is not ours. */
  credit: string
}
