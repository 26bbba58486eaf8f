import { difference, featureCollection } from '@turf/turf'
import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon, Position } from 'geojson'
import { nearestOnSegment } from '../base/along'
import { curveThrough, easeBends, gaussian, type Point, resample, span } from '../base/curves'
import { type LocalPlane, localPlane } from '../base/ellipsoid'
import { bounds, boundsOverlap, distanceKm, signedRingAreaKm2 } from '../base/measure'
import { at, type LonLat, lonLat, pairs } from '../base/position'
import type { DistrictTopology } from '../boundaries/topology'
import { banksOf } from './banks'
import { borderReach, type RawReach, type RiverName, riverNames } from './course'

export interface RiverProperties {
  id: string
  name: RiverName
  /** How far the true mid-channel may lie from the line, in metres. */
  errorMeters: number
  /** `border`: cut from the district borders; `drawn`: by hand, beyond them. */
  method: 'border' | 'drawn'
}

/** Reaches in order downstream, 长江 first; `centrelines` and `areas` have the same ids, an area is the water of its line. */
export interface RiverResult {
  centrelines: FeatureCollection<LineString, RiverProperties>
  areas: FeatureCollection<Polygon, RiverProperties>
}

/** A hand-drawn reach: joins the river's border reach at its `upstream` or `downstream` end. */
export interface DrawnReachProperties extends RiverProperties {
  place: 'upstream' | 'downstream'
  source: string
}

export type DrawnReaches = FeatureCollection<LineString, DrawnReachProperties>

const DENSE_METERS = 50
interface Smoothing {
  /** Wide enough to forget the 100 m grid of the borders; a bend of 1 km radius moves by 60 m (长江) or 30 m (嘉陵江). */
  sigmaMeters: number
  /** Bends sharper than the water is wide are corners of the border, not of the river. In metres. */
  minRadius: number
}

const SMOOTHING: Record<RiverName, Smoothing> = {
  长江: { sigmaMeters: 350, minRadius: 600 },
  嘉陵江: { sigmaMeters: 250, minRadius: 300 },
}
const KNOT_METERS = 600
const PIECES_BETWEEN_KNOTS = 5
/** Two metres: corners rounded to 5 decimals lie this near to the bank they stand on. */
const TOUCH_KM = 0.002
const ORIGIN: LonLat = [106.55, 29.6]

/** 长江 and 嘉陵江 through the region: smooth centrelines and water areas that meet at 朝天门 without overlapping. */
export function buildRivers(topology: DistrictTopology, drawn: DrawnReaches): RiverResult {
  const plane = localPlane(ORIGIN)
  const built = riverNames.map((name) => {
    const reaches = reachesOf(topology, drawn, name)
    return { name, reaches, ...smoothCourse(reaches, SMOOTHING[name], plane) }
  })
  const [changjiang, jialing] = built
  if (changjiang === undefined || jialing === undefined) throw new Error('two rivers are expected')
  jialing.center = joinAt(jialing.center, changjiang.center)
  const main = cutReaches(changjiang, plane)
  const side = cutReaches(jialing, plane)
  const sideAreas = side.areas.map((area) => main.areas.reduce(withoutOverlap, area))
  return {
    centrelines: featureCollection([...main.centrelines, ...side.centrelines]),
    areas: featureCollection([...main.areas.map((area) => welded(area, sideAreas)), ...sideAreas]),
  }
}

function reachesOf(topology: DistrictTopology, drawn: DrawnReaches, name: RiverName): RawReach[] {
  const hand = (place: string): RawReach[] =>
    drawn.features
      .filter(({ properties }) => properties.name === name && properties.place === place)
      .map(({ properties: { id, method, errorMeters }, geometry }) => ({
        id,
        name,
        method,
        errorMeters,
        line: geometry.coordinates,
      }))
  const border = borderReach(topology, name === '长江' ? 'changjiang' : 'jialingjiang', name)
  return [...hand('upstream'), border, ...hand('downstream')]
}

interface SmoothCourse {
  center: Point[]
  /** Index in `center` of the first point of each reach. */
  starts: number[]
}

/** One smooth line through all reaches of a river. */
function smoothCourse(reaches: RawReach[], { sigmaMeters, minRadius }: Smoothing, plane: LocalPlane): SmoothCourse {
  const raw = reaches.map(({ line, method }) => {
    const points = line.map((position) => plane.toMeters(position))
    return method === 'drawn' ? curveThrough(points, 8) : points
  })
  const dense = resample(raw.flat(), DENSE_METERS)
  const gentle = easeBends(gaussian(dense, sigmaMeters / DENSE_METERS), minRadius, minRadius / 3 / DENSE_METERS)
  const knots = resample(gentle, KNOT_METERS)
  const center = curveThrough(knots, PIECES_BETWEEN_KNOTS)
  const starts = raw.map((points, index) => (index === 0 ? 0 : nearestIndex(center, at(points, 0))))
  return { center, starts }
}

