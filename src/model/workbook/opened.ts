/** A workbook of the record that comes back, taken apart. Pure. */
import type { AuthoredItem } from '../../../data/schema'
import { workbookKinds } from '../../../data/schema-ids'
import type { Language } from '../messages/text'
import { workbookMessage } from '../messages/workbook'
import { baseSheetName, baseSheetVersion } from './base-sheet'
import type { WorkbookKind } from './columns'
import type { RawCell } from './read-cell'

const languages = ['zh-CN', 'en'] as const satisfies readonly Language[]

/** The cells of a sheet, row by row. */
export interface RawSheet {
  name: string
  rows: readonly (readonly RawCell[])[]
}

/** A workbook with what it was made of. */
export interface OpenedWorkbook {
  /** The release it was made under. */
  release: string
  language: Language
  /** The rows as they were then. */
  base: readonly AuthoredItem[]
  sheets: ReadonlyMap<WorkbookKind, RawSheet>
}

/** Returns the workbook; undefined for one that is not of the record, or whose hidden sheet is broken. */
export function openedWorkbook(sheets: readonly RawSheet[]): OpenedWorkbook | undefined {
  const [head, ...rows] = sheets.find(({ name }) => name === baseSheetName)?.rows ?? []
  const [mark, version, release, language] = head ?? []
  const known = languages.find((each) => each === language)
  if (mark !== baseSheetName || Number(version) !== baseSheetVersion || !known || typeof release !== 'string')
    return undefined
  const base = rows.flatMap((row) => baseItem(row) ?? [])
  if (base.length !== rows.filter((row) => row.some((cell) => cell !== null && cell !== undefined)).length)
    return undefined
  const named = workbookKinds.flatMap((kind): [WorkbookKind, RawSheet][] => {
    const name = workbookMessage(known, `sheet.${kind}`)
    const found = sheets.find((sheet) => sheet.name === name)
    return found ? [[kind, found]] : []
  })
  return { release, language: known, base, sheets: new Map(named) }
}

function baseItem([kind, file, id, ...pieces]: readonly RawCell[]): AuthoredItem | undefined {
  const known = workbookKinds.find((each) => each === kind)
  if (!known || typeof file !== 'string' || id === undefined || id === null) return undefined
  try {
    const row: unknown = JSON.parse(pieces.filter((piece) => typeof piece === 'string').join(''))
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined
    return { kind: known, file, line: 1, id: String(id), row: row as AuthoredItem['row'] }
  } catch {
    return undefined
  }
}
