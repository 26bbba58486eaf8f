/** Where nodes of a YAML file stand in its text. Pure. */
import { isMap, isSeq, type Node, type Pair, visit } from 'yaml'

/** Returns where a node begins and where its value ends. */
export const rangeOf = (node: Node): [number, number] => {
  if (!node.range) throw new Error('a node without its place')
  return [node.range[0], node.range[1]]
}

/** Returns where the last character of a pair, or of an item, ends. */
export function endOf({ key, value }: { key: unknown; value: Node | null | undefined }): number {
  if (!value) return rangeOf(key as Node)[1]
  if ((isMap(value) || isSeq(value)) && !value.flow) {
    const last = value.items.at(-1)
    if (last) return isMap(value) ? endOf(last as Pair<Node, Node | null>) : endOf({ key: last, value: last as Node })
  }
  return rangeOf(value)[1]
}

/** Returns where the line of a character begins. */
export const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1

/** Returns the end of the line that the character before `at` stands in. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at - 1)
  return found < 0 ? text.length : found
}

/** Returns how far a node stands from the beginning of its line. */
export const columnOf = (node: unknown, text: string) => {
  const [from] = rangeOf(node as Node)
  return from - lineStart(text, from)
}

/** Returns the lines of a pair of a block mapping, with their ends. */
export function wholeLines(pair: Pair<Node, Node | null>, text: string): { from: number; to: number } {
  const [start] = rangeOf(pair.key)
  return { from: lineStart(text, start), to: lineEnd(text, endOf(pair)) + 1 }
}

/** Returns whether a node holds values that are written once and referred to again (`&a`, `*a`). */
export function sharesValues(node: Node): boolean {
  let found = false
  visit(node, {
    Alias: () => {
      found = true
    },
    Value: (_, { anchor }) => {
      found ||= anchor !== undefined
    },
  })
  return found
}
