import type { Geometry } from 'geojson'
import { answer, noAnswer, type Outcome } from '../base/outcome'
import { closestPair } from './closest'
import { prepareGeometry } from './prepared'
import { radiusProblem } from './radius'
import { buildSpatialIndex, grownBounds, type SpatialIndex } from './spatial-index'
import { geometryProblem } from './validity'

/** Anything on the map a question can find. */
export interface Placed {
  id: string
  geometry: Geometry | null
  /** How far the true place may lie from the geometry, in metres. */
  errorMeters: number
}

/** The thing a question is asked about. */
export type Subject = Pick<Placed, 'geometry' | 'errorMeters'>

/** A thing found near a subject. */
export interface Found<T> {
  item: T
  /** Shortest distance, 0 when touching or inside. */
  distanceKm: number
  inside: boolean
  /** 临界: the position errors of both could change whether it is inside. */
  borderline: boolean
}

/**
 * Returns the index the questions below need: boxes are larger by each item's own error, so that what is borderline is
 * found too.
 */
export function indexPlaced<T extends Placed>(items: readonly T[]): SpatialIndex<T> {
  return buildSpatialIndex(
    items,
    (item) => item.geometry,
    (item) => item.errorMeters,
  )
}

/** What reaches to within this share beyond the radius still counts as a matter of computing accuracy. */
const COMPUTING_ERROR = 0.0005

/**
 * Returns what lies within `radiusMeters` of a subject, wholly or in part, nearest first; with it what lies just
 * outside but could be inside (`inside: false, borderline: true`). Decided by distance on the ellipsoid, not by the
 * buffer's drawn polygon, so a bigger radius never loses anything.
 */
export function whatLiesWithin<T extends Placed>(
  subject: Subject,
  radiusMeters: number,
  index: SpatialIndex<T>,
): Outcome<Found<T>[]> {
  const problem = radiusProblem(radiusMeters) ?? geometryProblem(subject.geometry)
  if (problem !== undefined || subject.geometry === null) return noAnswer(problem ?? 'no-geometry')
  const source = prepareGeometry(subject.geometry)
  const reachMeters = radiusMeters * (1 + COMPUTING_ERROR) + subject.errorMeters
  const found: Found<T>[] = []
  for (const item of index.search(grownBounds(source.box, reachMeters))) {
    if (item.geometry === null) continue
    const errorMeters = subject.errorMeters + item.errorMeters + radiusMeters * COMPUTING_ERROR
    const pair = closestPair(source, item.geometry, (radiusMeters + errorMeters) / 1000)
    if (pair === undefined) continue
    const meters = pair.km * 1000
    const borderline = Math.abs(meters - radiusMeters) <= errorMeters
    found.push({ item, distanceKm: pair.km, inside: meters <= radiusMeters, borderline })
  }
  return answer(found.sort((a, b) => a.distanceKm - b.distanceKm || compareIds(a.item.id, b.item.id)))
}

/** How many boxes are looked at beyond those asked for, since the nearest box need not hold the nearest thing. */
const BOXES_PER_ANSWER = 8

/** Returns the `count` items nearest to a subject that `accept` lets through, nearest first. */
export function nearestOf<T extends Placed>(
  subject: Subject,
  count: number,
  index: SpatialIndex<T>,
  accept: (item: T) => boolean = () => true,
): Outcome<Found<T>[]> {
  const problem = geometryProblem(subject.geometry)
  if (problem !== undefined || subject.geometry === null) return noAnswer(problem ?? 'no-geometry')
  const source = prepareGeometry(subject.geometry)
  const [west, south, east, north] = source.box
  const center = [(west + east) / 2, (south + north) / 2]
  const nearest = new Nearest<T>(count)
  const seen = new Set<T>()
  const visit = (items: readonly T[]) => {
    for (const item of items) {
      if (seen.has(item) || item.geometry === null || !accept(item)) continue
      seen.add(item)
      const pair = closestPair(source, item.geometry, nearest.limitKm)
      if (pair !== undefined) nearest.add({ item, distanceKm: pair.km, inside: pair.km === 0, borderline: false })
    }
  }
  visit(index.nearest(center, count * BOXES_PER_ANSWER, accept))
  if (nearest.found.length === 0) return noAnswer('nothing-found')
  // Fewer than asked for: all there are have been looked at.
  if (nearest.limitKm < Infinity) visit(index.search(grownBounds(source.box, nearest.limitKm * 1000)))
  return answer(nearest.found)
}

/** Keeps the nearest so many; what is farther than the last of them need not be looked at. */
class Nearest<T extends Placed> {
  found: Found<T>[] = []
  constructor(private readonly count: number) {}
  get limitKm(): number {
    return this.found.length < this.count ? Infinity : (this.found.at(-1)?.distanceKm ?? Infinity)
  }
  add(one: Found<T>) {
    this.found.push(one)
    this.found.sort((a, b) => a.distanceKm - b.distanceKm || compareIds(a.item.id, b.item.id))
    this.found.length = Math.min(this.found.length, this.count)
  }
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
