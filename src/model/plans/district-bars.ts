/** A district's numbers as a bar: its plans by theme, those it shares with others apart. Map, lists and strip ask here. Pure. */
import type { ThemeId } from '../../../data/schema'
import type { RowFilter } from '../filters/visible'
import type { PlanRecord } from '../record'
import { allDistrictPlans, districtThemeNumbers } from './district-plans'

/** `solid` plans name the district or lie in it alone; `shared` ones are about what it has in common with others. */
export interface BarNumbers {
  solid: number
  shared: number
}

export interface BarPart extends BarNumbers {
  theme: ThemeId
}

export interface DistrictBar extends BarNumbers {
  district: string
  /** Themes with a plan, in the record's order. */
  parts: readonly BarPart[]
}

/** Returns one bar for each of the nine districts, in their order, counting what passes the filter. */
export function districtBars(record: PlanRecord, filter: RowFilter): DistrictBar[] {
  return record.centralDistricts.map(({ properties: { id } }) => {
    const parts = districtThemeNumbers(record, filter, id)
      .map(({ theme, numbers: { own, within, shared } }) => ({ theme, solid: own + within, shared }))
      .filter(({ solid, shared }) => solid + shared > 0)
    const sum = (key: keyof BarNumbers) => parts.reduce((total, part) => total + part[key], 0)
    return { district: id, solid: sum('solid'), shared: sum('shared'), parts }
  })
}

/** Returns the most plans any of the nine districts has, whatever is filtered: the length of bars is relative to it. */
export function mostDistrictPlans(record: PlanRecord): number {
  const totals = record.centralDistricts.map(({ properties: { id } }) => {
    const { own, within, shared } = allDistrictPlans(record, id)
    return own.length + within.length + shared.length
  })
  return Math.max(1, ...totals)
}

/** Returns 0…1: lengths grow with the square root, or the small ones would not be seen beside the largest. */
export const barLength = ({ solid, shared }: BarNumbers, most: number): number => Math.sqrt((solid + shared) / most)

/** The least number of each class of a district's solid plans under one theme; none at all is a class of its own. */
export const tintClasses = [1, 5, 20, 50] as const

/** Returns 0 for none, else the class 1…4 a number falls in. */
export const tintClass = (solid: number): number => tintClasses.filter((least) => solid >= least).length
