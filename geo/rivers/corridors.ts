import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { nearestOnSegment } from '../base/along'
import { metersPerDegree } from '../base/ellipsoid'
import { distanceKm } from '../base/measure'
import { elementAt, lonLat, pairs } from '../base/position'
import type { RiverCorridor } from '../boundaries/adjacency'
import type { RiverPlan } from './course'
import type { RiverResult } from './rivers'

/**
 * For `adjacencies`: which border positions lie in one of the rivers, no farther than `corridorMeters` from the
 * smoothed centreline. A border that follows the bank counts too, which is what 隔江 means. Rivers not in the list are
 * not known here, so their borders count as land.
 */
export function riverCorridors(rivers: RiverResult, plans: readonly RiverPlan[]): RiverCorridor[] {
  return plans.map(({ name, corridorMeters }) => {
    const reachKm = corridorMeters / 1000
    const segments = rivers.centrelines.features
      .filter(({ properties }) => properties.name === name)
      .flatMap(({ geometry }) => pairs(geometry.coordinates))
    const near = segmentsNear(segments, reachKm)
    return {
      name,
      contains: (position) =>
        near(position).some(([from, to]) => distanceKm(position, nearestOnSegment(position, from, to)) <= reachKm),
    }
  })
}

/** Segments whose box comes within `reachKm` of a position. */
function segmentsNear(
  segments: [Position, Position][],
  reachKm: number,
): (position: Position) => [Position, Position][] {
  if (segments.length === 0) return () => []
  const index = new Flatbush(segments.length)
  for (const [from, to] of segments) {
    const [longitude1, latitude1] = lonLat(from)
    const [longitude2, latitude2] = lonLat(to)
    index.add(
      Math.min(longitude1, longitude2),
      Math.min(latitude1, latitude2),
      Math.max(longitude1, longitude2),
      Math.max(latitude1, latitude2),
    )
  }
  index.finish()
  return (position) => {
    const [longitude, latitude] = lonLat(position)
    // A degree of longitude is the shorter one; a twentieth more, because it is shorter still to the north.
    const degrees = (1.05 * reachKm * 1000) / metersPerDegree(latitude).longitude
    return index
      .search(longitude - degrees, latitude - degrees, longitude + degrees, latitude + degrees)
      .map((number) => elementAt(segments, number))
  }
}
