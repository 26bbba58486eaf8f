import type { Position } from 'geojson'
import { type LonLat, lonLat, type Xy } from './position'

/**
 * WGS 84's ellipsoid, so that figures do not carry the sphere's error (−0.31 % north–south, +0.19 % east–west,
 * +0.12 % in area at this latitude).
 */
const SEMI_MAJOR_METERS = 6378137
const FLATTENING = 1 / 298.257223563
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING)
const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED)
const RADIANS = Math.PI / 180

/** Returns the metres in one degree of latitude and of longitude at `latitude`. */
export function metersPerDegree(latitude: number): { longitude: number; latitude: number } {
  const sine = Math.sin(latitude * RADIANS)
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine
  const primeVertical = SEMI_MAJOR_METERS / Math.sqrt(w)
  const meridian = (primeVertical * (1 - ECCENTRICITY_SQUARED)) / w
  return {
    longitude: RADIANS * primeVertical * Math.cos(latitude * RADIANS),
    latitude: RADIANS * meridian,
  }
}

/**
 * A flat plane in metres around an origin; within 60 km its scale is right to 0.5 %, so use it to find things, not to
 * measure them.
 */
export interface LocalPlane {
  toMeters(position: Position): Xy
  toLonLat(point: Xy): LonLat
}

/** Returns the flat plane around an origin (WGS 84). Throws on a position without two finite numbers. */
export function localPlane(origin: Position): LocalPlane {
  const [longitude0, latitude0] = lonLat(origin)
  const scale = metersPerDegree(latitude0)
  return {
    toMeters(position) {
      const [longitude, latitude] = lonLat(position)
      return [(longitude - longitude0) * scale.longitude, (latitude - latitude0) * scale.latitude]
    },
    toLonLat: ([x, y]) => [longitude0 + x / scale.longitude, latitude0 + y / scale.latitude],
  }
}

/**
 * Returns the sine of the authalic latitude: on a sphere of the same surface, areas are equal to those on the ellipsoid
 * (Snyder 1987, 3-11, 3-12).
 */
export function authalicSine(latitude: number): number {
  return authalicQ(Math.sin(latitude * RADIANS)) / authalicQ(1)
}

/** Square of the radius of the sphere that has the ellipsoid's surface, in m². */
export const AUTHALIC_RADIUS_SQUARED = (SEMI_MAJOR_METERS ** 2 * authalicQ(1)) / 2

function authalicQ(sine: number): number {
  const e = ECCENTRICITY
  const ratio = Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e)
  return (1 - ECCENTRICITY_SQUARED) * (sine / (1 - ECCENTRICITY_SQUARED * sine * sine) - ratio)
}
