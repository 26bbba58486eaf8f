/**
 * Which plans and features a view shows. The map, the list and the counts all ask here, so that they cannot differ.
 */
import type { Plan, ThemeId } from '../../data/schema'
import { themeIds } from '../../data/schema-ids'
import type { Record, RecordFeature } from './record'
import type { View } from './view'

type Question = Pick<View, 'themes' | 'filters' | 'years'>

/** Whether a plan passes themes, statuses, documents and years. A plan without years passes only an open span. */
export function planIsVisible(plan: Plan, { themes, filters, years }: Question): boolean {
  if (!themes.includes(plan.theme)) return false
  if (filters.statuses.length > 0 && !filters.statuses.includes(plan.status)) return false
  if (filters.documents.length > 0 && !plan.sources.some(({ id }) => filters.documents.includes(id))) return false
  return !years || overlapsYears(plan, years)
}

function overlapsYears(plan: Plan, years: { from: number; to: number }): boolean {
  const from = plan.from ?? plan.to
  const to = plan.to ?? plan.from
  return from !== undefined && to !== undefined && from <= years.to && to >= years.from
}

/** Whether anything but the kind and the position of a feature is asked about. */
const asksAboutPlans = ({ filters, years }: Question) =>
  filters.statuses.length > 0 || filters.documents.length > 0 || years !== undefined

/**
 * Whether a feature is shown. Districts are the ground and stay; a feature without a theme of its own stays until
 * something is asked about plans, then it needs a plan that passes.
 */
export function featureIsVisible(feature: RecordFeature, record: Record, question: Question): boolean {
  const { kind, themes, id } = feature.properties
  const { filters } = question
  if (filters.placed !== undefined && (feature.geometry !== null) !== filters.placed) return false
  if (filters.kinds.length > 0 && !filters.kinds.includes(kind)) return false
  if (kind === 'district') return true
  if (asksAboutPlans(question))
    return (record.plansByFeature.get(id) ?? []).some((plan) => planIsVisible(plan, question))
  if (question.themes.length === themeIds.length) return true
  return themes.some((theme) => question.themes.includes(theme))
}

export function visibleFeatures(record: Record, question: Question): RecordFeature[] {
  return record.features.filter((feature) => featureIsVisible(feature, record, question))
}

/** Plans and features of each theme, as if that theme alone were asked for: the counts on the theme toggles. */
export function themeCounts(record: Record, question: Question): Map<ThemeId, { plans: number; features: number }> {
  return new Map(
    themeIds.map((theme) => {
      const alone = { ...question, themes: [theme] }
      const plans = record.plans.filter((plan) => planIsVisible(plan, alone)).length
      const features = record.features.filter(
        (feature) => feature.properties.kind !== 'district' && featureIsVisible(feature, record, alone),
      ).length
      return [theme, { plans, features }]
    }),
  )
}
