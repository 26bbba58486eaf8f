/** A picture of the map with its legend and credit. */
import type { LegendSection } from './legend'

/** A scale bar: a round number of metres or kilometres and its length in CSS pixels. */
export interface ScaleBar {
  pixels: number
  number: number
  unit: 'meters' | 'kilometers'
}

/** A picture of the map. Its legend and credit must stand beside it in every export. */
export interface MapPicture {
  image: HTMLCanvasElement
  /** Pixels a CSS pixel as the canvas really has them, which can be fewer than were asked for. */
  pixelRatio: number
  legend: readonly LegendSection[]
  /** It shows the reader's own data, and is marked so. */
  ownData: boolean
  /** Metres on the ground that a pixel of the image shows, and a bar; both at the middle. */
  scale: { metersPerPixel: number; bar: ScaleBar }
  /** Who made the basemap, where it is not ours, and the added layers: a line each. */
  credits: readonly string[]
}
