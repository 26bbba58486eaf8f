/**
 * A handout: what is taken along from the map, the same for every format. Made from a briefing, a district, a list, an
 * answer, a comparison or a chart; the writers of formats know nothing else. Pure data, in one language.
 */
import type { Language } from '../messages/text'
import type { ChartImage } from '../statistics/chart-svg'
import type { View } from '../view'

/** A statement with what it rests on. */
export interface HandoutPoint {
  text: string
  /** Status, years and figures, as the panel writes them. */
  detail?: string
  /** Indices into the handout's `sources`. */
  sources: readonly number[]
}

/** A cell of a table: numbers stay numbers, and nothing is ever a formula. */
export type HandoutCell = string | number | undefined

/** A table with its columns; `unit` stands in the column's head. */
export interface HandoutTable {
  title: string
  columns: readonly { title: string; kind: 'text' | 'number'; unit?: string }[]
  rows: readonly (readonly HandoutCell[])[]
  /** By row: indices into the handout's `sources`; for tables that have no column of sources. */
  sources?: readonly (readonly number[])[]
  /** Its rows are the reader's own data; its title says so. */
  ownData?: boolean
}

/** A chart that a format may draw natively; undefined is a gap. */
export interface HandoutChart {
  kind: 'bar' | 'line'
  title: string
  unit: string
  categories: readonly string[]
  series: readonly { name: string; values: readonly (number | undefined)[] }[]
}

/** A page: a slide, a section, a sheet of an atlas. */
export interface HandoutPage {
  /** Stays the same for the same content, so that a file made before can be renewed: `scene:3`, `district:500112`. */
  id: string
  title: string
  points: readonly HandoutPoint[]
  tables: readonly HandoutTable[]
  charts: readonly HandoutChart[]
  /** A chart as the page draws it, for formats that draw none natively; the table beside it has its numbers. */
  drawing?: ChartImage
  /** What the picture shows; none where the page has no map. */
  view?: View
  notes?: string
  /** Address that opens this page on the map. */
  link: string
  /** Its map shows the reader's own data, which must be marked wherever the map stands. */
  ownData?: boolean
}

/** Everything a format writes. */
export interface Handout {
  title: string
  subtitle?: string
  /** Of the record, `YYYY-MM-DD`. */
  release: string
  /** The reader's day, `YYYY-MM-DD`: deadlines are told against it. */
  today: string
  language: Language
  pages: readonly HandoutPage[]
  /** Citations, each once, in the order they are first used. */
  sources: readonly string[]
  /** Data date, datum, and what the map is not. */
  statement: readonly string[]
  /** Address of the whole. */
  link: string
}

/** A picture of a page's view, ready to be put into a file. */
export interface HandoutPicture {
  /** PNG or JPEG. */
  bytes: Uint8Array
  mediaType: 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
  /** What it shows, for readers who do not see it. */
  description: string
  /** Legend, as lines of text by section. */
  legend: readonly { title: string; entries: readonly string[] }[]
  /** Such as `1:250 000`; undefined where the paper size is not known. */
  scale?: string
}

/** The pictures of a handout by page id; a page without one has none. */
export type HandoutPictures = ReadonlyMap<string, HandoutPicture>
