/** Makes the parts of a document: what flows from page to page, with the elements that stand there. */
import type { FlowPart } from '../../model/handout/flow'
import type { HandoutPoint } from '../../model/handout/handout'
import type { PaperCard, PaperDocument, PaperPlace, PaperSection } from '../../model/handout/paper-document'
import {
  cardBlock,
  contentsBlock,
  headingBlock,
  type PaperAddress,
  placeBlock,
  pointBlock,
  sourceBlock,
  tableBlocks,
} from './blocks'
import { chartBlocks } from './chart-block'
import { element } from './element'
import { columnBox, type PageRoom } from './page-room'

/** A part with its elements; `flow` has their heights once they are measured. */
export interface PaperPart {
  section: PaperSection
  kind: 'break' | 'heading' | 'map' | 'title' | 'items'
  columns: number
  elements: HTMLElement[]
  head?: HTMLElement
  onePage: boolean
  points: readonly HandoutPoint[]
  /** Indices into the document's sources, by item. */
  cited: readonly (readonly number[])[]
  cards: readonly PaperCard[]
  places: readonly PaperPlace[]
  contents: PaperSection['contents']
  /** It shows the reader's own data: the pages it stands on are marked. */
  ownData: boolean
}

/** Returns the parts of a document, whose first says where it is found; those of its sources are `sourceParts`. */
export const documentParts = (document: PaperDocument, room: PageRoom, address: PaperAddress): PaperPart[] =>
  document.sections
    .filter(({ sources }) => !sources)
    .flatMap((section, at) => sectionParts(section, room, at === 0 ? address : undefined))

const plainPart = (section: PaperSection, kind: PaperPart['kind'], elements: HTMLElement[] = []): PaperPart => ({
  ...{ section, kind, elements, columns: 1, onePage: false, ownData: false },
  ...{ points: [], cited: [], cards: [], places: [], contents: [] },
})

function sectionParts(section: PaperSection, room: PageRoom, address: PaperAddress | undefined): PaperPart[] {
  const { points, cards, places, contents, drawings, tables, onePage, ownPage, map } = section
  const { columns, narrowColumns } = room
  const items = (elements: HTMLElement[], rest: Partial<PaperPart>): PaperPart[] =>
    elements.length > 0 ? [{ ...plainPart(section, 'items', elements), columns, ...rest }] : []
  return [
    ...(ownPage ? [plainPart(section, 'break')] : []),
    plainPart(section, 'heading', [headingBlock(section, address)]),
    ...(map ? [{ ...plainPart(section, 'map', [element('figure', 'paper-map')]), ownData: section.ownData }] : []),
    ...items(points.map(pointBlock), { points, onePage, cited: points.map(({ sources }) => sources) }),
    ...items(
      contents.map(({ title }) => contentsBlock(title)),
      { contents },
    ),
    ...items(cards.map(sizedCard(columnBox(room, 0, 1, columns).width)), { cards }),
    ...items(places.map(placeBlock), { places, columns: narrowColumns }),
    ...drawingParts(section, drawings, room),
    ...tables.flatMap((table) => {
      const { title, head, rows } = tableBlocks(table)
      const { ownData = false } = table
      const beside = table.columns.length <= mostNarrowColumns ? columns : Math.max(1, Math.floor(columns / 2))
      const wide = table.columns.length > mostHalfColumns ? 1 : beside
      const shape = { head, cited: table.sources ?? [], columns: wide, ownData }
      return [{ ...plainPart(section, 'title', [title]), ownData }, ...items(rows, shape)]
    }),
  ]
}

/** One chart has the whole width, several share it; what is higher than a page goes on on the next. */
function drawingParts(section: PaperSection, drawings: PaperSection['drawings'], room: PageRoom): PaperPart[] {
  const columns = drawings.length > 1 ? room.columns : 1
  const { width } = columnBox(room, 0, 1, columns)
  const elements = drawings.flatMap((image) => chartBlocks(image, width, room.height * mostOfPage))
  return elements.length > 0 ? [{ ...plainPart(section, 'items', elements), columns }] : []
}

/** Of a page's height that a chart takes, below its heading. */
const mostOfPage = 0.86

/** A table with more columns takes more of the page. */
const [mostNarrowColumns, mostHalfColumns] = [3, 5]

/** A card's map is two thirds as high as it is wide. */
export const cardMapShape = 0.6

const sizedCard = (width: number) => (card: PaperCard) => {
  const block = cardBlock(card)
  const map = block.querySelector<HTMLElement>('.paper-card-map')
  if (map) map.style.height = `${Math.round(width * cardMapShape)}px`
  return block
}

/** Returns the parts that list citations, numbered from 1. */
export function sourceParts(document: PaperDocument, texts: readonly string[], room: PageRoom): PaperPart[] {
  const section = document.sections.find(({ sources }) => sources)
  if (!section || texts.length === 0) return []
  const list = plainPart(
    section,
    'items',
    texts.map((text, at) => sourceBlock(at + 1, text)),
  )
  return [plainPart(section, 'heading', [headingBlock(section)]), { ...list, columns: room.columns }]
}

/** The height of the line that says how many points are left out. */
export const restHeight = 18

/** Returns the parts as they flow, with the heights that their elements have in their columns. */
export function flowOf(
  parts: readonly PaperPart[],
  heights: ReadonlyMap<HTMLElement, number>,
  room: PageRoom,
): FlowPart[] {
  const heightOf = (one: HTMLElement | undefined) => (one ? (heights.get(one) ?? 0) : 0)
  return parts.map((part): FlowPart => {
    const { kind, columns, elements, head, onePage, section } = part
    if (kind === 'break') return { kind }
    if (kind === 'heading' || kind === 'title') return { kind: 'span', height: heightOf(elements[0]), keepsNext: true }
    if (kind === 'map') return mapPart(section, room)
    return {
      ...{ kind: 'text', columns },
      items: elements.map((one) => ({ height: heightOf(one) })),
      ...(head ? { head: heightOf(head) } : {}),
      ...(onePage ? { rest: restHeight } : {}),
    }
  })
}

function mapPart({ onePage, contents }: PaperSection, { height, beside }: PageRoom): FlowPart {
  const isWhole = contents.length > 0
  return {
    kind: 'map',
    least: height * 0.3,
    ideal: height * (onePage ? 0.5 : 0.45),
    most: height * (isWhole ? 1 : 0.78),
    ...(beside ? { beside } : {}),
  }
}
