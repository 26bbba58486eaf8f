import type { Geometry, Position } from 'geojson'
import polylabel from 'polylabel'
import { localPlane } from '../base/ellipsoid'
import { areaKm2, bounds } from '../base/measure'
import { type LonLat, polygonsOf } from '../base/position'

/** How near to the best possible point is near enough, as a share of the area's shorter side. */
const PRECISION = 0.01

/**
 * Returns the point of an area that lies farthest from its border (pole of inaccessibility): where a label fits and a
 * click surely hits. It is WGS 84, good to 1 % of the shorter side; of several parts the largest counts. Throws on a
 * geometry without area.
 */
export function labelPoint(geometry: Geometry): LonLat {
  const parts = polygonsOf(geometry)
  if (parts.length === 0) throw new RangeError(`no area in a ${geometry.type}`)
  const size = (rings: Position[][]) => areaKm2({ type: 'Polygon', coordinates: rings })
  const largest = parts.reduce((best, part) => (size(part) > size(best) ? part : best))
  const [west, south, east, north] = bounds({ type: 'Polygon', coordinates: largest })
  const plane = localPlane([(west + east) / 2, (south + north) / 2])
  const [[left, bottom], [right, top]] = [plane.toMeters([west, south]), plane.toMeters([east, north])]
  const rings = largest.map((ring) => ring.map((position) => plane.toMeters(position)))
  return plane.toLonLat(polylabel(rings, Math.min(right - left, top - bottom) * PRECISION))
}
