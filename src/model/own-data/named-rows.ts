/** Finds the rows of a table that are places of the record, by their names. Pure. */
import type { Geometry, Position } from 'geojson'
import { type LonLat, lonLat } from '../../../geo/base/position'
import type { OwnTable } from './own-table'
import type { RecordPlace } from './record-places'

/** A row that has the name of a place whose position is known. */
export interface NamedRow {
  name: string
  /** In the file's own coordinates; of an area the middle of its box. */
  position: LonLat
  place: RecordPlace & { position: LonLat }
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.,，。、“”"'‘’《》()[\]【】_-]/g, '')

/**
 * Returns the rows of the column in which the most names of the record occur once: a name of many rows, such as the town
 * they lie in, tells of none of them. A name of several places tells nothing either.
 */
export function namedRows(table: OwnTable, places: readonly RecordPlace[], prefixes: readonly string[]): NamedRow[] {
  const byName = placesByName(places, prefixes)
  const columns = table.columns.map((_, column) => namedInColumn(table, column, byName))
  return columns.reduce((most, named) => (named.length > most.length ? named : most), [])
}

type PositionedPlace = NamedRow['place']

function placesByName(places: readonly RecordPlace[], prefixes: readonly string[]) {
  const byName = new Map<string, PositionedPlace | 'several'>()
  for (const place of places) {
    const { position } = place
    if (!position || place.how === 'district' || place.errorMeters <= 0) continue
    const names = place.names.flatMap((name) => [plain(name), ...prefixes.flatMap((prefix) => without(name, prefix))])
    for (const name of new Set(names)) byName.set(name, byName.has(name) ? 'several' : { ...place, position })
  }
  return byName
}

const without = (name: string, prefix: string) =>
  name.startsWith(prefix) && name.length > prefix.length + 1 ? [plain(name.slice(prefix.length))] : []

function namedInColumn(
  table: OwnTable,
  column: number,
  byName: ReadonlyMap<string, PositionedPlace | 'several'>,
): NamedRow[] {
  const found = new Map<string, NamedRow | 'several'>()
  for (const { values, geometry } of table.rows) {
    const value = values[column]
    if (typeof value !== 'string' || value.length > 60) continue
    const place = byName.get(plain(value))
    if (!place || place === 'several') continue
    const position = geometry && middleOf(geometry)
    if (position) found.set(place.id, found.has(place.id) ? 'several' : { name: value, position, place })
  }
  return [...found.values()].filter((row) => row !== 'several')
}

/** Lines and collections have no middle that a place could be compared with. */
function middleOf(geometry: Geometry): LonLat | undefined {
  if (geometry.type === 'Point') return lonLat(geometry.coordinates)
  if (geometry.type === 'Polygon') return middleOfBox(geometry.coordinates[0] ?? [])
  if (geometry.type === 'MultiPolygon' && geometry.coordinates.length === 1)
    return middleOfBox(geometry.coordinates[0]?.[0] ?? [])
  return undefined
}

function middleOfBox(ring: readonly Position[]): LonLat | undefined {
  if (ring.length === 0) return undefined
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity]
  for (const position of ring) {
    const [x, y] = lonLat(position)
    ;[west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
  }
  return [(west + east) / 2, (south + north) / 2]
}
