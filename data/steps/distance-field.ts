/** Signed distance fields as MapLibre reads them: alpha 192 on the outline, 8 pixels to the full range. */
const RADIUS = 8
const CUTOFF = 0.25
const FAR = 1e20

/**
 * Returns the signed distance field of a square coverage grid that is `oversampling` times finer: one alpha value a
 * pixel, 192 on the outline and 8 pixels to the full range, as MapLibre reads it. Distances are exact (Felzenszwalb
 * and Huttenlocher 2012), then averaged down.
 */
export function distanceField(coverage: Float64Array, side: number, oversampling: number): Uint8Array {
  const outside = transform(coverage, side, (value) => value >= 0.5)
  const inside = transform(coverage, side, (value) => value < 0.5)
  const small = side / oversampling
  const half = (oversampling - 1) / 2
  return Uint8Array.from({ length: small * small }, (_, index) => {
    const x = (index % small) * oversampling
    const y = Math.floor(index / small) * oversampling
    let sum = 0
    for (const dx of [Math.floor(half), Math.ceil(half)])
      for (const dy of [Math.floor(half), Math.ceil(half)]) {
        const at = (y + dy) * side + x + dx
        sum += Math.sqrt(outside[at] ?? 0) - Math.sqrt(inside[at] ?? 0)
      }
    const distance = sum / 4 / oversampling
    return Math.max(0, Math.min(255, Math.round(255 * (1 - distance / RADIUS - CUTOFF))))
  })
}

/** Squared distance of each cell to the nearest one that counts. */
function transform(coverage: Float64Array, side: number, counts: (value: number) => boolean): Float64Array {
  const grid = coverage.map((value) => (counts(value) ? 0 : FAR))
  for (let x = 0; x < side; x++) pass(grid, x, side, side)
  for (let y = 0; y < side; y++) pass(grid, y * side, 1, side)
  return grid
}

/** One row or column: the lower envelope of parabolas standing on its values. */
function pass(grid: Float64Array, offset: number, stride: number, length: number): void {
  const values = Float64Array.from({ length }, (_, index) => grid[offset + index * stride] ?? FAR)
  const value = (index: number) => values[index] ?? FAR
  const feet = new Int32Array(length)
  const starts = new Float64Array(length + 1)
  let last = 0
  starts[0] = -FAR
  starts[1] = FAR
  const meets = (a: number, b: number) => (value(b) - value(a) + b * b - a * a) / (2 * (b - a))
  for (let index = 1; index < length; index++) {
    let start = meets(feet[last] ?? 0, index)
    while (last > 0 && start <= (starts[last] ?? -FAR)) start = meets(feet[--last] ?? 0, index)
    if (start <= (starts[last] ?? -FAR)) last = -1
    feet[++last] = index
    starts[last] = last === 0 ? -FAR : start
    starts[last + 1] = FAR
  }
  for (let index = 0, foot = 0; index < length; index++) {
    while ((starts[foot + 1] ?? FAR) < index) foot++
    const from = feet[foot] ?? 0
    grid[offset + index * stride] = (index - from) ** 2 + value(from)
  }
}
