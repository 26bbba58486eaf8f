/** Turns own coordinates into WGS 84. Pure. */
import type { Geometry, Position } from 'geojson'
import { fromWgs84Position, mapPositions, toWgs84Position } from '../../../geo/base/datum'
import { fromGaussKruger, toGaussKruger } from '../../../geo/base/gauss-kruger'
import { type LonLat, lonLat, positionsOf } from '../../../geo/base/position'
import { latitudeOf, longitudeOf, worldX, worldY } from '../../../geo/screen/camera'
import type { KnownDatum } from './own-layer'
import type { OwnProblem, OwnRow, OwnTable } from './own-table'

const metersOfPrefix = 1_000_000
/** The world's width in the metres of Web Mercator, which are metres at the equator alone. */
const mercatorMeters = 2 * Math.PI * 6_378_137

/** Returns the position in WGS 84 of one in a datum. Not finite, or beyond the range of degrees, for one that has none. */
export function positionToWgs84(position: Position, datum: KnownDatum): LonLat {
  switch (datum.kind) {
    case 'wgs84':
      return lonLat(position)
    case 'gcj02':
      return toWgs84Position(position, 'GCJ02')
    case 'bd09':
      return toWgs84Position(position, 'BD09')
    case 'gaussKruger': {
      const [x, y] = lonLat(position)
      return fromGaussKruger([datum.prefixed ? x % metersOfPrefix : x, y], datum.meridian)
    }
    case 'utm':
      return fromUtm(lonLat(position), datum)
    case 'webMercator': {
      const [x, y] = lonLat(position)
      return [longitudeOf(x / mercatorMeters + 0.5), latitudeOf(0.5 - y / mercatorMeters)]
    }
  }
}

/** Returns a WGS 84 position in a datum. */
export function positionFromWgs84(position: LonLat, datum: KnownDatum): [number, number] {
  switch (datum.kind) {
    case 'wgs84':
      return [...position]
    case 'gcj02':
      return fromWgs84Position(position, 'GCJ02')
    case 'bd09':
      return fromWgs84Position(position, 'BD09')
    case 'gaussKruger': {
      const [x, y] = toGaussKruger(position, datum.meridian)
      return [datum.prefixed ? zoneOf(datum) * metersOfPrefix + x : x, y]
    }
    case 'utm':
      return toUtm(position, datum)
    case 'webMercator':
      return [(worldX(position[0]) - 0.5) * mercatorMeters, (0.5 - worldY(position[1])) * mercatorMeters]
  }
}

type Utm = Extract<KnownDatum, { kind: 'utm' }>

/** UTM is the same transverse projection, a little smaller about its false origin, on an ellipsoid that differs by 0.1 mm. */
const utmScale = 0.9996
const falseEastingMeters = 500_000
const falseNorthingMeters = 10_000_000
const meridianOf = ({ zone }: Utm) => zone * 6 - 183

function fromUtm([x, y]: LonLat, datum: Utm): LonLat {
  const easting = (x - falseEastingMeters) / utmScale + falseEastingMeters
  return fromGaussKruger([easting, (y - (datum.south ? falseNorthingMeters : 0)) / utmScale], meridianOf(datum))
}

function toUtm(position: LonLat, datum: Utm): [number, number] {
  const [easting, northing] = toGaussKruger(position, meridianOf(datum))
  const x = (easting - falseEastingMeters) * utmScale + falseEastingMeters
  return [x, northing * utmScale + (datum.south ? falseNorthingMeters : 0)]
}

/** Returns the number of a zone by its central meridian and width. */
export const zoneOf = ({ meridian, zoneWidth }: Extract<KnownDatum, { kind: 'gaussKruger' }>): number =>
  zoneWidth === 3 ? meridian / 3 : (meridian + 3) / 6

/** Whether a position is one on the earth, in degrees. */
export const isOnEarth = ([longitude, latitude]: LonLat): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

/**
 * Returns a table with its places in WGS 84. One placed by addresses is so already. A row whose place cannot be in the
 * datum becomes a problem.
 */
export function toWgs84(table: OwnTable, datum: KnownDatum): OwnTable {
  if (table.placed.by === 'addresses' || table.placed.by === 'none') return table
  const rows: OwnRow[] = []
  const problems: OwnProblem[] = [...table.problems]
  for (const row of table.rows) {
    const geometry = row.geometry && turned(row.geometry, datum)
    if (geometry === undefined)
      problems.push({ row: row.row, value: firstPosition(row.geometry), reason: 'outside-range' })
    else rows.push({ ...row, geometry })
  }
  return { ...table, rows, problems: problems.sort((one, other) => one.row - other.row) }
}

function turned(geometry: Geometry, datum: KnownDatum): Geometry | undefined {
  if (datum.kind === 'wgs84') return positionsOf(geometry).every((at) => isOnEarth(lonLat(at))) ? geometry : undefined
  let isWhole = true
  const made = mapPositions(geometry, (position) => {
    const inWgs84 = positionToWgs84(position, datum)
    if (!isOnEarth(inWgs84)) isWhole = false
    return inWgs84
  })
  return isWhole ? made : undefined
}

function firstPosition(geometry: Geometry | null): string {
  let first = ''
  if (geometry)
    mapPositions(geometry, (position) => {
      first ||= position.join(', ')
      return position
    })
  return first
}
