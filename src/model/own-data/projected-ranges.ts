/** Tells projections by the range of coordinates in metres: zones of Gauss-Krüger and of UTM, and Web Mercator. Pure. */
import type { Geometry, Position } from 'geojson'
import { type Bbox, type LonLat, lonLat } from '../../../geo/base/position'
import type { KnownDatum, ZoneWidth } from './own-layer'
import type { OwnTable } from './own-table'
import { positionToWgs84 } from './to-wgs84'

const sampledRows = 400

/** Returns the first position of rows spread over a table, in the file's own coordinates. */
export function sampledPositions({ rows }: OwnTable): LonLat[] {
  const step = Math.max(1, Math.floor(rows.length / sampledRows))
  return rows.flatMap(({ geometry }, at) => {
    const position = geometry && at % step === 0 ? firstPosition(geometry) : undefined
    return position ? [lonLat(position)] : []
  })
}

function firstPosition(geometry: Geometry): Position | undefined {
  if (geometry.type === 'GeometryCollection') {
    const [first] = geometry.geometries
    return first && firstPosition(first)
  }
  let value: unknown = geometry.coordinates
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0]
  return Array.isArray(value) ? (value as Position) : undefined
}

const metersOfPrefix = 1_000_000
/** Numbers of zones of 3° and of 6° in China do not overlap. */
const zones: readonly { width: ZoneWidth; first: number; last: number }[] = [
  { width: 6, first: 13, last: 23 },
  { width: 3, first: 25, last: 45 },
]

/** Returns the projections under which at least nine in ten positions lie in a box of WGS 84. */
export function projectedCandidates(sample: readonly LonLat[], bounds: Bbox): KnownDatum[] {
  const all = [...prefixedCandidates(sample), ...plainCandidates(sample, bounds), ...otherCandidates(sample, bounds)]
  return all.filter((datum) => shareWithin(sample, datum, bounds) >= 0.9)
}

function prefixedCandidates(sample: readonly LonLat[]): KnownDatum[] {
  const prefixes = new Set(sample.map(([x]) => Math.floor(x / metersOfPrefix)))
  return [...prefixes].slice(0, 20).flatMap((prefix): KnownDatum[] =>
    zones
      .filter(({ first, last }) => prefix >= first && prefix <= last)
      .map(({ width }) => ({
        kind: 'gaussKruger',
        meridian: width === 3 ? prefix * 3 : prefix * 6 - 3,
        zoneWidth: width,
        prefixed: true,
      })),
  )
}

/** Without a zone's number every meridian of the region is possible; the projection is the same for both widths. */
function plainCandidates(sample: readonly LonLat[], [west, , east]: Bbox): KnownDatum[] {
  if (!sample.some(([x]) => x > 0 && x < metersOfPrefix)) return []
  const first = Math.floor(west / 3)
  return Array.from({ length: Math.ceil(east / 3) - first + 1 }, (_, at) => ({
    kind: 'gaussKruger' as const,
    meridian: (first + at) * 3,
    zoneWidth: 3 as const,
    prefixed: false,
  }))
}

/** Eastings of UTM have six digits as those of Gauss-Krüger without a zone's number; those of Web Mercator here have eight. */
function otherCandidates(sample: readonly LonLat[], [west, , east]: Bbox): KnownDatum[] {
  if (sample.some(([x]) => x > 11_000_000 && x < 13_000_000)) return [{ kind: 'webMercator' }]
  if (!sample.some(([x]) => x > 0 && x < metersOfPrefix)) return []
  const first = Math.floor((west + 180) / 6) + 1
  const last = Math.floor((east + 180) / 6) + 1
  return Array.from({ length: last - first + 1 }, (_, at) => ({ kind: 'utm', zone: first + at, south: false }))
}

function shareWithin(sample: readonly LonLat[], datum: KnownDatum, [west, south, east, north]: Bbox): number {
  const inside = sample.filter((position) => {
    if (datum.kind === 'gaussKruger' && position[0] >= metersOfPrefix !== datum.prefixed) return false
    const [longitude, latitude] = positionToWgs84(position, datum)
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north
  })
  return sample.length > 0 ? inside.length / sample.length : 0
}
