/**
 * A district's plans as a bar by theme, with those it shares with other districts apart. The map, the lists and the
 * strip use it. Pure.
 */
import type { ThemeId } from '../../../data/schema'
import type { RowFilter } from '../filters/visible'
import type { PlanRecord } from '../record'
import { allDistrictPlans, districtThemeNumbers } from './district-plans'

/**
 * The plans of a bar or a part of it: `solid` ones name the district or lie in it alone, `shared` ones are about a
 * feature it shares with other districts.
 */
export interface BarNumbers {
  solid: number
  shared: number
}

/** The plans of one theme in a bar. */
export interface BarPart extends BarNumbers {
  theme: ThemeId
}

/** The bar of one district. */
export interface DistrictBar extends BarNumbers {
  district: string
  /** Themes with a plan, in the record's order. */
  parts: readonly BarPart[]
}

/** Returns one bar for each central district, in the order of the region, counting the plans that pass the filter. */
export function districtBars(record: PlanRecord, filter: RowFilter): DistrictBar[] {
  return record.centralDistricts.map(({ properties: { id } }) => {
    const parts = districtThemeNumbers(record, filter, id)
      .map(({ theme, numbers: { own, within, shared } }) => ({ theme, solid: own + within, shared }))
      .filter(({ solid, shared }) => solid + shared > 0)
    const sum = (key: keyof BarNumbers) => parts.reduce((total, part) => total + part[key], 0)
    return { district: id, solid: sum('solid'), shared: sum('shared'), parts }
  })
}

/**
 * Returns the largest number of plans of a central district without any filter, at least 1. The lengths of bars are
 * relative to it.
 */
export function mostDistrictPlans(record: PlanRecord): number {
  const totals = record.centralDistricts.map(({ properties: { id } }) => {
    const { own, within, shared } = allDistrictPlans(record, id)
    return own.length + within.length + shared.length
  })
  return Math.max(1, ...totals)
}

/**
 * Returns the length of a bar, 0…1, by the square root of its plans, so that small bars can be seen beside the
 * largest.
 */
export const barLength = ({ solid, shared }: BarNumbers, most: number): number => Math.sqrt((solid + shared) / most)

/** The least number of solid plans in each class of a district's tint; a district without any has class 0. */
export const tintClasses = [1, 5, 20, 50] as const

/** Returns the class of a number of solid plans, 0…4. */
export const tintClass = (solid: number): number => tintClasses.filter((least) => solid >= least).length
