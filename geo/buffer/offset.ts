import { ClipperOffset, EndType, JoinType, type PolyPath64, PolyTree64 } from 'clipper2-ts'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { DistancePlane } from '../base/equidistant'
import { signedRingAreaKm2 } from '../base/measure'
import { elementAt, linesOf, lonLat, pairs, pointsOf, polygonsOf } from '../base/position'

/** Clipper works on whole numbers: a centimetre each. */
const UNITS_PER_METER = 100

/**
 * Sides of the circle. Its corners lie on the true circle, so the polygon is inside it: −0.16 % area, −0.12 % radius.
 */
const STEPS = 64

/**
 * Segments longer than this are cut before they are laid in the plane, where they would else bend: half a metre at
 * most.
 */
const LONGEST_DEGREES = 0.05

/**
 * Returns everything within `radiusMeters` of a geometry (WGS 84), worked out by Clipper2's offset on a plane that
 * keeps distances: one polygon or several (WGS 84), outer rings counter-clockwise, or undefined for a geometry without
 * positions.
 */
export function offsetInPlane(
  geometry: Geometry,
  radiusMeters: number,
  plane: DistancePlane,
): Polygon | MultiPolygon | undefined {
  const radius = radiusMeters * UNITS_PER_METER
  const offset = new ClipperOffset(2, radius * (1 - Math.cos(Math.PI / STEPS)))
  const toPath = (line: readonly Position[]) => cut(line).map((position) => toUnits(position, plane))
  offset.addPaths(areaRings(geometry).map(toPath).map(withoutClosing), JoinType.Round, EndType.Polygon)
  offset.addPaths(openLines(geometry).map(toPath), JoinType.Round, EndType.Round)
  const found = new PolyTree64()
  offset.execute(radius, found)
  const coordinates = polygonsIn(found, plane)
  const [only] = coordinates
  if (only === undefined) return undefined
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates }
}

/** A point of Clipper's, in its units. */
interface UnitPoint {
  x: number
  y: number
}

function toUnits(position: Position, plane: DistancePlane): UnitPoint {
  const [x, y] = plane.toMeters(position)
  return { x: Math.round(x * UNITS_PER_METER), y: Math.round(y * UNITS_PER_METER) }
}

/** The rings of all areas, outer ones counter-clockwise and holes clockwise, as Clipper tells them apart. */
function areaRings(geometry: Geometry): Position[][] {
  return polygonsOf(geometry).flatMap((rings) =>
    rings.map((ring, index) => (signedRingAreaKm2(ring) > 0 === (index === 0) ? ring : [...ring].reverse())),
  )
}

/** The lines that are no rings of an area, and each point as a line of one position. */
function openLines(geometry: Geometry): Position[][] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(openLines)
  const lines = polygonsOf(geometry).length > 0 ? [] : linesOf(geometry)
  return [...lines, ...pointsOf(geometry).map((point) => [point])]
}

const withoutClosing = <T>(ring: T[]): T[] => ring.slice(0, -1)

function cut(line: readonly Position[]): Position[] {
  return [elementAt(line, 0), ...pairs(line).flatMap(([from, to]) => stepsTo(from, to))]
}

function stepsTo(from: Position, to: Position): Position[] {
  const [[x, y], [endX, endY]] = [lonLat(from), lonLat(to)]
  const [dx, dy] = [endX - x, endY - y]
  const count = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / LONGEST_DEGREES))
  const along = (share: number): Position => [x + dx * share, y + dy * share]
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? to : along((index + 1) / count)))
}

/** Below an outer ring stand its holes, and below a hole the outer rings inside it. */
function polygonsIn(parent: PolyPath64, plane: DistancePlane): Position[][][] {
  return childrenOf(parent).flatMap((outer) => {
    const holes = childrenOf(outer)
    const inner = holes.flatMap((hole) => polygonsIn(hole, plane))
    return [[outer, ...holes].map(({ poly }) => toRing(poly ?? [], plane)), ...inner]
  })
}

const childrenOf = (parent: PolyPath64) => Array.from({ length: parent.count }, (_, index) => parent.child(index))

function toRing(path: readonly UnitPoint[], plane: DistancePlane): Position[] {
  return [...path, elementAt(path, 0)].map(({ x, y }) => plane.toLonLat(x / UNITS_PER_METER, y / UNITS_PER_METER))
}
