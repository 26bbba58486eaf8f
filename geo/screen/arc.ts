/**
 * A curve between two places, for links that are no routes: it must not be taken for a road, so it is never straight.
 */
import type { Position } from 'geojson'
import { type LonLat, lonLat, type Xy } from '../base/position'
import { latitudeOf, longitudeOf, worldX, worldY } from './camera'

/** How far the curve stands off the straight line, as a share of its length. */
const bulge = 0.16

/**
 * A parabola on the screen that bulges to the north, or to the west where the places lie above one another, as great
 * circles do on such maps. The same curve, reversed, from the other end.
 */
export function arcBetween(from: Position, to: Position, steps = 32): LonLat[] {
  const [start, end] = [toWorld(from), toWorld(to)]
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  // To the left of the way east, which is north.
  const side = dx > 0 || (dx === 0 && dy < 0) ? 1 : -1
  const middle = [(start[0] + end[0]) / 2 + side * dy * bulge * 2, (start[1] + end[1]) / 2 - side * dx * bulge * 2]
  return Array.from({ length: steps + 1 }, (_, step): LonLat => {
    if (step === 0) return lonLat(from)
    if (step === steps) return lonLat(to)
    const share = step / steps
    const along = (axis: 0 | 1) =>
      (1 - share) ** 2 * start[axis] + 2 * share * (1 - share) * (middle[axis] ?? 0) + share ** 2 * end[axis]
    return [longitudeOf(along(0)), latitudeOf(along(1))]
  })
}

function toWorld(position: Position): Xy {
  const [longitude, latitude] = lonLat(position)
  return [worldX(longitude), worldY(latitude)]
}

/** A place on the screen, in CSS pixels from the top left. */
export interface ScreenPoint {
  x: number
  y: number
}

/** A rectangle on the screen, in CSS pixels from the top left. */
export interface Frame {
  left: number
  top: number
  right: number
  bottom: number
}

/** Where a line leaves a frame, over which side, and its direction there, degrees clockwise from the right. */
export interface WayOut extends ScreenPoint {
  side: keyof Frame
  angle: number
}

/** None unless the line starts inside the frame and ends outside. */
export function wayOut(line: readonly ScreenPoint[], frame: Frame): WayOut | undefined {
  const isIn = ({ x, y }: ScreenPoint) => x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom
  const [start, end] = [line[0], line.at(-1)]
  if (!start || !end || !isIn(start) || isIn(end)) return undefined
  const out = line.findIndex((point) => !isIn(point))
  const [before, after] = [line[out - 1], line[out]]
  if (!before || !after) return undefined
  const [{ side, share } = { side: 'right' as const, share: 1 }] = crossings(before, after, frame)
  return {
    x: before.x + (after.x - before.x) * share,
    y: before.y + (after.y - before.y) * share,
    side,
    angle: (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI,
  }
}

/** The sides that are crossed outwards between two points, the first one first. */
function crossings(a: ScreenPoint, b: ScreenPoint, frame: Frame): { side: keyof Frame; share: number }[] {
  const over = (side: keyof Frame, axis: 'x' | 'y', isOut: boolean) =>
    isOut ? [{ side, share: (frame[side] - a[axis]) / (b[axis] - a[axis]) }] : []
  return [
    ...over('left', 'x', b.x < frame.left),
    ...over('right', 'x', b.x > frame.right),
    ...over('top', 'y', b.y < frame.top),
    ...over('bottom', 'y', b.y > frame.bottom),
  ].sort((one, other) => one.share - other.share)
}
