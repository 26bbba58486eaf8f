/** Reads own layers out of files of ours. A file may come from anybody: whatever in it is not as it was written is left out. */
import { type OwnDatum, type OwnFilter, type OwnLayer, ownDatums, ownRelations } from '../model/own-data/own-layer'
import {
  type OwnColumn,
  type OwnProblem,
  type OwnRow,
  type OwnTable,
  type OwnValue,
  ownFormats,
  ownProblemReasons,
} from '../model/own-data/own-table'
import { geometryOf } from './own-files/geometry'
import { ownLimits, positionCounter } from './own-files/limits'

const mostLayers = 50
const mostProblems = 10_000

type Fields = { readonly [key: string]: unknown }
type Read = Omit<OwnLayer, 'id'>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown, most: number = ownLimits.valueCharacters) =>
  typeof value === 'string' ? value.slice(0, most) : undefined
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 10_000_000
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Returns the layers in a value, topmost first, without ids; empty if it holds none. Never throws. */
export function readCarried(value: unknown): Read[] {
  const { kind, layers } = fieldsOf(value)
  if (kind !== 'yulan-own-data') return []
  const count = positionCounter()
  return listOf(layers)
    .slice(0, mostLayers)
    .flatMap((each) => {
      try {
        return readLayer(fieldsOf(each), count) ?? []
      } catch {
        return []
      }
    })
}

function readLayer(fields: Fields, count: (positions: number) => void): Read | undefined {
  const table = readTable(fieldsOf(fields.table), count)
  const datum = table && readDatum(fieldsOf(fields.datum))
  if (!table || !datum) return undefined
  const { colourBy } = fields
  const filter = readFilter(fieldsOf(fields.filter), table)
  return {
    ...{ table, datum, visible: fields.visible !== false, keep: false, carried: true },
    ...(isCount(colourBy) && colourBy < table.columns.length ? { colourBy } : {}),
    ...(filter ? { filter } : {}),
  }
}

function readTable(fields: Fields, count: (positions: number) => void): OwnTable | undefined {
  const [name, format] = [textOf(fields.name, 300), textOf(fields.format)]
  const known = Object.keys(ownFormats).find((each) => each === format) as OwnTable['format'] | undefined
  const columns = listOf(fields.columns).slice(0, ownLimits.columns).flatMap(readColumn)
  if (name === undefined || !known) return undefined
  const sheet = textOf(fields.sheet, 300)
  return {
    ...{ name, format: known, columns },
    rows: listOf(fields.rows)
      .slice(0, ownLimits.rows)
      .flatMap((row, at) => readRow(fieldsOf(row), at, columns, count)),
    problems: listOf(fields.problems).slice(0, mostProblems).flatMap(readProblem),
    placed: readPlaced(fieldsOf(fields.placed), columns.length),
    ...(sheet === undefined ? {} : { sheet }),
  }
}

const columnTypes = ['text', 'number', 'date', 'boolean'] as const

function readColumn(value: unknown): OwnColumn[] {
  const fields = fieldsOf(value)
  const name = textOf(fields.name, 300)
  const type = columnTypes.find((each) => each === fields.type)
  return name === undefined ? [] : [{ name, type: type ?? 'text' }]
}

function readRow(fields: Fields, at: number, columns: readonly OwnColumn[], count: (n: number) => void): OwnRow[] {
  const values = listOf(fields.values)
  const match = readMatch(fieldsOf(fields.match))
  return [
    {
      row: isCount(fields.row) ? fields.row : at + 1,
      values: columns.map((_, column) => readValue(values[column])),
      geometry: placeOf(fields.geometry, count),
      ...(match ? { match } : {}),
    },
  ]
}

/** A place that is none leaves its row without one; more positions than are taken leave out the layer. */
function placeOf(value: unknown, count: (positions: number) => void): OwnRow['geometry'] {
  let positions = 0
  try {
    return geometryOf(value, (more) => {
      positions += more
    })
  } catch {
    return null
  } finally {
    count(positions)
  }
}

