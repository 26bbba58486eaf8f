/** The years of a region's tables, and those a user may ask for. */
import type { PageRegion } from '../../data/schema-region'

/** The years of a region: the baseline, those of schedules, and horizons that documents name. */
export type RegionYears = PageRegion['years']

/** Returns the years of the indicator table: the baseline and those of the targets. */
export const seriesYears = ({ baseline, schedule }: RegionYears): readonly number[] => [baseline, ...schedule]

/** Returns the years that can be asked for: those of the tables, and the horizons. */
export const offeredYears = (years: RegionYears): readonly number[] => [...seriesYears(years), ...years.horizons]

/** Returns the offered year after one; undefined after the last, which stands for all years. */
export const nextYear = (years: RegionYears, year: number): number | undefined =>
  offeredYears(years).find((each) => each > year)
