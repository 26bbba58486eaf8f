/** Reads what a workbook of the record is made of from the disk. */
import type { AuthoredItem, Source, Theme } from '../schema'
import type { Region } from '../schema-region'
import { authoredItems } from '../steps/authored-items'
import { checkRecord } from '../steps/check'
import { type AuthoredRecord, type Problem, readRecord, readRegion } from '../steps/read'

/** The rows of the record with what they refer to. */
export interface WorkbookSource {
  region: Region
  record: AuthoredRecord
  items: AuthoredItem[]
  sources: Source[]
  themes: Theme[]
  units: string[]
}

/** Returns the record of a region's folder below `root`, or its problems. */
export function readWorkbookSource(
  root: string,
  regionFolder: string,
): { ok: true; value: WorkbookSource } | { ok: false; problems: Problem[] } {
  const { record, problems } = readRecord(root, regionFolder)
  const { region, problems: ofRegion } = readRegion(root, regionFolder)
  const found = [...ofRegion, ...problems, ...(region && problems.length === 0 ? checkRecord(record, region) : [])]
  if (!region || found.length > 0) return { ok: false, problems: found }
  return {
    ok: true,
    value: {
      region: region.row,
      record,
      items: authoredItems(record),
      sources: record.sources.map(({ row }) => row),
      themes: record.themes.map(({ row }) => row),
      units: record.units.map(({ row }) => row.unit),
    },
  }
}
