/**
 * In which datum a boundary file seems to be, told by where its districts lie beside those of a file whose datum is
 * known.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { type Datum, fromWgs84Position } from '../base/datum'
import { metersPerDegree } from '../base/ellipsoid'
import { elementAt, type LonLat, polygonsOf } from '../base/position'
import type { DistrictCollection } from './topology'

/** A shift in metres. */
export interface Shift {
  east: number
  north: number
}

/** `undone`: converted from GCJ-02 although it was none; `unknown`: shifted by something else. */
export type DatumVerdict = Exclude<Datum, 'WGS84'> | 'undone' | 'unknown'

/** The datum a boundary file seems to be in, with the median shift of its districts from a reference. */
export interface DatumEvidence {
  verdict: DatumVerdict
  /** How many districts were compared. */
  districts: number
  /** The median of how far their middles lie off. */
  found: Shift
  /** How far they would lie off if the verdict holds; undefined for `unknown`. */
  expected?: Shift
}

/** Below it a file may differ from another by how it was digitised. */
const TOLERANCE_METERS = 150
/** Fewer districts could be off by chance. */
const LEAST_DISTRICTS = 3

/**
 * Compares the middles of districts that both files have. Returns undefined for a file that lies where the reference
 * does, and where there is too little to compare. Both are given as if they were WGS 84; `reference` is.
 */
export function datumEvidence(file: DistrictCollection, reference: DistrictCollection): DatumEvidence | undefined {
  const middles = new Map(reference.features.map(({ properties, geometry }) => [properties.adcode, middleOf(geometry)]))
  const common = file.features.flatMap(({ properties, geometry }) => {
    const known = middles.get(properties.adcode)
    return known ? [{ known, shift: shiftBetween(known, middleOf(geometry)) }] : []
  })
  if (common.length < LEAST_DISTRICTS) return undefined
  const found = medianShift(common.map(({ shift }) => shift))
  const expectedOf = (to: Datum) =>
    medianShift(common.map(({ known }) => shiftBetween(known, fromWgs84Position(known, to))))
  const gcj02 = expectedOf('GCJ02')
  const candidates: { verdict: DatumVerdict | undefined; expected: Shift }[] = [
    { verdict: undefined, expected: { east: 0, north: 0 } },
    { verdict: 'GCJ02', expected: gcj02 },
    { verdict: 'BD09', expected: expectedOf('BD09') },
    { verdict: 'undone', expected: { east: -gcj02.east, north: -gcj02.north } },
  ]
  const distance = ({ expected }: { expected: Shift }) =>
    Math.hypot(expected.east - found.east, expected.north - found.north)
  const nearest = candidates.reduce((best, each) => (distance(each) < distance(best) ? each : best))
  if (distance(nearest) > TOLERANCE_METERS) return { verdict: 'unknown', districts: common.length, found }
  const { verdict, expected } = nearest
  return verdict && { verdict, districts: common.length, found, expected }
}

function shiftBetween(from: LonLat, to: LonLat): Shift {
  const scale = metersPerDegree((from[1] + to[1]) / 2)
  return { east: (to[0] - from[0]) * scale.longitude, north: (to[1] - from[1]) * scale.latitude }
}

function medianShift(shifts: readonly Shift[]): Shift {
  const median = (values: number[]) =>
    elementAt(
      values.sort((a, b) => a - b),
      Math.floor(values.length / 2),
    )
  return { east: median(shifts.map(({ east }) => east)), north: median(shifts.map(({ north }) => north)) }
}

/** The centroid of the largest part, in the plane of degrees. */
function middleOf(geometry: Polygon | MultiPolygon): LonLat {
  const parts = polygonsOf(geometry).map(([ring = []]) => centroid(ring))
  const largest = parts.reduce((best, part) => (Math.abs(part.area) > Math.abs(best.area) ? part : best))
  return largest.at
}

function centroid(ring: readonly Position[]): { area: number; at: LonLat } {
  // From the first corner, so that the products stay small beside their differences.
  const [originX = 0, originY = 0] = ring[0] ?? []
  let [area, x, y] = [0, 0, 0]
  ring.forEach(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? []
    const cross = (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY)
    area += cross
    x += (x1 + x2 - 2 * originX) * cross
    y += (y1 + y2 - 2 * originY) * cross
  })
  return { area, at: area === 0 ? [originX, originY] : [originX + x / (3 * area), originY + y / (3 * area)] }
}
