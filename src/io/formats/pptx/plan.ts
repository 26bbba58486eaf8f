/**
 * What stands on which slide: one slide a page, and further ones for what does not fit on it at a size that can be read.
 * Pure.
 */
import type { Handout, HandoutChart, HandoutPage, HandoutPoint, HandoutTable } from '../../../model/handout/handout'
import type { OwnLayout } from './foundation'
import type { Box } from './measures'
import { type PlannedTable, tableParts } from './table-parts'
import { lineCount } from './text'

const emuPerPoint = 12_700
/** Points; below the last a text goes on on another slide. */
const textSizes = [20, 18, 16, 15, 14, 13, 12] as const
const lineHeight = 1.35
const closer = 1.08
/** On one slide; more would be too small to read. */
const mostCharts = 4

/** Text at the size that fits its box. */
export interface FittedText {
  points: readonly HandoutPoint[]
  /** Points. */
  size: number
}

/** A slide, still without places and relationships. */
export interface PlannedSlide {
  layout: OwnLayout
  /** Of the page it is of; a slide that goes on has the number of its part behind it. */
  id: string
  title: string
  subtitle?: string
  text?: FittedText
  /** The page's picture stands on it. */
  picture: boolean
  charts: readonly HandoutChart[]
  table?: PlannedTable
  /** Indices of the citations at its foot. */
  sources: readonly number[]
  notes?: string
  link: string
  /** Own data stands on this very slide, in its picture or its table. */
  ownData: boolean
}

/** The boxes that text is fitted to. */
export interface TextBoxes {
  /** Beside a picture. */
  beside: Box
  /** The whole width. */
  whole: Box
}

/** Returns the slides of a handout: a cover, then each page's. `hasPicture` says for which pages there is one. */
export function planSlides(handout: Handout, boxes: TextBoxes, hasPicture: (id: string) => boolean): PlannedSlide[] {
  const cover: PlannedSlide = {
    layout: 'title',
    id: 'cover',
    title: handout.title,
    subtitle: handout.subtitle ?? '',
    picture: false,
    charts: [],
    sources: [],
    link: handout.link,
    ownData: false,
  }
  return [cover, ...handout.pages.flatMap((page) => slidesOf(page, boxes, hasPicture(page.id)))]
}

function slidesOf(page: HandoutPage, boxes: TextBoxes, picture: boolean): PlannedSlide[] {
  const shared = { title: page.title, link: page.link, ownData: false }
  const beside = picture || (page.charts.length > 0 && page.points.length > 0)
  const [first, ...rest] = fitText(page.points, beside ? boxes.beside : boxes.whole)
  const [table] = picture && !first ? besideTables(page.tables, boxes) : []
  const [chart, ...charts] = page.charts
  const chartBeside = beside && !picture && chart !== undefined
  const main: PlannedSlide = {
    ...shared,
    layout: beside ? 'picture' : 'body',
    id: page.id,
    picture,
    ownData: (picture && page.ownData === true) || table?.table.ownData === true,
    sources: table ? rowSources(table) : sourcesOf(first?.points ?? []),
    charts: chartBeside ? [chart] : [],
    ...(first ? { text: first } : {}),
    ...(table ? { table } : {}),
    ...(page.notes ? { notes: page.notes } : {}),
  }
  const further: Omit<PlannedSlide, 'id'>[] = [
    ...rest.map((text) => ({ text, sources: sourcesOf(text.points) })),
    ...groupsOf(chartBeside ? charts : page.charts, mostCharts).map((group) => ({
      charts: group,
      sources: sourcesOf(page.points),
    })),
    ...page.tables
      .filter((one) => one !== table?.table)
      .flatMap((one) =>
        tableParts(one, boxes.whole).map((part) => ({
          ...{ table: part, sources: rowSources(part) },
          ...(one.ownData ? { title: one.title, ownData: true } : {}),
        })),
      ),
  ].map((one) => ({ ...shared, layout: 'body' as const, picture: false, charts: [], ...one }))
  // A page of tables or charts alone needs no empty slide before them.
  const slides = !picture && !first && further.length > 0 ? further : [main, ...further]
  return slides.map((slide, at) => ({
    ...slide,
    id: at === 0 ? page.id : `${page.id}/${at + 1}`,
    title: at === 0 ? page.title : `${slide.title}（${at + 1}）`,
    ...(at === 0 && page.notes ? { notes: page.notes } : {}),
  }))
}

/** The first table, if all of it can stand beside a picture. */
function besideTables(tables: readonly HandoutTable[], boxes: TextBoxes): PlannedTable[] {
  const [table] = tables
  const parts = table ? tableParts(table, boxes.beside) : []
  return parts.length === 1 ? parts.map((part) => ({ ...part, beside: true })) : []
}

function groupsOf<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most)
  const each = Math.ceil(all.length / count)
  return Array.from({ length: count }, (_, at) => all.slice(at * each, (at + 1) * each))
}

const sourcesOf = (points: readonly HandoutPoint[]) => [...new Set(points.flatMap(({ sources }) => sources))]

const rowSources = ({ table: { sources }, from, to }: PlannedTable) => [...new Set(sources?.slice(from, to).flat())]

/** Returns the points in parts that fit the box, at the largest size at which the first part holds most of them. */
export function fitText(points: readonly HandoutPoint[], { width, height }: Box): FittedText[] {
  if (points.length === 0) return []
  const across = width / emuPerPoint - 24
  const heightOf = ({ text, detail }: HandoutPoint, size: number) => {
    const own = lineCount(text, size, across) * size
    const small = detail ? lineCount(detail, size - 4, across) * (size - 4) : 0
    return (own + small) * lineHeight + size * 0.4
  }
  const whole = (size: number) => points.reduce((sum, point) => sum + heightOf(point, size), 0)
  const room = height / emuPerPoint - 10
  const smallest = textSizes[textSizes.length - 1] ?? 12
  const size = textSizes.find((each) => whole(each) <= room) ?? smallest
  // A last line more is set closer by the program rather than carried to a slide of its own.
  const down = size === smallest ? room * closer : room
  const parts: HandoutPoint[][] = [[]]
  let filled = 0
  for (const point of points) {
    const needed = heightOf(point, size)
    if (filled + needed > down && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([])
      filled = 0
    }
    parts.at(-1)?.push(point)
    filled += needed
  }
  return parts.map((part) => ({ points: part, size }))
}
