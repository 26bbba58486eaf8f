/**
 * Brings a change file into the texts of the record: refuses what was changed meanwhile, mints the ids of new rows, and
 * checks the record as it would be. Pure.
 */
import type { AuthoredItem } from '../schema'
import { provisionalPattern } from '../schema-ids'
import type { Problem } from '../steps/read'
import type { AddedRow, ChangedField, ChangeFile } from './changes'
import { editedText, type WrittenRow } from './edit-yaml'
import { fieldOrder } from './field-order'
import { mintedId, type TakenIds } from './mint'
import { isCollection, type Json, sameValue } from './yaml-text'

/** A row with its place, and the line of each of its fields. */
export interface PlacedRow {
  kind: AuthoredItem['kind']
  file: string
  id: string
  row: WrittenRow
  /** The row's place in the list of its file. */
  at: number
  lineOf: (field: string) => number
}

/** What was applied. */
export interface Applied {
  /** The new texts, by file. */
  texts: Map<string, string>
  changed: number
  /** Changes that the record has already. */
  known: number
  /** The ids of the new rows, by what stood for them. */
  minted: Map<string, string>
}

/** Returns the texts with the changes, or why they cannot be made, with file and line. */
export function applyChanges(
  { changes }: ChangeFile,
  rows: readonly PlacedRow[],
  textOf: (file: string) => string | undefined,
  taken: TakenIds,
): { ok: true; value: Applied } | { ok: false; problems: Problem[] } {
  const fields = changes.filter((change): change is ChangedField => 'field' in change)
  const added = changes.filter((change): change is AddedRow => !('field' in change))
  const byId = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
  const problems = [
    ...fields.flatMap((change) => refusal(change, byId.get(`${change.kind} ${change.id}`)) ?? []),
    ...added.flatMap((row) => refusedRow(row, rows, textOf(row.file)) ?? []),
  ]
  if (problems.length > 0) return { ok: false, problems }

  const minted = new Map<string, string>()
  for (const { kind, file, id } of added) {
    const idsOfFile = rows.filter((row) => row.file === file).map((row) => row.id)
    if (!minted.has(id)) minted.set(id, mintedId(kind, idsOfFile, taken))
  }
  const wanted = fields.filter((change) => !isKnown(change, byId))
  const texts = new Map<string, string>()
  for (const file of new Set([...wanted, ...added].map((change) => change.file))) {
    const kind = [...wanted, ...added].find((change) => change.file === file)?.kind ?? 'plans'
    const edits = wanted.filter((change) => change.file === file)
    const text = editedText(textOf(file) ?? '', {
      order: fieldOrder[kind],
      fields: inOrder(edits).map((change) => ({
        at: byId.get(`${kind} ${change.id}`)?.at ?? -1,
        field: change.field,
        value: change.new === null ? undefined : withIds(change.new as Json, minted),
      })),
      added: added.filter((row) => row.file === file).map((row) => wholeRow(row, minted)),
    })
    texts.set(file, text)
  }
  return { ok: true, value: { texts, changed: wanted.length, known: fields.length - wanted.length, minted } }
}

const isKnown = ({ kind, id, field, new: value }: ChangedField, rows: ReadonlyMap<string, PlacedRow>) =>
  sameValue(rows.get(`${kind} ${id}`)?.row[field] ?? null, value)

/** New fields of a row are written in the order of fields. */
const inOrder = (changes: readonly ChangedField[]) => {
  const placeOf = ({ kind, field }: ChangedField) => (fieldOrder[kind] as readonly string[]).indexOf(field)
  return [...changes].sort((a, b) => placeOf(a) - placeOf(b))
}

function refusal(change: ChangedField, row: PlacedRow | undefined): Problem | undefined {
  const { kind, file, id, field, old, new: value } = change
  if (!row) return { file, line: 1, message: `没有编号为 ${id} 的行` }
  const at = (message: string): Problem => ({ file: row.file, line: row.lineOf(field), message })
  if (row.file !== file) return at(`${id} 在这个文件里，改动文件写的是 ${file}`)
  const order: readonly string[] = fieldOrder[kind]
  if (!order.includes(field) || field === order[0] || field === 'sub') return at(`${id} 的 ${field} 不能这样改`)
  const now = row.row[field] ?? null
  if (sameValue(now, old) || sameValue(now, value)) return undefined
  return at(`${id} 的 ${field} 现在是 ${shown(now)}，改动文件以为是 ${shown(old)}：已有人改过，请重新导出再改`)
}

function refusedRow({ kind, file, new: row }: AddedRow, rows: readonly PlacedRow[], text: string | undefined) {
  if (text === undefined) return { file, line: 1, message: '没有这个文件' }
  const others = rows.find((one) => one.file === file && one.kind !== kind)
  if (others) return { file, line: 1, message: `这个文件里的行不是 ${kind}` }
  const unknown = Object.keys(row).find((field) => !(fieldOrder[kind] as readonly string[]).slice(1).includes(field))
  if (unknown) return { file, line: 1, message: `新增的行没有 ${unknown} 这一栏` }
  const [idField] = fieldOrder[kind]
  const same = rows.find(
    (one) => one.kind === kind && sameValue({ ...one.row, [idField]: null }, { ...row, [idField]: null }),
  )
  return same && { file: same.file, line: same.lineOf(idField), message: `新增的行已经在这里，编号 ${same.id}` }
}

/** A new row with its id, its fields in order. */
function wholeRow({ kind, id, new: row }: AddedRow, minted: ReadonlyMap<string, string>): WrittenRow {
  const [idField, ...others] = fieldOrder[kind]
  const own = minted.get(id) ?? id
  const fields = others.flatMap((field): [string, Json][] => {
    const value = row[field]
    return value === undefined || value === null ? [] : [[field, withIds(value as Json, minted)]]
  })
  return { [idField]: idField === 'no' ? Number(own) : own, ...Object.fromEntries(fields) }
}

/** A value with the minted ids in the place of what stood for them. */
function withIds(value: Json, minted: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return provisionalPattern.test(value) ? (minted.get(value) ?? value) : value
  if (!isCollection(value)) return value
  if (Array.isArray(value)) return value.map((each: Json) => withIds(each, minted))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withIds(each as Json, minted)]))
}

function shown(value: unknown): string {
  const text = value === null ? '（空）' : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
