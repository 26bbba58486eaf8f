import { booleanPointInPolygon } from '@turf/turf'
import type { Geometry, Position } from 'geojson'
import { lonLat, polygonsOf } from './position'

/** Whether a position lies in an area or on its border, by Turf, which is exact there. */
export function pointInPolygon(position: Position, geometry: Geometry): boolean {
  return booleanPointInPolygon(lonLat(position), { type: 'MultiPolygon', coordinates: polygonsOf(geometry) })
}
