/** The years a region's tables have and those a reader may ask for. */
import type { PageRegion } from '../../data/schema-region'

/** The years of a region. */
export type RegionYears = PageRegion['years']

/** Returns the years of the indicator table: the one they start from and those of the targets. */
export const seriesYears = ({ baseline, schedule }: RegionYears): readonly number[] => [baseline, ...schedule]

/** Returns the years that can be asked for: those of the tables, and the horizons documents name. */
export const offeredYears = (years: RegionYears): readonly number[] => [...seriesYears(years), ...years.horizons]

/** Returns the stop after a year; undefined after the last: every year again. */
export const nextYear = (years: RegionYears, year: number): number | undefined =>
  offeredYears(years).find((each) => each > year)
