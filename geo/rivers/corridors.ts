import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { nearestOnSegment } from '../base/along'
import { distanceKm } from '../base/measure'
import { at, lonLat, pairs } from '../base/position'
import type { RiverCorridor } from '../boundaries/adjacency'
import { type RiverName, riverNames } from './course'
import type { RiverResult } from './rivers'

/**
 * How far from the smoothed centreline a border may wander and still count as running in the river: from bank to bank and the
 * border's own error. A border that follows the bank counts too, which is what 隔江 means.
 */
const REACH_KM: Record<RiverName, number> = { 长江: 0.6, 嘉陵江: 0.4 }

/** For `adjacencies`: which border positions lie in 长江 or 嘉陵江. Smaller rivers are not known here, so their borders count as land. */
export function riverCorridors(rivers: RiverResult): RiverCorridor[] {
  return riverNames.map((name) => {
    const segments = rivers.centrelines.features
      .filter(({ properties }) => properties.name === name)
      .flatMap(({ geometry }) => pairs(geometry.coordinates))
    const near = segmentsNear(segments, REACH_KM[name])
    return {
      name,
      contains: (position) =>
        near(position).some(
          ([from, to]) => distanceKm(position, nearestOnSegment(position, from, to)) <= REACH_KM[name],
        ),
    }
  })
}

/** Segments whose box comes within `reachKm` of a position. */
function segmentsNear(
  segments: [Position, Position][],
  reachKm: number,
): (position: Position) => [Position, Position][] {
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
  // A degree of longitude has at least 95 km in the region, one of latitude 110.
  const degrees = reachKm / 95
  return (position) => {
    const [longitude, latitude] = lonLat(position)
    return index
      .search(longitude - degrees, latitude - degrees, longitude + degrees, latitude + degrees)
      .map((number) => at(segments, number))
  }
}
