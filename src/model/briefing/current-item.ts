/** What a citation made with an older record names today. Pure. */
import type { PlanRecord } from '../record'
import { type CitedItem, citedItemOf } from './briefing'

const mostSteps = 8

/**
 * Returns a cited item with aliases followed: a plan may have become another, a project or an indicator. Undefined for a
 * plan that leads nowhere that can be cited; whether a project or indicator exists is not looked at.
 */
export function currentItem(
  cited: CitedItem,
  { planById, aliasById }: Pick<PlanRecord, 'planById' | 'aliasById'>,
): CitedItem | undefined {
  let item: CitedItem | undefined = cited
  for (let step = 0; step < mostSteps; step++) {
    if (item?.kind !== 'plan' || planById.has(item.id)) return item
    const target: string | undefined = aliasById.get(item.id)?.to
    if (target === undefined) return undefined
    item = target.includes(':') ? citedItemOf(target) : { kind: 'plan', id: target }
  }
  return undefined
}
