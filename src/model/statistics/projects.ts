/** The project list counted: money by what the list itself names, and the years each project is scheduled for. */
import type { Project } from '../../../data/schema'
import { isDistrictCode } from '../../../data/schema-ids'
import type { PlanRecord, RecordFeature } from '../record'

export const investmentDimensions = ['category', 'programme', 'department', 'place'] as const
export type InvestmentDimension = (typeof investmentDimensions)[number]

export interface InvestmentRow {
  key: string
  /** As the record names it. */
  label: string
  labelEn: string
  investmentWan: number
  projects: number
  /** Of these, how many also count elsewhere, because they have several leads or places. */
  shared: number
}

/** Most money first. By department and place a project counts in full for each, so the rows do not add up. */
export function investmentBy(
  record: PlanRecord,
  projects: readonly Project[],
  dimension: InvestmentDimension,
): InvestmentRow[] {
  const rows = new Map<string, InvestmentRow>()
  for (const project of projects) {
    const keys = keysOf(project, dimension)
    for (const key of keys) {
      const row = rows.get(key) ?? { key, ...labelOf(record, key, dimension), investmentWan: 0, projects: 0, shared: 0 }
      row.investmentWan += project.investmentWan ?? 0
      row.projects += 1
      row.shared += keys.length > 1 ? 1 : 0
      rows.set(key, row)
    }
  }
  return [...rows.values()].sort((a, b) => b.investmentWan - a.investmentWan || b.projects - a.projects)
}

function keysOf(project: Project, dimension: InvestmentDimension): readonly string[] {
  switch (dimension) {
    case 'category':
      return [project.category]
    case 'programme':
      return [project.programme]
    case 'department':
      return project.lead
    case 'place': {
      // A project list names its own district for every row; as a place that says nothing.
      const places = project.features.filter((id) => !isDistrictCode(id))
      return places.length > 0 ? places : project.features
    }
  }
}

function labelOf(record: PlanRecord, key: string, dimension: InvestmentDimension) {
  const properties = dimension === 'place' ? record.featureById.get(key)?.properties : undefined
  return { label: properties?.name ?? key, labelEn: properties?.nameEn ?? key }
}

/** One cell of the table as a bar; cells whose years are not told apart overlap, each in a lane of its own. */
export interface ScheduleBar {
  from: number
  to: number
  lane: number
}

export interface ScheduleRow {
  project: Project
  bars: readonly ScheduleBar[]
  /** At least 1. */
  lanes: number
}

/** Projects by category in the list's own order, with their cells as bars. */
export function scheduleRows(projects: readonly Project[]): { category: string; rows: ScheduleRow[] }[] {
  const groups = new Map<string, ScheduleRow[]>()
  for (const project of projects) {
    const bars = scheduleBars(project)
    const row = { project, bars, lanes: Math.max(1, ...bars.map(({ lane }) => lane + 1)) }
    const group = groups.get(project.category)
    if (group) group.push(row)
    else groups.set(project.category, [row])
  }
  return [...groups].map(([category, rows]) => ({ category, rows }))
}

/** The cells of a schedule, each in the first lane where it has room. */
export function scheduleBars({ spans }: Pick<Project, 'spans'>): ScheduleBar[] {
  const ends: number[] = []
  return [...spans]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      const free = ends.findIndex((end) => end < from)
      const lane = free < 0 ? ends.length : free
      ends[lane] = to
      return { from, to, lane }
    })
}

/** Where a project is, besides its district. */
export function placesOf(record: PlanRecord, project: Project): RecordFeature[] {
  return project.features.filter((id) => !isDistrictCode(id)).flatMap((id) => record.featureById.get(id) ?? [])
}