const readValue = (value: unknown): OwnValue =>
  isNumber(value) || typeof value === 'boolean' ? value : (textOf(value) ?? null)

function readMatch({ id, how, score }: Fields): OwnRow['match'] {
  const known = (['place', 'town', 'district'] as const).find((each) => each === how)
  const named = textOf(id, 40)
  return known && named !== undefined && isNumber(score) ? { id: named, how: known, score } : undefined
}

function readProblem(value: unknown): OwnProblem[] {
  const { row, column, value: stood, reason } = fieldsOf(value)
  const known = Object.keys(ownProblemReasons).find((each) => each === reason) as OwnProblem['reason'] | undefined
  const letter = textOf(column, 3)
  if (!isCount(row) || !known) return []
  return [{ row, value: textOf(stood) ?? '', reason: known, ...(letter === undefined ? {} : { column: letter }) }]
}

function readPlaced({ by, longitude, latitude, address }: Fields, columns: number): OwnTable['placed'] {
  const isColumn = (value: unknown): value is number => isCount(value) && value < columns
  if (by === 'geometry') return { by }
  if (by === 'coordinates' && isColumn(longitude) && isColumn(latitude)) return { by, longitude, latitude }
  if (by === 'addresses' && isColumn(address)) return { by, address }
  return { by: 'none' }
}

function readDatum(fields: Fields): OwnLayer['datum'] | undefined {
  const kind: OwnDatum['kind'] | undefined = ownDatums.find((each) => each === fields.kind)
  if (kind === undefined || kind === 'unknownLocal') return undefined
  if (kind === 'utm') {
    const { zone, south } = fields
    const isZone = isCount(zone) && zone >= 1 && zone <= 60
    return isZone ? { kind, zone, south: south === true } : undefined
  }
  if (kind !== 'gaussKruger') return { kind }
  const { meridian, zoneWidth, prefixed } = fields
  if (!isNumber(meridian) || (zoneWidth !== 3 && zoneWidth !== 6)) return undefined
  return { kind, meridian, zoneWidth, prefixed: prefixed === true }
}

function readFilter(fields: Fields, { columns, rows }: OwnTable): OwnFilter | undefined {
  if (fields.text === undefined && fields.columns === undefined) return undefined
  const found = readFound(fieldsOf(fields.found), rows.length)
  const known = listOf(fields.columns).flatMap((each) => readColumnFilter(fieldsOf(each), columns.length))
  return {
    text: textOf(fields.text, 300) ?? '',
    columns: known.filter(({ column }, at) => known.findIndex((other) => other.column === column) === at),
    ...(found ? { found } : {}),
  }
}

function readColumnFilter({ kind, column, text, values, from, to }: Fields, columns: number): OwnFilter['columns'] {
  if (!isCount(column) || column >= columns) return []
  const end = (value: unknown) => (isNumber(value) ? value : textOf(value, 300))
  if (kind === 'holds') return [{ kind, column, text: textOf(text, 300) ?? '' }]
  if (kind === 'values') return [{ kind, column, values: listOf(values).flatMap((each) => textOf(each) ?? []) }]
  if (kind !== 'range') return []
  const [least, most] = [end(from), end(to)]
  return [
    { kind, column, ...(least === undefined ? {} : { from: least }), ...(most === undefined ? {} : { to: most }) },
  ]
}

function readFound({ question, rows }: Fields, count: number): OwnFilter['found'] {
  const { relation, feature, radiusMeters } = fieldsOf(question)
  const known = ownRelations.find((each) => each === relation)
  const named = textOf(feature, 40)
  if (!known || named === undefined || !isNumber(radiusMeters) || !Array.isArray(rows)) return undefined
  const indices = rows.filter((row) => isCount(row) && row < count)
  return { question: { relation: known, feature: named, radiusMeters }, rows: new Set(indices) }
}
