/** Flows a document over pages: measures its elements, leaves out what has no room, and numbers what is cited. */
import { type FlowBox, layFlow } from '../../model/handout/flow'
import type { PaperDocument } from '../../model/handout/paper-document'
import { citePoint } from './blocks'
import { element } from './element'
import { columnBox, type PageRoom } from './page-room'
import type { PaperTools } from './paper-tools'
import { documentParts, flowOf, type PaperPart, sourceParts } from './parts'

const partGap = 10

/** A document's parts and where they stand. */
export interface Flowed {
  parts: PaperPart[]
  boxes: FlowBox[]
  pages: number
  left: ReadonlyMap<number, number>
}

/** Returns where everything stands: first without the citations, because only what has room on its page is cited. */
export function flowed(
  document: PaperDocument,
  room: PageRoom,
  host: HTMLElement,
  { codeOf, texts }: PaperTools,
): Flowed {
  const heights = new Map<HTMLElement, number>()
  const lay = (parts: PaperPart[]) => {
    measure(parts, room, host, heights)
    return layFlow(flowOf(parts, heights, room), { height: room.height, gap: partGap })
  }
  const { link } = document
  const parts = documentParts(document, room, { link, words: texts.link(link), code: codeOf(link) })
  const numbers = new Map<number, number>()
  for (const { part, item } of lay(parts).boxes) {
    const own = typeof item === 'number' ? parts[part]?.cited[item] : undefined
    for (const source of own ?? []) if (!numbers.has(source)) numbers.set(source, numbers.size + 1)
    const block = typeof item === 'number' ? parts[part]?.elements[item] : undefined
    if (own && block)
      citePoint(
        block,
        own.map((source) => numbers.get(source) ?? 0),
      )
  }
  const cited = [...numbers.keys()].map((at) => document.sources[at] ?? '')
  const all = [...parts, ...sourceParts(document, cited, room)]
  return { parts: all, ...lay(all) }
}

/** Measures elements in a column of their width; those already measured keep their height. */
function measure(parts: readonly PaperPart[], room: PageRoom, host: HTMLElement, heights: Map<HTMLElement, number>) {
  const columns = new Map<number, HTMLElement>()
  const fresh: HTMLElement[] = []
  for (const part of parts) {
    const { width } = columnBox(room, 0, 1, part.columns)
    const column = columns.get(width) ?? element('div', '')
    column.style.width = `${width}px`
    columns.set(width, column)
    for (const one of [part.head, ...part.elements])
      if (one && !heights.has(one)) {
        column.append(one)
        fresh.push(one)
      }
  }
  host.append(...columns.values())
  for (const one of fresh) heights.set(one, Math.ceil(one.getBoundingClientRect().height))
  for (const column of columns.values()) column.remove()
}
