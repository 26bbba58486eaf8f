/**
 * What is planned for a year. It uses the same rule as the map and the lists (`visible.ts`) and only divides the rows
 * into due, under way and done.
 */
import type { Plan, Project } from '../../data/schema'
import { overlapsYears, planIsVisible, projectIsVisible, type RowFilter, scheduledYears } from './filters/visible'
import { partInYear } from './plans/status'
import type { DetailFiles, PlanRecord } from './record'
import { offeredYears } from './years'

/** The rows of one year. */
export interface YearSummary {
  year: number
  /** To be reached in this very year. */
  due: readonly Plan[]
  /** Begun, and running on beyond this year. */
  underway: readonly Plan[]
  /** Stated as completed in this year. */
  done: readonly Plan[]
  /** How things were in this year. */
  described: readonly Plan[]
  projectsDue: readonly Project[]
  projectsUnderway: readonly Project[]
  /** How many of the indicators have a target, or the baseline, for this year. */
  indicators: number
}

const onlyYear = (filter: RowFilter, year: number): RowFilter => ({ ...filter, years: { from: year, to: year } })

/** Returns the rows of a year that pass the other filters. Projects and indicators need the details. */
export function yearSummary(
  record: PlanRecord,
  details: DetailFiles | undefined,
  filter: RowFilter,
  year: number,
): YearSummary {
  const asked = onlyYear(filter, year)
  const plans = record.plans.filter((plan) => planIsVisible(plan, asked, record))
  const projects = (details?.projects ?? []).filter((project) => projectIsVisible(project, asked, record))
  const within = (part: ReturnType<typeof partInYear>) => plans.filter(({ status }) => partInYear(status) === part)
  const open = within('open')
  return {
    year,
    due: open.filter(({ to }) => to === year),
    underway: open.filter(({ to }) => to !== year),
    done: within('done'),
    described: within('described'),
    projectsDue: projects.filter((project) => scheduledYears(project).to === year),
    projectsUnderway: projects.filter((project) => scheduledYears(project).to !== year),
    indicators: (details?.indicators ?? []).filter(
      ({ baseline, targets }) => baseline.year === year || Object.hasOwn(targets, String(year)),
    ).length,
  }
}

/** Returns the numbers of plans and projects for every year on the scale. */
export function yearCounts(
  record: PlanRecord,
  details: DetailFiles | undefined,
  filter: RowFilter,
): { year: number; plans: number; projects: number }[] {
  const anyYear = { ...filter, years: undefined }
  const plans = record.plans.filter((plan) => planIsVisible(plan, anyYear, record))
  const projects = (details?.projects ?? []).filter((project) => projectIsVisible(project, anyYear, record))
  const spans = projects.map(scheduledYears)
  return offeredYears(record.region.years).map((year) => {
    const only = { from: year, to: year }
    return {
      year,
      plans: plans.filter((plan) => overlapsYears(plan, only)).length,
      projects: spans.filter((span) => overlapsYears(span, only)).length,
    }
  })
}
