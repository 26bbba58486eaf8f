import type { Geometry, Position } from 'geojson'
import { localPlane } from './ellipsoid'
import { areaKm2, bounds } from './measure'
import { at, type LonLat, pairs, polygonsOf } from './position'

type Point = [x: number, y: number]

/** A square that may hold the point sought; `best` is the largest distance any point in it can have from the border. */
interface Cell {
  center: Point
  half: number
  distance: number
  best: number
}

/** How near to the best possible point is near enough, as a share of the area's shorter side. */
const PRECISION = 0.01

/**
 * The point of an area that lies farthest from its border (pole of inaccessibility): where a label fits and a click surely hits.
 * Of several parts the largest counts. Search by ever smaller squares as in Mapbox' polylabel; good to 1 % of the shorter side.
 */
export function labelPoint(geometry: Geometry): LonLat {
  const parts = polygonsOf(geometry)
  if (parts.length === 0) throw new RangeError(`no area in a ${geometry.type}`)
  const size = (rings: Position[][]) => areaKm2({ type: 'Polygon', coordinates: rings })
  const largest = parts.reduce((best, part) => (size(part) > size(best) ? part : best))
  const [west, south, east, north] = bounds({ type: 'Polygon', coordinates: largest })
  const plane = localPlane([(west + east) / 2, (south + north) / 2])
  const rings = largest.map((ring) => ring.map((position) => plane.toMeters(position)))
  return plane.toLonLat(farthestInside(rings, plane.toMeters([west, south]), plane.toMeters([east, north])))
}

function farthestInside(rings: Point[][], [left, bottom]: Point, [right, top]: Point): Point {
  const side = Math.min(right - left, top - bottom)
  const precision = side * PRECISION
  const queue: Cell[] = []
  for (let x = left; x < right; x += side) {
    for (let y = bottom; y < top; y += side) queue.push(cell([x + side / 2, y + side / 2], side / 2, rings))
  }
  let found = cell([(left + right) / 2, (bottom + top) / 2], 0, rings)
  for (let next = takeBest(queue); next !== undefined; next = takeBest(queue)) {
    if (next.distance > found.distance) found = next
    if (next.best - found.distance <= precision) continue
    const half = next.half / 2
    const [x, y] = next.center
    for (const [dx, dy] of [
      [-half, -half],
      [half, -half],
      [-half, half],
      [half, half],
    ] as const) {
      queue.push(cell([x + dx, y + dy], half, rings))
    }
  }
  return found.center
}

function cell(center: Point, half: number, rings: Point[][]): Cell {
  const distance = signedDistance(center, rings)
  return { center, half, distance, best: distance + half * Math.SQRT2 }
}

function takeBest(queue: Cell[]): Cell | undefined {
  if (queue.length === 0) return undefined
  let best = 0
  queue.forEach((candidate, index) => {
    if (candidate.best > at(queue, best).best) best = index
  })
  return queue.splice(best, 1)[0]
}

/** Distance to the nearest edge, negative outside. */
function signedDistance([x, y]: Point, rings: Point[][]): number {
  let inside = false
  let nearest = Infinity
  for (const ring of rings) {
    for (const [[x1, y1], [x2, y2]] of pairs(ring)) {
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
      const [dx, dy] = [x2 - x1, y2 - y1]
      const squared = dx * dx + dy * dy
      const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared))
      nearest = Math.min(nearest, Math.hypot(x - x1 - share * dx, y - y1 - share * dy))
    }
  }
  return inside ? nearest : -nearest
}
