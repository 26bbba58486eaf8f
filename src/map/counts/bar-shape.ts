/** A district's bar as rectangles and a leader, and as pixels for the engine. Pure. */
import type { Color, Palette } from '../../../data/palette'
import { type BarSegment, barHeight, sharedOpacity } from '../../model/plans/bar-segments'

/** A filled rectangle, in CSS pixels. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
  color: Color
  opacity: number
}

/** Returns a bar as rectangles, bottom to top: a frame that sets it off from the map, its paper, and its segments. */
export function barRectangles(segments: readonly BarSegment[], palette: Palette): Rectangle[] {
  const width = segments.reduce((sum, segment) => sum + segment.width, 0)
  const all = { x: 0, y: 0, width, height: barHeight, opacity: 1 }
  return [
    { x: -2, y: -2, width: width + 4, height: barHeight + 4, color: palette.label.halo, opacity: 0.9 },
    { ...all, color: palette.basemap.land },
    ...segments.map(({ theme, sort, x, width: wide }) => ({
      ...all,
      x,
      width: wide,
      color: palette.theme[theme],
      opacity: sort === 'solid' ? 1 : sharedOpacity,
    })),
  ]
}

/** A straight line, in CSS pixels. */
export interface Line {
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
  color: Color
}

/** An image around the point it is placed at: `left` and `top` are where its corner lies from there, in CSS pixels. */
export interface Raster {
  left: number
  top: number
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Pixels a CSS pixel. */
export const rasterRatio = 2

/** Returns the rectangles and the leader as pixels, not premultiplied, as the engine wants them. */
export function rasterOf(rectangles: readonly Rectangle[], leader?: Line): Raster {
  const xs = [
    ...rectangles.flatMap(({ x, width }) => [x, x + width]),
    ...(leader ? [leader.from[0], leader.to[0]] : []),
  ]
  const ys = [
    ...rectangles.flatMap(({ y, height }) => [y, y + height]),
    ...(leader ? [leader.from[1], leader.to[1]] : []),
  ]
  const [left, top] = [Math.floor(Math.min(...xs)) - 1, Math.floor(Math.min(...ys)) - 1]
  const width = (Math.ceil(Math.max(...xs)) + 1 - left) * rasterRatio
  const height = (Math.ceil(Math.max(...ys)) + 1 - top) * rasterRatio
  const data = new Uint8ClampedArray(width * height * 4)
  const paint = (within: Rectangle, coverage: (x: number, y: number) => number) => {
    const ink = [1, 3, 5].map((at) => Number.parseInt(within.color.slice(at, at + 2), 16))
    const columns = span(within.x - left, within.width, width)
    const rows = span(within.y - top, within.height, height)
    for (let row = rows.first; row < rows.end; row++) {
      for (let column = columns.first; column < columns.end; column++) {
        const alpha = coverage(left + (column + 0.5) / rasterRatio, top + (row + 0.5) / rasterRatio)
        if (alpha > 0) lay(data, (row * width + column) * 4, ink, alpha)
      }
    }
  }
  if (leader) paint(around(leader), (x, y) => Math.max(0, Math.min(1, 1.3 - 2 * distanceTo(leader, x, y))))
  for (const rectangle of rectangles) {
    const { x, y, width: wide, height: high, opacity } = rectangle
    paint(rectangle, (px, py) => opacity * covered(px, x, wide) * covered(py, y, high))
  }
  return { left, top, width, height, data }
}

/** The pixels from one before a length to one after it, as far as there are any. */
const span = (from: number, length: number, most: number) => ({
  first: Math.max(0, Math.floor(from * rasterRatio) - 1),
  end: Math.min(most, Math.ceil((from + length) * rasterRatio) + 1),
})

const around = ({ from, to, color }: Line): Rectangle => ({
  x: Math.min(from[0], to[0]) - 1,
  y: Math.min(from[1], to[1]) - 1,
  width: Math.abs(to[0] - from[0]) + 2,
  height: Math.abs(to[1] - from[1]) + 2,
  ...{ color, opacity: 1 },
})

/** How much of a pixel around `at` lies between `from` and `from + length`. */
function covered(at: number, from: number, length: number): number {
  const half = 0.5 / rasterRatio
  return Math.max(0, Math.min(at + half, from + length) - Math.max(at - half, from)) * rasterRatio
}

/** One colour over what is there. */
function lay(data: Uint8ClampedArray, at: number, ink: readonly number[], alpha: number) {
  const before = ((data[at + 3] ?? 0) / 255) * (1 - alpha)
  const after = alpha + before
  for (let channel = 0; channel < 3; channel++)
    data[at + channel] = ((ink[channel] ?? 0) * alpha + (data[at + channel] ?? 0) * before) / after
  data[at + 3] = after * 255
}

function distanceTo({ from, to }: Line, x: number, y: number): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1)
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy)
}
