/** Makes a table of a file's raw one: types of columns, places of rows, and what could not be read. Pure. */
import type { Geometry } from 'geojson'
import type {
  OwnMatch,
  OwnPlaced,
  OwnProblem,
  OwnProblemReason,
  OwnRow,
  OwnTable,
} from '../../model/own-data/own-table'
import type { OwnContext } from '../../model/own-data/record-places'
import { columnLetters } from '../../model/workbook/cell-names'
import { type AddressFinder, addressColumn, addressFinder } from './addresses'
import { typedRows } from './column-types'
import { coordinateColumns, pointOf } from './coordinate-columns'
import { assertColumns, assertRows } from './limits'
import { cellText, type RawRow, type RawTable, shownValue } from './raw-table'
import { withTextShapes } from './text-shapes'

/** Where a row lies, or why it has no place. */
type Place =
  | { ok: true; geometry: Geometry | null; match?: OwnMatch }
  | { ok: false; column?: number; value: string; reason: OwnProblemReason }

/** Returns the table of a raw one; `commas` tells that the file likely writes decimals with a comma. */
export function makeTable(given: RawTable, context: OwnContext, commas = false): OwnTable {
  const raw = withTextShapes(given)
  assertRows(raw.rows.length)
  assertColumns(raw.columns.length)
  const find = addressFinder(context)
  const placed = placedBy(raw, context, find)
  const kept: { row: RawRow; place: Extract<Place, { ok: true }> }[] = []
  const unplaced: OwnProblem[] = []
  for (const row of raw.rows) {
    const place = placeOf(row, placed, context, find)
    if (place.ok) kept.push({ row, place })
    else unplaced.push(problemOf(row, place))
  }
  const { types, values, problems } = typedRows(
    raw.columns.length,
    kept.map(({ row }) => row),
    commas,
  )
  const rows = kept.map(({ row: { row }, place: { geometry, match } }, at): OwnRow => {
    return { row, values: values[at] ?? [], geometry, ...(match && { match }) }
  })
  return {
    name: raw.name,
    ...(raw.sheet !== undefined && { sheet: raw.sheet }),
    format: raw.format,
    columns: raw.columns.map((name, at) => ({ name, type: types[at] ?? 'text' })),
    rows,
    problems: inOrder([...raw.problems, ...unplaced, ...problems]),
    placed: placed.by === 'coordinates' ? withoutSwap(placed) : placed,
    ...(raw.declaredCrs && { declaredCrs: raw.declaredCrs }),
  }
}

type Placing =
  | Exclude<OwnPlaced, { by: 'coordinates' }>
  | (Extract<OwnPlaced, { by: 'coordinates' }> & { swapped: boolean })

const withoutSwap = ({ by, longitude, latitude }: Extract<Placing, { by: 'coordinates' }>): OwnPlaced => ({
  by,
  longitude,
  latitude,
})

function placedBy({ columns, rows }: RawTable, context: OwnContext, find: AddressFinder): Placing {
  if (rows.some(({ geometry }) => geometry)) return { by: 'geometry' }
  const coordinates = coordinateColumns(columns, rows, context.bounds)
  if (coordinates) return { by: 'coordinates', ...coordinates }
  const address = addressColumn(columns, rows, find)
  return address === undefined ? { by: 'none' } : { by: 'addresses', address }
}

function placeOf(row: RawRow, placed: Placing, { bounds }: OwnContext, find: AddressFinder): Place {
  switch (placed.by) {
    case 'geometry':
      return { ok: true, geometry: row.geometry ?? null }
    case 'none':
      return { ok: true, geometry: null }
    case 'coordinates': {
      const point = pointOf(row.cells, placed, bounds)
      return point.ok ? { ok: true, geometry: { type: 'Point', coordinates: point.position } } : point
    }
    case 'addresses':
      return addressPlace(cellText(row.cells[placed.address]).trim(), placed.address, find)
  }
}

/** A district is counted, never a point. */
function addressPlace(address: string, column: number, find: AddressFinder): Place {
  const read = find(address)
  if (!read.ok) return { ok: false, column, value: address, reason: read.reason }
  const { match, place } = read
  if (match.how !== 'district' && !place.position) return districtInstead(place.districts, address, column)
  const geometry = match.how === 'district' || !place.position ? null : pointAt(place.position)
  return { ok: true, geometry, match }
}

const pointAt = (position: readonly [number, number]): Geometry => ({ type: 'Point', coordinates: [...position] })

/** A named place that the record cannot place is known to lie in its district, if it has but one. */
function districtInstead([district, ...others]: readonly string[], value: string, column: number): Place {
  if (!district || others.length > 0) return { ok: false, column, value, reason: 'unknown-address' }
  return { ok: true, geometry: null, match: { id: district, how: 'district', score: 0.5 } }
}

const problemOf = ({ row }: RawRow, { column, value, reason }: Extract<Place, { ok: false }>): OwnProblem => ({
  row,
  ...(column !== undefined && { column: columnLetters(column) }),
  value: shownValue(value),
  reason,
})

const inOrder = (problems: readonly OwnProblem[]) => [...problems].sort((one, other) => one.row - other.row)
