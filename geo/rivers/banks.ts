import { curvature, gaussian, span } from '../base/curves'
import { elementAt, type LonLat, type Xy } from '../base/position'
import type { WidthAnchor } from './course'

/** How much wider than its surroundings the sharpest bend is drawn. */
const BEND_WIDENING = 0.15
const SHARP_BEND_RADIUS_METERS = 1000

/** Both banks as lines of as many points as the centreline, in metres on its plane. */
export interface Banks {
  left: Xy[]
  right: Xy[]
}

/**
 * Offsets every point of a smooth centreline to both sides; never farther than the bend's own radius allows, so banks
 * do not fold.
 */
export function banksOf(
  center: readonly Xy[],
  widths: readonly WidthAnchor[],
  toMeters: (position: LonLat) => Xy,
): Banks {
  const bends = center.map((_, index) => curvature(center, index))
  const halfWidths = evenOut(widthsAlong(center, widths, toMeters), bends)
  const offset = (index: number, sign: number): Xy => {
    const [x, y] = elementAt(center, index)
    const [dx, dy] = direction(center, index)
    const half = elementAt(halfWidths, index)
    return [x - dy * half * sign, y + dx * half * sign]
  }
  return { left: center.map((_, index) => offset(index, 1)), right: center.map((_, index) => offset(index, -1)) }
}

/** Width at every point, linear along the river between the anchors. */
function widthsAlong(
  center: readonly Xy[],
  anchors: readonly WidthAnchor[],
  toMeters: (position: LonLat) => Xy,
): number[] {
  const stations = anchors.map(({ near, meters }) => {
    const distances = center.map((point) => span(point, toMeters(near)))
    return { index: distances.indexOf(Math.min(...distances)), meters }
  })
  return center.map((_, index) => {
    const before = stations.findLast((station) => station.index <= index) ?? elementAt(stations, 0)
    const after = stations.find((station) => station.index >= index) ?? elementAt(stations, -1)
    const gap = after.index - before.index
    return gap <= 0 ? before.meters : before.meters + ((after.meters - before.meters) * (index - before.index)) / gap
  })
}

/**
 * Half-widths, wider in bends, limited to 0.7 of the sharpest radius within `reach` points, and changing gently along
 * the river.
 */
function evenOut(widths: number[], bends: number[]): number[] {
  const reach = 6
  const wanted = widths.map((width, index): Xy => {
    const around = bends.slice(Math.max(0, index - reach), index + reach + 1)
    const sharpest = Math.max(...around, 1e-9)
    const sharpness = Math.min(1, sharpest * SHARP_BEND_RADIUS_METERS)
    return [Math.min((width / 2) * (1 + BEND_WIDENING * sharpness), 0.7 / sharpest), 0]
  })
  return gaussian(wanted, reach / 2).map(([half]) => half)
}

/** Unit vector downstream at a point. */
function direction(line: readonly Xy[], index: number): Xy {
  const from = elementAt(line, Math.max(index - 1, 0))
  const to = elementAt(line, Math.min(index + 1, line.length - 1))
  const length = span(from, to)
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}
