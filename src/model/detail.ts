/** What the detail panel says about a feature, as data: one model for every kind, drawn by one renderer. */
import type { Conflict, FeatureKind, Indicator, Plan, Project, Relation, Theme } from '../../data/schema'
import { conflictGrades } from '../../data/schema-ids'
import { indicatorDistricts, planIsVisible, type RowFilter } from './filters/visible'
import { kindOrder } from './kinds'
import { weightiestFirst } from './plans/weight'
import type { DetailFiles, PlanRecord, RecordFeature } from './record'
import type { PanelTab, View } from './view'

export interface ThemeGroup {
  theme: Theme
  plans: Plan[]
}

export interface Neighbour {
  feature: RecordFeature
  sharedKm: number
  alongRiver: boolean
  river?: string
}

/** Plans about a feature that pass the view's filters, by theme, the weightiest first. */
export function plansByTheme(
  record: PlanRecord,
  id: string,
  view: Pick<View, 'themes' | 'filters' | 'years'>,
): { groups: ThemeGroup[]; hidden: number } {
  const all = record.plansByFeature.get(id) ?? []
  const visible = all.filter((plan) => planIsVisible(plan, view, record))
  const groups = record.themes
    .map((theme) => ({
      theme,
      plans: visible.filter((plan) => plan.theme === theme.id).sort(weightiestFirst(record)),
    }))
    .filter(({ plans }) => plans.length > 0)
  return { groups, hidden: all.length - visible.length }
}

/** 要点: the plans its author picked out, in that order, as far as they pass the view's filters. */
export const highlightsOf = (record: PlanRecord, { properties }: RecordFeature, filter: RowFilter): Plan[] =>
  (properties.highlights ?? [])
    .flatMap((id) => record.planById.get(id) ?? [])
    .filter((plan) => planIsVisible(plan, filter, record))

/** Districts that share a border, longest border first. Districts the record does not hold are left out. */
export function neighboursOf(record: PlanRecord, code: string): Neighbour[] {
  return record.adjacency
    .filter(({ a, b }) => a === code || b === code)
    .flatMap(({ a, b, sharedKm, alongRiver, river }) => {
      const feature = record.featureById.get(a === code ? b : a)
      return feature ? [{ feature, sharedKm, alongRiver, river }] : []
    })
    .sort((one, other) => other.sharedKm - one.sharedKm)
}

/** Features that name this district or zone as theirs. */
export function featuresWithin(record: PlanRecord, id: string): RecordFeature[] {
  return record.features.filter(
    ({ properties }) => properties.id !== id && (properties.districts.includes(id) || properties.zones.includes(id)),
  )
}

/** The features of a list by kind, each group in the order of Chinese names. */
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

/** Roads, railways, waterways… that name the district or zone as one they pass. */
export const corridorsOf = (record: PlanRecord, id: string) =>
  featuresWithin(record, id)
    .filter(({ properties }) => properties.kind === 'corridor')
    .sort(byName)

/** Statements that link a feature with others, those it is the subject of first. */
export function relationsOf(details: Pick<DetailFiles, 'relations'>, id: string): Relation[] {
  const from = details.relations.filter((relation) => relation.from === id)
  return [...from, ...details.relations.filter((relation) => relation.from !== id && relation.to.includes(id))]
}

export const projectsOf = (details: Pick<DetailFiles, 'projects'>, id: string): Project[] =>
  details.projects.filter(({ features }) => features.includes(id))

export const indicatorsOf = (record: PlanRecord, details: Pick<DetailFiles, 'indicators'>, id: string): Indicator[] =>
  indicatorDistricts(record).includes(id) ? details.indicators : []

/** Sum of what the projects state, in 万元; undefined where none states an investment. */
export function investmentOf(projects: readonly Project[]): number | undefined {
  const stated = projects.flatMap(({ investmentWan }) => (investmentWan === undefined ? [] : [investmentWan]))
  return stated.length === 0 ? undefined : stated.reduce((sum, value) => sum + value, 0)
}

/** A row a contradiction may be about. */
export type ConflictSubject = { feature: string } | { plan: string } | { project: string } | { indicator: number }

/** Numbers first, then dates, places, offices and names, as `conflictGrades` has them; what is not graded last. */
export function weightiestConflicts(conflicts: readonly Conflict[]): Conflict[] {
  const rank = ({ grade }: Conflict) => (grade ? conflictGrades.indexOf(grade) : conflictGrades.length)
  return [...conflicts].sort((a, b) => rank(a) - rank(b))
}

/** Whether the documents only spell or call something differently, which makes both names good. */
export const isAboutNames = ({ grade }: Conflict) => grade === 'name'

/** Contradictions by the rows they are about; made once for each set of details, because every line asks. */
const indexes = new WeakMap<readonly Conflict[], Map<string, Conflict[]>>()

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
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), conflict])
  }
  indexes.set(conflicts, index)
  return index
}

/** The documents a feature and its plans rest on, with how many of its plans each supports; most first. */
export function documentsOf(record: PlanRecord, feature: RecordFeature): { id: string; plans: number }[] {
  const counts = new Map(feature.properties.sources.map(({ id }) => [id, 0]))
  for (const plan of record.plansByFeature.get(feature.properties.id) ?? [])
    for (const id of new Set(plan.sources.map((source) => source.id))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([id, plans]) => ({ id, plans })).sort((a, b) => b.plans - a.plans)
}

/** Districts and zones a feature lies in or passes, as the record names them. */
export const placesOf = (record: PlanRecord, { properties }: RecordFeature): RecordFeature[] =>
  [...properties.districts, ...properties.zones, ...(properties.board ? [properties.board] : [])]
    .filter((id) => id !== properties.id)
    .flatMap((id) => record.featureById.get(id) ?? [])

/**
 * The tabs of a feature's panel with how many rows each holds (undefined while the details are on their way).
 * A district shows all six; another feature only those that hold something, and always plans and notes.
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
