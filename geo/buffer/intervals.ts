/** Disjoint intervals from low to high, as pairs of ends. */
export type Intervals = [from: number, to: number][]

/** What is left of intervals without the part between `from` and `to`. */
export function without(intervals: Intervals, from: number, to: number): Intervals {
  if (!(from < to)) return intervals
  const [first, last] = [intervals[0], intervals.at(-1)]
  if (first === undefined || last === undefined || from >= last[1] || to <= first[0]) return intervals
  const rest: Intervals = []
  for (const [low, high] of intervals) {
    if (to <= low || from >= high) {
      rest.push([low, high])
      continue
    }
    if (from > low) rest.push([low, from])
    if (to < high) rest.push([to, high])
  }
  return rest
}

const TURN = 2 * Math.PI

/** The same for angles in 0…2π: the part taken away may begin anywhere and pass through 0. */
export function withoutArc(intervals: Intervals, from: number, to: number): Intervals {
  if (to - from >= TURN) return []
  const start = from - Math.floor(from / TURN) * TURN
  const end = start + (to - from)
  const rest = without(intervals, start, Math.min(end, TURN))
  return end > TURN ? without(rest, 0, end - TURN) : rest
}
