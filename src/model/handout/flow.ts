/**
 * Lays parts of known heights on pages: maps, headings, and texts in columns that are balanced where they end. Any one
 * unit of length. Pure.
 */
import { type Filled, type FlowItem, filledColumns, withoutLast } from './flow-columns'

/** What stands across the page: a heading. */
interface FlowSpan extends FlowItem {
  kind: 'span'
}

/** A map: as high as what follows leaves it. Beside its text it is as high as its page and `beside` columns wide. */
export interface FlowMap {
  kind: 'map'
  least: number
  ideal: number
  most: number
  beside?: { columns: number; of: number }
}

/** Items in columns, from page to page. */
export interface FlowText {
  kind: 'text'
  columns: number
  items: readonly FlowItem[]
  /** Height of a head that stands above the items wherever they go on. */
  head?: number
  /** Keeps it to one page: the height of the line that says how many items are left out. */
  rest?: number
}

/** A part of a document. */
export type FlowPart = { kind: 'break' } | FlowSpan | FlowMap | FlowText

/** Where an item stands; columns are counted from 0. */
export interface FlowBox {
  part: number
  /** Its place in its part; `head` and `rest` are those of a text. */
  item: number | 'head' | 'rest'
  page: number
  column: number
  span: number
  columns: number
  top: number
  height: number
}

/** A document on its pages. */
export interface LaidFlow {
  boxes: FlowBox[]
  pages: number
  /** How many items are left out, by part. */
  left: ReadonlyMap<number, number>
}

/** What there is of a page, and between parts. */
export interface FlowRoom {
  height: number
  gap: number
}

/** The place where the next part begins; `lead` columns of `of` are taken by a map beside. */
interface Place {
  page: number
  top: number
  lead: number
  of: number
}

/** Below this share of a page's height a text does not begin on it. */
const leastTextShare = 0.05
/** Below this share a map with its text beside begins on the next page. */
const leastBesideShare = 0.6
/** Text fills its columns not quite evenly. */
const unevenness = 1.03

/** Returns where everything stands. */
export function layFlow(parts: readonly FlowPart[], room: FlowRoom): LaidFlow {
  const boxes: FlowBox[] = []
  const left = new Map<number, number>()
  let place: Place = { page: 0, top: 0, lead: 0, of: 0 }
  parts.forEach((part, at) => {
    // Only a text stands beside a map.
    if (place.lead > 0 && part.kind !== 'text') place = nextPage(place)
    if (part.kind === 'break') {
      if (place.top > 0) place = nextPage(place)
    } else if (part.kind === 'span') place = laySpan(part, at, parts[at + 1], place, room, boxes)
    else if (part.kind === 'map') place = layMap(part, at, parts[at + 1], place, room, boxes)
    else {
      const laid = layText(part, at, place, room)
      boxes.push(...laid.boxes)
      if (laid.left > 0) left.set(at, laid.left)
      ;({ place } = laid)
    }
  })
  return { boxes, left, pages: boxes.reduce((last, { page }) => Math.max(last, page + 1), 0) }
}

const nextPage = ({ page }: Place): Place => ({ page: page + 1, top: 0, lead: 0, of: 0 })

/** How much of a part has to follow on the page of its heading. */
function leastOf(part: FlowPart | undefined, { height }: FlowRoom): number {
  if (part?.kind === 'map') return part.beside ? height * leastBesideShare : part.least
  if (part?.kind === 'text') return (part.head ?? 0) + (part.items[0]?.height ?? 0) + (part.items[1]?.height ?? 0)
  return part?.kind === 'span' ? part.height : 0
}

function laySpan(
  { height, keepsNext }: FlowSpan,
  ...[at, next, from, room, boxes]: [number, FlowPart | undefined, Place, FlowRoom, FlowBox[]]
): Place {
  const needed = height + (keepsNext ? leastOf(next, room) : 0)
  const place = from.top > 0 && from.top + needed > room.height ? nextPage(from) : from
  boxes.push({ part: at, item: 0, page: place.page, column: 0, span: 1, columns: 1, top: place.top, height })
  return { ...place, top: place.top + height }
}

