/** Sums over the project list: investment by category, programme, department and place, and the schedule by years. */
import type { Project } from '../../../data/schema'
import { isDistrictCode } from '../../../data/schema-ids'
import type { PlanRecord, RecordFeature } from '../record'

/** The dimensions by which investment can be summed. */
export const investmentDimensions = ['category', 'programme', 'department', 'place'] as const
/** One of `investmentDimensions`. */
export type InvestmentDimension = (typeof investmentDimensions)[number]

/** The projects of one category, programme, department or place, with their investment in 万元. */
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

/**
 * Returns the rows of a dimension, most money first. A project counts in full for each of its departments and places,
 * so those rows do not add up to the total.
 */
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

/** One cell of the schedule as a bar. Cells that overlap have different lanes. */
export interface ScheduleBar {
  from: number
  to: number
  lane: number
}

/** A project with the bars of its schedule. */
export interface ScheduleRow {
  project: Project
  bars: readonly ScheduleBar[]
  /** At least 1. */
  lanes: number
}

/** Returns the projects by category, in the order of the list. */
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

/** Returns the cells of a schedule by first year, each in the first lane with room for it. */
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

/** Returns the features a project is about, without districts. */
export function placesOf(record: PlanRecord, project: Project): RecordFeature[] {
  return project.features.filter((id) => !isDistrictCode(id)).flatMap((id) => record.featureById.get(id) ?? [])
}
