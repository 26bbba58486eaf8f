/**
 * The plans of a district by how they concern it, each once: `own` name it, `within` name a feature that lies in it
 * alone, `shared` name a feature it shares with other districts. Panels, statistics, comparison, exports and the
 * map's bars use it. Pure; cached by record and filter.
 */
import { type Reach, reaches, reachesOf } from '../../../data/district-reach'
import type { Plan, ThemeId } from '../../../data/schema'
import { addToGroup } from '../../../geo/base/groups'
import { planIsVisible, type RowFilter } from '../filters/visible'
import type { PlanRecord, RecordFeature } from '../record'

/** The plans of a district by how they concern it. */
export type DistrictPlans = { readonly [reach in Reach]: readonly Plan[] }
/** The numbers of a district's plans by how they concern it. */
export type DistrictNumbers = { readonly [reach in Reach]: number }

const none: DistrictPlans = { own: [], within: [], shared: [] }

/** By the record's rows, which a record with its projects shares with the one before. */
const indexes = new WeakMap<readonly Plan[], ReadonlyMap<string, DistrictPlans>>()

/** Returns every plan of a district without any filter, in the order of the record; empty for an unknown code. */
export const allDistrictPlans = (record: PlanRecord, district: string): DistrictPlans =>
  indexOf(record).get(district) ?? none

function indexOf(record: PlanRecord): ReadonlyMap<string, DistrictPlans> {
  const known = indexes.get(record.plans)
  if (known) return known
  const index = new Map<string, { [reach in Reach]: Plan[] }>()
  for (const plan of record.plans) {
    for (const [district, reach] of reachesOf(plan.features, (id) => record.featureById.get(id)?.properties)) {
      const plans = index.get(district) ?? { own: [], within: [], shared: [] }
      plans[reach].push(plan)
      index.set(district, plans)
    }
  }
  indexes.set(record.plans, index)
  return index
}

interface Answers {
  filter: RowFilter
  districts: Map<string, DistrictPlans>
}

/** The last few filters asked with: the map, the panel and the matrix ask with different themes one after the other. */
const mostFilters = 4
const answered = new WeakMap<readonly Plan[], Answers[]>()

/** Returns the plans of a district that pass the filter; the same object again for the same filter. */
export function districtPlans(record: PlanRecord, filter: RowFilter, district: string): DistrictPlans {
  const { districts } = answersFor(record, filter)
  const known = districts.get(district)
  if (known) return known
  const all = allDistrictPlans(record, district)
  const passing = (plans: readonly Plan[]) => plans.filter((plan) => planIsVisible(plan, filter, record))
  const plans = { own: passing(all.own), within: passing(all.within), shared: passing(all.shared) }
  districts.set(district, plans)
  return plans
}

function answersFor(record: PlanRecord, filter: RowFilter): Answers {
  const kept = answered.get(record.plans) ?? []
  const found = kept.find((answers) => isSameFilter(answers.filter, filter)) ?? { filter, districts: new Map() }
  answered.set(record.plans, [found, ...kept.filter((answers) => answers !== found)].slice(0, mostFilters))
  return found
}

const isSameFilter = (one: RowFilter, other: RowFilter) =>
  one.filters === other.filters &&
  one.years === other.years &&
  one.themes.length === other.themes.length &&
  one.themes.every((theme) => other.themes.includes(theme))

/** Returns the numbers of plans. */
export const numbersOf = ({ own, within, shared }: DistrictPlans): DistrictNumbers => ({
  own: own.length,
  within: within.length,
  shared: shared.length,
})

/** Returns how many plans of a district pass the filter. */
export const districtNumbers = (record: PlanRecord, filter: RowFilter, district: string): DistrictNumbers =>
  numbersOf(districtPlans(record, filter, district))

/** Returns the numbers by theme, in the order of the record. A theme that is off or has no plans has zeros. */
export function districtThemeNumbers(
  record: PlanRecord,
  filter: RowFilter,
  district: string,
): { theme: ThemeId; numbers: DistrictNumbers }[] {
  const plans = districtPlans(record, filter, district)
  const byTheme = new Map(record.themes.map(({ id }) => [id, { own: 0, within: 0, shared: 0 }]))
  for (const reach of reaches)
    for (const { theme } of plans[reach]) {
      const numbers = byTheme.get(theme)
      if (numbers) numbers[reach] += 1
    }
  return [...byTheme].map(([theme, numbers]) => ({ theme, numbers }))
}

/** The plans that reach a district through one of its features. */
export interface FeaturePlans {
  feature: RecordFeature
  plans: readonly Plan[]
}

/**
 * Returns the plans that reach a district through its features, by feature, most plans first. A plan about several
 * features is listed under the first.
 */
export function districtPlansByFeature(
  record: PlanRecord,
  filter: RowFilter,
  district: string,
  reach: 'within' | 'shared',
): FeaturePlans[] {
  const groups = new Map<string, Plan[]>()
  const isThrough = ({ properties: { kind, districts } }: RecordFeature) =>
    kind !== 'district' && districts.includes(district) && (reach === 'shared' || districts.length === 1)
  for (const plan of districtPlans(record, filter, district)[reach]) {
    const id = plan.features.find((each) => {
      const feature = record.featureById.get(each)
      return feature !== undefined && isThrough(feature)
    })
    if (id !== undefined) addToGroup(groups, id, plan)
  }
  return [...groups]
    .flatMap(([id, plans]) => {
      const feature = record.featureById.get(id)
      return feature ? [{ feature, plans }] : []
    })
    .sort((a, b) => b.plans.length - a.plans.length)
}