/** Ends a side river on the main river's centreline. */
function joinAt(side: Point[], main: readonly Point[]): Point[] {
  const mouth = at(main, nearestIndex(main, at(side, -1)))
  return [...side.filter((point) => span(point, mouth) > 60), mouth]
}

interface RiverCourse extends SmoothCourse {
  name: RiverName
  reaches: RawReach[]
}

function cutReaches({ center, starts, reaches, name }: RiverCourse, plane: LocalPlane) {
  const { left, right } = banksOf(center, name, (position) => plane.toMeters(position))
  const positions = (points: readonly Point[]): LonLat[] => points.map((point) => rounded(plane.toLonLat(point)))
  const cut = reaches.map(({ id, method, errorMeters }, index) => {
    const [start, end] = [at(starts, index), (starts[index + 1] ?? center.length - 1) + 1]
    const properties: RiverProperties = { id, name, errorMeters, method }
    const bank = [...right.slice(start, end), ...left.slice(start, end).reverse()]
    const ring = positions([...bank, at(bank, 0)])
    return {
      centreline: line(properties, positions(center.slice(start, end))),
      area: polygon(properties, signedRingAreaKm2(ring) > 0 ? ring : ring.reverse()),
    }
  })
  return { centrelines: cut.map(({ centreline }) => centreline), areas: cut.map(({ area }) => area) }
}

function line(properties: RiverProperties, coordinates: Position[]): Feature<LineString, RiverProperties> {
  return { type: 'Feature', id: properties.id, properties, geometry: { type: 'LineString', coordinates } }
}

function polygon(properties: RiverProperties, ring: Position[]): Feature<Polygon, RiverProperties> {
  return { type: 'Feature', id: properties.id, properties, geometry: { type: 'Polygon', coordinates: [ring] } }
}

/** A side river's area without what the main river already covers; of the pieces the largest. */
function withoutOverlap(
  area: Feature<Polygon, RiverProperties>,
  main: Feature<Polygon, RiverProperties>,
): Feature<Polygon, RiverProperties> {
  if (!boundsOverlap(bounds(area.geometry), bounds(main.geometry))) return area
  const rest: Feature<Polygon | MultiPolygon> | null = difference(featureCollection([area, main]))
  if (rest === null) throw new Error(`${area.properties.id} lies wholly inside ${main.properties.id}`)
  const pieces = rest.geometry.type === 'Polygon' ? [rest.geometry.coordinates] : rest.geometry.coordinates
  const size = (rings: Position[][]) => Math.abs(signedRingAreaKm2(at(rings, 0)))
  const largest = pieces.reduce((best, piece) => (size(piece) > size(best) ? piece : best))
  return polygon(
    area.properties,
    at(largest, 0).map((position) => rounded(lonLat(position))),
  )
}

/** The area with the corners of its neighbours inserted where they touch its banks, so that both share their vertices there. */
function welded(
  area: Feature<Polygon, RiverProperties>,
  neighbours: Feature<Polygon, RiverProperties>[],
): Feature<Polygon, RiverProperties> {
  const ring = at(area.geometry.coordinates, 0)
  const own = new Set(ring.map(String))
  const corners = neighbours
    .filter(({ geometry }) => boundsOverlap(bounds(geometry), bounds(area.geometry)))
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .filter((corner) => !own.has(String(corner)))
  const parts = pairs(ring).map(([from, to]) => {
    const touching = corners.filter((corner) => liesOn(lonLat(corner), lonLat(from), lonLat(to)))
    return [from, ...touching.sort((a, b) => distanceKm(from, a) - distanceKm(from, b))]
  })
  return polygon(area.properties, [...parts.flat(), at(ring, -1)])
}

function liesOn(corner: LonLat, from: LonLat, to: LonLat): boolean {
  const margin = 0.0001
  const outside = corner.some(
    (value, axis) =>
      value < Math.min(at(from, axis), at(to, axis)) - margin ||
      value > Math.max(at(from, axis), at(to, axis)) + margin,
  )
  return !outside && distanceKm(corner, nearestOnSegment(corner, from, to)) < TOUCH_KM
}

function rounded([longitude, latitude]: LonLat): LonLat {
  return [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))]
}

function nearestIndex(line: readonly Point[], point: Point): number {
  const distances = line.map((other) => span(other, point))
  return distances.indexOf(Math.min(...distances))
}
