import type { Geometry, Position } from 'geojson'
import { localPlane } from '../base/ellipsoid'
import { areaKm2 } from '../base/measure'
import { type LonLat, lonLat, pairs, polygonsOf, type Xy } from '../base/position'
import { labelPoint } from './label-point'

/** Where a line of text lies inside an area, and how high it can be there. */
export interface LabelBox {
  center: LonLat
  /** Half of the greatest height, in metres on the ground, at which the text touches no border. */
  halfHeightMeters: number
}

const STEP_METERS = 60

/**
 * Returns the place for a text `aspect` times as wide as high inside the largest part of an area. The area is squeezed
 * by `aspect` from west to east, so that the box becomes a square and the pole of inaccessibility a good place for it.
 */
export function labelBox(geometry: Geometry, aspect: number): LabelBox {
  const largest = largestPart(geometry)
  const middle = lonLat(largest[0]?.[0] ?? [])[0]
  const squeezed = ([longitude = 0, latitude = 0]: Position): Position => [
    middle + (longitude - middle) / aspect,
    latitude,
  ]
  const rings = largest.map((ring) => ring.map(squeezed))
  const [x, y] = labelPoint({ type: 'Polygon', coordinates: rings })
  const plane = localPlane([x, y])
  const edges = rings.flatMap((ring) => pairs(ring.map((position) => plane.toMeters(position))))
  const halfHeightMeters = Math.min(...edges.map(([from, to]) => squareDistance(from, to)))
  return { center: [middle + (x - middle) * aspect, y], halfHeightMeters }
}

function largestPart(geometry: Geometry): Position[][] {
  const parts = polygonsOf(geometry)
  const area = (coordinates: Position[][]) => areaKm2({ type: 'Polygon', coordinates })
  const [first] = parts.map((part) => ({ part, size: area(part) })).sort((a, b) => b.size - a.size)
  if (!first) throw new RangeError(`no area in a ${geometry.type}`)
  return first.part
}

/** Half the side of the largest square around the origin that a segment does not enter. */
function squareDistance([x1, y1]: Xy, [x2, y2]: Xy): number {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP_METERS))
  let nearest = Infinity
  for (let step = 0; step <= steps; step++) {
    const share = step / steps
    nearest = Math.min(nearest, Math.max(Math.abs(x1 + (x2 - x1) * share), Math.abs(y1 + (y2 - y1) * share)))
  }
  return nearest
}
