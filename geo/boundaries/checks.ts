import { areaKm2 } from '../base/measure'
import { neighboursOf } from '../base/neighbours'
import { adjacencies } from './adjacency'
import type { BoundaryResult } from './boundaries'
import { type Fault, findFaults } from './faults'

/** Something a boundary file must not have; `message` is for whoever swapped the file in. */
export interface BoundaryProblem {
  check: 'overlap' | 'gap' | 'missing' | 'neighbours' | 'total' | 'area'
  message: string
}

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

/** Returns everything that is wrong with a set of districts, the built-in one or one swapped in; empty when all checks hold. */
export function checkBoundaries(result: BoundaryResult, expected: BoundaryExpectations): BoundaryProblem[] {
  const faults = findFaults(result.districts).map(describeFault)
  return [
    ...new Map(faults.map((problem) => [problem.message, problem])).values(),
    ...checkNeighbours(result, expected),
    ...checkAreas(result, expected),
  ]
}

function describeFault(fault: Fault): BoundaryProblem {
  const near = fault.near.map((value) => value.toFixed(3)).join(', ')
  if (fault.kind === 'gap') {
    return { check: 'gap', message: `gap of ${fault.km2.toFixed(4)} km² between districts near ${near}` }
  }
  const [first, second] = fault.names
  const what = first === second ? `${first} crosses itself` : `${first} and ${second} overlap`
  return { check: 'overlap', message: `${what} near ${near}` }
}

function checkNeighbours({ topology }: BoundaryResult, expected: BoundaryExpectations): BoundaryProblem[] {
  const list = adjacencies(topology)
  return Object.entries(expected.neighbours).flatMap(([code, count]): BoundaryProblem[] => {
    const found = neighboursOf(list, code)
    if (found.length === count) return []
    const name = expected.districts.find((district) => district.code === code)?.name ?? code
    const message = `${name} (${code}) adjoins ${found.length} districts, not ${count}: ${found.join(', ')}`
    return [{ check: 'neighbours', message }]
  })
}

function checkAreas({ districts }: BoundaryResult, expected: BoundaryExpectations): BoundaryProblem[] {
  const areas = new Map(districts.features.map(({ properties, geometry }) => [properties.adcode, areaKm2(geometry)]))
  const problems = expected.districts.flatMap((district) => areaProblem(district, areas, expected.areaTolerance))
  const total = expected.districts.reduce((sum, { code }) => sum + (areas.get(code) ?? 0), 0)
  const { totalKm2, totalTolerance = expected.areaTolerance } = expected
  if (totalKm2 !== undefined && Math.abs(total / totalKm2 - 1) > totalTolerance) {
    const off = `more than ${percent(totalTolerance)} off ${totalKm2} km²`
    problems.push({ check: 'total', message: `the central districts have ${total.toFixed(2)} km², ${off}` })
  }
  return problems
}

function areaProblem(
  { code, name, km2 }: BoundaryExpectations['districts'][number],
  areas: ReadonlyMap<string, number>,
  tolerance: number,
): BoundaryProblem[] {
  const area = areas.get(code)
  if (area === undefined) return [{ check: 'missing', message: `${name} (${code}) is not in the boundary file` }]
  if (km2 === undefined || Math.abs(area / km2 - 1) <= tolerance) return []
  const off = `more than ${percent(tolerance)} off its official ${km2} km²`
  return [{ check: 'area', message: `${name} (${code}) has ${area.toFixed(2)} km², ${off}` }]
}

const percent = (share: number) => `${Number((share * 100).toFixed(3))} %`
