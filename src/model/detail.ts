/** What the detail panel shows of a feature, as data: the same functions for every kind. Pure. */
import type { Conflict, FeatureKind, Indicator, Plan, Project, Relation, Theme, ThemeId } from '../../data/schema'
import { conflictGrades } from '../../data/schema-ids'
import { addToGroup } from '../../geo/base/groups'
import { indicatorDistricts, planIsVisible, type RowFilter } from './filters/visible'
import { kindOrder } from './kinds'
import { weightiestFirst } from './plans/weight'
import type { DetailFiles, PlanRecord, RecordFeature } from './record'
import type { PanelTab, View } from './view'

/** The plans of a feature under one theme. */
export interface ThemeGroup {
  theme: Theme
  plans: Plan[]
}

/** A district that shares a border with another. */
export interface Neighbour {
  feature: RecordFeature
  sharedKm: number
  alongRiver: boolean
  river?: string
}

/**
 * Returns the plans about a feature that pass the filter, by theme, weightiest first; `hidden` is how many do not
 * pass.
 */
export function plansByTheme(
  record: PlanRecord,
  id: string,
  view: Pick<View, 'themes' | 'filters' | 'years'>,
): { groups: ThemeGroup[]; hidden: number } {
  const all = record.plansByFeature.get(id) ?? []
  const visible = sorted(all, record).filter((plan) => planIsVisible(plan, view, record))
  const byTheme = new Map(record.themes.map(({ id }): [ThemeId, Plan[]] => [id, []]))
  for (const plan of visible) byTheme.get(plan.theme)?.push(plan)
  const groups = record.themes
    .map((theme) => ({ theme, plans: byTheme.get(theme.id) ?? [] }))
    .filter(({ plans }) => plans.length > 0)
  return { groups, hidden: all.length - visible.length }
}

/** The plans about a feature, weightiest first: a district may have thousands, and every filter asks for them again. */
const inOrder = new WeakMap<readonly Plan[], readonly Plan[]>()

function sorted(plans: readonly Plan[], record: PlanRecord): readonly Plan[] {
  const found = inOrder.get(plans) ?? [...plans].sort(weightiestFirst(record))
  inOrder.set(plans, found)
  return found
}

/** Returns the 要点 of a feature that pass the filter, in the author's order. */
export const highlightsOf = (record: PlanRecord, { properties }: RecordFeature, filter: RowFilter): Plan[] =>
  (properties.highlights ?? [])
    .flatMap((id) => record.planById.get(id) ?? [])
    .filter((plan) => planIsVisible(plan, filter, record))

/**
 * Returns the districts that share a border with one, longest border first. Districts that are not in the record are
 * left out.
 */
export function neighboursOf(record: PlanRecord, code: string): Neighbour[] {
  return record.adjacency
    .filter(({ a, b }) => a === code || b === code)
    .flatMap(({ a, b, sharedKm, alongRiver, river }) => {
      const feature = record.featureById.get(a === code ? b : a)
      return feature ? [{ feature, sharedKm, alongRiver, river }] : []
    })
    .sort((one, other) => other.sharedKm - one.sharedKm)
}

/** Returns the features that name this district or zone as theirs. */
export function featuresWithin(record: PlanRecord, id: string): RecordFeature[] {
  return record.features.filter(
    ({ properties }) => properties.id !== id && (properties.districts.includes(id) || properties.zones.includes(id)),
  )
}

/** Returns features grouped by kind in the order of lists, each group sorted by pinyin. */
export function byKind(features: readonly RecordFeature[]): { kind: FeatureKind; features: RecordFeature[] }[] {
  return kindOrder
    .map((kind) => ({
      kind,
      features: features.filter(({ properties }) => properties.kind === kind).sort(byName),
    }))
    .filter((group) => group.features.length > 0)
}

const byName = (a: RecordFeature, b: RecordFeature) => {
  const [first, second] = [a.properties.pinyin, b.properties.pinyin]
  return first < second ? -1 : first > second ? 1 : 0
}

/** Returns the roads, railways and waterways that name the district or zone as one they pass, sorted by pinyin. */
export const corridorsOf = (record: PlanRecord, id: string) =>
  featuresWithin(record, id)
    .filter(({ properties }) => properties.kind === 'corridor')
    .sort(byName)

/** Returns the relations that name a feature: those it is the subject of first. */
export function relationsOf(details: Pick<DetailFiles, 'relations'>, id: string): Relation[] {
  const from = details.relations.filter((relation) => relation.from === id)
  return [...from, ...details.relations.filter((relation) => relation.from !== id && relation.to.includes(id))]
}

/** Returns the projects about a feature. */
export const projectsOf = (details: Pick<DetailFiles, 'projects'>, id: string): Project[] =>
  details.projects.filter(({ features }) => features.includes(id))

/** Returns the indicators of a district; empty for any feature the indicator table is not about. */
export const indicatorsOf = (record: PlanRecord, details: Pick<DetailFiles, 'indicators'>, id: string): Indicator[] =>
  indicatorDistricts(record).includes(id) ? details.indicators : []