function layMap(
  part: FlowMap,
  ...[at, next, from, room, boxes]: [number, FlowPart | undefined, Place, FlowRoom, FlowBox[]]
): Place {
  const { beside } = part
  const least = beside ? room.height * leastBesideShare : part.least
  const place = from.top > 0 && room.height - from.top < least ? nextPage(from) : from
  const free = room.height - place.top
  const shared = { part: at, item: 0, page: place.page, column: 0, top: place.top }
  if (beside) {
    boxes.push({ ...shared, span: beside.columns, columns: beside.of, height: free })
    return { ...place, lead: beside.columns, of: beside.of }
  }
  const height = mapHeight(part, next?.kind === 'text' ? next : undefined, free, room.gap)
  boxes.push({ ...shared, span: 1, columns: 1, height })
  return { ...place, top: place.top + height + room.gap }
}

/** A map leaves its text what it needs, if that is not too much. */
function mapHeight({ ideal, most }: FlowMap, text: FlowText | undefined, free: number, gap: number): number {
  if (!text) return Math.min(most, free)
  const total = text.items.reduce((sum, { height }) => sum + height, 0)
  const highest = text.items.reduce((high, { height }) => Math.max(high, height), 0)
  const needed = (total / text.columns) * unevenness + (text.columns > 1 ? highest / 2 : 0) + (text.head ?? 0)
  return Math.min(free, Math.max(ideal, Math.min(most, free - gap - needed)))
}

interface LaidText {
  boxes: FlowBox[]
  left: number
  place: Place
}

function layText(part: FlowText, at: number, from: Place, room: FlowRoom): LaidText {
  const boxes: FlowBox[] = []
  const isTooLow = from.lead === 0 && from.top > 0 && room.height - from.top < leastRoom(part, room)
  let place = isTooLow ? nextPage(from) : from
  let begun = 0
  while (begun < part.items.length) {
    const columns = place.lead > 0 ? place.of - place.lead : part.columns
    const asked = {
      items: part.items.slice(begun),
      columns,
      head: part.head ?? 0,
      room: room.height - place.top,
      isFresh: place.top === 0 || part.rest !== undefined,
    }
    const filled = filledColumns(asked)
    const isOver = filled.next < asked.items.length
    const kept = isOver && part.rest !== undefined ? withoutLast(filled, asked, part.rest) : filled
    const shared = { part: at, page: place.page, span: 1, columns: place.lead > 0 ? place.of : part.columns }
    const stands = ({ column, top, height }: Filled) => ({
      ...{ ...shared, column: column + place.lead, height },
      top: place.top + top,
    })
    boxes.push(...kept.placed.map((one) => ({ ...stands(one), item: one.item + begun })))
    if (part.head)
      for (const column of new Set(kept.placed.map((one) => one.column)))
        boxes.push({ ...stands({ column, top: 0, height: part.head, item: 0 }), item: 'head' })
    if (kept.restAt) {
      boxes.push({ ...stands({ ...kept.restAt, height: part.rest ?? 0, item: 0 }), item: 'rest' })
      return { boxes, left: asked.items.length - kept.next, place: { ...place, top: room.height, lead: 0 } }
    }
    begun += kept.next
    if (begun < part.items.length) place = nextPage(place)
    else place = { ...place, lead: 0, top: place.lead > 0 ? room.height : place.top + kept.bottom + room.gap }
  }
  if (place.lead > 0) place = { ...place, top: room.height, lead: 0 }
  return { boxes, left: 0, place }
}

const leastRoom = ({ items, head = 0, columns }: FlowText, { height }: FlowRoom) => {
  const total = items.reduce((sum, item) => sum + item.height, head)
  return Math.min(
    Math.max(height * leastTextShare, head + (items[0]?.height ?? 0)),
    total / columns + (items[0]?.height ?? 0),
  )
}
