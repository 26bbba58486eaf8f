/**
 * Turns authored rows and geometry into what ships: looks up positions, derives counts and dates. Pure; a missing
 * shape or boundary is a problem of the row that needs it.
 */
import type { Geometry, Position } from 'geojson'
import { pinyin } from 'pinyin-pro'
import { mapPositions } from '../../geo/base/datum'
import { addToGroup } from '../../geo/base/groups'
import { areaKm2, lengthKm } from '../../geo/base/measure'
import { reachesOf } from '../district-reach'
import type {
  AuthoredFeature,
  AuthoredPlan,
  AuthoredProject,
  ConflictGrade,
  FeatureProperties,
  Indicator,
  Plan,
  Precision,
  Project,
  Relation,
  SourceReference,
} from '../schema'
import { conflictGrades, themeIds } from '../schema-ids'
import { membersByWhole } from './members'
import type { AuthoredRecord, Located, Problem } from './read'

/** Geometry by feature id: boundaries, rivers and drawn shapes, each shape by the file it was drawn in. */
export interface PlacedShapes {
  /** What the borders are known to, and what they rest on. */
  boundaryPrecision: { errorMeters: number; basis: string }
  boundaries: Map<string, Geometry>
  shapes: Map<string, Map<string, Geometry>>
}

/** A feature of `features.geojson`, WGS 84 in degrees; unplaced ones have a null geometry. */
export interface ShippedFeature {
  type: 'Feature'
  id: string
  properties: FeatureProperties
  geometry: Geometry | null
}

/** The rows that ship. */
export interface ResolvedRecord {
  features: ShippedFeature[]
  plans: Plan[]
  projects: Project[]
  indicators: Indicator[]
  relations: Relation[]
}

/** Returns the rows that ship, and the problems of rows without their geometry. */
export function resolveRecord(
  record: AuthoredRecord,
  placed: PlacedShapes,
): { resolved: ResolvedRecord; problems: Problem[] } {
  const problems: Problem[] = []
  const dateOf = new Map(record.sources.map(({ row }) => [row.id, row.kind === 'dataset' ? '' : row.date]))
  const stated = (sources: readonly SourceReference[]) =>
    sources
      .map(({ id }) => dateOf.get(id) ?? '')
      .sort()
      .at(-1) ?? ''
  const conflictOf = conflictsByRow(record)
  const gradeOf = gradesByPlan(record)
  const plansOf = plansByFeature(record)
  const reachedOf = plansByReach(record)
  const members = membersByWhole(record)
  const features = record.features.map((located) => {
    const { geometry, precision, problem } = position(located, placed)
    if (problem) problems.push(problem)
    const shipped = shippedFeature(located.row, geometry, precision, plansOf.get(located.row.id) ?? [])
    if (located.row.kind === 'district') Object.assign(shipped.properties, reachedOf(located.row.id))
    Object.assign(shipped.properties, defined({ members: members.get(located.row.id) }))
    return shipped
  })
  const plans = record.plans.map(({ row }) => ({
    ...row,
    sources: row.sources.map(({ begun: _, ...reference }) => reference),
    stated: stated(row.sources),
    ...conflictOf('plan', row.id),
    ...gradeOf(row.id),
  }))
  const projects = record.projects.map(({ row }) => {
    const id = `${row.no}${row.sub ?? ''}`
    return { id, ...row, spans: spansOf(row), stated: stated(row.sources), ...conflictOf('project', id) }
  })
  const indicators = record.indicators.map(({ row }) => ({
    ...row,
    stated: stated(row.sources),
    ...conflictOf('indicator', String(row.no)),
  }))
  const relations = record.relations.map(({ row }) => ({ ...row, stated: stated(row.sources) }))
  return { resolved: { features, plans, projects, indicators, relations }, problems }
}

function plansByFeature(record: AuthoredRecord): Map<string, AuthoredPlan[]> {
  const found = new Map<string, AuthoredPlan[]>()
  for (const { row } of record.plans) for (const id of new Set(row.features)) addToGroup(found, id, row)
  return found
}

/** The cells of a schedule with the years they cover: as the author gives them, else a year each. */
const spansOf = ({ spans, schedule }: AuthoredProject): Project['spans'] =>
  spans ??
  Object.entries(schedule)
    .map(([year, text]) => ({ from: Number(year), to: Number(year), text }))
    .sort((a, b) => a.from - b.from)

