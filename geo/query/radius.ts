import type { GeoProblem } from '../base/outcome'

/** The smallest radius a question may have, in metres. */
export const LEAST_RADIUS_METERS = 100

/** The largest radius a question may have, in metres. */
export const GREATEST_RADIUS_METERS = 50_000

/** Returns what is wrong with a radius in metres, or undefined. */
export function radiusProblem(radiusMeters: number): GeoProblem | undefined {
  if (!Number.isFinite(radiusMeters)) return 'radius-not-a-number'
  if (radiusMeters < LEAST_RADIUS_METERS) return 'radius-too-small'
  if (radiusMeters > GREATEST_RADIUS_METERS) return 'radius-too-large'
  return undefined
}
