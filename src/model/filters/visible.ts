/**
 * Which plans, projects, indicators and features a view shows. The map, the list and the counts all ask here, so
 * that they cannot differ.
 */
import type { Indicator, Plan, Project, Task, ThemeId } from '../../../data/schema'
import { themeIds } from '../../../data/schema-ids'
import { isDated } from '../plans/deadline'
import { indicatorStatus, projectStatus } from '../plans/status'
import type { PlanRecord, RecordFeature } from '../record'
import type { Filters, View } from '../view'
import { departmentId } from './departments'
import { neighbourhood } from './neighbourhood'

export type RowFilter = Pick<View, 'themes' | 'filters' | 'years'>

/**
 * Whether a plan passes themes, statuses, documents, departments and years. A plan without years passes only an
 * open span; only projects state an investment, so asking for one leaves no plan.
 */
export function planIsVisible(plan: Plan, { themes, filters, years }: RowFilter, record: PlanRecord): boolean {
  if (!themes.includes(plan.theme) || filters.investment) return false
  if (filters.statuses.length > 0 && !filters.statuses.includes(plan.status)) return false
  if (!passesDocuments(plan, filters) || !passesDepartments(plan.bodies, filters)) return false
  if (!passesAround(plan.features, filters, record)) return false
  if (filters.dated !== undefined && filters.dated !== isDated(plan)) return false
  return !years || overlapsYears(plan, years)
}

/**
 * Whether a project passes. It has no theme, so themes leave it alone; it is a row of a plan for coming years, so
 * its status is 规划; its lead departments are what the department filter asks for.
 */
export function projectIsVisible(project: Project, { filters, years }: RowFilter, record: PlanRecord): boolean {
  if (filters.statuses.length > 0 && !filters.statuses.includes(projectStatus)) return false
  if (!passesDocuments(project, filters) || !passesDepartments(project.lead, filters)) return false
  if (!passesAround(project.features, filters, record)) return false
  if (filters.dated !== undefined && filters.dated !== isDated(scheduledYears(project))) return false
  if (filters.investment && !passesInvestment(project.investmentWan, filters.investment)) return false
  return !years || overlapsYears(scheduledYears(project), years)
}

/** Whether an indicator passes: it is a 目标 for the years of its table, and its department is the one that has to count it. */
export function indicatorIsVisible(
  indicator: Indicator,
  { filters, years }: RowFilter,
  tasks: readonly Task[],
  record: PlanRecord,
): boolean {
  if (!passesAround(indicatorDistricts(record), filters, record)) return false
  if (filters.investment || !passesDocuments(indicator, filters)) return false
  if (filters.statuses.length > 0 && !filters.statuses.includes(indicatorStatus)) return false
  if (filters.dated === false) return false
  if (filters.departments.length > 0 && !passesDepartments(taskOf(indicator, tasks)?.lead ?? [], filters)) return false
  return !years || overlapsYears({ from: indicator.baseline.year, to: record.region.years.schedule.at(-1) }, years)
}

/** Returns the one district whose indicators the record holds, in a list; an empty one where there is none. */
export const indicatorDistricts = ({ region }: Pick<PlanRecord, 'region'>): string[] =>
  region.projects ? [region.projects.district] : []

/** The counting task that cites the same row of the indicator table. */
export function taskOf(indicator: Indicator, tasks: readonly Task[]): Task | undefined {
  const rows = new Set(indicator.sources.map(rowKey))
  return tasks.find((task) => task.sources.some((source) => source.item && rows.has(rowKey(source))))
}

const rowKey = ({ id, section, item }: { id: string; section: string; item?: string }) => `${id}|${section}|${item}`

/** First and last year of a project's schedule. */
export function scheduledYears({ spans }: Pick<Project, 'spans'>): { from?: number; to?: number } {
  if (spans.length === 0) return {}
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
}

const passesDocuments = (row: Pick<Plan, 'sources'>, { documents }: Filters) =>
  documents.length === 0 || row.sources.some(({ id }) => documents.includes(id))

