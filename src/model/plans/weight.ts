/** The weight of a plan for a planner: concrete plans weigh more than vague ones. Pure. */
import { isOwnPlace } from '../../../data/own-place'
import type { ConflictGrade, Plan, Status } from '../../../data/schema'
import type { PlanRecord } from '../record'

/** What is under way or to be reached comes before what is only intended, and that before what is over. */
const statusWeight = {
  underway: 3,
  target: 3,
  planned: 2,
  built: 1,
  state: 0,
} as const satisfies { [status in Status]: number }

/** A planner has to know of numbers and dates that do not agree; names are settled by a note. */
const gradeWeight = {
  number: 2,
  date: 2,
  place: 1,
  office: 0,
  name: 0,
} as const satisfies { [grade in ConflictGrade]: number }

const isMoney = (unit: string) => /元$/.test(unit)

const weighed = new WeakMap<Plan, number>()

/**
 * Returns the weight of a plan: 0 for a slogan, principle or the like (`unspecific`), else 1 to 16. Figures, money,
 * years, a place of its own, a responsible office and a contradiction about numbers or dates add to it. Cached by
 * plan.
 */
export function weightOf(plan: Plan, record: Pick<PlanRecord, 'featureById'>): number {
  const known = weighed.get(plan)
  if (known !== undefined) return known
  const weight = plan.unspecific ? 0 : 1 + statusWeight[plan.status] + concreteness(plan, record)
  weighed.set(plan, weight)
  return weight
}

function concreteness(plan: Plan, { featureById }: Pick<PlanRecord, 'featureById'>): number {
  const numbers = plan.figures.filter(({ value }) => typeof value === 'number')
  const hasPlace = plan.features.some((id) => {
    const feature = featureById.get(id)
    return feature !== undefined && isOwnPlace(feature.properties)
  })
  return (
    (numbers.length > 1 ? 3 : numbers.length > 0 ? 2 : 0) +
    (numbers.some(({ unit }) => isMoney(unit)) ? 2 : 0) +
    (plan.from !== undefined || plan.to !== undefined ? 2 : 0) +
    (hasPlace ? 2 : 0) +
    (plan.bodies.length > 0 ? 1 : 0) +
    (plan.conflictGrade ? gradeWeight[plan.conflictGrade] : 0)
  )
}

/** Returns a comparison for `sort`: the weightiest first, then what was stated last. */
export const weightiestFirst =
  (record: Pick<PlanRecord, 'featureById'>) =>
  (a: Plan, b: Plan): number =>
    weightOf(b, record) - weightOf(a, record) || (a.stated < b.stated ? 1 : a.stated > b.stated ? -1 : 0)
