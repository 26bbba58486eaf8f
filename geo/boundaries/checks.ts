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

/**
 * Official areas of the nine central districts in km², as repeated by second-hand lists; 南岸 and 沙坪坝 look outdated, hence the
 * tolerance of 5 %. Their own sum is not used: 5,468.7 km² is the published total.
 */
const OFFICIAL_KM2: Record<string, { name: string; km2: number }> = {
  '500103': { name: '渝中区', km2: 23.71 },
  '500104': { name: '大渡口区', km2: 103 },
  '500105': { name: '江北区', km2: 221.28 },
  '500106': { name: '沙坪坝区', km2: 383 },
  '500107': { name: '九龙坡区', km2: 432 },
  '500108': { name: '南岸区', km2: 274 },
  '500109': { name: '北碚区', km2: 755 },
  '500112': { name: '渝北区', km2: 1452 },
  '500113': { name: '巴南区', km2: 1825 },
}
const OFFICIAL_TOTAL_KM2 = 5468.7
const TOTAL_TOLERANCE = 0.001
const AREA_TOLERANCE = 0.05
const BANAN = '500113'
const BANAN_NEIGHBOURS = 10

/** Adcodes of the nine central districts, in order. */
export const centralDistricts: readonly string[] = Object.keys(OFFICIAL_KM2)

/** Everything that is wrong with a set of districts, the built-in one or one swapped in; empty when all checks hold. */
export function checkBoundaries(result: BoundaryResult): BoundaryProblem[] {
  const faults = findFaults(result.districts).map(describeFault)
  return [
    ...new Map(faults.map((problem) => [problem.message, problem])).values(),
    ...checkNeighbours(result),
    ...checkAreas(result),
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

function checkNeighbours({ topology }: BoundaryResult): BoundaryProblem[] {
  const neighbours = neighboursOf(adjacencies(topology), BANAN)
  if (neighbours.length === BANAN_NEIGHBOURS) return []
  const list = neighbours.join(', ')
  return [
    {
      check: 'neighbours',
      message: `巴南区 (${BANAN}) adjoins ${neighbours.length} districts, not ${BANAN_NEIGHBOURS}: ${list}`,
    },
  ]
}

function checkAreas({ districts }: BoundaryResult): BoundaryProblem[] {
  const areas = new Map(districts.features.map(({ properties, geometry }) => [properties.adcode, areaKm2(geometry)]))
  const problems: BoundaryProblem[] = []
  let total = 0
  for (const [adcode, { name, km2 }] of Object.entries(OFFICIAL_KM2)) {
    const area = areas.get(adcode)
    if (area === undefined) {
      problems.push({ check: 'missing', message: `${name} (${adcode}) is not in the boundary file` })
      continue
    }
    total += area
    if (Math.abs(area / km2 - 1) > AREA_TOLERANCE) {
      problems.push({
        check: 'area',
        message: `${name} (${adcode}) has ${area.toFixed(2)} km², more than 5 % off its official ${km2} km²`,
      })
    }
  }
  if (Math.abs(total / OFFICIAL_TOTAL_KM2 - 1) > TOTAL_TOLERANCE) {
    problems.push({
      check: 'total',
      message: `the nine districts have ${total.toFixed(2)} km², more than 0.1 % off ${OFFICIAL_TOTAL_KM2} km²`,
    })
  }
  return problems
}
