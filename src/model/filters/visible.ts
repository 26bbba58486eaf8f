/**
 * Which plans, projects, indicators and features a view shows. The map, the lists and the counts all use these
 * functions, so that they agree.
 */
import type { Indicator, Plan, Project, Task, ThemeId } from '../../../data/schema'
import { themeIds } from '../../../data/schema-ids'
import { lastAnswer } from '../last-answer'
import { isDated } from '../plans/deadline'
import { indicatorStatus, projectStatus } from '../plans/status'
import type { PlanRecord, RecordFeature } from '../record'
import type { Filters, View } from '../view'
import { departmentId } from './departments'
import { neighbourhood } from './neighbourhood'

/** The part of a view that decides which rows are shown. */
export type RowFilter = Pick<View, 'themes' | 'filters' | 'years'>

/**
 * Returns whether a plan passes. A plan without years passes only if no years are asked for; a filter on investment
 * hides all plans, because only projects state one.
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
 * Returns whether a project passes. A project has no theme, so themes do not hide it; its status is always 规划, and
 * its departments are those that lead it.
 */
export function projectIsVisible(project: Project, { filters, years }: RowFilter, record: PlanRecord): boolean {
  if (filters.statuses.length > 0 && !filters.statuses.includes(projectStatus)) return false
  if (!passesDocuments(project, filters) || !passesDepartments(project.lead, filters)) return false
  if (!passesAround(project.features, filters, record)) return false
  if (filters.dated !== undefined && filters.dated !== isDated(scheduledYears(project))) return false
  if (filters.investment && !passesInvestment(project.investmentWan, filters.investment)) return false
  return !years || overlapsYears(scheduledYears(project), years)
}

/**
 * Returns whether an indicator passes. Its status is always 目标, its years are those of its table, and its
 * department is the one that has to count it.
 */
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

/** Returns the one district whose indicators the record holds, in a list; an empty list if there is none. */
export const indicatorDistricts = ({ region }: Pick<PlanRecord, 'region'>): string[] =>
  region.projects ? [region.projects.district] : []

/** Returns the counting task that cites the same row of the indicator table; undefined if none does. */
export function taskOf(indicator: Indicator, tasks: readonly Task[]): Task | undefined {
  const rows = new Set(indicator.sources.map(rowKey))
  return tasks.find((task) => task.sources.some((source) => source.item && rows.has(rowKey(source))))
}

const rowKey = ({ id, section, item }: { id: string; section: string; item?: string }) => `${id}|${section}|${item}`

/** Returns the first and last year of a project's schedule; neither if it has none. */
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

/** Returns whether a sum in 万元 is stated and within the given ends, both inclusive. */
export function passesInvestment(
  investmentWan: number | undefined,
  { from, to }: { from?: number; to?: number },
): boolean {
  if (investmentWan === undefined) return false
  return (from === undefined || investmentWan >= from) && (to === undefined || investmentWan <= to)
}

/** Returns whether a row and a span have a year in common; false for a row without years. */
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

/** Returns whether a feature passes the filters on kind and position. */
export function featurePassesItself(feature: RecordFeature, { kinds, placed }: Filters): boolean {
  if (placed !== undefined && (feature.geometry !== null) !== placed) return false
  return kinds.length === 0 || kinds.includes(feature.properties.kind)
}

/**
 * Returns whether a feature is shown. A district always is. Any other needs a theme that is on, or, if the filter is
 * about rows, a plan or project that passes.
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

/**
 * Returns the rows of a record that decide which features a filter shows: projects only where it asks about rows, so that
 * their coming changes nothing else.
 */
export const rowsAsked = (
  { features, plans, projectsByFeature }: PlanRecord,
  filter: RowFilter,
): readonly unknown[] => [features, plans, asksAboutRows(filter) ? projectsByFeature : undefined]

const kept = lastAnswer<readonly RecordFeature[]>()

/**
 * Returns the features that are shown, in the order of the record. The last result is cached, because the map, the
 * list and the counts ask one after the other.
 */
export function visibleFeatures(record: PlanRecord, filter: RowFilter): readonly RecordFeature[] {
  const asked = [...rowsAsked(record, filter), filter.themes, filter.filters, filter.years]
  return kept(asked, () => record.features.filter((feature) => featureIsVisible(feature, record, filter)))
}

/** Returns the number of plans of each theme that pass the other filters, for the theme buttons. */
export function themeCounts(record: PlanRecord, filter: RowFilter): Map<ThemeId, number> {
  const anyTheme = { ...filter, themes: [...themeIds] }
  const counts = new Map<ThemeId, number>(themeIds.map((theme) => [theme, 0]))
  for (const plan of record.plans)
    if (planIsVisible(plan, anyTheme, record)) counts.set(plan.theme, (counts.get(plan.theme) ?? 0) + 1)
  return counts
}
