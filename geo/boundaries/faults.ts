import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { bounds, boundsOverlap, pointInPolygon, signedRingAreaKm2 } from '../base/measure'
import { at, type LonLat, lonLat, pairs, polygonsOf, positionsOf } from '../base/position'
import type { DistrictCollection } from './topology'

/** Where areas that should tile the land do not. */
export type Fault =
  | { kind: 'crossing' | 'overlap'; names: [string, string]; near: LonLat }
  | { kind: 'gap'; km2: number; near: LonLat }

interface Edge {
  from: LonLat
  to: LonLat
  owner: string
}

/**
 * Finds overlaps, gaps and self-crossings without computing a single intersection area: areas tile exactly when no two edges
 * cross, every edge is walked once in each direction at most, and the edges walked only once form no inner ring.
 * Outer rings must be counter-clockwise, holes clockwise. Gaps are told apart only where nothing crosses.
 */
export function findFaults(districts: DistrictCollection): Fault[] {
  const edges = edgesOf(districts)
  return [...crossings(edges), ...doubled(edges), ...containments(districts), ...gaps(edges)]
}

/** Whether rings of the same areas cross or touch each other or themselves. */
export function crossesItself(polygons: Position[][][]): boolean {
  return crossings(ringEdges(polygons, '')).length > 0
}

function ringEdges(polygons: Position[][][], owner: string): Edge[] {
  return polygons.flat().flatMap((ring) => pairs(ring.map(lonLat)).map(([from, to]) => ({ from, to, owner })))
}

function edgesOf(districts: DistrictCollection): Edge[] {
  return districts.features.flatMap(({ geometry, properties }) => ringEdges(polygonsOf(geometry), properties.name))
}

function crossings(edges: Edge[]): Fault[] {
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
      .search(west, south, east, north, (other) => other > number && touchWrongly(edge, at(edges, other)))
      .map((other): Fault => ({ kind: 'crossing', names: [edge.owner, at(edges, other).owner], near: edge.from }))
  })
}

/** Two edges may share end positions or be the same edge; anything else they have in common is wrong. */
function touchWrongly(a: Edge, b: Edge): boolean {
  const shared = [a.from, a.to].filter((end) => same(end, b.from) || same(end, b.to)).length
  if (shared === 2) return false
  if (shared === 1) return foldsBack(a, b)
  const sides = [side(a, b.from), side(a, b.to), side(b, a.from), side(b, a.to)]
  if (sides.every((value) => value === 0)) return true
  return at(sides, 0) * at(sides, 1) <= 0 && at(sides, 2) * at(sides, 3) <= 0
}

/** Edges with one common end that leave it in exactly the same direction lie on top of each other. */
function foldsBack(a: Edge, b: Edge): boolean {
  const hub = same(a.from, b.from) || same(a.from, b.to) ? a.from : a.to
  const [ax, ay] = difference(hub, same(a.from, hub) ? a.to : a.from)
  const [bx, by] = difference(hub, same(b.from, hub) ? b.to : b.from)
  return ax * by - ay * bx === 0 && ax * bx + ay * by > 0
}

function difference(from: LonLat, to: LonLat): [number, number] {
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

function key(from: LonLat, to: LonLat): string {
  return `${from.join()} ${to.join()}`
}

/** An edge walked twice in one direction has two areas on the same side. */
function doubled(edges: Edge[]): Fault[] {
  const owners = new Map<string, string>()
  const faults: Fault[] = []
  for (const { from, to, owner } of edges) {
    const other = owners.get(key(from, to))
    if (other !== undefined) faults.push({ kind: 'overlap', names: [other, owner], near: from })
    owners.set(key(from, to), owner)
  }
  return faults
}

/** An area wholly inside another crosses nothing: ask one of its vertices that is not also a vertex of the other. */
function containments({ features }: DistrictCollection): Fault[] {
  const areas = features.map(({ geometry, properties }) => ({ geometry, name: properties.name, box: bounds(geometry) }))
  return areas.flatMap((outer) => {
    const candidates = areas.filter((inner) => inner !== outer && boundsOverlap(inner.box, outer.box))
    const outerVertices = new Set(positionsOf(outer.geometry).map(String))
    return candidates.flatMap((inner): Fault[] => {
      const contained = polygonsOf(inner.geometry)
        .map((rings) => at(rings, 0).find((position) => !outerVertices.has(String(position))))
        .find((position) => position !== undefined && pointInPolygon(position, outer.geometry))
      if (contained === undefined) return []
      return [{ kind: 'overlap', names: [outer.name, inner.name], near: lonLat(contained) }]
    })
  })
}

/** Rings of the edges that have an area on one side only; those that run clockwise enclose a hole in the whole. */
function gaps(edges: Edge[]): Fault[] {
  const walked = new Set(edges.map(({ from, to }) => key(from, to)))
  const next = new Map<string, LonLat[]>()
  for (const { from, to } of edges) {
    if (walked.has(key(to, from))) continue
    next.set(from.join(), [...(next.get(from.join()) ?? []), to])
  }
  const faults: Fault[] = []
  for (const [start, ends] of next) {
    while (ends.length > 0) {
      const ring = walkRing(start.split(',').map(Number), next)
      const km2 = -signedRingAreaKm2(ring)
      if (km2 > 0) faults.push({ kind: 'gap', km2, near: lonLat(at(ring, 0)) })
    }
  }
  return faults
}

function walkRing(start: Position, next: Map<string, LonLat[]>): Position[] {
  const ring: Position[] = [start]
  let here = start
  for (;;) {
    const to = next.get(here.join())?.pop()
    if (to === undefined) return ring
    ring.push(to)
    here = to
    if (to[0] === start[0] && to[1] === start[1]) return ring
  }
}
