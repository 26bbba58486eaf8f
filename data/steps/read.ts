/**
 * Reads the authored content. Only this step and `write.ts` touch the disk.
 * Every row keeps the file and line it came from, so that whatever is wrong with it can be found at once.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import {
  authoredAlias,
  authoredConflict,
  authoredFeature,
  authoredIndicator,
  authoredLink,
  authoredPlan,
  authoredProject,
  authoredRelation,
  authoredSource,
  authoredTask,
  authoredTheme,
  authoredUnit,
} from '../schema'

z.config(z.locales.zhCN())

/** What is wrong, where: `file:line` and a sentence that holds the bad value. */
export interface Problem {
  file: string
  line: number
  message: string
}

/** A parsed row and where it stands. `lineOf` finds the line of a path inside it. */
export interface Located<T> {
  row: T
  file: string
  line: number
  lineOf: (path: readonly PropertyKey[]) => number
}

const rowSchemas = {
  sources: authoredSource,
  themes: authoredTheme,
  units: authoredUnit,
  aliases: authoredAlias,
  features: authoredFeature,
  plans: authoredPlan,
  relations: authoredRelation,
  conflicts: authoredConflict,
  indicators: authoredIndicator,
  projects: authoredProject,
  tasks: authoredTask,
  links: authoredLink,
} as const

type RowKind = keyof typeof rowSchemas
export type AuthoredRecord = { [K in RowKind]: Located<z.infer<(typeof rowSchemas)[K]>>[] }

/** `<kind>.yaml` and every `<kind>/*.yaml`, in a stable order; paths relative to the project's root. */
export function authoredFiles(root: string): { kind: RowKind; path: string }[] {
  const folder = join(root, 'data')
  const kinds = Object.keys(rowSchemas) as RowKind[]
  return kinds.flatMap((kind) => {
    const single = join(folder, `${kind}.yaml`)
    const several = join(folder, kind)
    const paths = statSync(single, { throwIfNoEntry: false }) ? [single] : []
    if (statSync(several, { throwIfNoEntry: false })) {
      const names = readdirSync(several).filter((name) => name.endsWith('.yaml'))
      paths.push(...names.sort().map((name) => join(several, name)))
    }
    return paths.map((path) => ({ kind, path }))
  })
}

/** Reads and parses every authored file below `root`; rows that do not parse become problems, the rest is returned. */
export function readRecord(root: string): { record: AuthoredRecord; problems: Problem[] } {
  const problems: Problem[] = []
  const record = Object.fromEntries(
    Object.keys(rowSchemas).map((kind) => [kind, [] as unknown[]]),
  ) as unknown as AuthoredRecord
  for (const { kind, path } of authoredFiles(root)) {
    const parsed = parseRows<unknown>(readFileSync(path, 'utf8'), relative(root, path), rowSchemas[kind])
    ;(record[kind] as Located<unknown>[]).push(...parsed.rows)
    problems.push(...parsed.problems)
  }
  return { record, problems }
}

/** Parses one YAML list against the schema of its rows. Pure: `file` is only for the messages. */
export function parseRows<T>(
  content: string,
  file: string,
  schema: z.ZodType<T>,
): { rows: Located<T>[]; problems: Problem[] } {
  const counter = new LineCounter()
  const document = parseDocument(content, { lineCounter: counter, uniqueKeys: true })
  const problems: Problem[] = document.errors.map((error) => ({
    file,
    line: counter.linePos(error.pos[0]).line,
    message: `YAML 语法错误：${error.message.split('\n')[0]}`,
  }))
  const list = document.contents
  if (problems.length > 0 || list === null) return { rows: [], problems }
  if (!isSeq(list)) return { rows: [], problems: [{ file, line: 1, message: '文件应当是一个列表（每行以“- ”开头）' }] }

  const rows: Located<T>[] = []
  for (const item of list.items as Node[]) {
    const lineOf = (path: readonly PropertyKey[]) => lineOfPath(item, path, counter)
    const value: unknown = item.toJS(document)
    const result = schema.safeParse(value)
    if (result.success) rows.push({ row: result.data, file, line: lineOf([]), lineOf })
    else problems.push(...schemaProblems(result.error, value, file, lineOf))
  }
  return { rows, problems }
}

function schemaProblems(
  error: z.ZodError,
  value: unknown,
  file: string,
  lineOf: Located<unknown>['lineOf'],
): Problem[] {
  const name = isRecord(value) ? String(value.id ?? value.no ?? value.unit ?? value.slug ?? '') : ''
  return error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    message: `${name} 的 ${issue.path.join('.') || '行'} = ${shown(valueAt(value, issue.path))}：${issue.message}`,
  }))
}

function lineOfPath(item: Node, path: readonly PropertyKey[], counter: LineCounter): number {
  let node: Node = item
  for (const key of path) {
    if (!isMap(node) && !isSeq(node)) break
    const next = node.get(typeof key === 'symbol' ? String(key) : key, true) as Node | undefined
    if (!next?.range) break
    node = next
  }
  return node.range ? counter.linePos(node.range[0]).line : 1
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), value)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const shown = (value: unknown) => (value === undefined ? '（缺）' : JSON.stringify(value))
