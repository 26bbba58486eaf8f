import { mergeArcs } from 'topojson-client'
import { lineLengthKm, signedRingAreaKm2 } from '../base/measure'
import { elementAt } from '../base/position'
import { arcNumber, type DistrictShape, type DistrictTopology, partsOf, ringOf, shapeOf, shapesOf } from './topology'

/**
 * Gives every detached part smaller than `limitKm2` to the district it shares the longest border with, unless it is all
 * there is of its district. Such parts are left over where two digitised borders cross each other; a part that touches
 * nobody stays.
 */
export function joinExclaves(topology: DistrictTopology, limitKm2: number): DistrictTopology {
  const shapes = [...shapesOf(topology)]
  for (let index = 0; index < shapes.length; index++) {
    const shape = elementAt(shapes, index)
    for (const part of smallParts(topology, shape, limitKm2)) {
      const host = longestNeighbour(topology, shapes, index, part)
      if (host === undefined) continue
      const rest = partsOf(elementAt(shapes, index)).filter((other) => other !== part)
      shapes[index] = shapeOf(shape.properties, rest)
      shapes[host] = withPart(topology, elementAt(shapes, host), part)
    }
  }
  return { ...topology, objects: { districts: { type: 'GeometryCollection', geometries: shapes } } }
}

/** The small parts of a district, never its largest. */
function smallParts(topology: DistrictTopology, shape: DistrictShape, limitKm2: number): number[][][] {
  const areas = partsOf(shape).map((part) => ({
    part,
    km2: Math.abs(signedRingAreaKm2(ringOf(topology, elementAt(part, 0)))),
  }))
  const largest = Math.max(...areas.map(({ km2 }) => km2))
  return areas.filter(({ km2 }) => km2 < limitKm2 && km2 < largest).map(({ part }) => part)
}

function longestNeighbour(
  topology: DistrictTopology,
  shapes: DistrictShape[],
  own: number,
  part: number[][],
): number | undefined {
  const arcs = new Set(part.flat().map(arcNumber))
  let best: { index: number; km: number } | undefined
  shapes.forEach((shape, index) => {
    if (index === own) return
    const shared = new Set(
      partsOf(shape)
        .flat(2)
        .map(arcNumber)
        .filter((arc) => arcs.has(arc)),
    )
    const km = [...shared].reduce((sum, arc) => sum + lineLengthKm(elementAt(topology.arcs, arc)), 0)
    if (km > (best?.km ?? 0)) best = { index, km }
  })
  return best?.index
}

function withPart(topology: DistrictTopology, host: DistrictShape, part: number[][]): DistrictShape {
  type Mergeable = Parameters<typeof mergeArcs>[1]
  const merged = mergeArcs(topology, [host, { type: 'Polygon', arcs: part }] as Mergeable)
  return shapeOf(host.properties, merged.arcs)
}
