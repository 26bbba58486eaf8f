import type { Geometry, LineString, MultiLineString } from 'geojson'
import { interpolate } from '../base/along'
import { distanceKm } from '../base/measure'
import { answer, noAnswer, type Outcome } from '../base/outcome'
import { type LonLat, linesOf, lonLat, pairs } from '../base/position'
import { segmentMeetsBox } from '../base/segments'
import type { NamedArea } from './areas'
import { containsPosition, crossingShares, type PreparedGeometry, prepareGeometry } from './prepared'
import { geometryProblem } from './validity'

/** A stretch of a line inside one named area, or outside all of them (`id` undefined). */
export interface Passage {
  id: string | undefined
  km: number
}

/** Areas made ready to be crossed by many lines. */
export interface PreparedArea {
  id: string
  prepared: PreparedGeometry
}

/**
 * Prepares areas so that many lines can be asked which of them they cross: each once, with the first question that needs
 * it. Returns them in the same order.
 */
export function prepareAreas(areas: readonly NamedArea[]): PreparedArea[] {
  return areas.map(({ id, geometry }) => ({
    id,
    get prepared() {
      return prepareGeometry(geometry)
    },
  }))
}

/**
 * Returns the areas a line passes through, in order, with the km in each: 沿线依次经过. Where it leaves all of them the
 * passage has no id, so the passages add up to the line's length. A line along a common border is given to one of the
 * two sides, never to both.
 */
export function passagesOf(line: Geometry | null, areas: readonly PreparedArea[]): Outcome<Passage[]> {
  const problem = geometryProblem(line)
  if (problem !== undefined || line === null) return noAnswer(problem ?? 'no-geometry')
  if (line.type !== 'LineString' && line.type !== 'MultiLineString') return noAnswer('not-a-line')
  const passages: Passage[] = []
  for (const [from, to] of linesOf(line).flatMap((one) => pairs(one.map(lonLat)))) {
    for (const piece of piecesOf(from, to, areas)) {
      const last = passages.at(-1)
      if (last !== undefined && last.id === piece.id) last.km += piece.km
      else passages.push({ ...piece })
    }
  }
  return answer(passages)
}

/** Returns the km of a line inside one area; 0 for a line that cannot be measured. */
export function lengthInsideKm(line: LineString | MultiLineString, area: PreparedArea): number {
  const passages = passagesOf(line, [area])
  if (!passages.ok) return 0
  return passages.value.reduce((sum, { id, km }) => (id === area.id ? sum + km : sum), 0)
}

/** A segment cut wherever it crosses a border; each piece belongs to the area its middle lies in. */
function piecesOf(from: LonLat, to: LonLat, areas: readonly PreparedArea[]): Passage[] {
  const near = areas.filter(({ prepared: { box } }) => segmentMeetsBox(from, to, box))
  const cuts = near.flatMap(({ prepared }) => crossingShares(from, to, prepared))
  const shares = [0, ...cuts.sort((a, b) => a - b), 1]
  return pairs(shares).flatMap(([start, end]) => {
    if (end - start < 1e-12) return []
    const [longitude, latitude] = interpolate(from, to, (start + end) / 2)
    const owner = near.find(({ prepared }) => containsPosition(prepared, longitude, latitude))
    return [{ id: owner?.id, km: distanceKm(interpolate(from, to, start), interpolate(from, to, end)) }]
  })
}
