/** Sums of the plans about each feature that pass a filter: their number, weight and leading theme. Pure. */
import type { ThemeId } from '../../../data/schema'
import { planIsVisible, projectIsVisible, type RowFilter, scheduledYears } from '../filters/visible'
import { lastAnswer } from '../last-answer'
import type { PlanRecord } from '../record'
import { projectStatus } from './status'
import { weightOf } from './weight'
import { moreUrgent, type YearPhase, yearPhase } from './year-phase'

/** The sums over the plans about one feature. */
export interface FeatureTally {
  /** The theme, among those on, with most of the plans; of several the first in the record's order. */
  theme: ThemeId | undefined
  plans: number
  /** The sum of their weights. */
  weight: number
  /** The most urgent of what becomes of them in the years asked for. */
  phase: YearPhase | undefined
}

interface Tally extends Omit<FeatureTally, 'theme'> {
  byTheme: Map<ThemeId, number>
}

type Tallies = ReadonlyMap<string, FeatureTally>
const kept = lastAnswer<Tallies>()

/** Returns the tallies by feature id; a feature without a passing plan has no entry. The last result is cached. */
export function featureTallies(record: PlanRecord, filter: RowFilter): Tallies {
  const { themes, filters, years } = filter
  const asked = [record.plans, years && record.projectsByFeature, themes, filters, years]
  return kept(asked, () => talliesOf(record, filter))
}

function talliesOf(record: PlanRecord, filter: RowFilter): Tallies {
  const tallies = new Map<string, Tally>()
  for (const plan of record.plans) {
    if (!planIsVisible(plan, filter, record)) continue
    const weight = weightOf(plan, record)
    for (const id of plan.features) {
      const tally = tallies.get(id) ?? { byTheme: new Map(), plans: 0, weight: 0, phase: undefined }
      tally.byTheme.set(plan.theme, (tally.byTheme.get(plan.theme) ?? 0) + 1)
      tally.plans += 1
      tally.weight += weight
      if (filter.years) tally.phase = moreUrgent(tally.phase, yearPhase(plan, filter.years))
      tallies.set(id, tally)
    }
  }
  if (filter.years) tallyProjects(tallies, record, filter, filter.years)
  return new Map([...tallies].map(([id, { byTheme, ...tally }]) => [id, { ...tally, theme: leading(record, byTheme) }]))
}

/** Projects have no theme and no weight of a plan, but years. */
function tallyProjects(
  tallies: Map<string, Tally>,
  record: PlanRecord,
  filter: RowFilter,
  years: { from: number; to: number },
) {
  for (const [id, projects] of record.projectsByFeature) {
    for (const project of projects) {
      if (!projectIsVisible(project, filter, record)) continue
      const tally = tallies.get(id) ?? { byTheme: new Map(), plans: 0, weight: 0, phase: undefined }
      const phase = yearPhase({ status: projectStatus, to: scheduledYears(project).to }, years)
      tallies.set(id, { ...tally, phase: moreUrgent(tally.phase, phase) })
    }
  }
}

function leading({ themes }: Pick<PlanRecord, 'themes'>, counts: ReadonlyMap<ThemeId, number>): ThemeId | undefined {
  let first: ThemeId | undefined
  for (const { id } of themes) {
    const count = counts.get(id) ?? 0
    if (count > 0 && (first === undefined || count > (counts.get(first) ?? 0))) first = id
  }
  return first
}
