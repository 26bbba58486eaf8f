/** The rows that a workbook of the record holds, as their authors wrote them. Pure. */
import type { AuthoredItem } from '../schema'
import { workbookKinds } from '../schema-ids'
import type { AuthoredRecord, Located } from './read'

/** Returns the rows of the four kinds in the order of their files. */
export function authoredItems(record: AuthoredRecord): AuthoredItem[] {
  return workbookKinds.flatMap((kind) =>
    (record[kind] as Located<{ id: string } | { no: number; sub?: string }>[]).map(({ row, written, file, line }) => ({
      kind,
      file,
      line,
      id: 'id' in row ? row.id : `${row.no}${row.sub ?? ''}`,
      row: written as AuthoredItem['row'],
    })),
  )
}
