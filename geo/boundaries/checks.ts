import { areaKm2 } from '../base/measure'
import { neighboursOf } from '../base/neighbours'
import type { LonLat } from '../base/position'
import { adjacencies } from './adjacency'
import type { BoundaryResult } from './boundaries'
import { type Fault, findFaults } from './faults'

/** Something a boundary file must not have. Tolerances are shares of one, `near` is where to look. */
export type BoundaryProblem =
  | { check: 'overlap'; names: readonly [string, string]; near: LonLat }
  | { check: 'gap'; km2: number; near: LonLat }
  | { check: 'missing'; code: string; name: string }
  | { check: 'neighbours'; code: string; name: string; found: readonly string[]; expected: number }
  | { check: 'total'; km2: number; expectedKm2: number; tolerance: number }
  | { check: 'area'; code: string; name: string; km2: number; expectedKm2: number; tolerance: number }

/** What a set of districts must come to. Tolerances are shares of one. */
export interface BoundaryExpectations {
  /** The districts that must be there, with their official areas where there are any. */
  districts: readonly { code: string; name: string; km2?: number }[]
  areaTolerance: number
  /** The published area of these districts together. */
  totalKm2?: number
  totalTolerance?: number
  /** How many districts a district adjoins, by its code. */
  neighbours: { readonly [code: string]: number }
}

/**
 * Returns everything that is wrong with a set of districts, the built-in one or one swapped in; empty when all checks
 * hold.
 */
export function checkBoundaries(result: BoundaryResult, expected: BoundaryExpectations): BoundaryProblem[] {
  const faults = findFaults(result.districts).map(faultProblem)
  return [
    ...new Map(faults.map((problem) => [JSON.stringify(problem), problem])).values(),
    ...checkNeighbours(result, expected),
    ...checkAreas(result, expected),
  ]
}

function faultProblem(fault: Fault): BoundaryProblem {
  const [longitude, latitude] = fault.near
  const near: LonLat = [Number(longitude.toFixed(3)), Number(latitude.toFixed(3))]
  return fault.kind === 'gap' ? { check: 'gap', km2: fault.km2, near } : { check: 'overlap', names: fault.names, near }
}

function checkNeighbours({ topology }: BoundaryResult, { neighbours, districts }: BoundaryExpectations) {
  const list = adjacencies(topology)
  return Object.entries(neighbours).flatMap(([code, expected]): BoundaryProblem[] => {
    const found = neighboursOf(list, code)
    const name = districts.find((district) => district.code === code)?.name ?? code
    return found.length === expected ? [] : [{ check: 'neighbours', code, name, found, expected }]
  })
}

function checkAreas({ districts }: BoundaryResult, expected: BoundaryExpectations): BoundaryProblem[] {
  const areas = new Map(districts.features.map(({ properties, geometry }) => [properties.adcode, areaKm2(geometry)]))
  const problems = expected.districts.flatMap((district) => areaProblem(district, areas, expected.areaTolerance))
  const km2 = expected.districts.reduce((sum, { code }) => sum + (areas.get(code) ?? 0), 0)
  const { totalKm2, totalTolerance: tolerance = expected.areaTolerance } = expected
  if (totalKm2 !== undefined && Math.abs(km2 / totalKm2 - 1) > tolerance)
    problems.push({ check: 'total', km2, expectedKm2: totalKm2, tolerance })
  return problems
}

function areaProblem(
  { code, name, km2: expectedKm2 }: BoundaryExpectations['districts'][number],
  areas: ReadonlyMap<string, number>,
  tolerance: number,
): BoundaryProblem[] {
  const km2 = areas.get(code)
  if (km2 === undefined) return [{ check: 'missing', code, name }]
  if (expectedKm2 === undefined || Math.abs(km2 / expectedKm2 - 1) <= tolerance) return []
  return [{ check: 'area', code, name, km2, expectedKm2, tolerance }]
}
