/** A map on a page: its picture, the grid over it, its caption and its legend. */
import type { MapGrid } from '../../model/handout/map-grid'
import { type LegendMark, type LegendSection, legendItems } from '../../model/legend'
import { columnLetters } from '../../model/workbook/cell-names'
import { element, svgElement } from './element'

/** A map as it was drawn for a page. */
export interface PaperMap {
  /** Address of its picture. */
  address: string
  description: string
  legend: readonly LegendSection[]
  /** Scale and credits. */
  caption: string
  grid?: MapGrid
}

/** CSS pixels. */
interface Room {
  width: number
  height: number
}

/** Paints a mark of the legend, with so many canvas pixels a CSS pixel. */
export type MarkOf = (mark: LegendMark, scale: number) => HTMLCanvasElement

const markScale = 3
/** Below a map there is room for its caption and so many rows of legend. */
const legendRow = 13
const captionHeight = 14
const entryWidth = 100
const mostLegendRows = 5
const expectedEntries = 30

/** Returns how much of a map's room its picture has. */
export function pictureRoom({ width, height }: Room, withLegend: boolean): Room {
  const rows = Math.min(mostLegendRows, Math.ceil(expectedEntries / Math.max(1, Math.floor(width / entryWidth))))
  return { width, height: Math.floor(height - captionHeight - (withLegend ? rows * legendRow + 4 : 0)) }
}

/** How a legend is written: its title, and the painter of its marks. */
export interface LegendTools {
  title: string
  markOf: MarkOf
}

/** Puts a map into its place, with its legend where it has one, and waits until its picture can be printed. */
export async function fillMap(
  place: HTMLElement,
  map: PaperMap,
  picture: Room,
  legend: LegendTools | undefined,
): Promise<void> {
  const image = element('img', '')
  image.src = map.address
  image.alt = map.description
  const frame = element('div', 'paper-picture', image)
  frame.style.height = `${picture.height}px`
  if (map.grid) frame.append(gridOver(map.grid, picture))
  place.append(frame, element('p', 'paper-caption', map.caption))
  if (legend) place.append(legendList(map.legend, legend))
  await image.decode()
}

function legendList(legend: readonly LegendSection[], { title, markOf }: LegendTools): HTMLElement {
  const entries = legendItems(legend).map(({ text, mark }) => {
    const entry = element('li', '', markOf(mark, markScale), text)
    const canvas = entry.firstElementChild
    if (canvas instanceof HTMLCanvasElement) {
      canvas.style.width = `${(Number.parseFloat(canvas.style.width) * markSize).toFixed(1)}px`
      canvas.style.height = `${(Number.parseFloat(canvas.style.height) * markSize).toFixed(1)}px`
    }
    return entry
  })
  return element('ul', 'paper-legend', element('li', 'paper-legend-title', title), ...entries)
}

/** Marks are smaller on paper than on the screen. */
const markSize = 0.6

/** Thin lines, with letters along the upper edge and numbers along the left. */
function gridOver({ columns, rows }: MapGrid, { width, height }: Room): SVGElement {
  const line = (x1: number, y1: number, x2: number, y2: number) => svgElement('line', { x1, y1, x2, y2 })
  const label = (x: number, y: number, text: string) => svgElement('text', { x, y }, text)
  const [wide, high] = [width / columns, height / rows]
  const across = Array.from({ length: columns }, (_, at) => at)
  const down = Array.from({ length: rows }, (_, at) => at)
  return svgElement(
    'svg',
    { class: 'paper-grid', viewBox: `0 0 ${width} ${height}`, width, height },
    ...across.slice(1).map((at) => line(at * wide, 0, at * wide, height)),
    ...down.slice(1).map((at) => line(0, at * high, width, at * high)),
    ...across.map((at) => label((at + 0.5) * wide, 9, columnLetters(at))),
    ...down.map((at) => label(6, (at + 0.5) * high + 3, String(at + 1))),
  )
}
