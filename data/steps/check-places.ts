/**
 * Checks positions against the borders: a point lies in a district its row names, a line or area touches each of
 * them. Pure.
 */
import type { Geometry, Position } from 'geojson'
import { nearestPointOnLine } from '../../geo/base/along'
import { bounds, distanceKm } from '../../geo/base/measure'
import { pointInPolygon } from '../../geo/base/point-in-polygon'
import { linesOf } from '../../geo/base/position'
import type { AuthoredFeature } from '../schema'
import type { AuthoredRecord, Located, Problem } from './read'
import type { ResolvedRecord } from './resolve'

/**
 * Returns a problem for every position outside the districts its row names. A line or area may miss a district by its
 * stated error and 500 m.
 */
export function checkPlaces(record: AuthoredRecord, { features }: ResolvedRecord): Problem[] {
  const geometryOf = new Map(features.map(({ id, geometry }) => [id, geometry]))
  const borders = new Map(features.filter((f) => f.properties.kind === 'district').map((f) => [f.id, f.geometry]))
  return record.features.flatMap((located) => {
    const geometry = geometryOf.get(located.row.id)
    if (!geometry || located.row.kind === 'district') return []
    const named = located.row.districts.filter((code) => borders.get(code))
    if (geometry.type === 'Point') return pointProblem(located, geometry.coordinates, named, borders)
    const outside = named.filter((code) => !touches(geometry, borders.get(code) as Geometry, located.row))
    return outside.map((code) => problem(located, `线形或范围不经过所写的区 ${code}`))
  })
}

function pointProblem(
  located: Located<AuthoredFeature>,
  at: Position,
  named: string[],
  borders: Map<string, Geometry | null>,
): Problem[] {
  if (named.length === 0 || named.some((code) => pointInPolygon(at, borders.get(code) as Geometry))) return []
  const actual = [...borders].find(([, border]) => border && pointInPolygon(at, border))?.[0] ?? '资料所列各区之外'
  return [problem(located, `坐标 [${at.join(', ')}] 不在所写的区 ${named.join('、')} 内，而在 ${actual}`)]
}

/** A position inside, or one no farther off than the row's own error: rivers run along borders. */
function touches(geometry: Geometry, border: Geometry, row: AuthoredFeature): boolean {
  const reachKm = (row.position?.errorMeters ?? 0) / 1000 + 0.5
  const [west, south, east, north] = bounds(border)
  const margin = reachKm / 90
  const near = densified(geometry).filter(
    ([longitude = 0, latitude = 0]) =>
      longitude > west - margin && longitude < east + margin && latitude > south - margin && latitude < north + margin,
  )
  if (near.some((at) => pointInPolygon(at, border))) return true
  return linesOf(border).some((ring) => near.some((at) => nearestPointOnLine(at, ring).distanceKm < reachKm))
}

function densified(geometry: Geometry): Position[] {
  const lines = linesOf(geometry)
  return lines.flatMap((line) =>
    line.flatMap((from, index) => {
      const to = line[index + 1]
      if (!to) return [from]
      const steps = Math.max(1, Math.ceil(distanceKm(from, to) / 0.5))
      return Array.from({ length: steps }, (_, step) => [
        (from[0] ?? 0) + (((to[0] ?? 0) - (from[0] ?? 0)) * step) / steps,
        (from[1] ?? 0) + (((to[1] ?? 0) - (from[1] ?? 0)) * step) / steps,
      ])
    }),
  )
}

const problem = (located: Located<AuthoredFeature>, message: string): Problem => ({
  file: located.file,
  line: located.lineOf(['position']),
  message: `${located.row.id}：${message}`,
})
