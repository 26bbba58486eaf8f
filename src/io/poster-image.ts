/** The map as a poster: title, map, legend in columns, statement and link, as one PNG. */
import { canvasFamily as family } from '../model/canvas-family'
import { type LegendItem, type LegendMark, legendItems } from '../model/legend'
import type { MapPicture } from '../model/map-picture'
import { markSize, paintMark } from './legend-mark'
import { type Measure, wrapped } from './wrapped'

/** What stands on a poster. */
export interface PosterImage {
  picture: Pick<MapPicture, 'image' | 'pixelRatio' | 'legend'>
  title: string
  subtitle: string
  legendTitle: string
  /** Lines at the foot. */
  notes: readonly string[]
}

const margin = 32
const headHeight = 84
const lineHeight = 24
const entryGap = 28
const markWidth = 38
const ink = '#222222'
const quiet = '#555555'

interface Entry {
  text: string
  mark: LegendMark
  x: number
  y: number
}

/**
 * Returns the poster as a PNG with as many pixels for each CSS pixel as the picture has. Rejects if the browser
 * cannot draw or encode it.
 */
export async function posterImage(sheet: PosterImage): Promise<Blob> {
  const { image, pixelRatio: scale, legend } = sheet.picture
  const [mapWidth, mapHeight] = [image.width / scale, image.height / scale]
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the browser gives no canvas to draw on')
  context.font = `13px ${family}`
  const entries = placed(legendItems(legend), mapWidth, (text) => context.measureText(text).width)
  const legendHeight = (entries.at(-1)?.y ?? 0) + (entries.length > 0 ? lineHeight + 34 : 0)
  const notes = sheet.notes.flatMap((note) => wrapped(note, mapWidth, (text) => context.measureText(text).width))
  canvas.width = Math.round((mapWidth + 2 * margin) * scale)
  canvas.height = Math.round((headHeight + mapHeight + legendHeight + 24 + notes.length * 20 + margin) * scale)
  context.scale(scale, scale)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, mapWidth + 2 * margin, canvas.height / scale)
  drawHead(context, sheet, mapWidth)
  context.translate(margin, headHeight)
  context.drawImage(image, 0, 0, mapWidth, mapHeight)
  context.strokeStyle = ink
  context.strokeRect(0, 0, mapWidth, mapHeight)
  context.translate(0, mapHeight)
  if (entries.length > 0) drawLegend(context, sheet.legendTitle, entries)
  context.translate(0, legendHeight + 28)
  context.fillStyle = quiet
  context.font = `13px ${family}`
  notes.forEach((line, index) => {
    context.fillText(line, 0, index * 20)
  })
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no PNG'))), 'image/png'),
  )
}

function drawHead(context: CanvasRenderingContext2D, { title, subtitle }: PosterImage, width: number) {
  context.fillStyle = ink
  context.font = `700 28px ${family}`
  context.fillText(title, margin, 46, width)
  context.fillStyle = quiet
  context.font = `14px ${family}`
  context.fillText(subtitle, margin, 70, width)
}

function drawLegend(context: CanvasRenderingContext2D, title: string, entries: readonly Entry[]) {
  context.fillStyle = ink
  context.font = `700 14px ${family}`
  context.fillText(title, 0, 26)
  context.font = `13px ${family}`
  for (const { text, mark, x, y } of entries) {
    const middle = y + 48
    const { width, height } = markSize(mark)
    context.save()
    context.translate(x + (30 - width) / 2, middle - 4.5 - height / 2)
    paintMark(context, mark)
    context.restore()
    context.fillText(text, x + markWidth, middle)
  }
}

/** Left to right, line by line. */
function placed(entries: readonly LegendItem[], width: number, measure: Measure): Entry[] {
  let [x, y] = [0, 0]
  return entries.map((entry) => {
    const wide = markWidth + measure(entry.text)
    if (x > 0 && x + wide > width) [x, y] = [0, y + lineHeight]
    const at = { ...entry, x, y }
    x += wide + entryGap
    return at
  })
}
