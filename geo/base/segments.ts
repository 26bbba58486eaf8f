import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { type Bbox, elementAt, type LonLat, lonLat, pairs, type Xy } from './position'

/** One edge of a ring, in the ring's direction. */
export interface Edge {
  from: LonLat
  to: LonLat
  /** Name of the area whose ring it is. */
  owner: string
}

/** Whether rings of the same areas cross or touch each other or themselves. */
export function crossesItself(polygons: Position[][][]): boolean {
  return crossings(ringEdges(polygons, '')).length > 0
}

/** Returns the edges of all rings of polygons, in order. */
export function ringEdges(polygons: Position[][][], owner: string): Edge[] {
  return polygons.flat().flatMap((ring) => pairs(ring.map(lonLat)).map(([from, to]) => ({ from, to, owner })))
}

/** Returns the pairs of edges that cross or touch elsewhere than at a common end. */
export function crossings(edges: readonly Edge[]): [Edge, Edge][] {
  const index = new Flatbush(Math.max(edges.length, 1))
  for (const { from, to } of edges) {
    index.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]))
  }
  if (edges.length === 0) return []
  index.finish()
  return edges.flatMap((edge, number) => {
    const [west, east] = [Math.min(edge.from[0], edge.to[0]), Math.max(edge.from[0], edge.to[0])]
    const [south, north] = [Math.min(edge.from[1], edge.to[1]), Math.max(edge.from[1], edge.to[1])]
    return index
      .search(west, south, east, north, (other) => other > number && touchWrongly(edge, elementAt(edges, other)))
      .map((other): [Edge, Edge] => [edge, elementAt(edges, other)])
  })
}

/** Two edges may share end positions or be the same edge; anything else they have in common is wrong. */
function touchWrongly(a: Edge, b: Edge): boolean {
  const shared = [a.from, a.to].filter((end) => same(end, b.from) || same(end, b.to)).length
  if (shared === 2) return false
  if (shared === 1) return foldsBack(a, b)
  const sides = [side(a, b.from), side(a, b.to), side(b, a.from), side(b, a.to)]
  if (sides.every((value) => value === 0)) return true
  return elementAt(sides, 0) * elementAt(sides, 1) <= 0 && elementAt(sides, 2) * elementAt(sides, 3) <= 0
}

/** Edges with one common end that leave it in exactly the same direction lie on top of each other. */
function foldsBack(a: Edge, b: Edge): boolean {
  const hub = same(a.from, b.from) || same(a.from, b.to) ? a.from : a.to
  const [ax, ay] = difference(hub, same(a.from, hub) ? a.to : a.from)
  const [bx, by] = difference(hub, same(b.from, hub) ? b.to : b.from)
  return ax * by - ay * bx === 0 && ax * bx + ay * by > 0
}

function difference(from: LonLat, to: LonLat): Xy {
  return [to[0] - from[0], to[1] - from[1]]
}

function side(edge: Edge, point: LonLat): number {
  const [dx, dy] = difference(edge.from, edge.to)
  const [px, py] = difference(edge.from, point)
  const cross = dx * py - dy * px
  return Math.abs(cross) < 1e-13 ? 0 : Math.sign(cross)
}

function same(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/**
 * Returns how far along the first segment (0–1) the second crosses it, or undefined if it does not or they are
 * parallel.
 */
export function crossingShare(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number | undefined {
  const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy]
  const cross = rx * sy - ry * sx
  if (cross === 0) return undefined
  const t = ((cx - ax) * sy - (cy - ay) * sx) / cross
  if (t < 0 || t > 1) return undefined
  const u = ((cx - ax) * ry - (cy - ay) * rx) / cross
  return u >= 0 && u <= 1 ? t : undefined
}

/** Returns both ends of the segment that begins at index `start` of a list of four numbers a segment. */
export function segmentAt(segments: Float64Array, start: number): [x1: number, y1: number, x2: number, y2: number] {
  return [
    segments[start] as number,
    segments[start + 1] as number,
    segments[start + 2] as number,
    segments[start + 3] as number,
  ]
}

/** Whether the boxes of a segment and of a geometry touch. */
export function segmentMeetsBox(from: LonLat, to: LonLat, [west, south, east, north]: Bbox): boolean {
  return (
    Math.min(from[0], to[0]) <= east &&
    Math.max(from[0], to[0]) >= west &&
    Math.min(from[1], to[1]) <= north &&
    Math.max(from[1], to[1]) >= south
  )
}
