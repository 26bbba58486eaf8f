import { booleanIntersects, lineOverlap, lineString, polygon } from '@turf/turf'
import type { Position } from 'geojson'
import { bounds, boundsOverlap, lengthKm } from '../base/measure'
import { type Bbox, polygonsOf } from '../base/position'
import type { Adjacency } from './adjacency'
import type { DistrictCollection } from './topology'

/** How far the two lengths of a shared border may differ, as a share. */
const LENGTH_TOLERANCE = 0.01

/** Shared lengths are told with two decimals of a kilometre. */
const ROUNDING_KM = 0.005

/** Two districts whose common border has another length by the topology than by Turf; 0 where they do not meet. */
export interface AdjacencyFault {
  names: [string, string]
  sharedKm: number
  turfKm: number
}

/**
 * Checks the neighbours found in the topology against Turf, which knows only the districts' polygons: each pair must
 * meet and share a border of the same length within 1 %, and no other pair may. Polygon by polygon, since Turf's
 * `booleanTouches` reads only the first one of a multipolygon. Returns every pair that differs, in the order of the
 * districts.
 */
export function adjacencyFaults({ features }: DistrictCollection, adjacency: readonly Adjacency[]): AdjacencyFault[] {
  const known = new Map(adjacency.map(({ a, b, sharedKm }) => [`${a} ${b}`, sharedKm]))
  const districts = features.map(({ properties, geometry }) => ({
    ...properties,
    parts: polygonsOf(geometry).map(partOf),
  }))
  districts.sort((one, other) => one.adcode.localeCompare(other.adcode))
  return districts.flatMap((one, index) =>
    districts
      .slice(index + 1)
      .flatMap((other) => pairFault(one, other, known.get(`${one.adcode} ${other.adcode}`) ?? 0) ?? []),
  )
}

interface Part {
  rings: Position[][]
  box: Bbox
}

interface District {
  name: string
  parts: Part[]
}

const partOf = (rings: Position[][]): Part => ({ rings, box: bounds({ type: 'Polygon', coordinates: rings }) })

function pairFault(one: District, other: District, sharedKm: number): AdjacencyFault | undefined {
  const meeting = one.parts.flatMap((first) =>
    other.parts.filter((second) => partsMeet(first, second)).map((second) => sharedKmOf(first, second)),
  )
  const km = meeting.reduce((sum, each) => sum + each, 0)
  if (Math.abs(km - sharedKm) <= sharedKm * LENGTH_TOLERANCE + ROUNDING_KM) return undefined
  return { names: [one.name, other.name], sharedKm, turfKm: Math.round(km * 100) / 100 }
}

const partsMeet = (first: Part, second: Part) =>
  boundsOverlap(first.box, second.box) && booleanIntersects(polygon(first.rings), polygon(second.rings))

/** Length of the edges two polygons have in common. */
function sharedKmOf(first: Part, second: Part): number {
  const overlaps = first.rings.flatMap((ring) =>
    second.rings.flatMap((other) => lineOverlap(lineString(ring), lineString(other)).features),
  )
  return overlaps.reduce((sum, { geometry }) => sum + lengthKm(geometry), 0)
}
