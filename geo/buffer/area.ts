import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { DistancePlane } from '../base/equidistant'
import { linesOf, pairs, pointsOf, polygonsOf } from '../base/position'
import { containsPosition, prepareGeometry } from '../query/prepared'
import { type FlatSegment, flatSegment } from './cover'
import { type OutlineRun, outlineRuns } from './outline'
import { joinRuns } from './rings'

type Flat = [x: number, y: number]

/** Segments longer than this are cut before they are laid in the plane, where they would else bend: half a metre at most. */
const LONGEST_DEGREES = 0.05

/** Every place is moved by up to a millimetre, always the same way, so that no two lines lie exactly on each other. */
const JITTER_METERS = 0.001

/** The buffer of a geometry by its outline, or nothing when the outline does not close (then Turf is asked). */
export function bufferByOutline(
  geometry: Geometry,
  radiusMeters: number,
  plane: DistancePlane,
): Polygon | MultiPolygon | undefined {
  const place = placer(plane)
  const runs = outlineRuns(segmentsOf(geometry, place), radiusMeters)
  const outside = polygonsOf(geometry).length > 0 ? outsideOf(geometry, place) : () => true
  const rings = joinRuns(runs.filter(outside))
  return rings && toArea(rings, plane)
}

type Placer = (position: Position) => Flat

function placer(plane: DistancePlane): Placer {
  return (position) => {
    const [x, y] = plane.toMeters(position)
    return [x + JITTER_METERS * noise(x, y), y + JITTER_METERS * noise(y, x)]
  }
}

/** A number in −1…1 that depends on the place only. */
function noise(x: number, y: number): number {
  const wave = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453
  return 2 * (wave - Math.floor(wave)) - 1
}

function segmentsOf(geometry: Geometry, place: Placer): FlatSegment[] {
  const found = new Map<string, FlatSegment>()
  const add = (from: Flat, to: Flat) => {
    const ends = [from.join(), to.join()].sort()
    if (ends[0] !== ends[1]) found.set(ends.join(), flatSegment(from, to))
  }
  for (const line of linesOf(geometry)) for (const [from, to] of pairs(cut(line).map(place))) add(from, to)
  const points = pointsOf(geometry).map(place)
  return [...found.values(), ...points.map((point) => flatSegment(point, point))]
}

function cut(line: readonly Position[]): Position[] {
  const [first] = line
  if (first === undefined) return []
  return [first, ...pairs(line).flatMap(([from, to]) => stepsTo(from, to))]
}

function stepsTo(from: Position, to: Position): Position[] {
  const [dx, dy] = [(to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0)]
  const count = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / LONGEST_DEGREES))
  const at = (share: number): Position => [(from[0] ?? 0) + dx * share, (from[1] ?? 0) + dy * share]
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? to : at((index + 1) / count)))
}

/** A run does not cross the source's border, so its middle tells whether all of it lies outside. */
function outsideOf(geometry: Geometry, place: Placer): (run: OutlineRun) => boolean {
  const coordinates = polygonsOf(geometry).map((rings) => rings.map((ring) => cut(ring).map(place)))
  const flat = prepareGeometry({ type: 'MultiPolygon', coordinates })
  return (run) => {
    const half = Math.floor((run.length - 1) / 2)
    const [a, b] = [run[half] as Flat, run[half + 1] as Flat]
    return !containsPosition(flat, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
  }
}

/** Rings that run counter-clockwise are the outer ones; the others are holes in the outer ring around them. */
function toArea(rings: Flat[][], plane: DistancePlane): Polygon | MultiPolygon | undefined {
  const toRing = (ring: Flat[]): Position[] => ring.map(([x, y]) => plane.toLonLat(x, y))
  const outer = rings.filter((ring) => turned(ring) > 0)
  const polygons = outer.map((ring) => ({
    ring,
    shape: prepareGeometry({ type: 'Polygon', coordinates: [ring] }),
    holes: [] as Flat[][],
  }))
  for (const hole of rings.filter((ring) => turned(ring) < 0)) {
    const [x, y] = hole[0] as Flat
    const owner = polygons.find(({ shape }) => containsPosition(shape, x, y))
    if (owner === undefined) return undefined
    owner.holes.push(hole)
  }
  const coordinates = polygons.map(({ ring, holes }) => [ring, ...holes].map(toRing))
  const [only] = coordinates
  if (only === undefined) return undefined
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates }
}

function turned(ring: readonly Flat[]): number {
  const [x0, y0] = ring[0] as Flat
  return pairs(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0), 0)
}
