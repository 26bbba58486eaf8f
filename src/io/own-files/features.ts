/** Makes a table of features, whose properties may differ from one to the next. Pure. */
import type { Geometry } from 'geojson'
import type { OwnFormat, OwnProblem } from '../../model/own-data/own-table'
import { BadGeometry, geometryOf } from './geometry'
import { assertColumns, assertRows, positionCounter } from './limits'
import { cellOf, type RawRow, type RawTable, shownValue } from './raw-table'

/** A feature before its geometry has been looked at. */
export interface RawFeature {
  properties: Iterable<readonly [name: string, value: unknown]>
  /** Anything; what is no geometry becomes a problem. */
  geometry: unknown
  /** The reader could not read the feature itself. */
  bad?: string
}

/** Returns the table of features, numbered from 1; its columns in the order in which they first appear. */
export function featureTable(
  name: string,
  format: OwnFormat,
  features: Iterable<RawFeature>,
  declaredCrs?: string,
): RawTable {
  const columns = new Map<string, number>()
  const problems: OwnProblem[] = []
  const rows: RawRow[] = []
  const count = positionCounter()
  let row = 0
  for (const feature of features) {
    row++
    assertRows(row)
    const read = feature.bad === undefined ? readGeometry(feature.geometry, count) : undefined
    if (read?.ok) rows.push({ row, cells: cellsOf(feature.properties, columns), geometry: read.geometry })
    else if (read) problems.push({ row, value: shownValue(summary(feature.geometry)), reason: 'bad-geometry' })
    else problems.push({ row, value: shownValue(feature.bad ?? ''), reason: 'bad-feature' })
  }
  const names = [...columns.keys()]
  const whole = rows.map(({ cells, ...rest }) => ({ ...rest, cells: names.map((_, at) => cells[at] ?? null) }))
  return { name, format, columns: names, rows: whole, problems, ...(declaredCrs && { declaredCrs }) }
}

function readGeometry(
  value: unknown,
  count: (positions: number) => void,
): { ok: true; geometry: Geometry | null } | { ok: false } {
  try {
    return { ok: true, geometry: geometryOf(value, count) }
  } catch (error) {
    if (error instanceof BadGeometry) return { ok: false }
    throw error
  }
}

function cellsOf(properties: RawFeature['properties'], columns: Map<string, number>) {
  const cells: RawRow['cells'][number][] = []
  for (const [name, value] of properties) {
    const at = columns.get(name) ?? columns.size
    columns.set(name, at)
    assertColumns(columns.size)
    cells[at] = cellOf(value)
  }
  return cells
}

/** What a geometry calls itself; the whole of it may be long. */
function summary(geometry: unknown): string {
  const type = typeof geometry === 'object' && geometry !== null && 'type' in geometry ? geometry.type : geometry
  return typeof type === 'string' ? type : typeof type
}
