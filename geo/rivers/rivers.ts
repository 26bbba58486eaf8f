import { difference, featureCollection } from '@turf/turf'
import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon, Position } from 'geojson'
import { nearestOnSegment } from '../base/along'
import { curveThrough, easeBends, gaussian, resample, span } from '../base/curves'
import { type LocalPlane, localPlane } from '../base/ellipsoid'
import { bounds, boundsOverlap, distanceKm, signedRingAreaKm2 } from '../base/measure'
import { elementAt, type LonLat, lonLat, pairs, type Xy } from '../base/position'
import type { DistrictTopology } from '../boundaries/topology'
import { banksOf } from './banks'
import { borderReach, type RawReach, RiverError, type RiverPlan } from './course'

/** What a centreline or area of a river says of itself. */
export interface RiverProperties {
  id: string
  name: string
  /** How far the true mid-channel may lie from the line, in metres. */
  errorMeters: number
  /** `border`: cut from the district borders; `drawn`: by hand, beyond them. */
  method: 'border' | 'drawn'
}

/**
 * Reaches in order downstream, river by river as the plans stand; `centrelines` and `areas` have the same ids, an area
 * is the water of its line.
 */
export interface RiverResult {
  centrelines: FeatureCollection<LineString, RiverProperties>
  areas: FeatureCollection<Polygon, RiverProperties>
}

/** A hand-drawn reach: joins the river's border reach at its `upstream` or `downstream` end. */
export interface DrawnReachProperties extends RiverProperties {
  place: 'upstream' | 'downstream'
  source: string
}

/** The reaches drawn by hand, where a river does not follow a border. */
export type DrawnReaches = FeatureCollection<LineString, DrawnReachProperties>

const DENSE_METERS = 50
const KNOT_METERS = 600
const PIECES_BETWEEN_KNOTS = 5
/** Two metres: corners rounded to 5 decimals lie this near to the bank they stand on. */
const TOUCH_KM = 0.002

/**
 * The rivers through the region: smooth centrelines, and water areas that meet at the confluences without overlapping.
 * `middle` is the origin of the plane they are drawn on. Throws when the topology lacks a border of a course.
 */
export function buildRivers(
  topology: DistrictTopology,
  drawn: DrawnReaches,
  plans: readonly RiverPlan[],
  middle: LonLat,
): RiverResult {
  const plane = localPlane(middle)
  const courses = new Map<string, RiverCourse>()
  const cuts = plans.map((plan) => {
    const reaches = reachesOf(topology, drawn, plan)
    const course = { plan, reaches, ...smoothCourse(reaches, plan, plane) }
    const main = plan.joins === undefined ? undefined : courses.get(plan.joins)
    if (main) course.center = joinAt(course.center, main.center)
    courses.set(plan.id, course)
    return { plan, ...cutReaches(course, plane) }
  })
  return {
    centrelines: featureCollection(cuts.flatMap(({ centrelines }) => centrelines)),
    areas: featureCollection(areasThatMeet(cuts)),
  }
}

/**
 * The areas of all rivers: a side river's without what its main river covers, a main river's with the corners of its
 * side rivers.
 */
function areasThatMeet(cuts: readonly CutRiver[]): Feature<Polygon, RiverProperties>[] {
  const cleared = new Map<string, Feature<Polygon, RiverProperties>[]>()
  for (const { plan, areas } of cuts) {
    const main = cleared.get(plan.joins ?? '') ?? []
    cleared.set(
      plan.id,
      areas.map((area) => main.reduce(withoutOverlap, area)),
    )
  }
  return cuts.flatMap(({ plan }) => {
    const sides = cuts.filter(({ plan: { joins } }) => joins === plan.id)
    const corners = sides.flatMap((side) => cleared.get(side.plan.id) ?? [])
    return (cleared.get(plan.id) ?? []).map((area) => welded(area, corners))
  })
}

function reachesOf(topology: DistrictTopology, drawn: DrawnReaches, plan: RiverPlan): RawReach[] {
  const { name } = plan
  const drawnAt = (place: string): RawReach[] =>
    drawn.features
      .filter(({ properties }) => properties.name === name && properties.place === place)
      .map(({ properties: { id, method, errorMeters }, geometry }) => ({
        id,
        name,
        method,
        errorMeters,
        line: geometry.coordinates,
      }))
  const border = borderReach(topology, plan)
  const reaches = [...drawnAt('upstream'), ...(border ? [border] : []), ...drawnAt('downstream')]
  if (reaches.length === 0) throw new RiverError(plan.id, { fault: 'nowhere' })
  return reaches
}

