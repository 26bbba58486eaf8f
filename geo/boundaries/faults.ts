import type { Position } from 'geojson'
import { addToGroup } from '../base/groups'
import { bounds, boundsOverlap, signedRingAreaKm2 } from '../base/measure'
import { pointInPolygon } from '../base/point-in-polygon'
import { elementAt, type LonLat, lonLat, polygonsOf, positionsOf } from '../base/position'
import { crossings, type Edge, ringEdges } from '../base/segments'
import type { DistrictCollection } from './topology'

/** Where areas that should tile the land do not. */
export type Fault =
  | { kind: 'crossing' | 'overlap'; names: [string, string]; near: LonLat }
  | { kind: 'gap'; km2: number; near: LonLat }

/**
 * Finds overlaps, gaps and self-crossings without computing a single intersection area: areas tile exactly when no two
 * edges cross, every edge is walked once in each direction at most, and the edges walked only once form no inner ring.
 * Outer rings must be counter-clockwise, holes clockwise. Gaps are told apart only where nothing crosses.
 */
export function findFaults(districts: DistrictCollection): Fault[] {
  const edges = edgesOf(districts)
  return [...crossed(edges), ...doubled(edges), ...containments(districts), ...gaps(edges)]
}

function edgesOf(districts: DistrictCollection): Edge[] {
  return districts.features.flatMap(({ geometry, properties }) => ringEdges(polygonsOf(geometry), properties.name))
}

function crossed(edges: Edge[]): Fault[] {
  return crossings(edges).map(
    ([one, other]): Fault => ({ kind: 'crossing', names: [one.owner, other.owner], near: one.from }),
  )
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
        .map((rings) => elementAt(rings, 0).find((position) => !outerVertices.has(String(position))))
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
    addToGroup(next, from.join(), to)
  }
  const faults: Fault[] = []
  for (const [start, ends] of next) {
    while (ends.length > 0) {
      const ring = walkRing(start.split(',').map(Number), next)
      const km2 = -signedRingAreaKm2(ring)
      if (km2 > 0) faults.push({ kind: 'gap', km2, near: lonLat(elementAt(ring, 0)) })
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
