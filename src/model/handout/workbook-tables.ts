/** The rows of a subject by kind, a table each, as a workbook has them. Pure. */
import type { Plan } from '../../../data/schema'
import type { CitedItem } from '../briefing/briefing'
import { currentItem } from '../briefing/current-item'
import { indicatorsOf, projectsOf } from '../detail'
import { indicatorIsVisible, planIsVisible, projectIsVisible, visibleFeatures } from '../filters/visible'
import type { View } from '../view'
import type { HandoutContext } from './context'
import type { HandoutTable } from './handout'
import type { HandoutSubject } from './handout-of'
import { listTable } from './list-page'
import { featureTable, indicatorTable, planTable, projectTable } from './tables'

/** Returns the tables of a subject; a kind without rows has none. */
export function workbookTables(subject: HandoutSubject, context: HandoutContext): HandoutTable[] {
  if (subject.kind === 'view' && subject.chart) {
    const { title, header, rows } = subject.chart
    const isNumeric = (at: number) => rows.every((row) => row[at] === undefined || typeof row[at] === 'number')
    return [
      { title, columns: header.map((head, at) => ({ title: head, kind: isNumeric(at) ? 'number' : 'text' })), rows },
    ]
  }
  if (subject.kind === 'view' && subject.list) return [listTable(subject.list, subject.view, context, 'whole')]
  const { plans, projects, indicators, features } =
    subject.kind === 'view' ? rowsOfView(subject.view, context) : rowsOfBriefing(subject, context)
  return [
    planTable(plans, context, 'whole'),
    featureTable(features, context, 'whole'),
    projectTable(projects, context, 'whole'),
    indicatorTable(indicators, context, 'whole'),
  ].filter(({ rows }) => rows.length > 0)
}

function rowsOfView(view: View, { record, details }: HandoutContext) {
  const ids = view.feature ? [view.feature] : view.districts
  const about = ({ features }: { features: readonly string[] }) =>
    ids.length === 0 || features.some((id) => ids.includes(id))
  const selected = ids.flatMap((id) => record.featureById.get(id) ?? [])
  return {
    plans: record.plans.filter((plan) => about(plan) && planIsVisible(plan, view, record)),
    features: ids.length > 0 ? selected : visibleFeatures(record, view),
    projects: (ids.length > 0 ? unique(ids.flatMap((id) => projectsOf(details, id))) : details.projects).filter(
      (project) => projectIsVisible(project, view, record),
    ),
    indicators: (ids.length > 0
      ? unique(ids.flatMap((id) => indicatorsOf(record, details, id)))
      : details.indicators
    ).filter((indicator) => indicatorIsVisible(indicator, view, details.tasks, record)),
  }
}

const unique = <T>(rows: readonly T[]): T[] => [...new Set(rows)]

function rowsOfBriefing(
  { briefing }: Extract<HandoutSubject, { kind: 'briefing' }>,
  { record, details }: HandoutContext,
) {
  const cited = briefing.scenes.flatMap(({ points }) =>
    points.flatMap((point) => (point.kind === 'cited' ? (currentItem(point.item, record) ?? []) : [])),
  )
  const ids = (kind: CitedItem['kind']) =>
    new Set(cited.flatMap((item) => (item.kind === kind && 'id' in item ? item.id : [])))
  const [plans, projects, indicators] = [ids('plan'), ids('project'), ids('indicator')]
  const shown = new Set(
    briefing.scenes.flatMap(({ view }) => [...view.districts, ...(view.feature ? [view.feature] : [])]),
  )
  return {
    plans: [...plans].flatMap((id): Plan[] => {
      const plan = record.planById.get(id)
      return plan ? [plan] : []
    }),
    features: record.features.filter(({ properties }) => shown.has(properties.id)),
    projects: details.projects.filter(({ id }) => projects.has(id)),
    indicators: details.indicators.filter(({ no }) => indicators.has(String(no))),
  }
}
