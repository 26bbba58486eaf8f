/** The maps of laid pages: drawn one after the other, then the index and the contents are filled in. */
import type { FlowBox } from '../../model/handout/flow'
import { fieldOf, type GriddedMap, gridOf } from '../../model/handout/map-grid'
import { cssPixelsPerInch, millimetersPerInch } from '../../model/handout/paper'
import type { View } from '../../model/view'
import { fillPlace } from './blocks'
import { fillMap, pictureRoom } from './map-block'
import type { PaperTools } from './paper-tools'
import { cardMapShape, type PaperPart } from './parts'

const fieldMillimeters = 32
const perMillimeter = cssPixelsPerInch / millimetersPerInch

/** A map that waits to be drawn, on its page. */
export interface WaitingMap {
  place: HTMLElement
  picture: { width: number; height: number }
  view: View
  title: string
  page: number
  section: string
  gridded: boolean
  withLegend: boolean
}

/** Pages put together, their maps still to be drawn. */
export interface LaidPages {
  pages: HTMLElement[]
  maps: WaitingMap[]
  boxes: readonly FlowBox[]
  parts: readonly PaperPart[]
  /** Maps with a grid by section, once they are drawn. */
  fields: Map<string, GriddedMap & { page: number }>
}

/** Returns the map that belongs to a placed element; undefined where there is none. */
export function waitingMap(part: PaperPart, box: FlowBox, placed: HTMLElement, width: number): WaitingMap | undefined {
  const { section, kind } = part
  const shared = { page: box.page + 1, section: section.id }
  if (kind === 'map' && section.map) {
    const { view, gridded } = section.map
    const picture = pictureRoom({ width, height: box.height }, true)
    return { ...shared, place: placed, picture, view, title: section.title, gridded, withLegend: true }
  }
  const card = typeof box.item === 'number' ? part.cards[box.item] : undefined
  const place = card && placed.querySelector<HTMLElement>('.paper-card-map')
  if (!card || !place) return undefined
  const picture = pictureRoom({ width, height: Math.round(width * cardMapShape) }, false)
  return { ...shared, place, picture, view: card.view, title: card.title, gridded: false, withLegend: false }
}

/** Draws the maps one after the other. Rejects with the signal's reason, at the latest after the tile being drawn. */
export async function drawMaps({ maps, fields }: LaidPages, { draw, markOf, texts, signal, onProgress }: PaperTools) {
  const legend = { title: texts.legend, markOf }
  for (const [at, { view, picture, place, title, ...map }] of maps.entries()) {
    signal.throwIfAborted()
    const drawn = await draw(view, picture, title)
    const grid = map.gridded ? gridOf(picture, fieldMillimeters * perMillimeter) : undefined
    await fillMap(place, { ...drawn, ...(grid ? { grid } : {}) }, picture, map.withLegend ? legend : undefined)
    if (grid) fields.set(map.section, { camera: drawn.camera, size: drawn.size, grid, page: map.page })
    onProgress((at + 1) / maps.length)
  }
  signal.throwIfAborted()
}

/** Fills in the pages of sections, and the pages and fields of places. */
export function fillFields({ boxes, parts, fields }: LaidPages, { texts }: PaperTools) {
  const pageOf = (section: string) => boxes.find(({ part }) => parts[part]?.section.id === section)?.page
  for (const { places, contents, elements } of parts) {
    contents.forEach(({ section }, at) => {
      const page = pageOf(section)
      const block = elements[at]
      if (block && page !== undefined) fillPlace(block, String(page + 1))
    })
    places.forEach(({ position, sections }, at) => {
      const block = elements[at]
      if (block) fillPlace(block, placeText(position, sections, fields) ?? texts.outside)
    })
  }
}

function placeText(
  position: readonly [number, number],
  sections: readonly string[],
  fields: LaidPages['fields'],
): string | undefined {
  for (const section of sections) {
    const map = fields.get(section)
    const field = map && fieldOf(position, map)
    if (map && field) return `${map.page} ${field}`
  }
  return undefined
}
