/** Paints the marks of the legend, for the page, pictures, prints and exports. */
import { shapeCorners } from '../../data/theme-shapes'
import { canvasFamily } from '../model/canvas-family'
import type { AreaMark, BarMark, DotMark, LegendMark, LineMark, SignMark, SignShape } from '../model/legend'

const swatchSize = { width: 30, height: 14 } as const
const signSize = { width: 24, height: 24 } as const

/** Returns the size of a mark, in CSS pixels. */
export const markSize = (mark: LegendMark) => (mark.kind === 'sign' ? signSize : swatchSize)

/** Returns a canvas with the mark, `scale` canvas pixels for each CSS pixel. */
export function markCanvas(mark: LegendMark, scale: number): HTMLCanvasElement {
  const { width, height } = markSize(mark)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.scale(canvas.width / width, canvas.height / height)
  paintMark(context, mark)
  return canvas
}

/** Paints a mark with its top left corner at the origin of the context, whose unit must be one CSS pixel. */
export function paintMark(context: CanvasRenderingContext2D, mark: LegendMark): void {
  context.save()
  if (mark.kind === 'area') paintArea(context, mark)
  else if (mark.kind === 'line') paintLine(context, mark)
  else if (mark.kind === 'sign') paintSign(context, mark)
  else if (mark.kind === 'dot') paintDot(context, mark)
  else if (mark.kind === 'bar') paintBar(context, mark)
  else {
    context.fillStyle = mark.color
    context.font = `12px ${canvasFamily}`
    context.fillText(mark.text, 1, 12)
  }
  context.restore()
}

const { width, height } = swatchSize

function paintArea(context: CanvasRenderingContext2D, { fill, outline, hatched }: AreaMark) {
  context.fillStyle = fill
  context.strokeStyle = outline ?? fill
  context.fillRect(1, 1, width - 2, height - 2)
  if (outline) context.strokeRect(1, 1, width - 2, height - 2)
  if (!hatched) return
  context.beginPath()
  for (const left of [4, 12, 20]) {
    if (hatched !== 'falling') line(context, left, height - 1, left + 8, 1)
    if (hatched === 'falling' || hatched === 'crossed') line(context, left, 1, left + 8, height - 1)
  }
  context.stroke()
}

function line(context: CanvasRenderingContext2D, ...[fromX, fromY, toX, toY]: [number, number, number, number]) {
  context.moveTo(fromX, fromY)
  context.lineTo(toX, toY)
}

function paintDot(context: CanvasRenderingContext2D, { color, shape }: DotMark) {
  const side = height - 2
  const [left, top] = [(width - side) / 2, 1]
  context.fillStyle = color
  context.beginPath()
  for (const [x, y] of shapeCorners[shape] ?? []) context.lineTo(left + x * side, top + y * side)
  if (!shapeCorners[shape]) context.arc(width / 2, height / 2, side * 0.42, 0, 2 * Math.PI)
  if (shape === 'ring') context.arc(width / 2, height / 2, side * 0.2, 0, 2 * Math.PI, true)
  context.fill()
}

function paintBar(context: CanvasRenderingContext2D, { parts }: BarMark) {
  const part = (width - 2) / parts.length
  parts.forEach(({ color, opacity }, at) => {
    context.globalAlpha = opacity
    context.fillStyle = color
    context.fillRect(1 + at * part, 3, part, height - 6)
  })
}

function paintLine(context: CanvasRenderingContext2D, mark: LineMark) {
  const { color, width: thickness, casing, casingDash, dash, tick } = mark
  const stroke = (style: string, wide: number, dashes: readonly number[] = []) => {
    context.strokeStyle = style
    context.lineWidth = wide
    context.setLineDash(dashes.map((part) => Math.max(part * wide, 1)))
    context.beginPath()
    context.moveTo(1, height / 2)
    context.lineTo(width - 1, height / 2)
    context.stroke()
  }
  if (casing) stroke(casing, thickness + 2, casingDash)
  stroke(color, thickness, dash)
  if (tick) stroke(tick, Math.max(1, thickness - 1.6), [1, 1])
}

function paintSign(context: CanvasRenderingContext2D, { shape, color }: SignMark) {
  const filled = document.createElement('canvas')
  filled.width = shape.width
  filled.height = shape.height
  filled.getContext('2d')?.putImageData(filledShape(shape, color), 0, 0)
  context.imageSmoothingQuality = 'high'
  context.drawImage(filled, 0, 0, signSize.width, signSize.height)
}

/** The edge of a shape in a distance field, and how soft it is drawn. */
const edge = 0.75
const softness = 0.09

function filledShape({ width: wide, height: high, data }: SignShape, color: string): ImageData {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
  const pixels = new ImageData(wide, high)
  for (let at = 0; at < pixels.data.length; at += 4) {
    const inside = ((data[at + 3] ?? 0) / 255 - edge + softness) / (2 * softness)
    pixels.data.set([red, green, blue, Math.round(255 * Math.max(0, Math.min(1, inside)))], at)
  }
  return pixels
}
