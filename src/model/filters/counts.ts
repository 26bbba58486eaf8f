/**
 * The numbers beside the choices of a filter: how much each would show if it alone were chosen in its group, with the
 * other groups as they are.
 */
import type { FeatureKind, Status } from '../../../data/schema'
import type { PageRegion } from '../../../data/schema-region'
import { isDated } from '../plans/deadline'
import type { DetailFiles, PlanRecord } from '../record'
import type { Filters } from '../view'
import { offeredYears } from '../years'
import { departmentId } from './departments'
import { neighbourhood } from './neighbourhood'
import {
  featureIsVisible,
  indicatorIsVisible,
  passesInvestment,
  planIsVisible,
  projectIsVisible,
  type RowFilter,
  scheduledYears,
  visibleFeatures,
} from './visible'

/** The ranges of investment offered as buttons, in 万元, both ends inclusive. */
export const investmentBands: readonly { from?: number; to?: number }[] = [
  { to: 500 },
  { from: 500, to: 5000 },
  { from: 5000, to: 20000 },
  { from: 20000, to: 100000 },
  { from: 100000 },
]

/** Returns the districts whose neighbourhood is offered: the central ones, and one that a link asks for. */
export const aroundChoices = ({ centralDistricts }: PageRegion, { around }: Filters): string[] => [
  ...new Set([...centralDistricts, around ?? []].flat()),
]

/** The number beside each choice of the filters. */
export interface FilterCounts {
  /** Plans. */
  statuses: Map<Status, number>
  /** Plans and, once loaded, projects and indicators. */
  documents: Map<string, number>
  departments: Map<string, number>
  years: Map<number, number>
  /** Projects, in the order of `investmentBands`. */
  investment: number[]
  /** Features. */
  kinds: Map<FeatureKind, number>
  placed: { yes: number; no: number }
  /** Plans and, once loaded, projects with and without a year. */
  dated: { yes: number; no: number }
  /** Features in each central district and its neighbours. */
  around: Map<string, number>
}

/** Returns the counts for a filter. Rows of projects and indicators count once the details are loaded. */
export function filterCounts(record: PlanRecord, filter: RowFilter, details: DetailFiles | undefined): FilterCounts {
  // What is not asked about need not be left out: most of the filters are the one that stands.
  const without = (change: Partial<Filters>): RowFilter =>
    isIn(change, filter.filters) ? filter : { ...filter, filters: { ...filter.filters, ...change } }
  const rows = once((asked: RowFilter) => ({
    plans: record.plans.filter((plan) => planIsVisible(plan, asked, record)),
    projects: (details?.projects ?? []).filter((project) => projectIsVisible(project, asked, record)),
    indicators: (details?.indicators ?? []).filter((each) =>
      indicatorIsVisible(each, asked, details?.tasks ?? [], record),
    ),
  }))
  const features = once((asked: RowFilter) =>
    asked === filter
      ? visibleFeatures(record, filter)
      : record.features.filter((each) => featureIsVisible(each, record, asked)),
  )
  const anyYear = rows(filter.years ? { ...filter, years: undefined } : filter)
  const spans = [...anyYear.plans, ...anyYear.projects.map(scheduledYears)]
  const anyDate = rows(without({ dated: undefined }))
  const dates = [...anyDate.plans, ...anyDate.projects.map(scheduledYears)].map(isDated)
  const sums = rows(without({ investment: undefined })).projects.map(({ investmentWan }) => investmentWan)
  const anyDocument = rows(without({ documents: [] }))
  const anyDepartment = rows(without({ departments: [] }))
  const departmentNames = [
    ...anyDepartment.plans.map(({ bodies }) => bodies),
    ...anyDepartment.projects.map(({ lead }) => lead),
  ]
  const kindsOf = features(without({ kinds: [] }))
  const anywhere = features(without({ around: undefined }))
  const placed = features(without({ placed: undefined }))
  return {
    statuses: tally(rows(without({ statuses: [] })).plans, ({ status }) => [status]),
    documents: tally(Object.values(anyDocument).flat(), ({ sources }) => idsOf(sources)),
    departments: tally(departmentNames, (names) => names.map(departmentId)),
    years: yearCounts(offeredYears(record.region.years), spans),
    investment: investmentBands.map((band) => sums.filter((sum) => passesInvestment(sum, band)).length),
    around: new Map(
      aroundChoices(record.region, filter.filters).map((code) => {
        const inside = neighbourhood(record, code)
        return [code, anywhere.filter(({ properties }) => inside.has(properties.id)).length]
      }),
    ),
    kinds: tally(kindsOf, ({ properties }) => [properties.kind]),
    dated: { yes: dates.filter(Boolean).length, no: dates.filter((each) => !each).length },
    placed: {
      yes: placed.filter(({ geometry }) => geometry !== null).length,
      no: placed.filter(({ geometry }) => geometry === null).length,
    },
  }
}

/** Whether filters already are as a change would make them; an empty list is like another. */
const isIn = (change: Partial<Filters>, filters: Filters) =>
  Object.entries(change).every(([key, value]) => {
    const now = filters[key as keyof Filters]
    return now === value || (Array.isArray(value) && Array.isArray(now) && now.length === 0 && value.length === 0)
  })

/** The answer to each filter, worked out once. */
function once<T>(answer: (asked: RowFilter) => T): (asked: RowFilter) => T {
  const known = new Map<RowFilter, T>()
  return (asked) => {
    const found = known.get(asked) ?? answer(asked)
    known.set(asked, found)
    return found
  }
}

function idsOf(sources: readonly { id: string }[]): string[] {
  const ids = sources.map(({ id }) => id)
  return ids.length > 1 ? [...new Set(ids)] : ids
}

function tally<Row, T>(rows: readonly Row[], valuesOf: (row: Row) => readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const row of rows) for (const value of valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** How many spans each year stands in; what has no year stands in none. */
function yearCounts(years: readonly number[], spans: readonly { from?: number; to?: number }[]): Map<number, number> {
  const alike = tally(spans, ({ from, to }) =>
    from === undefined && to === undefined ? [] : [`${from ?? to}–${to ?? from}`],
  )
  const counted = [...alike].map(([span, count]) => ({ ends: span.split('–').map(Number), count }))
  return new Map(
    years.map((year) => [
      year,
      counted.reduce((sum, { ends: [from = 0, to = 0], count }) => sum + (from <= year && to >= year ? count : 0), 0),
    ]),
  )
}
