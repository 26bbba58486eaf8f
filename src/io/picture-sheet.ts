/** A picture at a stated size: title, map, legend and statement on one sheet, as a PNG that is written strip by strip. */
import { canvasFamily as family } from '../model/canvas-family'
import type { MeasuredPicture } from '../model/handout/paper'
import { cssPixelsPerInch } from '../model/handout/paper'
import { type LegendItem, legendItems } from '../model/legend'
import type { MapPicture } from '../model/map-picture'
import { type StripOptions, stripPng, stripRowsOf } from './formats/png'
import { markSize, paintMark } from './legend-mark'
import { wrapped } from './wrapped'

/** A rectangle in CSS pixels from the sheet's upper left corner. */
interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Where things stand on a sheet. */
export interface SheetPlan {
  head: Box
  map: Box
  legend: Box
  foot: Box
}

const margin = 24
const headHeight = 60
const footLine = 14
const legendHeight = 132
const legendWidth = 168
const gap = 10

/** Returns the plan of a sheet: its legend stands beside the map of a lying one and under that of a standing one. */
export function sheetPlan({ width, height }: Pick<MeasuredPicture, 'width' | 'height'>, footLines: number): SheetPlan {
  const inner = width - 2 * margin
  const footHeight = footLines * footLine + 6
  const foot = { left: margin, top: height - margin - footHeight, width: inner, height: footHeight }
  const head = { left: margin, top: margin, width: inner, height: headHeight }
  const top = margin + headHeight
  const high = foot.top - gap - top
  const isLying = width >= height
  const mapSize = isLying
    ? { width: inner - legendWidth - gap, height: high }
    : { width: inner, height: high - legendHeight }
  return {
    ...{ head, foot, map: { left: margin, top, ...mapSize } },
    legend: isLying
      ? { left: margin + mapSize.width + gap, top, width: legendWidth, height: high }
      : { left: margin, top: top + mapSize.height + gap, width: inner, height: legendHeight - gap },
  }
}

/** What stands on a sheet besides its map. */
export interface SheetWords {
  title: string
  subtitle: string
  legendTitle: string
  /** Statement, credits, scale and address, each broken into lines where it is too long. */
  notes: readonly string[]
}

/** The notes of a sheet as lines of its width. */
export function footLines(notes: readonly string[], { width }: Pick<MeasuredPicture, 'width'>): string[] {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('the browser gives no canvas to draw on')
  context.font = footFont
  return notes.flatMap((note) => wrapped(note, width - 2 * margin, (text) => context.measureText(text).width))
}

const footFont = `10px ${family}`
const ink = '#222222'
const quiet = '#555555'

/** A sheet with its map drawn. */
export interface PictureSheet extends SheetWords {
  plan: SheetPlan
  size: Pick<MeasuredPicture, 'width' | 'height'>
  picture: Pick<MapPicture, 'image' | 'pixelRatio' | 'legend'>
  lines: readonly string[]
  transparent: boolean
}

/** Returns the sheet as a PNG, with as many pixels a CSS pixel as its map has. Rejects with the signal's reason. */
export function sheetPng(sheet: PictureSheet, options: StripOptions): Promise<Blob> {
  const { pixelRatio } = sheet.picture
  const [width, height] = [Math.round(sheet.size.width * pixelRatio), Math.round(sheet.size.height * pixelRatio)]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = stripRowsOf(width)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser gives no canvas to draw on')
  const rows = (top: number, count: number) => {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, canvas.height)
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, -top)
    drawSheet(context, sheet)
    return context.getImageData(0, 0, width, count).data
  }
  const dpi = pixelRatio * cssPixelsPerInch
  return stripPng({ width, height, dpi, transparent: sheet.transparent, rows }, options)
}

function drawSheet(context: CanvasRenderingContext2D, sheet: PictureSheet) {
  const { plan, size, picture, lines, transparent, title, subtitle, legendTitle } = sheet
  if (!transparent) {
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, size.width + 1, size.height + 1)
  }
  context.textAlign = 'left'
  write(context, title, `700 24px ${family}`, ink, plan.head.left, plan.head.top + 26, plan.head.width)
  write(context, subtitle, `12px ${family}`, quiet, plan.head.left, plan.head.top + 46, plan.head.width)
  const { left, top, width, height } = plan.map
  context.drawImage(picture.image, left, top, width, height)
  context.strokeStyle = ink
  context.lineWidth = 0.8
  context.strokeRect(left, top, width, height)
  drawLegend(context, legendTitle, legendItems(picture.legend), plan.legend)
  lines.forEach((line, index) => {
    write(context, line, footFont, quiet, plan.foot.left, plan.foot.top + 10 + index * footLine)
  })
}

function write(
  context: CanvasRenderingContext2D,
  ...[text, font, color, x, y, widest]: [string, string, string, number, number, number?]
) {
  context.font = font
  context.fillStyle = color
  context.fillText(text, x, y, widest)
}

const entryWidth = 158
const entryHeight = 20
const titleHeight = 20
const markWidth = 36

/** In as many columns as there is room for, smaller where there are too many entries. */
function drawLegend(context: CanvasRenderingContext2D, title: string, items: readonly LegendItem[], box: Box) {
  if (items.length === 0) return
  const { shrink, rows } = legendGrid(items.length, box)
  context.save()
  context.translate(box.left, box.top)
  write(context, title, `700 13px ${family}`, ink, 0, 13)
  context.translate(0, titleHeight)
  context.scale(shrink, shrink)
  items.forEach(({ text, mark }, index) => {
    const [x, y] = [Math.floor(index / rows) * entryWidth, (index % rows) * entryHeight]
    const { width, height } = markSize(mark)
    context.save()
    context.translate(x + (30 - width) / 2, y + (entryHeight - height) / 2)
    paintMark(context, mark)
    context.restore()
    write(context, text, `12px ${family}`, ink, x + markWidth, y + 14.5, entryWidth - markWidth - 4)
  })
  context.restore()
}

const smallestShrink = 0.4

/** Returns how many rows a column has, and by how much entries are made smaller so that all have room. Pure. */
export function legendGrid(count: number, { width, height }: Pick<Box, 'width' | 'height'>) {
  for (let shrink = 1; shrink > smallestShrink; shrink -= 0.05) {
    const columns = Math.max(1, Math.floor(width / (entryWidth * shrink)))
    const rows = Math.max(1, Math.floor((height - titleHeight) / (entryHeight * shrink)))
    if (columns * rows >= count) return { shrink, rows: Math.ceil(count / Math.ceil(count / rows)) }
  }
  return {
    shrink: smallestShrink,
    rows: Math.max(1, Math.floor((height - titleHeight) / (entryHeight * smallestShrink))),
  }
}
