import type { OutlineRun } from './outline'

type Flat = [x: number, y: number]

/** Ends and beginnings of runs are computed apart; they differ by less. */
const GAP_METERS = 0.2

/** Runs joined end to end into closed rings, or nothing when an end has no beginning beside it. */
export function joinRuns(runs: readonly OutlineRun[]): Flat[][] | undefined {
  const open = runs.filter((run) => run.length > 1 && lengthOf(run) > GAP_METERS / 200)
  const starts = new Map<string, number[]>()
  open.forEach((run, index) => {
    const key = cellOf(first(run))
    starts.set(key, [...(starts.get(key) ?? []), index])
  })
  const used = new Set<number>()
  const rings: Flat[][] = []
  for (let index = 0; index < open.length; index++) {
    if (used.has(index)) continue
    const ring = followRing(index, open, starts, used)
    if (ring === undefined) return undefined
    if (ring.length > 3) rings.push(ring)
  }
  return rings
}

function followRing(
  start: number,
  runs: readonly OutlineRun[],
  starts: ReadonlyMap<string, number[]>,
  used: Set<number>,
): Flat[] | undefined {
  const ring: Flat[] = []
  let index = start
  for (;;) {
    used.add(index)
    const run = runs[index] as OutlineRun
    for (const point of run) if (ring.length === 0 || apart(ring.at(-1) as Flat, point) > GAP_METERS) ring.push(point)
    const end = run.at(-1) as Flat
    const next = nearestStart(end, start, runs, starts, used)
    if (next === undefined) return undefined
    if (next === start) break
    index = next
  }
  const begin = first(ring)
  if (ring.length > 1 && apart(ring.at(-1) as Flat, begin) <= GAP_METERS) ring.pop()
  return [...ring, begin]
}

/** The unused run that begins nearest to a point, within the gap; the ring's own beginning closes it. */
function nearestStart(
  [x, y]: Flat,
  ringStart: number,
  runs: readonly OutlineRun[],
  starts: ReadonlyMap<string, number[]>,
  used: ReadonlySet<number>,
): number | undefined {
  let best: { index: number; gap: number } | undefined
  for (const dx of [-1, 0, 1])
    for (const dy of [-1, 0, 1])
      for (const index of starts.get(cellOf([x + dx * GAP_METERS, y + dy * GAP_METERS])) ?? []) {
        if (used.has(index) && index !== ringStart) continue
        const gap = apart([x, y], first(runs[index] as OutlineRun))
        if (gap <= GAP_METERS && (best === undefined || gap < best.gap)) best = { index, gap }
      }
  return best?.index
}

const cellOf = ([x, y]: Flat) => `${Math.floor(x / GAP_METERS)},${Math.floor(y / GAP_METERS)}`
const first = (run: readonly Flat[]) => run[0] as Flat
const apart = ([x1, y1]: Flat, [x2, y2]: Flat) => Math.hypot(x2 - x1, y2 - y1)
const lengthOf = (run: readonly Flat[]) =>
  run.slice(1).reduce((sum, point, index) => sum + apart(run[index] as Flat, point), 0)
