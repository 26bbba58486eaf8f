import type { Intervals } from './intervals'
import { without, withoutArc } from './intervals'

/** A segment in a flat plane of metres. */
export interface FlatSegment {
  ax: number
  ay: number
  bx: number
  by: number
  /** Unit vector from a to b, and the length in metres. */
  ux: number
  uy: number
  length: number
}

export function flatSegment([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): FlatSegment {
  const length = Math.hypot(bx - ax, by - ay)
  const [ux, uy] = length === 0 ? [1, 0] : [(bx - ax) / length, (by - ay) / length]
  return { ax, ay, bx, by, ux, uy, length }
}

const SAME_PLACE_METERS = 1e-6

/**
 * Angles of the circle of radius r around (px, py) that are not within r of a segment. Seen from the circle, the discs around the
 * segment's points cover arcs that change steadily, so together they cover one arc; its ends come from the points where
 * the way along the line is ±√(2hr − h²) from the foot, h being the distance from the line, or from the segment's ends.
 */
export function circleOutside(rest: Intervals, px: number, py: number, segment: FlatSegment, r: number): Intervals {
  const { ax, ay, ux, uy, length } = segment
  const [vx, vy] = [px - ax, py - ay]
  const foot = vx * ux + vy * uy
  const height = Math.abs(vx * uy - vy * ux)
  if (height >= 2 * r || foot < -2 * r || foot > length + 2 * r) return rest
  const reach = Math.sqrt(Math.max(0, height * (2 * r - height)))
  const low = armTo(px, py, segment, Math.min(length, Math.max(0, foot - reach)), r)
  const high = armTo(px, py, segment, Math.min(length, Math.max(0, foot + reach)), r)
  if (low === undefined || high === undefined) return rest
  // Which of the two lies clockwise depends on the side of the line the centre is on.
  const left = vx * uy - vy * ux < 0
  const [from, to] = left ? [low, high] : [high, low]
  return cutArc(rest, from, to)
}

interface Arm {
  angle: number
  half: number
}

/** The arc covered by the disc around the point `along` the segment: its middle and half its width. */
function armTo(px: number, py: number, segment: FlatSegment, along: number, r: number): Arm | undefined {
  const [dx, dy] = [segment.ax + segment.ux * along - px, segment.ay + segment.uy * along - py]
  const distance = Math.hypot(dx, dy)
  if (distance >= 2 * r) return undefined
  if (distance < SAME_PLACE_METERS) {
    if (segment.length < SAME_PLACE_METERS) return undefined
    const sign = along < segment.length / 2 ? 1 : -1
    return { angle: Math.atan2(segment.uy * sign, segment.ux * sign), half: Math.PI / 2 }
  }
  return { angle: Math.atan2(dy, dx), half: Math.acos(distance / (2 * r)) }
}

const TURN = 2 * Math.PI

/** Seen from the left of a line its points pass from right to left: the first arm begins the arc, the other ends it. */
function cutArc(rest: Intervals, first: Arm, last: Arm): Intervals {
  let turn = last.angle - first.angle
  if (turn < -1e-9) turn += TURN
  if (turn > Math.PI + 1e-6) turn -= TURN
  const from = first.angle - first.half
  const to = first.angle + turn + last.half
  return withoutArc(rest, Math.min(from, first.angle + turn - last.half), Math.max(to, first.angle + first.half))
}

/**
 * Stretches of the line from (x, y) along (ux, uy) that are not within r of a segment: what is within is one stretch, because
 * all that lies within r of a segment is convex.
 */
export function lineOutside(
  rest: Intervals,
  x: number,
  y: number,
  ux: number,
  uy: number,
  segment: FlatSegment,
  r: number,
): Intervals {
  const cover: [number, number] = [Infinity, -Infinity]
  chordInDisc(cover, segment.ax - x, segment.ay - y, ux, uy, r)
  chordInDisc(cover, segment.bx - x, segment.by - y, ux, uy, r)
  chordInStrip(cover, x, y, ux, uy, segment, r)
  return without(rest, cover[0], cover[1])
}

function chordInDisc(cover: [number, number], dx: number, dy: number, ux: number, uy: number, r: number) {
  const height = dx * uy - dy * ux
  const squared = r * r - height * height
  if (squared <= r * r * 1e-14) return
  const half = Math.sqrt(squared)
  const foot = dx * ux + dy * uy
  cover[0] = Math.min(cover[0], foot - half)
  cover[1] = Math.max(cover[1], foot + half)
}

/** Clips the line to the rectangle of the segment's length and 2r across. */
function chordInStrip(
  cover: [number, number],
  x: number,
  y: number,
  ux: number,
  uy: number,
  segment: FlatSegment,
  r: number,
) {
  const [vx, vy] = [x - segment.ax, y - segment.ay]
  const along = vx * segment.ux + vy * segment.uy
  const across = vy * segment.ux - vx * segment.uy
  const alongStep = ux * segment.ux + uy * segment.uy
  const acrossStep = uy * segment.ux - ux * segment.uy
  const inner = r * (1 - 1e-12)
  let [from, to] = [-Infinity, Infinity]
  for (const [value, step, low, high] of [
    [along, alongStep, 0, segment.length],
    [across, acrossStep, -inner, inner],
  ] as const) {
    if (Math.abs(step) < 1e-12) {
      if (value <= low || value >= high) return
      continue
    }
    const [one, other] = [(low - value) / step, (high - value) / step]
    from = Math.max(from, Math.min(one, other))
    to = Math.min(to, Math.max(one, other))
  }
  if (from >= to) return
  cover[0] = Math.min(cover[0], from)
  cover[1] = Math.max(cover[1], to)
}
