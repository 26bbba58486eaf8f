/** Papers, and what a reader may choose of pictures and printed pages. Lengths in millimetres. Pure. */

/** The papers of ISO 216 that pages and pictures come on, smallest first. */
export const paperIds = ['a5', 'a4', 'a3', 'a2', 'a1'] as const
/** One of `paperIds`. */
export type PaperId = (typeof paperIds)[number]
/** How a paper is held. */
export type Orientation = 'portrait' | 'landscape'

/** Width and height of each paper held upright. */
export const papers = {
  a5: [148, 210],
  a4: [210, 297],
  a3: [297, 420],
  a2: [420, 594],
  a1: [594, 841],
} as const satisfies Record<PaperId, readonly [width: number, height: number]>

/** A paper and how it is held. */
export interface PaperChoice {
  paper: PaperId
  orientation: Orientation
}

/** Returns the width and height of a paper as it is held. */
export function paperSize({ paper, orientation }: PaperChoice): { width: number; height: number } {
  const [short, long] = papers[paper]
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short }
}

/** The resolutions that are offered for pictures on paper. */
export const resolutions = [150, 200, 300] as const

/** How large a picture is: a paper at dots an inch, or pixels. */
export type PictureMeasure =
  | ({ kind: 'paper'; dpi: number } & PaperChoice)
  | { kind: 'pixels'; width: number; height: number }

/** What a reader may choose of a picture. */
export interface PictureOptions {
  measure: PictureMeasure
  /** Without the basemap: what is laid over another picture. */
  transparent: boolean
}

/** What goes to paper: what is on the map, or the whole atlas. */
export type PaperContent = 'sheet' | 'atlas'

/** What a reader may choose of printed pages. */
export interface PaperOptions extends PaperChoice {
  content: PaperContent
}

/** A picture as it is offered first. */
export const firstPicture: PictureOptions = {
  measure: { kind: 'paper', paper: 'a4', orientation: 'landscape', dpi: 300 },
  transparent: false,
}

/** Printed pages as they are offered first. */
export const firstPaper: PaperOptions = { paper: 'a4', orientation: 'portrait', content: 'sheet' }

/** CSS pixels an inch. */
export const cssPixelsPerInch = 96
/** Millimetres an inch. */
export const millimetersPerInch = 25.4

/** A picture's size in CSS pixels, and pixels a CSS pixel. */
export interface MeasuredPicture {
  width: number
  height: number
  pixelRatio: number
}

/** Wider pictures are drawn with two pixels a CSS pixel, so that names keep the size they have on a screen. */
const widestPlainPixels = 1600

/** Returns how large a picture is drawn. A millimetre of paper has as many CSS pixels as on a page. */
export function pictureSizeOf(measure: PictureMeasure): MeasuredPicture {
  if (measure.kind === 'pixels') {
    const pixelRatio = Math.max(measure.width, measure.height) > widestPlainPixels ? 2 : 1
    return { width: measure.width / pixelRatio, height: measure.height / pixelRatio, pixelRatio }
  }
  const { width, height } = paperSize(measure)
  const perMillimeter = cssPixelsPerInch / millimetersPerInch
  return {
    width: width * perMillimeter,
    height: height * perMillimeter,
    pixelRatio: measure.dpi / cssPixelsPerInch,
  }
}
