import type { Position } from 'geojson'
import { elementAt, type LonLat, lonLat, samePosition } from './position'

/**
 * Returns a line with fewer vertices, by Douglas–Peucker in plain degrees; the ends stay. A closed line is halved at
 * its farthest vertex first, so that it stays a ring.
 */
export function simplifyLine(line: readonly Position[], toleranceDegrees: number): Position[] {
  if (line.length < 3 || toleranceDegrees <= 0) return [...line]
  const points = line.map(lonLat)
  const keep = new Set([0, points.length - 1])
  const pending: [number, number][] = []
  if (samePosition(elementAt(line, 0), elementAt(line, -1))) {
    const far = farthest(points, 0, points.length - 1).index
    keep.add(far)
    const second = farthest(points, 0, far)
    keep.add(second.index > 0 ? second.index : farthest(points, far, points.length - 1).index)
    const sorted = [...keep].sort((a, b) => a - b)
    sorted.slice(1).forEach((end, index) => {
      pending.push([elementAt(sorted, index), end])
    })
  } else {
    pending.push([0, points.length - 1])
  }
  for (let range = pending.pop(); range !== undefined; range = pending.pop()) {
    const { index, distance } = farthest(points, range[0], range[1])
    if (distance <= toleranceDegrees) continue
    keep.add(index)
    pending.push([range[0], index], [index, range[1]])
  }
  return line.filter((_, index) => keep.has(index))
}

/** The vertex between two others that lies farthest from the straight line between them. */
function farthest(points: LonLat[], start: number, end: number): { index: number; distance: number } {
  let best = { index: start, distance: 0 }
  for (let index = start + 1; index < end; index++) {
    const distance = distanceToSegment(elementAt(points, index), elementAt(points, start), elementAt(points, end))
    if (distance > best.distance) best = { index, distance }
  }
  return best
}

function distanceToSegment([x, y]: LonLat, [x1, y1]: LonLat, [x2, y2]: LonLat): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared))
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy)
}
