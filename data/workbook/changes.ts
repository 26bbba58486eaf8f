/** The change file: what somebody has decided to change in the record, with the values as they were. Pure. */
import { z } from 'zod'
import { provisionalPattern, workbookKinds } from '../schema-ids'

const changedField = z.strictObject({
  kind: z.enum(workbookKinds),
  file: z.string().min(1),
  id: z.string().min(1),
  field: z.string().min(1),
  /** Null where the field was, or will be, absent. */
  old: z.json(),
  new: z.json(),
})
const addedRow = z.strictObject({
  kind: z.enum(workbookKinds),
  file: z.string().min(1),
  id: z.string().regex(provisionalPattern),
  old: z.null(),
  /** Every field but the id, which is minted. */
  new: z.record(z.string(), z.json()),
})
const changeFile = z.strictObject({
  format: z.literal('yulan-changes'),
  schema: z.literal(1),
  /** The release of the record whose values are the old ones, `YYYY-MM-DD`. */
  release: z.iso.date(),
  changes: z.array(z.union([changedField, addedRow])),
})

/** A field of a row with its value before and after. */
export type ChangedField = z.infer<typeof changedField>
/** A row that is new. */
export type AddedRow = z.infer<typeof addedRow>
/** All that is to be changed. */
export type ChangeFile = z.infer<typeof changeFile>

/** Returns a change file from its text, or a sentence that says what is wrong with it. */
export function readChanges(text: string): { ok: true; value: ChangeFile } | { ok: false; sentence: string } {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    return { ok: false, sentence: `不是 JSON：${error instanceof Error ? error.message : String(error)}` }
  }
  const result = changeFile.safeParse(content)
  if (result.success) return { ok: true, value: result.data }
  const [issue] = result.error.issues
  return { ok: false, sentence: `不是改动文件：${issue?.path.join('.') || '文件'}：${issue?.message ?? ''}` }
}