interface SmoothCourse {
  center: Xy[]
  /** Index in `center` of the first point of each reach. */
  starts: number[]
}

/** One smooth line through all reaches of a river. */
function smoothCourse(reaches: RawReach[], { sigmaMeters, bendMeters }: RiverPlan, plane: LocalPlane): SmoothCourse {
  const raw = reaches.map(({ line, method }) => {
    const points = line.map((position) => plane.toMeters(position))
    return method === 'drawn' ? curveThrough(points, 8) : points
  })
  const dense = resample(raw.flat(), DENSE_METERS)
  const gentle = easeBends(gaussian(dense, sigmaMeters / DENSE_METERS), bendMeters, bendMeters / 3 / DENSE_METERS)
  const knots = resample(gentle, KNOT_METERS)
  const center = curveThrough(knots, PIECES_BETWEEN_KNOTS)
  const starts = raw.map((points, index) => (index === 0 ? 0 : nearestIndex(center, elementAt(points, 0))))
  return { center, starts }
}

/** Ends a side river on the main river's centreline. */
function joinAt(side: Xy[], main: readonly Xy[]): Xy[] {
  const mouth = elementAt(main, nearestIndex(main, elementAt(side, -1)))
  return [...side.filter((point) => span(point, mouth) > 60), mouth]
}

interface RiverCourse extends SmoothCourse {
  plan: RiverPlan
  reaches: RawReach[]
}

interface CutRiver {
  plan: RiverPlan
  areas: Feature<Polygon, RiverProperties>[]
}

function cutReaches({ center, starts, reaches, plan }: RiverCourse, plane: LocalPlane) {
  const { name, widths } = plan
  const { left, right } = banksOf(center, widths, (position) => plane.toMeters(position))
  const positions = (points: readonly Xy[]): LonLat[] => points.map((point) => rounded(plane.toLonLat(point)))
  const cut = reaches.map(({ id, method, errorMeters }, index) => {
    const [start, end] = [elementAt(starts, index), (starts[index + 1] ?? center.length - 1) + 1]
    const properties: RiverProperties = { id, name, errorMeters, method }
    const bank = [...right.slice(start, end), ...left.slice(start, end).reverse()]
    const ring = positions([...bank, elementAt(bank, 0)])
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
  const size = (rings: Position[][]) => Math.abs(signedRingAreaKm2(elementAt(rings, 0)))
  const largest = pieces.reduce((best, piece) => (size(piece) > size(best) ? piece : best))
  return polygon(
    area.properties,
    elementAt(largest, 0).map((position) => rounded(lonLat(position))),
  )
}

/**
 * The area with the corners of its neighbours inserted where they touch its banks, so that both share their vertices
 * there.
 */
function welded(
  area: Feature<Polygon, RiverProperties>,
  neighbours: Feature<Polygon, RiverProperties>[],
): Feature<Polygon, RiverProperties> {
  const ring = elementAt(area.geometry.coordinates, 0)
  const own = new Set(ring.map(String))
  const corners = neighbours
    .filter(({ geometry }) => boundsOverlap(bounds(geometry), bounds(area.geometry)))
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .filter((corner) => !own.has(String(corner)))
  const parts = pairs(ring).map(([from, to]) => {
    const touching = corners.filter((corner) => liesOn(lonLat(corner), lonLat(from), lonLat(to)))
    return [from, ...touching.sort((a, b) => distanceKm(from, a) - distanceKm(from, b))]
  })
  return polygon(area.properties, [...parts.flat(), elementAt(ring, -1)])
}

function liesOn(corner: LonLat, from: LonLat, to: LonLat): boolean {
  const margin = 0.0001
  const outside = corner.some(
    (value, axis) =>
      value < Math.min(elementAt(from, axis), elementAt(to, axis)) - margin ||
      value > Math.max(elementAt(from, axis), elementAt(to, axis)) + margin,
  )
  return !outside && distanceKm(corner, nearestOnSegment(corner, from, to)) < TOUCH_KM
}

function rounded([longitude, latitude]: LonLat): LonLat {
  return [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))]
}

function nearestIndex(line: readonly Xy[], point: Xy): number {
  const distances = line.map((other) => span(other, point))
  return distances.indexOf(Math.min(...distances))
}
