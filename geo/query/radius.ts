import type { GeoProblem } from '../base/outcome'

/** The radii a question may have, in metres. */
export const LEAST_RADIUS_METERS = 100
export const GREATEST_RADIUS_METERS = 50_000

/** What is wrong with a radius in metres, or nothing. */
export function radiusProblem(radiusMeters: number): GeoProblem | undefined {
  if (!Number.isFinite(radiusMeters)) return 'radius-not-a-number'
  if (radiusMeters < LEAST_RADIUS_METERS) return 'radius-too-small'
  if (radiusMeters > GREATEST_RADIUS_METERS) return 'radius-too-large'
  return undefined
}