/** How many plans reach a district only through its features. */
function plansByReach(record: AuthoredRecord) {
  const placeById = new Map(record.features.map(({ row }) => [row.id, row]))
  const counts = new Map<string, number>()
  for (const { row } of record.plans)
    for (const [district, reach] of reachesOf(row.features, (id) => placeById.get(id)))
      counts.set(`${district} ${reach}`, (counts.get(`${district} ${reach}`) ?? 0) + 1)
  return (district: string) => ({
    plansWithin: counts.get(`${district} within`) ?? 0,
    plansShared: counts.get(`${district} shared`) ?? 0,
  })
}

function conflictsByRow(record: AuthoredRecord) {
  const found = new Map<string, string>()
  for (const { row } of record.conflicts) {
    for (const id of row.plans) found.set(`plan ${id}`, row.id)
    for (const id of row.projects) found.set(`project ${id}`, row.id)
    for (const no of row.indicators) found.set(`indicator ${no}`, row.id)
  }
  return (kind: 'plan' | 'project' | 'indicator', id: string) => {
    const conflict = found.get(`${kind} ${id}`)
    return conflict ? { conflict } : {}
  }
}

/** The weightiest grade of the contradictions about a plan, where one is graded. */
function gradesByPlan(record: AuthoredRecord) {
  const found = new Map<string, ConflictGrade>()
  const rank = (grade: ConflictGrade) => conflictGrades.indexOf(grade)
  for (const { row } of record.conflicts)
    for (const id of row.grade ? row.plans : []) {
      const before = found.get(id)
      if (row.grade && (!before || rank(row.grade) < rank(before))) found.set(id, row.grade)
    }
  return (id: string) => {
    const conflictGrade = found.get(id)
    return conflictGrade ? { conflictGrade } : {}
  }
}

function position(
  located: Located<AuthoredFeature>,
  { boundaries, boundaryPrecision, shapes }: PlacedShapes,
): { geometry: Geometry | null; precision?: Precision; problem?: Problem } {
  const { row } = located
  const stated = row.position
  if (!stated) {
    if (row.kind !== 'district') return { geometry: null }
    const boundary = boundaries.get(row.id)
    const { errorMeters, basis: source } = boundaryPrecision
    if (boundary) return { geometry: boundary, precision: { method: 'boundary', errorMeters, source } }
    return missing(located, `边界文件没有 ${row.id}`)
  }
  const { errorMeters, basis: source } = stated
  if ('at' in stated) {
    const coordinates: Position = [...stated.at]
    return { geometry: rounded({ type: 'Point', coordinates }), precision: { method: 'point', errorMeters, source } }
  }
  const geometry = shapes.get(stated.shape)?.get(row.id)
  if (!geometry) return missing(located, `${stated.shape}.geojson 没有要素 ${row.id}`)
  const method = stated.shape === 'rivers' ? 'border' : 'drawn'
  const schematic = stated.schematic ? { schematic: true } : {}
  return { geometry: rounded(geometry), precision: { method, errorMeters, source, ...schematic } }
}

const missing = (located: Located<AuthoredFeature>, message: string) => ({
  geometry: null,
  problem: { file: located.file, line: located.lineOf(['position']), message: `${located.row.id}：${message}` },
})

/** Rounds to five decimals of a degree, about a metre: no shape here is more exact. */
const rounded = (geometry: Geometry): Geometry =>
  mapPositions(geometry, (at) => at.slice(0, 2).map((degrees) => Number(degrees.toFixed(5))))

function shippedFeature(
  row: AuthoredFeature,
  geometry: Geometry | null,
  precision: Precision | undefined,
  plans: readonly AuthoredPlan[],
): ShippedFeature {
  const themes = new Set([...row.themes, ...plans.map((plan) => plan.theme)])
  const { position: _, beyondRegion: __, extent: ___, status, labelAt, note, board, subkind, ...kept } = row
  const properties: FeatureProperties = {
    ...kept,
    ...defined({ subkind, board, status, labelAt, note, precision, ...sizeOf(geometry) }),
    pinyin: row.pinyin ?? pinyin(row.name, { toneType: 'none', nonZh: 'consecutive' }).toLowerCase(),
    themes: themeIds.filter((theme) => themes.has(theme)),
    plans: plans.length,
    summary: row.summary ?? row.positioning[0]?.text ?? '',
  }
  return { type: 'Feature', id: row.id, properties, geometry }
}

function sizeOf(geometry: Geometry | null): { areaKm2?: number; lengthKm?: number } {
  if (!geometry) return {}
  if (geometry.type.endsWith('Polygon')) return { areaKm2: Number(areaKm2(geometry).toFixed(2)) }
  if (geometry.type.endsWith('LineString')) return { lengthKm: Number(lengthKm(geometry).toFixed(2)) }
  return {}
}

function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
