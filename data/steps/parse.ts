/**
 * Parses YAML against a schema. Every row keeps its file and line, so that its problems can be located. Pure; `file`
 * is used in messages only.
 */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'

z.config(z.locales.zhCN())

/** A problem of a row; the message holds the wrong value. */
export interface Problem {
  file: string
  line: number
  message: string
}

/**
 * A parsed row with its place in a file; `written` is the row as its author wrote it, without defaults. `lineOf` returns
 * the line of a path inside the row.
 */
export interface Located<T> {
  row: T
  written: unknown
  file: string
  line: number
  lineOf: (path: readonly PropertyKey[]) => number
}

interface ParsedDocument {
  document: Document
  counter: LineCounter
  problems: Problem[]
}

function parsedDocument(content: string, file: string): ParsedDocument {
  const counter = new LineCounter()
  const document = parseDocument(content, { lineCounter: counter, uniqueKeys: true })
  const problems: Problem[] = document.errors.map((error) => ({
    file,
    line: counter.linePos(error.pos[0]).line,
    message: `YAML 语法错误：${error.message.split('\n')[0]}`,
  }))
  return { document, counter, problems }
}

/** Returns the rows of a YAML list; rows that do not fit the schema become problems. */
export function parseRows<T>(
  content: string,
  file: string,
  schema: z.ZodType<T>,
): { rows: Located<T>[]; problems: Problem[] } {
  const { document, counter, problems } = parsedDocument(content, file)
  const list = document.contents
  if (problems.length > 0 || list === null) return { rows: [], problems }
  if (!isSeq(list)) return { rows: [], problems: [{ file, line: 1, message: '文件应当是一个列表（每行以“- ”开头）' }] }
  const parsed = (list.items as Node[]).map((item, index) => {
    const inFile = (again: Document) => (isSeq(again.contents) ? (again.contents.items[index] as Node) : undefined)
    return parseNode(item, { document, counter, content, file, schema, inFile })
  })
  return {
    rows: parsed.flatMap(({ row }) => (row ? [row] : [])),
    problems: parsed.flatMap((one) => one.problems),
  }
}

/** Returns a YAML file that is one mapping, or its problems. */
export function parseMapping<T>(
  content: string,
  file: string,
  schema: z.ZodType<T>,
): { row?: Located<T>; problems: Problem[] } {
  const { document, counter, problems } = parsedDocument(content, file)
  if (problems.length > 0) return { problems }
  if (!isMap(document.contents)) return { problems: [{ file, line: 1, message: '文件应当是一组“名称: 值”' }] }
  const inFile = ({ contents }: Document) => contents ?? undefined
  return parseNode(document.contents, { document, counter, content, file, schema, inFile })
}

interface NodeContext<T> {
  document: Document
  counter: LineCounter
  content: string
  file: string
  schema: z.ZodType<T>
  /** The same node of the same content, parsed another time. */
  inFile: (again: Document) => Node | undefined
}

function parseNode<T>(node: Node, { document, counter, content, file, schema, inFile }: NodeContext<T>) {
  const lineNow = (path: readonly PropertyKey[]) => lineOfPath(node, path, counter)
  const value: unknown = node.toJS(document)
  const result = schema.safeParse(value)
  if (!result.success) return { problems: schemaProblems(result.error, value, file, lineNow) }
  const line = lineNow([])
  // A parsed file takes a hundred times the room of its text, and few rows have a problem: it is parsed again for those.
  const lineOf = (path: readonly PropertyKey[]) => {
    if (path.length === 0) return line
    const again = parsedAgain(content, file)
    const same = inFile(again.document)
    return same ? lineOfPath(same, path, again.counter) : line
  }
  const row: Located<T> = { row: result.data, written: value, file, line, lineOf }
  return { row, problems: [] }
}

/** The file whose lines were asked for last. */
let last: { content: string; parsed: ParsedDocument } | undefined

function parsedAgain(content: string, file: string): ParsedDocument {
  if (last?.content !== content) last = { content, parsed: parsedDocument(content, file) }
  return last.parsed
}

function schemaProblems(
  error: z.ZodError,
  value: unknown,
  file: string,
  lineOf: Located<unknown>['lineOf'],
): Problem[] {
  const name = isRecord(value) ? String(value.id ?? value.no ?? value.unit ?? value.slug ?? '') : ''
  const of = name === '' || name === '[object Object]' ? '' : `${name} 的 `
  return error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    message: `${of}${issue.path.join('.') || '行'} = ${shown(valueAt(value, issue.path))}：${issue.message}`,
  }))
}

/** A value's line is that of its key: a list under it begins lower down. */
function lineOfPath(item: Node, path: readonly PropertyKey[], counter: LineCounter): number {
  let node: unknown = item
  let place: Node = item
  for (const key of path) {
    const pair = isMap(node)
      ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key))
      : undefined
    const next = isSeq(node) && typeof key === 'number' ? node.get(key, true) : pair?.value
    const found = pair ? pair.key : next
    if (!isNode(found) || !found.range) break
    place = found
    node = next
  }
  return place.range ? counter.linePos(place.range[0]).line : 1
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), value)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const shown = (value: unknown) => (value === undefined ? '（缺）' : JSON.stringify(value))
