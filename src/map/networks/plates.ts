/**
 * Where the name of each line of a network stands: on a plate where the line leaves the free part of the map, so that
 * the eye finds the network's arms and none of them ends under a panel. Pure.
 */
import type { Position } from 'geojson'
import type { LonLat } from '../../../geo/base/position'
import type { Padding, Size } from '../../../geo/screen/camera'

/** A line of a network with the text of its plate, WGS 84 in degrees. */
export interface NetworkLine {
  id: string
  text: string
  lines: readonly (readonly Position[])[]
}

/** A plate at its place on the map. */
export interface Plate {
  id: string
  text: string
  position: LonLat
}

/** Free room kept between a plate and the edge of the free part of the map, CSS pixels. */
const marginPixels = 10
const stepPixels = 6

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Returns the size of a plate in CSS pixels; a Chinese character is as wide as high, others half. */
export function plateSize(text: string): Size {
  const rows = text.split('\n')
  const widths = rows.map((row) => [...row].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 12.5 : 7), 0))
  return { width: Math.max(...widths) + 16, height: rows.length * 16 + 10 }
}

/**
 * Returns the plates at free places along their lines, those without one left out. `project` returns CSS pixels on
 * the map; the lines meet at `hub`.
 */
export function placePlates(
  lines: readonly NetworkLine[],
  { project, hub, size, padding }: { project: (at: LonLat) => Pixel; hub: LonLat; size: Size; padding: Padding },
): Plate[] {
  const taken: Box[] = []
  return lines.flatMap(({ id, text, lines: parts }) => {
    const { width, height } = plateSize(text)
    const free: Box = {
      left: padding.left + marginPixels + width / 2,
      top: padding.top + marginPixels + height / 2,
      right: size.width - padding.right - marginPixels - width / 2,
      bottom: size.height - padding.bottom - marginPixels - height / 2,
    }
    const boxAt = ({ x, y }: Pixel): Box => ({
      left: x - width / 2,
      top: y - height / 2,
      right: x + width / 2,
      bottom: y + height / 2,
    })
    const found = inwards(parts, project, hub).find(
      ({ pixel }) => isIn(free, pixel) && !taken.some((box) => overlap(box, boxAt(pixel))),
    )
    if (!found) return []
    taken.push(boxAt(found.pixel))
    return [{ id, text, position: found.position }]
  })
}

/** A point of the map's canvas, in CSS pixels. */
export interface Pixel {
  x: number
  y: number
}

/** The places along a line from its end farthest from the hub to the other, a few pixels apart. */
function inwards(parts: readonly (readonly Position[])[], project: (at: LonLat) => Pixel, hub: LonLat) {
  const middle = project(hub)
  return parts.flatMap((part) => {
    const course = part.map(([longitude = 0, latitude = 0]): LonLat => [longitude, latitude])
    const [first, last] = [course[0], course[course.length - 1]]
    if (!first || !last) return []
    const isOutwards = distance(project(last), middle) >= distance(project(first), middle)
    return stepped(isOutwards ? course.reverse() : course, project)
  })
}

function stepped(course: readonly LonLat[], project: (at: LonLat) => Pixel) {
  return course.flatMap((position, index) => {
    const next = course[index + 1]
    const pixel = project(position)
    if (!next) return [{ position, pixel }]
    const end = project(next)
    const count = Math.max(1, Math.ceil(distance(pixel, end) / stepPixels))
    return Array.from({ length: count }, (_, step) => {
      const share = step / count
      const between = (from: number, to: number) => from + (to - from) * share
      return {
        position: [between(position[0], next[0]), between(position[1], next[1])] as LonLat,
        pixel: { x: between(pixel.x, end.x), y: between(pixel.y, end.y) },
      }
    })
  })
}

const distance = (one: Pixel, other: Pixel) => Math.hypot(one.x - other.x, one.y - other.y)
const isIn = (box: Box, { x, y }: Pixel) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
const overlap = (one: Box, other: Box) =>
  one.left < other.right + 4 && one.right + 4 > other.left && one.top < other.bottom + 4 && one.bottom + 4 > other.top
