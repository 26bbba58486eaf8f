import type { Geometry, Position } from 'geojson'
import { signedRingAreaKm2 } from '../base/measure'
import type { GeoProblem } from '../base/outcome'
import { type Bbox, elementAt, linesOf, polygonsOf, positionsOf } from '../base/position'
import { crossesItself } from '../base/segments'

/** A square metre: an area below is a line drawn back on itself. */
const LEAST_AREA_KM2 = 1e-6

/**
 * Returns `'outside-region'` for a geometry with a position outside `region`, else undefined. Only for positions a
 * reader typed or drew, where that is a mistake (often latitude and longitude swapped).
 */
export function regionProblem(geometry: Geometry, [west, south, east, north]: Bbox): GeoProblem | undefined {
  const outside = positionsOf(geometry).some(
    ([longitude = Number.NaN, latitude = Number.NaN]) =>
      longitude < west || longitude > east || latitude < south || latitude > north,
  )
  return outside ? 'outside-region' : undefined
}

const judged = new WeakMap<Geometry, { problem: GeoProblem | undefined }>()

/**
 * Returns what is wrong with a geometry that a question is asked about, or undefined. Judges the geometry itself and
 * not where it lies: a record may reach beyond its region, as a river does. Looked at once, so the geometry must not be
 * changed afterwards.
 */
export function geometryProblem(geometry: Geometry | null | undefined): GeoProblem | undefined {
  if (geometry === null || geometry === undefined) return 'no-geometry'
  const known = judged.get(geometry)
  if (known) return known.problem
  const problem = problemOf(geometry)
  judged.set(geometry, { problem })
  return problem
}

function problemOf(geometry: Geometry): GeoProblem | undefined {
  const positions = positionsOf(geometry)
  if (positions.length === 0) return 'no-geometry'
  if (!positions.every(isPosition)) return 'not-a-position'
  if (!positions.every(isOnEarth)) return 'outside-region'
  const polygons = polygonsOf(geometry)
  if (polygons.flat().some(isDegenerateRing)) return 'degenerate-area'
  if (linesOf(geometry).some((line) => new Set(line.map(String)).size < 2)) return 'degenerate-line'
  if (polygons.length > 0 && crossesItself(polygons)) return 'self-crossing'
  return undefined
}

function isPosition(position: Position): boolean {
  return position.length >= 2 && Number.isFinite(position[0]) && Number.isFinite(position[1])
}

/** Latitude and longitude the wrong way round often end here. */
function isOnEarth(position: Position): boolean {
  return Math.abs(elementAt(position, 0)) <= 180 && Math.abs(elementAt(position, 1)) <= 90
}

function isDegenerateRing(ring: Position[]): boolean {
  if (ring.length < 4 || String(ring[0]) !== String(ring.at(-1))) return true
  const distinct = new Set(ring.map(String)).size
  return distinct < 3 || (distinct === 3 && Math.abs(signedRingAreaKm2(ring)) < LEAST_AREA_KM2)
}
