/** Checks a row as a whole: what one cell alone cannot tell. Pure. */
import type { Column, WorkbookKind } from './columns'
import type { WorkbookRecord } from './names'
import type { Trouble } from './read-cell'
import { type Row, type Value, valueAt } from './values'

/** What is wrong with the cell of a column. */
export interface ColumnTrouble {
  title: Column['title']
  year?: number
  trouble: Trouble
}

/** What rows are checked against. */
export interface CheckContext {
  columns: readonly Column[]
  record: Pick<WorkbookRecord, 'bounds' | 'years' | 'baseline'>
  /** The ids of the boards. */
  boards: ReadonlySet<string>
  /** The features that bear a name. */
  ownersOf: (name: string) => ReadonlySet<string>
}

/** Returns what is wrong with a row, at the column where it would be put right. */
export function checkRow(kind: WorkbookKind, id: string, row: Row, context: CheckContext): ColumnTrouble[] {
  const missing = context.columns
    .filter(({ required, path }) => required && isEmpty(valueAt(row, path)))
    .map((column) => at(column.title, 'problem.required'))
  return [...missing, ...(kind === 'features' ? featureTroubles(id, row, context) : ownTroubles(kind, row, context))]
}

const isEmpty = (value: Value) => value === undefined || value === null
const at = (title: Column['title'], message: Trouble['message'], values: Trouble['values'] = {}): ColumnTrouble => ({
  title,
  trouble: { message, values },
})

function ownTroubles(kind: WorkbookKind, row: Row, { record }: CheckContext): ColumnTrouble[] {
  if (kind === 'plans') {
    const { from, to } = row
    return typeof from === 'number' && typeof to === 'number' && from > to ? [at('to', 'problem.order')] : []
  }
  if (kind === 'projects') return spanTroubles(row, record.years)
  const late = valueAt(row, ['baseline', 'year'])
  const baseline =
    late === undefined || late === record.baseline
      ? []
      : [at('baselineYear', 'problem.baseline', { value: record.baseline })]
  const targets = Object.entries((row.targets ?? {}) as { [year: string]: Row }).flatMap(([year, { text }]) =>
    text === undefined ? [{ ...at('targetText', 'problem.required'), year: Number(year) }] : [],
  )
  return [...baseline, ...targets]
}

function spanTroubles({ spans }: Row, years: readonly number[]): ColumnTrouble[] {
  const outside = (Array.isArray(spans) ? (spans as { from: number; to: number }[]) : []).some(
    ({ from, to }) => !years.includes(from) || !years.includes(to),
  )
  return outside ? [at('spans', 'problem.spanYears', { least: years[0] ?? 0, most: years.at(-1) ?? 0 })] : []
}

function featureTroubles(id: string, row: Row, context: CheckContext): ColumnTrouble[] {
  return [
    ...setTroubles(id, row, context),
    ...nameTroubles(id, row, context),
    ...placeTroubles(row, context),
    ...extentTroubles(row),
    ...labelTroubles(row),
  ]
}

/** Districts have codes, and boards are named by the region: neither comes or goes here. */
function setTroubles(id: string, { kind, subkind, board }: Row, { boards }: CheckContext): ColumnTrouble[] {
  return [
    ...((kind === 'district') === /^\d{6}$/.test(id) ? [] : [at('kind', 'problem.fixedKind')]),
    ...((subkind === 'board') === boards.has(id) ? [] : [at('subkind', 'problem.fixedKind')]),
    ...(board === undefined || boards.has(String(board))
      ? []
      : [at('board', 'problem.board', { value: String(board) })]),
  ]
}

function nameTroubles(id: string, row: Row, { ownersOf }: CheckContext): ColumnTrouble[] {
  const other = (name: Value) => [...ownersOf(String(name))].find((owner) => owner !== id)
  const taken = (title: 'name' | 'aliases', name: Value) => {
    const owner = other(name)
    return owner === undefined ? [] : [at(title, 'problem.name', { value: String(name), id: owner })]
  }
  const aliases = Array.isArray(row.aliases) ? row.aliases : []
  return [...taken('name', row.name), ...aliases.flatMap((alias) => taken('aliases', alias)).slice(0, 1)]
}

function placeTroubles({ position, beyondRegion }: Row, { record: { bounds } }: CheckContext): ColumnTrouble[] {
  if (position === undefined) return []
  const { at: place, shape, errorMeters, basis, schematic } = position as Row
  const needed = [
    ...(errorMeters === undefined ? [at('errorMeters', 'problem.noPosition')] : []),
    ...(basis === undefined ? [at('basis', 'problem.noPosition')] : []),
  ]
  const coordinates = Array.isArray(place) ? (place as (number | undefined)[]) : undefined
  if (shape !== undefined) return [...(coordinates ? [at('longitude', 'problem.drawn')] : []), ...needed]
  if (schematic !== undefined) needed.push(at('schematic', 'problem.noCoordinates'))
  const [longitude, latitude] = coordinates ?? []
  if (longitude === undefined) return [at('longitude', 'problem.noPosition'), ...needed]
  if (latitude === undefined) return [at('latitude', 'problem.noPosition'), ...needed]
  return [...(beyondRegion ? [] : outside(longitude, latitude, bounds)), ...needed]
}

function outside(longitude: number, latitude: number, bounds: WorkbookRecord['bounds']): ColumnTrouble[] {
  const [west, south, east, north] = bounds
  const within = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north
  if (within(longitude, latitude)) return []
  if (within(latitude, longitude)) return [at('longitude', 'problem.swapped')]
  const wrongLongitude = longitude < west || longitude > east
  return wrongLongitude
    ? [at('longitude', 'problem.outside', { value: longitude, least: west, most: east })]
    : [at('latitude', 'problem.outside', { value: latitude, least: south, most: north })]
}

/** What each way of drawing an extent needs; only a cut one has an error and a cut. */
function extentTroubles({ extent }: Row): ColumnTrouble[] {
  if (extent === undefined) return []
  const { method, km2, rule, errorMeters, cut, sources } = extent as Row
  if (method === undefined) return [at('extentMethod', 'problem.required')]
  const cutOnly = method === 'derived'
  const need = (title: Column['title'], value: Value) => (value === undefined ? [at(title, 'problem.required')] : [])
  return [
    ...need('extentSources', sources),
    ...(cutOnly
      ? [...need('extentRule', rule), ...need('extentError', errorMeters), ...need('extentCut', cut)]
      : [...need('extentKm2', km2), ...(errorMeters === undefined ? [] : [at('extentError', 'problem.noExtent')])]),
  ]
}

function labelTroubles({ labelAt }: Row): ColumnTrouble[] {
  if (!Array.isArray(labelAt)) return []
  const titles = ['labelLongitude', 'labelLatitude'] as const
  return titles.flatMap((title, index) => (labelAt[index] === undefined ? [at(title, 'problem.noPosition')] : []))
}
