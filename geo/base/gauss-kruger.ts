/** The Gauss-Krüger projection (transverse Mercator of scale 1, false easting 500 km), by Krüger's series in n to n⁴. */
import type { LonLat } from './position'

const SEMI_MAJOR_METERS = 6378137
/** CGCS2000's flattening; WGS 84's differs in the eleventh digit, which is 0.1 mm here. */
const FLATTENING = 1 / 298.257222101
const FALSE_EASTING_METERS = 500_000
const RADIANS = Math.PI / 180

const n = FLATTENING / (2 - FLATTENING)
const [n2, n3, n4] = [n * n, n ** 3, n ** 4]
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING))
const RECTIFYING_RADIUS = (SEMI_MAJOR_METERS / (1 + n)) * (1 + n2 / 4 + n4 / 64)

/** From conformal to rectifying latitude, and back. */
const alpha = [
  n / 2 - (2 / 3) * n2 + (5 / 16) * n3 + (41 / 180) * n4,
  (13 / 48) * n2 - (3 / 5) * n3 + (557 / 1440) * n4,
  (61 / 240) * n3 - (103 / 140) * n4,
  (49561 / 161280) * n4,
]
const beta = [
  n / 2 - (2 / 3) * n2 + (37 / 96) * n3 - (1 / 360) * n4,
  (1 / 48) * n2 + (1 / 15) * n3 - (437 / 1440) * n4,
  (17 / 480) * n3 - (37 / 840) * n4,
  (4397 / 161280) * n4,
]

/** Returns easting and northing in metres, without a zone's number, of a position; `meridian` is the central one. */
export function toGaussKruger([longitude, latitude]: LonLat, meridian: number): [easting: number, northing: number] {
  const sine = Math.sin(latitude * RADIANS)
  const conformal = Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine))
  const turn = (longitude - meridian) * RADIANS
  const xi = Math.atan2(conformal, Math.cos(turn))
  const eta = Math.asinh(Math.sin(turn) / Math.hypot(conformal, Math.cos(turn)))
  let [x, y] = [eta, xi]
  for (const [at, factor] of alpha.entries()) {
    const twice = 2 * (at + 1)
    x += factor * Math.cos(twice * xi) * Math.sinh(twice * eta)
    y += factor * Math.sin(twice * xi) * Math.cosh(twice * eta)
  }
  return [FALSE_EASTING_METERS + RECTIFYING_RADIUS * x, RECTIFYING_RADIUS * y]
}

/** Returns the position of an easting, without a zone's number, and a northing in metres. */
export function fromGaussKruger([easting, northing]: readonly [number, number], meridian: number): LonLat {
  const [x, y] = [(easting - FALSE_EASTING_METERS) / RECTIFYING_RADIUS, northing / RECTIFYING_RADIUS]
  let [eta, xi] = [x, y]
  for (const [at, factor] of beta.entries()) {
    const twice = 2 * (at + 1)
    xi -= factor * Math.sin(twice * y) * Math.cosh(twice * x)
    eta -= factor * Math.cos(twice * y) * Math.sinh(twice * x)
  }
  const conformal = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi))
  const longitude = meridian + Math.atan2(Math.sinh(eta), Math.cos(xi)) / RADIANS
  return [longitude, geographicLatitude(conformal)]
}

/** The latitude whose conformal one has this tangent; the fixed point of its definition. */
function geographicLatitude(tangent: number): number {
  const isometric = Math.asinh(tangent)
  let sine = Math.tanh(isometric)
  for (let step = 0; step < 6; step++) sine = Math.tanh(isometric + ECCENTRICITY * Math.atanh(ECCENTRICITY * sine))
  return Math.asin(sine) / RADIANS
}
