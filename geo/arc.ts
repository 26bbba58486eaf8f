/** A curve between two places, for links that are no routes: it must not be taken for a road, so it is never straight. */
import type { Position } from 'geojson'
import { latitudeOf, longitudeOf, worldX, worldY } from './camera'
import { type LonLat, lonLat } from './position'

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

function toWorld(position: Position): [number, number] {
  const [longitude, latitude] = lonLat(position)
  return [worldX(longitude), worldY(latitude)]
}

export interface ScreenPoint {
  x: number
  y: number
}

export interface Frame {
  left: number
  top: number
  right: number
  bottom: number
}

/** Where a line that starts inside a frame and ends outside leaves it, and its direction there, degrees clockwise from the right. */
export function wayOut(line: readonly ScreenPoint[], frame: Frame): (ScreenPoint & { angle: number }) | undefined {
  const isIn = ({ x, y }: ScreenPoint) => x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom
  const [start, end] = [line[0], line.at(-1)]
  if (!start || !end || !isIn(start) || isIn(end)) return undefined
  const out = line.findIndex((point) => !isIn(point))
  const [before, after] = [line[out - 1], line[out]]
  if (!before || !after) return undefined
  const share = Math.min(
    ...shares(before.x, after.x, frame.left, frame.right),
    ...shares(before.y, after.y, frame.top, frame.bottom),
  )
  return {
    x: before.x + (after.x - before.x) * share,
    y: before.y + (after.y - before.y) * share,
    angle: (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI,
  }
}

/** The shares of the way from `a` to `b` at which a limit is crossed outwards. */
function shares(a: number, b: number, low: number, high: number): number[] {
  if (b < low) return [(low - a) / (b - a)]
  return b > high ? [(high - a) / (b - a)] : []
}
