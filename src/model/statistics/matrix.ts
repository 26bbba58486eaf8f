/** Plans by theme and district, by the same rule as the map and the list. */
import type { Theme } from '../../../data/schema'
import type { RowFilter } from '../filters/visible'
import { type DistrictNumbers, districtNumbers, districtThemeNumbers } from '../plans/district-plans'
import type { PlanRecord, RecordFeature } from '../record'

export interface Matrix {
  districts: readonly RecordFeature[]
  /** One cell a district. */
  rows: readonly { theme: Theme; cells: readonly DistrictNumbers[] }[]
  totals: readonly DistrictNumbers[]
  /** The most plans of all sorts in one cell, at least 1. */
  most: number
}

/** What names the district or lies in it alone. */
export const solidOf = ({ own, within }: DistrictNumbers) => own + within
export const sumOf = (numbers: DistrictNumbers) => solidOf(numbers) + numbers.shared

/** `12+3 · 55`: by name, in it, shared; what is nought after the first is left out. */
export const numbersText = ({ own, within, shared }: DistrictNumbers) =>
  `${own}${within > 0 ? `+${within}` : ''}${shared > 0 ? ` · ${shared}` : ''}`

/**
 * Every theme is counted, whichever are on: the matrix is where themes are chosen. A plan about two districts counts
 * for both.
 */
export function themeMatrix(record: PlanRecord, filter: RowFilter): Matrix {
  const districts = record.centralDistricts
  const allThemes = { ...filter, themes: record.themes.map(({ id }) => id) }
  const byDistrict = districts.map(({ properties }) => districtThemeNumbers(record, allThemes, properties.id))
  const rows = record.themes.map((theme, at) => ({
    theme,
    cells: byDistrict.map((themes) => themes[at]?.numbers ?? { own: 0, within: 0, shared: 0 }),
  }))
  return {
    districts,
    rows,
    totals: districts.map(({ properties }) => districtNumbers(record, allThemes, properties.id)),
    most: Math.max(1, ...rows.flatMap(({ cells }) => cells.map(sumOf))),
  }
}
