/** What a plan's years mean on a given day. Pure; the day is always a parameter. */
import type { Plan } from '../../../data/schema'
import { isOpen } from './status'

/**
 * `undated`: the documents give it no year. `closed`: done, or a description, so nothing is due. `ahead`: its target
 * year is to come, or only its beginning is known. `due`: its target year is this year. `past`: its target year is
 * over and no document of the record says what came of it.
 */
export const deadlines = ['undated', 'closed', 'ahead', 'due', 'past'] as const
/** One of `deadlines`. */
export type Deadline = (typeof deadlines)[number]

/** Returns whether the documents give a plan any year. */
export const isDated = ({ from, to }: Pick<Plan, 'from' | 'to'>): boolean => from !== undefined || to !== undefined

/** Returns where a plan stands on `today`, `YYYY-MM-DD`; only the year counts. */
export function deadlineOf(plan: Pick<Plan, 'status' | 'from' | 'to'>, today: string): Deadline {
  if (!isDated(plan)) return 'undated'
  if (!isOpen(plan.status)) return 'closed'
  const year = yearOf(today)
  if (plan.to === undefined || plan.to > year) return 'ahead'
  return plan.to === year ? 'due' : 'past'
}

/** Returns the year of a day. Throws unless it is `YYYY-MM-DD`. */
export function yearOf(today: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(today)) throw new Error(`${today} is no day`)
  return Number(today.slice(0, 4))
}
