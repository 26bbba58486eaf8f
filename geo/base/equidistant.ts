import type { Position } from 'geojson'
import { metersPerDegree } from './ellipsoid'
import { type LonLat, lonLat, type Xy } from './position'

/** A plane in metres around an origin. */
export interface DistancePlane {
  toMeters(position: Position): Xy
  toLonLat(x: number, y: number): LonLat
}

/** Turf's sphere. */
const RADIUS_METERS = 6371008.8
const RADIANS = Math.PI / 180
const METERS_PER_DEGREE = RADIUS_METERS * RADIANS

/**
 * The azimuthal equidistant plane around an origin, with degrees stretched so that its distances are those of the WGS
 * 84 ellipsoid and not of a sphere (which errs by −0.31 % north–south and +0.19 % east–west here). Distances between
 * any two points within 150 km of the origin are right to 0.02 %.
 */
export function equidistantPlane([longitude0, latitude0]: LonLat): DistancePlane {
  const scale = metersPerDegree(latitude0)
  const east = scale.longitude / (METERS_PER_DEGREE * Math.cos(latitude0 * RADIANS))
  const north = scale.latitude / METERS_PER_DEGREE
  const [sine0, cosine0] = [Math.sin(latitude0 * RADIANS), Math.cos(latitude0 * RADIANS)]
  return {
    toMeters(position) {
      const [longitude, latitude] = lonLat(position)
      const turn = (longitude - longitude0) * east * RADIANS
      const height = (latitude0 + (latitude - latitude0) * north) * RADIANS
      const [sine, cosine] = [Math.sin(height), Math.cos(height)]
      const angle = Math.acos(Math.min(1, sine0 * sine + cosine0 * cosine * Math.cos(turn)))
      const stretch = RADIUS_METERS * (angle < 1e-9 ? 1 : angle / Math.sin(angle))
      return [stretch * cosine * Math.sin(turn), stretch * (cosine0 * sine - sine0 * cosine * Math.cos(turn))]
    },
    toLonLat(x, y) {
      const distance = Math.hypot(x, y)
      if (distance < 1e-9) return [longitude0, latitude0]
      const angle = distance / RADIUS_METERS
      const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
      const height = Math.asin(cosine * sine0 + (y * sine * cosine0) / distance)
      const turn = Math.atan2(x * sine, distance * cosine0 * cosine - y * sine0 * sine)
      return [longitude0 + turn / RADIANS / east, latitude0 + (height / RADIANS - latitude0) / north]
    },
  }
}