const passesDepartments = (names: readonly string[], { departments }: Filters) =>
  departments.length === 0 || names.some((name) => departments.includes(departmentId(name)))

/** Whether one of the features a row is about lies in the district asked for or a neighbour of it. */
const passesAround = (features: readonly string[], { around }: Filters, record: PlanRecord) =>
  around === undefined || features.some((id) => neighbourhood(record, around).has(id))

/** Whether a sum is stated and within the ends that are given. */
export function passesInvestment(
  investmentWan: number | undefined,
  { from, to }: { from?: number; to?: number },
): boolean {
  if (investmentWan === undefined) return false
  return (from === undefined || investmentWan >= from) && (to === undefined || investmentWan <= to)
}

/** Whether a row's years and those asked for have one in common; a row without years has none. */
export function overlapsYears(row: { from?: number; to?: number }, years: { from: number; to: number }): boolean {
  const from = row.from ?? row.to
  const to = row.to ?? row.from
  return from !== undefined && to !== undefined && from <= years.to && to >= years.from
}

/** Whether anything but the kind and the position of a feature is asked about. */
const asksAboutRows = ({ filters, years }: RowFilter) =>
  filters.statuses.length > 0 ||
  filters.documents.length > 0 ||
  filters.departments.length > 0 ||
  filters.investment !== undefined ||
  filters.dated !== undefined ||
  years !== undefined

/** Whether kind and position of a feature pass. */
export function featurePassesItself(feature: RecordFeature, { kinds, placed }: Filters): boolean {
  if (placed !== undefined && (feature.geometry !== null) !== placed) return false
  return kinds.length === 0 || kinds.includes(feature.properties.kind)
}

/**
 * Whether a feature is shown. Districts always stay; a feature without a theme of its own stays until
 * something is asked about plans and projects, then it needs one that passes.
 */
export function featureIsVisible(feature: RecordFeature, record: PlanRecord, filter: RowFilter): boolean {
  const { kind, themes, id } = feature.properties
  if (!featurePassesItself(feature, filter.filters) || !passesAround([id], filter.filters, record)) return false
  if (kind === 'district') return true
  if (asksAboutRows(filter)) return hasVisibleRow(id, record, filter)
  if (filter.themes.length === themeIds.length) return true
  return themes.some((theme) => filter.themes.includes(theme))
}

const hasVisibleRow = (id: string, record: PlanRecord, filter: RowFilter) =>
  (record.plansByFeature.get(id) ?? []).some((plan) => planIsVisible(plan, filter, record)) ||
  (record.projectsByFeature.get(id) ?? []).some((project) => projectIsVisible(project, filter, record))

/** The last answer: the map, the list and the counts ask the same thing one after the other. */
let answered: { record: PlanRecord; filter: RowFilter; features: RecordFeature[] } | undefined

export function visibleFeatures(record: PlanRecord, filter: RowFilter): readonly RecordFeature[] {
  if (answered?.record === record && isSameRowFilter(answered.filter, filter)) return answered.features
  const { themes, filters, years } = filter
  const features = record.features.filter((feature) => featureIsVisible(feature, record, filter))
  answered = { record, filter: { themes, filters, years }, features }
  return features
}

const isSameRowFilter = (one: RowFilter, other: RowFilter) =>
  one.themes === other.themes && one.filters === other.filters && one.years === other.years

/** Plans of each theme, as if that theme alone were asked for: the counts on the theme toggles. */
export function themeCounts(record: PlanRecord, filter: RowFilter): Map<ThemeId, number> {
  const anyTheme = { ...filter, themes: [...themeIds] }
  const counts = new Map<ThemeId, number>(themeIds.map((theme) => [theme, 0]))
  for (const plan of record.plans)
    if (planIsVisible(plan, anyTheme, record)) counts.set(plan.theme, (counts.get(plan.theme) ?? 0) + 1)
  return counts
}
