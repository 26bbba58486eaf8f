/** Applies a change file to the record on the disk: all of it, or nothing. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { workbookKinds } from '../schema-ids'
import { authoredItems } from '../steps/authored-items'
import { checkRecord } from '../steps/check'
import type { Located } from '../steps/parse'
import { type AuthoredRecord, type Problem, readRecord, readRegion } from '../steps/read'
import { readReleases } from '../steps/releases'
import { type Applied, applyChanges, type PlacedRow } from './apply'
import type { ChangeFile } from './changes'
import type { WrittenRow } from './edit-yaml'
import { takenIds } from './mint'

/**
 * Writes the files of a region's folder below `root` with the changes. Returns what was changed, or every problem: of the
 * changes, of the record as it is, or of the record as it would be; then nothing is written.
 */
export function applyToFiles(
  root: string,
  regionFolder: string,
  changes: ChangeFile,
): { ok: true; value: Applied } | { ok: false; problems: Problem[] } {
  const { record, problems } = readRecord(root, regionFolder)
  const { region, problems: ofRegion } = readRegion(root, regionFolder)
  if (!region || problems.length > 0) return { ok: false, problems: [...ofRegion, ...problems] }
  const rows = placedRows(record)
  const known = new Set(rows.map(({ file }) => file))
  const { manifests } = readReleases(resolve(root, regionFolder))
  const textOf = (file: string) =>
    known.has(file) && statSync(join(root, file), { throwIfNoEntry: false })
      ? readFileSync(join(root, file), 'utf8')
      : undefined
  const applied = applyChanges(changes, rows, textOf, takenIds(record, manifests))
  if (!applied.ok) return applied
  const { texts } = applied.value
  const after = readRecord(root, regionFolder, (file) => texts.get(file))
  const wrong = [...after.problems, ...(after.problems.length === 0 ? checkRecord(after.record, region) : [])]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  for (const [file, text] of texts) writeFileSync(join(root, file), text)
  return applied
}

/** Returns the rows that a change file may change, each with its place in its file. */
export function placedRows(record: AuthoredRecord): PlacedRow[] {
  const located = workbookKinds.flatMap((kind) => record[kind] as Located<unknown>[])
  const counts = new Map<string, number>()
  return authoredItems(record).map(({ kind, file, id, row }, index) => {
    const at = counts.get(file) ?? 0
    counts.set(file, at + 1)
    return { kind, file, id, row: row as WrittenRow, at, lineOf: (field) => located[index]?.lineOf([field]) ?? 1 }
  })
}
