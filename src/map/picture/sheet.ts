/** What stands on paper in the map's place: its picture, what is said under it, and its legend. */
import { markCanvas } from '../../io/legend-mark'
import type { MapPicture } from '../../model/map-picture'
import { type Language, message } from '../../model/messages'

/** Pixels a CSS pixel of the legend's marks. */
const markScale = 3

/** What stands on a sheet of paper. */
export interface SheetContent extends Pick<MapPicture, 'image' | 'legend' | 'credits'> {
  language: Language
  /** Data date, datum and what the map is not. */
  statement: readonly string[]
}

/** Returns the sheet. */
export function paperSheet(content: SheetContent): HTMLElement {
  const { image, credits, statement } = content
  const sheet = document.createElement('figure')
  sheet.className = 'map-sheet'
  const caption = document.createElement('figcaption')
  caption.textContent = [...statement, ...credits].join('　')
  sheet.append(image, caption, sheetLegend(content))
  return sheet
}

function sheetLegend({ legend, language }: SheetContent): HTMLElement {
  const box = document.createElement('section')
  box.className = 'map-sheet-legend'
  box.hidden = legend.length === 0
  const title = document.createElement('h2')
  title.textContent = message(language, 'legend.name')
  const list = document.createElement('ul')
  for (const { text, mark } of legend.flatMap(({ items }) => items)) {
    const item = document.createElement('li')
    item.append(markCanvas(mark, markScale), text)
    list.append(item)
  }
  box.append(title, list)
  return box
}
