import { signedRingAreaKm2 } from '../base/measure'
import { elementAt } from '../base/position'
import { simplifyLine } from '../base/simplify-line'
import { findFaults } from './faults'
import { arcNumber, type DistrictTopology, partsOf, ringOf, shapesOf, toDistricts } from './topology'

/** Rounds of halving before a troublesome border is left as it is. */
const ROUNDS = 6

/**
 * Fewer vertices for drawing small: every stretch of border is simplified once (Douglas–Peucker, tolerance in degrees),
 * so neighbours still fit. Where the result would cross itself or lose an area, the borders of the districts concerned
 * get half the tolerance.
 */
export function simplifyDistricts(topology: DistrictTopology, toleranceDegrees: number): DistrictTopology {
  const tolerances = topology.arcs.map(() => toleranceDegrees)
  for (let round = 0; ; round++) {
    const simplified = {
      ...topology,
      arcs: topology.arcs.map((arc, index) => simplifyLine(arc, elementAt(tolerances, index))),
    }
    const troubled = troubledDistricts(simplified)
    if (troubled.size === 0) return simplified
    if (round > ROUNDS) throw new Error(`cannot simplify ${[...troubled].join('、')} by ${toleranceDegrees}°`)
    for (const shape of shapesOf(topology)) {
      if (!troubled.has(shape.properties.name)) continue
      const arcs = new Set(partsOf(shape).flat(2).map(arcNumber))
      for (const arc of arcs) tolerances[arc] = round === ROUNDS ? 0 : elementAt(tolerances, arc) / 2
    }
  }
}

/** Names of the districts whose rings collapsed or cross something. */
function troubledDistricts(topology: DistrictTopology): Set<string> {
  const collapsed = shapesOf(topology).filter((shape) =>
    partsOf(shape)
      .flat()
      .map((references) => ringOf(topology, references))
      .some((ring) => ring.length < 4 || signedRingAreaKm2(ring) === 0),
  )
  const names = collapsed.map((shape) => shape.properties.name)
  if (names.length > 0) return new Set(names)
  const faults = findFaults(toDistricts(topology))
  return new Set(faults.flatMap((fault) => (fault.kind === 'gap' ? [] : fault.names)))
}
