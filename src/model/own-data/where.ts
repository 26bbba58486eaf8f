/** How rows of own data lie to what the record has: in it, near it, across it, and in which district. Pure. */
import type { Geometry } from 'geojson'
import { positionsOf } from '../../../geo/base/position'
import { closestPair } from '../../../geo/query/closest'
import { containsPosition, prepareGeometry } from '../../../geo/query/prepared'
import type { PlanRecord } from '../record'
import type { OwnQuestion } from './own-layer'
import type { OwnRow } from './own-table'

/** Whether a row answers a question. */
export type RowTest = (row: OwnRow) => boolean

/** Why a question cannot be asked of a feature. */
export type WhereProblem = 'noPlace' | 'noArea'

/** A metre: neither the record nor own data are truer. */
const touchingKm = 0.001

const isArea = ({ type }: Geometry) => type === 'Polygon' || type === 'MultiPolygon'

/** Returns the place of a feature: its extent where it has one, else its geometry. */
export const placeOf = (record: PlanRecord, id: string): Geometry | undefined =>
  record.extentById.get(id)?.geometry ?? record.featureById.get(id)?.geometry ?? undefined

/** Returns the test of a question, or why there is none. */
export function rowTest(record: PlanRecord, { relation, feature, radiusMeters }: OwnQuestion): RowTest | WhereProblem {
  const place = placeOf(record, feature)
  if (!place) return 'noPlace'
  if (relation === 'in') return isArea(place) ? lieIn(place, feature) : 'noArea'
  const prepared = prepareGeometry(place)
  const limitKm = relation === 'near' ? radiusMeters / 1000 : touchingKm
  return ({ geometry }) => hasPlace(geometry) && closestPair(prepared, geometry, limitKm) !== undefined
}

const hasPlace = (geometry: Geometry | null): geometry is Geometry =>
  geometry !== null && positionsOf(geometry).length > 0

/** All of it lies in the area; a row that names a district lies in that. */
function lieIn(place: Geometry, feature: string): RowTest {
  const prepared = prepareGeometry(place)
  return ({ geometry, match }) => {
    if (!geometry) return match?.how === 'district' && match.id === feature
    const positions = positionsOf(geometry)
    return positions.length > 0 && positions.every(([x = 0, y = 0]) => containsPosition(prepared, x, y))
  }
}

/** Returns a function that tells the codes of the central districts a row lies in or touches. */
export function districtsOfRows({ centralDistricts }: Pick<PlanRecord, 'centralDistricts'>): (row: OwnRow) => string[] {
  const districts = centralDistricts.flatMap(({ geometry, properties }) =>
    geometry ? [{ id: properties.id, prepared: prepareGeometry(geometry) }] : [],
  )
  return ({ geometry, match }) => {
    if (!geometry) return match?.how === 'district' ? [match.id] : []
    const [[x, y] = [Number.NaN, Number.NaN], ...others] = positionsOf(geometry)
    if (others.length === 0 && x !== undefined && y !== undefined)
      return districts.filter(({ prepared }) => containsPosition(prepared, x, y)).map(({ id }) => id)
    if (others.length === 0) return []
    return districts.filter(({ prepared }) => closestPair(prepared, geometry, touchingKm)).map(({ id }) => id)
  }
}
