import { difference, feature, featureCollection, intersect, union } from '@turf/turf'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { areaKm2, distanceKm } from '../base/measure'
import { elementAt, polygonsOf } from '../base/position'
import { simplifyLine } from '../base/simplify-line'
import { bufferOf } from '../buffer/buffer'
import { geometryProblem } from '../query/validity'

/** An area in WGS 84. */
export type Area = Polygon | MultiPolygon

/** A mountain ridge: its crest, and how wide the mountain is from foot to foot. */
export interface RidgeLine {
  crest: readonly Position[]
  widthMeters: number
}

/** Parts smaller than this are what cutting leaves over. */
const LEAST_PART_KM2 = 0.5

/** Detail finer than this, about 10 m, is dropped: no cut is known as well. */
const DETAIL_DEGREES = 0.0001

/** Decimals of a degree kept: about a metre. */
const DECIMALS = 5

/**
 * Returns the land between the feet of two ridges, from the line between their beginnings to that between their ends.
 */
export function landBetween(one: RidgeLine, other: RidgeLine): Area {
  const [first, second] = [[...one.crest], [...other.crest]]
  const startsFacing = distanceKm(elementAt(first, 0), elementAt(second, 0))
  const startToEnd = distanceKm(elementAt(first, 0), elementAt(second, -1))
  const back = startsFacing < startToEnd ? second.reverse() : second
  const whole: Area = { type: 'Polygon', coordinates: [[...first, ...back, elementAt(first, 0)]] }
  const problem = geometryProblem(whole)
  if (problem !== undefined) throw new RangeError(`no land between two ridges: ${problem}`)
  return without(without(whole, mountainOf(one)), mountainOf(other))
}

const mountainOf = ({ crest, widthMeters }: RidgeLine): Area =>
  grown({ type: 'LineString', coordinates: [...crest] }, widthMeters / 2)

/** Returns areas and all land up to `meters` from them. */
export const landAlong = (areas: readonly Area[], meters: number): Area =>
  unionOf(areas.map((area) => grown(area, meters)))

/** Returns the areas as one, without the borders between them. Throws a RangeError when there is none. */
export function unionOf(areas: readonly Area[]): Area {
  const [only] = areas
  if (only === undefined) throw new RangeError('no areas to unite')
  if (areas.length === 1) return only
  const united = union(featureCollection(areas.map((area) => feature(area))))
  if (united === null) throw new RangeError('areas that unite to nothing')
  return united.geometry
}

/** Returns what two areas have in common. Throws a RangeError when that is nothing. */
export function inside(area: Area, limits: Area): Area {
  const common = intersect(featureCollection([feature(area), feature(limits)]))
  if (common === null) throw new RangeError('areas that have nothing in common')
  return common.geometry
}

function without(area: Area, part: Area): Area {
  const rest = difference(featureCollection([feature(area), feature(part)]))
  if (rest === null) throw new RangeError('a part that covers all of an area')
  return rest.geometry
}

/** Returns a round area of `km2` about a position. */
export function discOf(center: Position, km2: number): Area {
  const about = (meters: number) => grown({ type: 'Point', coordinates: center }, meters)
  const meters = Math.sqrt((km2 * 1e6) / Math.PI)
  // The circle has corners; grown once by what they lack, it has the area asked for.
  return asShipped(polygonsOf(about(meters * Math.sqrt(km2 / areaKm2(about(meters))))))
}

function grown(geometry: Geometry, meters: number): Area {
  const area = bufferOf(geometry, meters)
  if (!area.ok) throw new RangeError(`no land within ${meters} m: ${area.reason}`)
  return area.value
}

/**
 * Returns an area as it ships: without the small parts that cutting leaves over and without detail finer than the cut
 * is known, five decimals. As it was where simpler borders would cross.
 */
export function tidied(area: Area): Area {
  const parts = polygonsOf(area).filter((rings) => partKm2(rings) >= LEAST_PART_KM2)
  const kept = parts.length > 0 ? parts : polygonsOf(area)
  const simple = asShipped(kept.map((rings) => rings.map((ring) => simplifyLine(ring, DETAIL_DEGREES))))
  return geometryProblem(simple) === undefined ? simple : asShipped(kept)
}

const partKm2 = (coordinates: Position[][]) => areaKm2({ type: 'Polygon', coordinates })

const rounded = (position: Position): Position => position.map((degrees) => Number(degrees.toFixed(DECIMALS)))

/** Five decimals, and a polygon where there is one only. */
function asShipped(polygons: readonly Position[][][]): Area {
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(rounded)))
  const [only] = coordinates
  return coordinates.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates }
}
