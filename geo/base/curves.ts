import { elementAt, type Xy } from './position'

/**
 * Returns points every `step` metres along a line, ends included; the step is stretched so that the last one is whole.
 */
export function resample(line: readonly Xy[], step: number): Xy[] {
  const lengths = line.slice(1).map((point, index) => span(elementAt(line, index), point))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const count = Math.max(1, Math.round(total / step))
  const points: Xy[] = []
  let segment = 0
  let walked = 0
  for (let number = 0; number < count; number++) {
    const target = (total * number) / count
    while (segment < lengths.length - 1 && walked + elementAt(lengths, segment) <= target)
      walked += elementAt(lengths, segment++)
    const length = elementAt(lengths, segment)
    points.push(
      mix(elementAt(line, segment), elementAt(line, segment + 1), length === 0 ? 0 : (target - walked) / length),
    )
  }
  return [...points, elementAt(line, -1)]
}

/**
 * Returns the running mean with a Gaussian weight over evenly spaced points; beyond the ends the line is mirrored
 * through them, so they stay.
 */
export function gaussian(line: readonly Xy[], sigmaInPoints: number): Xy[] {
  const reach = Math.ceil(sigmaInPoints * 3)
  const weights = Array.from({ length: reach + 1 }, (_, offset) => Math.exp(-0.5 * (offset / sigmaInPoints) ** 2))
  const last = line.length - 1
  const value = (index: number): Xy => {
    if (index < 0) return mirror(elementAt(line, 0), elementAt(line, Math.min(-index, last)))
    if (index > last) return mirror(elementAt(line, last), elementAt(line, Math.max(2 * last - index, 0)))
    return elementAt(line, index)
  }
  return line.map((_, index) => {
    let [x, y, sum] = [0, 0, 0]
    for (let offset = -reach; offset <= reach; offset++) {
      const weight = elementAt(weights, Math.abs(offset))
      const [px, py] = value(index + offset)
      x += px * weight
      y += py * weight
      sum += weight
    }
    return [x / sum, y / sum]
  })
}

/**
 * Rounds off the bends sharper than `minRadius` and leaves the rest: smooths only around them, again and again, at most
 * `rounds` times. Points must be evenly spaced; `reach` of them on each side of a bend take part.
 */
export function easeBends(line: readonly Xy[], minRadius: number, reach: number, rounds = 30): Xy[] {
  let eased = [...line]
  for (let round = 0; round < rounds; round++) {
    const sharp = eased.map((_, index) => curvature(eased, index, Math.ceil(reach / 2)) * minRadius > 1)
    if (!sharp.includes(true)) return eased
    const smooth = gaussian(eased, reach / 2)
    eased = eased.map((point, index) =>
      sharp.slice(Math.max(0, index - reach), index + reach + 1).includes(true) ? elementAt(smooth, index) : point,
    )
  }
  return eased
}

/**
 * Returns one over the radius of the circle through a point and those `stride` away on both sides, in 1/m; 0 near the
 * ends.
 */
export function curvature(line: readonly Xy[], index: number, stride = 1): number {
  const [a, b, c] = [line[index - stride], elementAt(line, index), line[index + stride]]
  if (index < stride || a === undefined || c === undefined) return 0
  const cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  return Math.abs(2 * cross) / (span(a, b) * span(b, c) * span(a, c))
}

/**
 * Returns a smooth curve through all points of a line (centripetal Catmull–Rom, which makes no loops), `steps` pieces
 * between two of them.
 */
export function curveThrough(line: readonly Xy[], steps: number): Xy[] {
  if (line.length < 3) return [...line]
  const before = mirror(elementAt(line, 0), elementAt(line, 1))
  const after = mirror(elementAt(line, -1), elementAt(line, -2))
  const knots = [before, ...line, after]
  const curve: Xy[] = []
  for (let index = 1; index < knots.length - 2; index++) {
    const four = [
      elementAt(knots, index - 1),
      elementAt(knots, index),
      elementAt(knots, index + 1),
      elementAt(knots, index + 2),
    ] as const
    for (let step = 0; step < steps; step++) curve.push(catmullRom(four, step / steps))
  }
  return [...curve, elementAt(line, -1)]
}

function catmullRom([p0, p1, p2, p3]: readonly [Xy, Xy, Xy, Xy], share: number): Xy {
  const t1 = Math.sqrt(span(p0, p1))
  const t2 = t1 + Math.sqrt(span(p1, p2))
  const t3 = t2 + Math.sqrt(span(p2, p3))
  const t = t1 + (t2 - t1) * share
  const a1 = mix(p0, p1, t / t1)
  const a2 = mix(p1, p2, (t - t1) / (t2 - t1))
  const a3 = mix(p2, p3, (t - t2) / (t3 - t2))
  const b1 = mix(a1, a2, t / t2)
  const b2 = mix(a2, a3, (t - t1) / (t3 - t1))
  return mix(b1, b2, (t - t1) / (t2 - t1))
}

/** Returns the distance between two points, in their unit. */
export function span(a: Xy, b: Xy): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}

/** Returns the point `share` of the way from `a` to `b`. */
export function mix(a: Xy, b: Xy, share: number): Xy {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

function mirror(center: Xy, point: Xy): Xy {
  return [2 * center[0] - point[0], 2 * center[1] - point[1]]
}
