/**
 * Changes values in the text of a YAML file where they stand: every line that holds none of what is changed stays as it
 * is, comments too. Pure.
 */
import { type Document, isMap, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { columnOf, endOf, lineEnd, lineStart, rangeOf, sharesValues, wholeLines } from './yaml-places'
import { fieldText, flowText, isCollection, type Json, rowText, sameValue, styleOf, type YamlStyle } from './yaml-text'

/** A row as an author writes it. */
export type WrittenRow = { readonly [field: string]: Json }

/** What is to be changed in a file: fields of rows by the row's place in the list (undefined removes), and new rows. */
export interface RowEdits {
  fields: readonly { at: number; field: string; value: Json | undefined }[]
  added: readonly WrittenRow[]
  /** The order in which fields stand in a row. */
  order: readonly string[]
}

interface Splice {
  from: number
  to: number
  text: string
}

interface Place {
  document: Document
  text: string
  style: YamlStyle
  splices: Splice[]
}

/** Returns the text with the edits. Throws unless it then reads as the edits say and every other row as before. */
export function editedText(written: string, { fields, added, order }: RowEdits): string {
  // Every line has its end while lines are moved.
  const text = written === '' || written.endsWith('\n') ? written : `${written}\n`
  const document = parseDocument(text, { uniqueKeys: true })
  const rows = isSeq(document.contents) ? (document.contents.items as YAMLMap[]) : []
  const expected = rows.map((row) => row.toJS(document) as { [field: string]: Json })
  const place: Place = { document, text, style: styleOf(text), splices: [] }
  for (const { at, field, value } of fields) {
    const row = rows[at]
    const known = expected[at]
    if (!row || !known) throw new RangeError(`the file has no row ${at}`)
    setField(row, field, value, order, place)
    expected[at] = withField(known, field, value)
  }
  const changed = spliced(text, place.splices)
  const result = changed + added.map((row) => rowText(row, place.style)).join('')
  const read: unknown = parseDocument(result, { uniqueKeys: true }).toJS()
  if (!sameValue(read, [...expected, ...added])) throw new Error('the edited text does not read as it should')
  return text === written || added.length > 0 ? result : result.slice(0, -1)
}

function withField(row: { [field: string]: Json }, field: string, value: Json | undefined): { [field: string]: Json } {
  const { [field]: _, ...others } = row
  return value === undefined ? others : { ...row, [field]: value }
}

function spliced(text: string, splices: readonly Splice[]): string {
  let result = text
  // From the end on; of two insertions at one place the later asked for stands behind.
  const ordered = splices.map((splice, at) => ({ ...splice, at })).sort((a, b) => b.from - a.from || b.at - a.at)
  for (const { from, to, text: inserted } of ordered) result = result.slice(0, from) + inserted + result.slice(to)
  return result
}

const keyOf = (pair: Pair) => String((pair.key as { value?: unknown }).value)

function setField(map: YAMLMap, key: string, value: Json | undefined, order: readonly string[], place: Place) {
  const pairs = map.items as Pair<Node, Node | null>[]
  const at = pairs.findIndex((pair) => keyOf(pair) === key)
  const pair = pairs[at]
  if (!pair) {
    if (value !== undefined) insertField(map, key, value, order, place)
  } else if (value === undefined) place.splices.push({ ...wholeLines(pair, place.text), text: '' })
  else if (pair.value && canChange(pair.value, value) && !sharesValues(pair.value)) changeNode(pair.value, value, place)
  else {
    const { from, to } = wholeLines(pair, place.text)
    const indent = columnOf(pair.key, place.text)
    place.splices.push({ from: from + indent, to, text: `${fieldText(key, value, indent, place.style)}\n` })
  }
}

/** A collection stays one, and so does a scalar. */
const canChange = (node: Node, value: Json) =>
  isMap(node)
    ? isCollection(value) && !Array.isArray(value)
    : isSeq(node)
      ? Array.isArray(value) && value.length > 0
      : !isCollection(value)

/** A new field stands after the last of those that come before it in the order. */
function insertField(
  map: YAMLMap,
  key: string,
  value: Json,
  order: readonly string[],
  { text, style, splices }: Place,
) {
  const pairs = map.items as Pair<Node, Node | null>[]
  const before = pairs.filter((pair) => order.indexOf(keyOf(pair)) < order.indexOf(key))
  const previous = before.at(-1) ?? pairs[0]
  if (!previous) throw new RangeError(`a row without fields cannot take ${key}`)
  const indent = columnOf(pairs[0]?.key as Node, text)
  const at = lineEnd(text, endOf(previous)) + 1
  splices.push({ from: at, to: at, text: `${' '.repeat(indent)}${fieldText(key, value, indent, style)}\n` })
}

function changeNode(node: Node, value: Json, place: Place) {
  const known = node.toJS(place.document) as Json
  if (sameValue(known, value)) return
  if (isMap(node) && isCollection(value) && !Array.isArray(value)) changeMap(node, value as WrittenRow, place)
  else if (isSeq(node) && Array.isArray(value)) changeList(node, value, place)
  else replace(node, value, place)
}

function replace(node: Node, value: Json, { text, style, splices }: Place) {
  const [from, end] = rangeOf(node)
  const to = text[end - 1] === '\n' && end - 1 > from ? end - 1 : end
  splices.push({ from, to, text: flowText(value, style, insideBrackets.has(node)) })
}

/** Nodes inside `[]` and `{}`, where more texts need quotes. */
const insideBrackets = new WeakSet<Node>()

function markInside(node: YAMLMap | YAMLSeq) {
  if (!node.flow && !insideBrackets.has(node)) return
  for (const item of node.items) {
    const inner = isMap(node) ? (item as Pair<Node, Node | null>).value : (item as Node)
    if (inner) insideBrackets.add(inner)
  }
}

function changeMap(map: YAMLMap, value: WrittenRow, place: Place) {
  markInside(map)
  const pairs = map.items as Pair<Node, Node | null>[]
  const keys = pairs.map(keyOf)
  const sameKeys = keys.length === Object.keys(value).length && keys.every((key) => key in value)
  const simple = pairs.every((pair) => pair.value && canChange(pair.value, value[keyOf(pair)] ?? null))
  if (sameKeys && simple) {
    for (const pair of pairs) changeNode(pair.value as Node, value[keyOf(pair)] as Json, place)
    return
  }
  if (map.flow || startsInLine(map, place.text) || !keys.some((key) => key in value))
    return replaceMap(map, value, place)
  const order = [...new Set([...Object.keys(value), ...keys])].sort()
  for (const key of order) setField(map, key, value[key], order, place)
}

/** A block mapping behind a hyphen cannot lose its first line; written again it stands in brackets. */
const startsInLine = (map: YAMLMap, text: string) => {
  const [from] = rangeOf(map)
  return text.slice(lineStart(text, from), from).trim() !== ''
}

function replaceMap(map: YAMLMap, value: WrittenRow, place: Place) {
  const [from] = rangeOf(map)
  const to = map.flow ? rangeOf(map)[1] : endOf({ key: map, value: map })
  place.splices.push({ from, to, text: flowText(value, place.style, insideBrackets.has(map)) })
}

function changeList(list: YAMLSeq, value: readonly Json[], place: Place) {
  markInside(list)
  const items = list.items as Node[]
  const known = items.map((item) => item.toJS(place.document) as Json)
  if (known.length === value.length && items.every((item, at) => canChange(item, value[at] ?? null))) {
    for (const [at, item] of items.entries()) changeNode(item, value[at] as Json, place)
    return
  }
  if (list.flow) return replace(list, value, place)
  let first = 0
  while (first < Math.min(known.length, value.length) && sameValue(known[first], value[first])) first += 1
  let last = 0
  while (last < Math.min(known.length, value.length) - first && sameValue(known.at(-1 - last), value.at(-1 - last)))
    last += 1
  replaceItems(items, { first, end: items.length - last }, value.slice(first, value.length - last), place)
}

/** Replaces the lines of some items of a block list by those of others. */
function replaceItems(
  items: readonly Node[],
  { first, end }: { first: number; end: number },
  values: readonly Json[],
  { text, style, splices }: Place,
) {
  const [head] = items
  if (!head) throw new RangeError('an empty block list')
  const hyphen = text.lastIndexOf('-', rangeOf(head)[0])
  const indent = ' '.repeat(hyphen - lineStart(text, hyphen))
  const startOf = (item: Node) => lineStart(text, text.lastIndexOf('-', rangeOf(item)[0]))
  const afterOf = (item: Node) => lineEnd(text, endOf({ key: item, value: item })) + 1
  const previous = items[first - 1]
  const from = first < end ? startOf(items[first] as Node) : previous ? afterOf(previous) : startOf(head)
  const to = first < end ? afterOf(items[end - 1] as Node) : from
  const lines = values.map((value) => `${indent}- ${flowText(value, style)}\n`).join('')
  splices.push({ from, to, text: lines })
}
