/** Medians, percentiles and bootstrap intervals, with a fixed seed so that the same samples give the same interval. */

export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

/** The median and the interval that holds it in 95 % of resamplings. */
export function bootstrap(
  values: readonly number[],
  resamplings = 2000,
): { median: number; low: number; high: number } {
  const random = mulberry32(20_261_122)
  const medians = Array.from({ length: resamplings }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN)),
  )
  return { median: median(values), low: percentile(medians, 0.025), high: percentile(medians, 0.975) }
}

/** Tommy Ettinger's 32-bit generator, in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
