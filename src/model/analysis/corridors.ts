/** What lies on a corridor, which corridors pass a district, and which join two places. */
import type { Geometry, LineString } from 'geojson'
import type { Subkind } from '../../../data/schema'
import { nearestPointOnLine } from '../../../geo/base/along'
import { lengthKm, lineLengthKm } from '../../../geo/base/measure'
import { bufferOf } from '../../../geo/buffer/buffer'
import { alongLine, representativePoint } from '../../../geo/query/between'
import { lengthInsideKm, passagesOf } from '../../../geo/query/crossing'
import { containsPosition } from '../../../geo/query/prepared'
import { grownBounds } from '../../../geo/query/spatial-index'
import { whatLiesWithin } from '../../../geo/query/within'
import type { AskedFeature, BetweenAnswer, FoundFeature } from './analysis'
import { foundFeature, type PreparedWorld, type Steps } from './world'

/** What can stand on a corridor. */
const structures: ReadonlySet<Subkind | undefined> = new Set([
  'bridge',
  'tunnel',
  'station',
  'port',
  'interchange',
  'airport',
])

/** A bridge or station this near to a corridor's line is on it; a little farther its place may be at fault. */
const onLineMeters = 500
const mostErrorMeters = 2000

/** Returns the steps that answer which districts a corridor passes and what lies within `radiusMeters` of it. */
export function* corridorSteps(world: PreparedWorld, subject: AskedFeature | undefined, radiusMeters: number): Steps {
  const line = subject?.geometry ?? null
  const passages = passagesOf(line, world.districtAreas)
  if (!passages.ok) return passages
  if (!subject || !line) return { ok: false, reason: 'no-geometry' }
  yield
  const shape = bufferOf(line, radiusMeters)
  if (!shape.ok) return shape
  yield
  const found = whatLiesWithin(subject, radiusMeters, world.index)
  if (!found.ok) return found
  yield
  return {
    ok: true,
    value: {
      kind: 'corridor',
      lengthKm: lengthKm(line),
      errorMeters: subject.errorMeters,
      extents: extentsAlong(world, line),
      passages: passages.value.map(({ id, km }) => (id === undefined ? { km } : { id, km })),
      onIt: onLine(world, subject),
      found: found.value.filter(({ item }) => item.id !== subject.id).map(foundFeature),
      shape: shape.value,
    },
  }
}

/** The extents a line passes through, longest stretch first. */
function extentsAlong(world: PreparedWorld, line: Geometry): { id: string; km: number }[] {
  if (line.type !== 'LineString' && line.type !== 'MultiLineString') return []
  return world.extentAreas
    .map((area) => ({ id: area.id, km: lengthInsideKm(line, area) }))
    .filter(({ km }) => km > 0)
    .sort((a, b) => b.km - a.km)
}

/** Structures on a line in their order along it; those only an error could bring onto it are 临界. */
function onLine(world: PreparedWorld, subject: AskedFeature): (FoundFeature & { alongKm: number })[] {
  const near = whatLiesWithin({ ...subject, errorMeters: 0 }, mostErrorMeters, world.index)
  if (!near.ok) return []
  return near.value
    .filter(({ item }) => item.id !== subject.id && structures.has(item.subkind))
    .flatMap(({ item, distanceKm }) => {
      const meters = distanceKm * 1000
      const inside = meters <= onLineMeters
      const reach = Math.min(mostErrorMeters, onLineMeters + item.errorMeters + subject.errorMeters)
      if (meters > reach || !item.geometry) return []
      const borderline = Math.abs(meters - onLineMeters) <= Math.min(item.errorMeters, onLineMeters) || !inside
      return [{ id: item.id, km: distanceKm, inside, borderline, alongKm: alongOf(subject, item) }]
    })
    .sort((a, b) => a.alongKm - b.alongKm)
}

/** Way from a line's start to the point nearest to a feature, part after part. */
function alongOf(line: AskedFeature, { geometry }: AskedFeature): number {
  if (!geometry) return 0
  const place = representativePoint(geometry)
  let before = 0
  let best = { distanceKm: Infinity, alongKm: 0 }
  for (const part of partsOf(line)) {
    const { distanceKm, alongKm } = nearestPointOnLine(place, part)
    if (distanceKm < best.distanceKm) best = { distanceKm, alongKm: before + alongKm }
    before += lineLengthKm(part)
  }
  return best.alongKm
}

function partsOf({ geometry }: AskedFeature): LineString['coordinates'][] {
  if (geometry?.type === 'LineString') return [geometry.coordinates]
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : []
}

const lines = new WeakMap<AskedFeature, LineString[]>()

/** The parts of a corridor as lines of their own, made once so that what is worked out about them can be kept. */
function linesOf(corridor: AskedFeature): LineString[] {
  const known = lines.get(corridor)
  if (known) return known
  const made = partsOf(corridor).map((coordinates): LineString => ({ type: 'LineString', coordinates }))
  lines.set(corridor, made)
  return made
}

/** Returns the corridors with a stretch inside a district or an extent, longest first; a corridor drawn as a point has 0 km. */
export function corridorsThrough(world: PreparedWorld, areaId: string): { id: string; km: number }[] {
  const area = [...world.districtAreas, ...world.extentAreas].find(({ id }) => id === areaId)
  if (!area) return []
  return (world.byKind.get('corridor')?.search(area.prepared.box) ?? [])
    .flatMap(({ id, geometry }) => {
      if (geometry?.type === 'LineString' || geometry?.type === 'MultiLineString') {
        const km = lengthInsideKm(geometry, area)
        return km > 0 ? [{ id, km }] : []
      }
      const [longitude, latitude] = geometry ? representativePoint(geometry) : [0, 0]
      return containsPosition(area.prepared, longitude, latitude) ? [{ id, km: 0 }] : []
    })
    .sort((a, b) => b.km - a.km)
}

/** A place this near to a line is on the way; its own error is added. */
const besideMeters = 1000

/** Returns the corridors that pass both of two features, with the length between them, shortest first. */
export function corridorsJoining(world: PreparedWorld, one: AskedFeature, other: AskedFeature): BetweenAnswer['along'] {
  const reach = (feature: AskedFeature) => besideMeters + Math.min(feature.errorMeters, mostErrorMeters)
  const tolerance = Math.max(reach(one), reach(other))
  const corridors = (feature: AskedFeature) => {
    if (!feature.geometry) return []
    const [longitude, latitude] = representativePoint(feature.geometry)
    const isPoint = feature.geometry.type === 'Point'
    const box: [number, number, number, number] = [longitude, latitude, longitude, latitude]
    return isPoint ? (world.byKind.get('corridor')?.search(grownBounds(box, tolerance)) ?? []) : undefined
  }
  const all = corridors(one) ?? corridors(other) ?? world.byKind.get('corridor')?.search([-180, -90, 180, 90]) ?? []
  return all
    .filter(({ id }) => id !== one.id && id !== other.id)
    .flatMap((corridor) => {
      const ways = linesOf(corridor).flatMap((line) => {
        const way = alongLine(one.geometry, other.geometry, line, tolerance)
        return way.ok ? [way.value] : []
      })
      const [best] = ways.sort((a, b) => a.offKm[0] + a.offKm[1] - b.offKm[0] - b.offKm[1])
      return best && best.km > 0 ? [{ id: corridor.id, km: best.km, offKm: best.offKm }] : []
    })
    .sort((a, b) => a.km - b.km)
}
