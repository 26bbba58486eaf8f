/** What becomes of a plan in the years asked for. Pure. */
import type { Plan } from '../../../data/schema'
import { partInYear } from './status'

/** The more urgent first: what of several plans a mark speaks of. */
export const yearPhases = ['due', 'underway', 'done'] as const
/** One of `yearPhases`. */
export type YearPhase = (typeof yearPhases)[number]

/** Returns whether a plan that has its share in the years falls due, goes on or was done in them; undefined for a description. */
export function yearPhase(
  { status, to }: Pick<Plan, 'status' | 'to'>,
  years: { from: number; to: number },
): YearPhase | undefined {
  const part = partInYear(status)
  if (part === 'described') return undefined
  if (part === 'done') return 'done'
  return to !== undefined && to >= years.from && to <= years.to ? 'due' : 'underway'
}

/** Returns the more urgent of two. */
export function moreUrgent(one: YearPhase | undefined, other: YearPhase | undefined): YearPhase | undefined {
  return yearPhases.find((phase) => phase === one || phase === other)
}
