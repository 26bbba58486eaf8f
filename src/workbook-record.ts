/** What a workbook of the record is made of, from the files of the record. */
import type { WorkbookSource } from '../data/workbook/record'
import type { WorkbookRecord } from './model/workbook/names'

/** Returns it for the record that was read. */
export function workbookRecord({ region, items, sources, themes, units }: WorkbookSource): WorkbookRecord {
  const { release, districtNames, years, bounds, middle, name } = region
  const place = { bounds, middle, city: name.zh }
  return {
    release,
    items,
    sources,
    themes,
    units,
    districtNames,
    years: years.schedule,
    baseline: years.baseline,
    ...place,
  }
}
