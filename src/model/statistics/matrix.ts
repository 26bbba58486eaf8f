/** Plans by theme and district, counted by the same rule as the map and the lists. */
import type { Theme } from '../../../data/schema'
import type { RowFilter } from '../filters/visible'
import { type DistrictNumbers, districtNumbers, districtThemeNumbers } from '../plans/district-plans'
import type { PlanRecord, RecordFeature } from '../record'

/** The numbers of plans by theme (rows) and central district (columns). */
export interface Matrix {
  districts: readonly RecordFeature[]
  /** One cell a district. */
  rows: readonly { theme: Theme; cells: readonly DistrictNumbers[] }[]
  totals: readonly DistrictNumbers[]
  /** The most plans of all sorts in one cell, at least 1. */
  most: number
}

/** Returns how many plans name the district or lie in it alone. */
export const solidOf = ({ own, within }: DistrictNumbers) => own + within
/** Returns how many plans concern the district, shared ones included. */
export const sumOf = (numbers: DistrictNumbers) => solidOf(numbers) + numbers.shared

/** Returns the numbers as `12+3 · 55`: own, within, shared. Zeros after the first are left out. */
export const numbersText = ({ own, within, shared }: DistrictNumbers) =>
  `${own}${within > 0 ? `+${within}` : ''}${shared > 0 ? ` · ${shared}` : ''}`

/**
 * Returns the matrix for a filter. All themes are counted, because the matrix is where they are chosen; a plan about
 * two districts counts for both.
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
