/** A picture of the map, with what must stand beside it wherever it goes. */
import type { LegendSection } from './legend'

export interface MapPicture {
  image: HTMLCanvasElement
  /** Pixels of the picture a CSS pixel. */
  scale: number
  legend: readonly LegendSection[]
  /** Who made the basemap, where it is not ours. */
  credit: string
}
