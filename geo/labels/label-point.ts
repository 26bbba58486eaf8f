import type { Geometry, Position } from 'geojson'
import { localPlane } from '../base/ellipsoid'
import { areaKm2, bounds } from '../base/measure'
import { at, type LonLat, pairs, polygonsOf } from '../base/position'

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
  const edges = edgesOf(largest.map((ring) => ring.map((position) => plane.toMeters(position))))
  return plane.toLonLat(farthestInside(edges, plane.toMeters([west, south]), plane.toMeters([east, north])))
}

function farthestInside(edges: Edges, [left, bottom]: Point, [right, top]: Point): Point {
  const side = Math.min(right - left, top - bottom)
  const precision = side * PRECISION
  const queue: Cell[] = []
  for (let x = left; x < right; x += side) {
    for (let y = bottom; y < top; y += side) queue.push(cell([x + side / 2, y + side / 2], side / 2, edges))
  }
  let found = cell([(left + right) / 2, (bottom + top) / 2], 0, edges)
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
      queue.push(cell([x + dx, y + dy], half, edges))
    }
  }
  return found.center
}

function cell(center: Point, half: number, edges: Edges): Cell {
  const distance = signedDistance(center, edges)
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

/** Both ends of every edge, four numbers an edge: the search asks for its distance some thousand times. */
type Edges = Float64Array

function edgesOf(rings: readonly Point[][]): Edges {
  return Float64Array.from(rings.flatMap((ring) => pairs(ring).flatMap(([from, to]) => [...from, ...to])))
}

/** Distance to the nearest edge, negative outside. */
function signedDistance([x, y]: Point, edges: Edges): number {
  let inside = false
  let nearest = Infinity
  for (let index = 0; index < edges.length; index += 4) {
    const x1 = edges[index] ?? 0
    const y1 = edges[index + 1] ?? 0
    const dx = (edges[index + 2] ?? 0) - x1
    const dy = (edges[index + 3] ?? 0) - y1
    if (y1 > y !== y1 + dy > y && x < x1 + ((y - y1) / dy) * dx) inside = !inside
    const squared = dx * dx + dy * dy
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared))
    const offX = x - x1 - share * dx
    const offY = y - y1 - share * dy
    nearest = Math.min(nearest, offX * offX + offY * offY)
  }
  return Math.sqrt(nearest) * (inside ? 1 : -1)
}