/** Returns the sum the projects state, in 万元; undefined if none states one. */
export function investmentOf(projects: readonly Project[]): number | undefined {
  const stated = projects.flatMap(({ investmentWan }) => (investmentWan === undefined ? [] : [investmentWan]))
  return stated.length === 0 ? undefined : stated.reduce((sum, value) => sum + value, 0)
}

/** A row that a contradiction between documents may be about. */
export type ConflictSubject = { feature: string } | { plan: string } | { project: string } | { indicator: number }

/** Returns the contradictions in the order of `conflictGrades`; ungraded ones last. */
export function weightiestConflicts(conflicts: readonly Conflict[]): Conflict[] {
  const rank = ({ grade }: Conflict) => (grade ? conflictGrades.indexOf(grade) : conflictGrades.length)
  return [...conflicts].sort((a, b) => rank(a) - rank(b))
}

/** Returns whether the documents only spell or name something differently, so that both names are valid. */
export const isAboutNames = ({ grade }: Conflict) => grade === 'name'

/** Contradictions by the rows they are about; made once for each set of details, because every line asks. */
const indexes = new WeakMap<readonly Conflict[], Map<string, Conflict[]>>()

/**
 * Returns the contradictions about a row, weightiest first. Those about project 24 also concern its rows 24a, 24b and
 * 24c.
 */
export function conflictsOf({ conflicts }: Pick<DetailFiles, 'conflicts'>, subject: ConflictSubject): Conflict[] {
  const index = indexes.get(conflicts) ?? indexConflicts(conflicts)
  if ('feature' in subject) return index.get(`feature ${subject.feature}`) ?? []
  if ('plan' in subject) return index.get(`plan ${subject.plan}`) ?? []
  if ('indicator' in subject) return index.get(`indicator ${subject.indicator}`) ?? []
  // A contradiction about project 24 concerns its rows 24a, 24b and 24c.
  const [row, whole] = [subject.project, subject.project.replace(/[a-z]$/, '')]
  const ofRow = index.get(`project ${row}`) ?? []
  return row === whole ? ofRow : [...ofRow, ...(index.get(`project ${whole}`) ?? [])]
}

function indexConflicts(conflicts: readonly Conflict[]): Map<string, Conflict[]> {
  const index = new Map<string, Conflict[]>()
  for (const conflict of weightiestConflicts(conflicts)) {
    const keys = [
      ...conflict.features.map((id) => `feature ${id}`),
      ...conflict.plans.map((id) => `plan ${id}`),
      ...conflict.projects.map((id) => `project ${id}`),
      ...conflict.indicators.map((no) => `indicator ${no}`),
    ]
    for (const key of new Set(keys)) addToGroup(index, key, conflict)
  }
  indexes.set(conflicts, index)
  return index
}

/** Returns the documents a feature and its plans cite, with the number of its plans that cite each; most first. */
export function documentsOf(record: PlanRecord, feature: RecordFeature): { id: string; plans: number }[] {
  const counts = new Map(feature.properties.sources.map(({ id }) => [id, 0]))
  for (const plan of record.plansByFeature.get(feature.properties.id) ?? [])
    for (const id of new Set(plan.sources.map((source) => source.id))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([id, plans]) => ({ id, plans })).sort((a, b) => b.plans - a.plans)
}

/** Returns the districts, zones and board that the record says a feature lies in or passes. */
export const placesOf = (record: PlanRecord, { properties }: RecordFeature): RecordFeature[] =>
  [...properties.districts, ...properties.zones, ...(properties.board ? [properties.board] : [])]
    .filter((id) => id !== properties.id)
    .flatMap((id) => record.featureById.get(id) ?? [])

/**
 * Returns the tabs of a feature's panel with their number of rows, undefined until the details are loaded. A district
 * has all six; another feature those with rows, and always plans and contradictions.
 */
export function tabsOf(
  record: PlanRecord,
  details: DetailFiles | undefined,
  feature: RecordFeature,
): { id: PanelTab; count: number | undefined }[] {
  const { id, kind } = feature.properties
  const isDistrict = kind === 'district'
  const links = isDistrict ? neighboursOf(record, id).length + corridorsOf(record, id).length : 0
  const counts: [PanelTab, number | undefined][] = [
    ['plans', record.plansByFeature.get(id)?.length ?? 0],
    ['features', featuresWithin(record, id).length],
    ['projects', details && projectsOf(details, id).length],
    ['indicators', details && indicatorsOf(record, details, id).length],
    ['links', details && links + relationsOf(details, id).length],
    ['conflicts', details && conflictsOf(details, { feature: id }).length],
  ]
  return counts
    .filter(([tab, count]) => isDistrict || tab === 'plans' || tab === 'conflicts' || (count ?? 0) > 0)
    .map(([tab, count]) => ({ id: tab, count }))
}
