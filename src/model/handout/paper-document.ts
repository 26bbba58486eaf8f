/** A document for paper: sections in the order of its pages. Made from a handout or as the atlas. Pure. */
import type { Language } from '../messages/text'
import type { ChartImage } from '../statistics/chart-svg'
import type { View } from '../view'
import { chartDrawing } from './chart-drawing'
import type { Handout, HandoutPage, HandoutPoint, HandoutTable } from './handout'

/** A small map with its words, several to a page. */
export interface PaperCard {
  id: string
  title: string
  text: string
  view: View
}

/** A place of the index; where it stands is known when the maps are drawn. */
export interface PaperPlace {
  name: string
  /** What it is, such as 园区. */
  kind: string
  position: readonly [longitude: number, latitude: number]
  /** Sections on whose maps it may stand, the best first. */
  sections: readonly string[]
}

/** A section: a heading with what stands under it. */
export interface PaperSection {
  id: string
  title: string
  /** Address that opens it on the map. */
  link?: string
  /** A sentence under the heading. */
  note?: string
  /** Whether it begins on a page of its own. */
  ownPage: boolean
  /** Whether it keeps to one page, and says how many points are left out. */
  onePage: boolean
  /** Its map, with a grid where an index names its fields. */
  map?: { view: View; gridded: boolean; whole?: boolean }
  points: readonly HandoutPoint[]
  /** Charts, above the tables. */
  drawings: readonly ChartImage[]
  tables: readonly HandoutTable[]
  cards: readonly PaperCard[]
  places: readonly PaperPlace[]
  /** Sections it lists with their pages. */
  contents: readonly { title: string; section: string }[]
  /** Whether the citations of all points before it stand here. */
  sources: boolean
  ownData: boolean
}

/** A document for paper. */
export interface PaperDocument {
  title: string
  subtitle?: string
  language: Language
  statement: readonly string[]
  link: string
  sections: readonly PaperSection[]
  /** Citations that points name by index. */
  sources: readonly string[]
}

/** A section without anything. */
export const emptySection = {
  ownPage: false,
  onePage: false,
  points: [],
  drawings: [],
  tables: [],
  cards: [],
  places: [],
  contents: [],
  sources: false,
  ownData: false,
} as const satisfies Partial<PaperSection>

/** Returns a handout as a document: a section a page, and its sources at the end under `sourcesTitle`. */
export function documentOf(handout: Handout, sourcesTitle: string): PaperDocument {
  const { title, subtitle, language, statement, link, pages, sources } = handout
  const cited = { ...emptySection, id: 'sources', title: sourcesTitle, sources: true }
  return {
    ...{ title, language, statement, link, sources },
    ...(subtitle ? { subtitle } : {}),
    sections: [...pages.map(sectionOf), ...(sources.length > 0 ? [cited] : [])],
  }
}

/** Returns a document as it is where no map can be drawn: without maps, and without what only points into them. */
export const withoutMaps = (document: PaperDocument): PaperDocument => ({
  ...document,
  sections: document.sections
    .filter(({ cards, places }) => cards.length === 0 && places.length === 0)
    .map(({ map: _, contents, ...section }, __, kept) => ({
      ...section,
      contents: contents.filter((one) => kept.some(({ id }) => id === one.section)),
    })),
})

function sectionOf({
  id,
  title,
  link,
  view,
  drawing,
  points,
  tables,
  charts,
  ownData = false,
}: HandoutPage): PaperSection {
  return {
    ...emptySection,
    ...{ id, title, link, points, ownData },
    drawings: drawing ? [drawing] : charts.map(chartDrawing),
    // The numbers of a drawing stand in its table, or in the table of the page.
    tables: [
      ...(drawing ? [] : charts.filter(({ kind }) => kind === 'bar' || tables.length === 0).map(chartTable)),
      ...tables,
    ],
    ...(view ? { map: { view, gridded: false } } : {}),
  }
}

const chartTable = ({ title, unit, categories, series }: HandoutPage['charts'][number]): HandoutTable => ({
  title,
  columns: [{ title: '', kind: 'text' }, ...series.map(({ name }) => ({ title: name, kind: 'number' as const, unit }))],
  rows: categories.map((category, at) => [category, ...series.map(({ values }) => values[at])]),
})
