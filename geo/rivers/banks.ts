import { curvature, gaussian, type Point, span } from '../base/curves'
import { at, type LonLat } from '../base/position'
import type { RiverName } from './course'

/**
 * How wide a river is drawn: an estimate from general knowledge of the reach (gorges narrow, basins and the confluence wide, the lower
 * 长江 widened by the Three Gorges reservoir), not a measurement. Taken as ±200 m for 长江 and ±100 m for 嘉陵江. The stage moves real
 * banks by more than that within a year.
 */
interface WidthAnchor {
  place: string
  near: LonLat
  meters: number
}

const WIDTHS: Record<RiverName, WidthAnchor[]> = {
  长江: [
    { place: '宜宾', near: [104.64, 28.77], meters: 450 },
    { place: '白沙', near: [106.119, 29.077], meters: 650 },
    { place: '几江', near: [106.255, 29.292], meters: 650 },
    { place: '猫儿峡', near: [106.431, 29.356], meters: 420 },
    { place: '鱼洞', near: [106.52, 29.39], meters: 650 },
    { place: '李家沱', near: [106.527, 29.479], meters: 600 },
    { place: '菜园坝', near: [106.548, 29.545], meters: 600 },
    { place: '朝天门', near: [106.588, 29.577], meters: 850 },
    { place: '唐家沱', near: [106.63, 29.612], meters: 800 },
    { place: '广阳岛北侧', near: [106.705, 29.583], meters: 800 },
    { place: '洛碛', near: [106.945, 29.715], meters: 850 },
    { place: '长寿', near: [107.06, 29.82], meters: 850 },
    { place: '黄草峡', near: [107.1, 29.77], meters: 500 },
    { place: '李渡', near: [107.29, 29.731], meters: 900 },
    { place: '涪陵', near: [107.39, 29.724], meters: 750 },
    { place: '万州', near: [108.4, 30.79], meters: 750 },
  ],
  嘉陵江: [
    { place: '合川', near: [106.285, 29.992], meters: 350 },
    { place: '沥鼻峡', near: [106.336, 29.966], meters: 240 },
    { place: '温塘峡', near: [106.403, 29.873], meters: 220 },
    { place: '北碚', near: [106.436, 29.842], meters: 340 },
    { place: '观音峡', near: [106.468, 29.804], meters: 220 },
    { place: '悦来', near: [106.519, 29.75], meters: 300 },
    { place: '磁器口', near: [106.455, 29.585], meters: 330 },
    { place: '千厮门', near: [106.575, 29.569], meters: 380 },
    { place: '朝天门', near: [106.584, 29.575], meters: 440 },
  ],
}

/** How much wider than its surroundings the sharpest bend is drawn. */
const BEND_WIDENING = 0.15
const SHARP_BEND_RADIUS_METERS = 1000

/** Both banks as lines of as many points as the centreline, in metres on its plane. */
export interface Banks {
  left: Point[]
  right: Point[]
}

/** Offsets every point of a smooth centreline to both sides; never farther than the bend's own radius allows, so banks do not fold. */
export function banksOf(center: readonly Point[], name: RiverName, toMeters: (position: LonLat) => Point): Banks {
  const bends = center.map((_, index) => curvature(center, index))
  const halfWidths = evenOut(widthsAlong(center, WIDTHS[name], toMeters), bends)
  const offset = (index: number, sign: number): Point => {
    const [x, y] = at(center, index)
    const [dx, dy] = direction(center, index)
    const half = at(halfWidths, index)
    return [x - dy * half * sign, y + dx * half * sign]
  }
  return { left: center.map((_, index) => offset(index, 1)), right: center.map((_, index) => offset(index, -1)) }
}

/** Width at every point, linear along the river between the anchors. */
function widthsAlong(
  center: readonly Point[],
  anchors: readonly WidthAnchor[],
  toMeters: (position: LonLat) => Point,
): number[] {
  const stations = anchors.map(({ near, meters }) => {
    const distances = center.map((point) => span(point, toMeters(near)))
    return { index: distances.indexOf(Math.min(...distances)), meters }
  })
  return center.map((_, index) => {
    const before = stations.findLast((station) => station.index <= index) ?? at(stations, 0)
    const after = stations.find((station) => station.index >= index) ?? at(stations, -1)
    const gap = after.index - before.index
    return gap <= 0 ? before.meters : before.meters + ((after.meters - before.meters) * (index - before.index)) / gap
  })
}

/** Half-widths, wider in bends, limited to 0.7 of the sharpest radius within `reach` points, and changing gently along the river. */
function evenOut(widths: number[], bends: number[]): number[] {
  const reach = 6
  const wanted = widths.map((width, index): Point => {
    const around = bends.slice(Math.max(0, index - reach), index + reach + 1)
    const sharpest = Math.max(...around, 1e-9)
    const sharpness = Math.min(1, sharpest * SHARP_BEND_RADIUS_METERS)
    return [Math.min((width / 2) * (1 + BEND_WIDENING * sharpness), 0.7 / sharpest), 0]
  })
  return gaussian(wanted, reach / 2).map(([half]) => half)
}

/** Unit vector downstream at a point. */
function direction(line: readonly Point[], index: number): Point {
  const from = at(line, Math.max(index - 1, 0))
  const to = at(line, Math.min(index + 1, line.length - 1))
  const length = span(from, to)
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}
