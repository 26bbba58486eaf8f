/** Lengths on slides. PowerPoint counts in EMU, 914,400 an inch, and takes whole ones only. */

/** A rectangle on a slide, in EMU. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The shapes of slides. */
export const slideShapes = {
  wide: { width: 12_192_000, height: 6_858_000 },
  classic: { width: 9_144_000, height: 6_858_000 },
}
/** One of `slideShapes`. */
export type SlideShape = keyof typeof slideShapes

const emuPerCentimetre = 360_000
const emuPerPoint = 12_700

/** Returns centimetres in EMU. */
export const centimetres = (value: number) => Math.round(value * emuPerCentimetre)

/** Returns points in EMU. */
export const points = (value: number) => Math.round(value * emuPerPoint)

/** Where the parts of a slide stand. */
export interface SlideBoxes {
  title: Box
  /** Beside the picture. */
  text: Box
  picture: Box
  /** The picture's legend, below it. */
  legend: Box
  /** Text and picture together, for a slide with one of them only. */
  body: Box
  footnote: Box
  code: Box
}

/** Returns the boxes of a slide of our own. */
export function slideBoxes(shape: SlideShape): SlideBoxes {
  const { width, height } = slideShapes[shape]
  const margin = centimetres(1.2)
  const inner = width - 2 * margin
  const gap = centimetres(0.6)
  const top = centimetres(2.9)
  const footHeight = centimetres(1.9)
  const bottom = height - footHeight - centimetres(0.5)
  const codeSize = centimetres(1.8)
  const textWidth = Math.round(inner * (shape === 'wide' ? 0.38 : 0.4))
  const pictureWidth = inner - textWidth - gap
  const legendHeight = centimetres(1.1)
  const pictureX = margin + textWidth + gap
  return {
    title: { x: margin, y: centimetres(0.9), width: inner, height: centimetres(1.7) },
    text: { x: margin, y: top, width: textWidth, height: bottom - top },
    picture: { x: pictureX, y: top, width: pictureWidth, height: bottom - top - legendHeight },
    legend: { x: pictureX, y: bottom - legendHeight, width: pictureWidth, height: legendHeight },
    body: { x: margin, y: top, width: inner, height: bottom - top },
    footnote: { x: margin, y: bottom + centimetres(0.3), width: inner - codeSize - gap, height: footHeight },
    code: { x: width - margin - codeSize, y: bottom + centimetres(0.3), width: codeSize, height: codeSize },
  }
}

/** Returns the largest box of a picture's proportions inside another, in its middle. */
export function fitted(outer: Box, { width, height }: { width: number; height: number }): Box {
  const scale = Math.min(outer.width / width, outer.height / height)
  const inner = { width: Math.round(width * scale), height: Math.round(height * scale) }
  return {
    ...inner,
    x: outer.x + Math.round((outer.width - inner.width) / 2),
    y: outer.y + Math.round((outer.height - inner.height) / 2),
  }
}

/** Returns boxes for so many things inside another: side by side from two on, in two rows from three on. */
export function gridOf(outer: Box, count: number): Box[] {
  const [columns, rows] = [Math.min(count, 2), count > 2 ? 2 : 1]
  const gap = centimetres(0.4)
  const width = Math.floor((outer.width - gap * (columns - 1)) / columns)
  const height = Math.floor((outer.height - gap * (rows - 1)) / rows)
  return Array.from({ length: count }, (_, at) => ({
    x: outer.x + (at % 2) * (width + gap),
    y: outer.y + Math.floor(at / 2) * (height + gap),
    ...{ width, height },
  }))
}
