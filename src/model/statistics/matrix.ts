/** Plans by theme and district, by the same rule as the map and the list. */
import type { Theme } from '../../../data/schema'
import { planIsVisible, type RowFilter } from '../filters/visible'
import type { PlanRecord, RecordFeature } from '../record'

export interface Matrix {
  districts: readonly RecordFeature[]
  rows: readonly { theme: Theme; counts: readonly number[] }[]
  totals: readonly number[]
  most: number
}

/**
 * Every theme is counted, whichever are on: the matrix is where themes are chosen. A plan about two districts counts
 * for both.
 */
export function themeMatrix(record: PlanRecord, filter: RowFilter): Matrix {
  const districts = record.centralDistricts
  const allThemes = { ...filter, themes: record.themes.map(({ id }) => id) }
  const plansOf = districts.map(({ properties }) =>
    (record.plansByFeature.get(properties.id) ?? []).filter((plan) => planIsVisible(plan, allThemes, record)),
  )
  const rows = record.themes.map((theme) => ({
    theme,
    counts: plansOf.map((plans) => plans.filter((plan) => plan.theme === theme.id).length),
  }))
  return {
    districts,
    rows,
    totals: plansOf.map((plans) => plans.length),
    most: Math.max(1, ...rows.flatMap(({ counts }) => counts)),
  }
}
