/** Reads shapes from a column of well-known text, as QGIS writes lines and areas into CSV. Pure. */
import type { Geometry } from 'geojson'
import type { OwnProblem } from '../../model/own-data/own-table'
import { columnLetters } from '../../model/workbook/cell-names'
import { BadGeometry, geometryOf } from './geometry'
import { positionCounter } from './limits'
import { cellText, type RawRow, type RawTable, shownValue } from './raw-table'

const types = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
} as const
const wellKnown = /^\s*(?:SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:ZM?|M)?\s*(\(|EMPTY)/i
const probedRows = 200

/**
 * Returns a table with the shapes of its column of well-known text as the places of its rows, and that column left empty.
 * A row whose text is no shape becomes a problem. The same table if it has shapes already, or no such column.
 */
export function withTextShapes(raw: RawTable): RawTable {
  const column = raw.rows.some(({ geometry }) => geometry) ? -1 : shapeColumn(raw)
  if (column < 0) return raw
  const problems: OwnProblem[] = [...raw.problems]
  const count = positionCounter()
  const rows = raw.rows.flatMap((row): RawRow[] => {
    const text = cellText(row.cells[column])
    const geometry = shapeOf(text, count)
    if (geometry === undefined) {
      problems.push({ row: row.row, column: columnLetters(column), value: shownValue(text), reason: 'bad-geometry' })
      return []
    }
    return [{ ...row, geometry, cells: row.cells.map((cell, at) => (at === column ? null : cell)) }]
  })
  return { ...raw, rows, problems }
}

function shapeColumn({ columns, rows }: RawTable): number {
  const probe = rows.slice(0, probedRows)
  return columns.findIndex((_, at) => {
    const texts = probe.map(({ cells }) => cellText(cells[at])).filter((text) => text.trim())
    return texts.length > 0 && texts.filter((text) => wellKnown.test(text)).length * 2 > texts.length
  })
}

/** Null for an empty shape or no text; undefined for what is no shape. */
function shapeOf(text: string, count: (positions: number) => void): Geometry | null | undefined {
  if (!text.trim()) return null
  const match = wellKnown.exec(text)
  if (!match) return undefined
  const word = `${match[1] ?? ''}${match[2] ?? ''}`.toUpperCase()
  const type = types[word as keyof typeof types]
  if (match[3] !== '(') return null
  try {
    return geometryOf({ type, coordinates: coordinatesOf(text.slice(match[0].length - 1), type) }, count)
  } catch (error) {
    if (error instanceof BadGeometry || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Brackets become lists, and numbers side by side a position. */
function coordinatesOf(text: string, type: (typeof types)[keyof typeof types]): unknown {
  const inBrackets = text
    .replace(/[^(),]+/g, (part) => (part.trim() ? `[${part.trim().replace(/\s+/g, ',')}]` : ''))
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  const value: unknown = JSON.parse(inBrackets)
  if (!Array.isArray(value)) throw new BadGeometry()
  if (type === 'Point') return value[0]
  // Points of several may each stand in brackets of their own.
  if (type === 'MultiPoint')
    return value.map((part) => (Array.isArray(part) && Array.isArray(part[0]) ? part[0] : part))
  return value
}
