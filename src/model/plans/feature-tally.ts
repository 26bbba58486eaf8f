/** Sums of the plans about each feature that pass a filter: their number, weight and leading theme. Pure. */
import type { ThemeId } from '../../../data/schema'
import { planIsVisible, type RowFilter } from '../filters/visible'
import type { PlanRecord } from '../record'
import { weightOf } from './weight'

/** The sums over the plans about one feature. */
export interface FeatureTally {
  /** The theme, among those on, with most of the plans; of several the first in the record's order. */
  theme: ThemeId | undefined
  plans: number
  /** The sum of their weights. */
  weight: number
}

/** Returns the tallies by feature id; a feature without a passing plan has no entry. */
export function featureTallies(record: PlanRecord, filter: RowFilter): ReadonlyMap<string, FeatureTally> {
  const tallies = new Map<string, { byTheme: Map<ThemeId, number>; plans: number; weight: number }>()
  for (const plan of record.plans) {
    if (!planIsVisible(plan, filter, record)) continue
    const weight = weightOf(plan, record)
    for (const id of plan.features) {
      const tally = tallies.get(id) ?? { byTheme: new Map(), plans: 0, weight: 0 }
      tally.byTheme.set(plan.theme, (tally.byTheme.get(plan.theme) ?? 0) + 1)
      tally.plans += 1
      tally.weight += weight
      tallies.set(id, tally)
    }
  }
  return new Map(
    [...tallies].map(([id, { byTheme, plans, weight }]) => [id, { theme: leading(record, byTheme), plans, weight }]),
  )
}

function leading({ themes }: Pick<PlanRecord, 'themes'>, counts: ReadonlyMap<ThemeId, number>): ThemeId | undefined {
  let first: ThemeId | undefined
  for (const { id } of themes) {
    const count = counts.get(id) ?? 0
    if (count > 0 && (first === undefined || count > (counts.get(first) ?? 0))) first = id
  }
  return first
}
