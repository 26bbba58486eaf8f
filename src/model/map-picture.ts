/** A picture of the map, with what must stand beside it wherever it goes. */
export interface MapPicture {
  image: HTMLCanvasElement
  /** Pixels of the picture a CSS pixel. */
  scale: number
  /** Marks drawn as in the legend on the page, in its order. */
  legend: readonly { mark: SVGElement | HTMLCanvasElement | undefined; text: string }[]
  /** Who made the basemap, where it is not ours. */
  credit: string
}
