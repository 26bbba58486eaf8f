/** Puts rings together that a format does not group by polygon. Pure. */
import type { Geometry, Position } from 'geojson'

/** Beyond so many pairs of outer and inner rings an inner one belongs to the outer one before it. */
const comparedPairs = 1_000_000

/** Returns the polygon, or polygons, of rings: those that run clockwise are outer ones, the others lie in one of them. */
export function polygonsOf(rings: readonly Position[][]): Geometry | null {
  if (rings.length === 0) return null
  const turned = rings.map((ring) => ({ ring, isOuter: doubleArea(ring) <= 0 }))
  const polygons = turned.flatMap(({ ring, isOuter }) => (isOuter ? [[ring]] : []))
  const inner = turned.flatMap(({ ring, isOuter }, at) => (isOuter ? [] : [{ ring, at }]))
  // Some writers turn all rings the other way.
  if (polygons.length === 0) return asGeometry(rings.map((ring) => [ring]))
  const isComparable = polygons.length * inner.length <= comparedPairs
  const outersBefore = countsBefore(turned.map(({ isOuter }) => isOuter))
  for (const { ring, at } of inner) {
    const holder = isComparable ? polygons.find(([outer]) => outer && holds(outer, ring)) : undefined
    const before = polygons[Math.max(0, (outersBefore[at] ?? 1) - 1)]
    ;(holder ?? before)?.push(ring)
  }
  return asGeometry(polygons)
}

function countsBefore(flags: readonly boolean[]): number[] {
  let count = 0
  return flags.map((flag) => {
    const before = count
    if (flag) count++
    return before
  })
}

const asGeometry = (polygons: Position[][][]): Geometry =>
  polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: polygons }

function doubleArea(ring: readonly Position[]): number {
  let [area, previous] = [0, ring.at(-1)]
  for (const position of ring) {
    area += ((previous?.[0] ?? 0) - (position[0] ?? 0)) * ((previous?.[1] ?? 0) + (position[1] ?? 0))
    previous = position
  }
  return area
}

/** Whether the first corner of a ring lies in another, by the edges that a line to the east crosses. */
function holds(outer: readonly Position[], [first]: readonly Position[]): boolean {
  const [x = 0, y = 0] = first ?? []
  let [inside, previous] = [false, outer.at(-1)]
  for (const corner of outer) {
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = [previous?.[0], previous?.[1], corner[0], corner[1]]
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) inside = !inside
    previous = corner
  }
  return inside
}
