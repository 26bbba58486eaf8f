/**
 * What stands on which slide: one slide a page, and further ones for what does not fit on it at a size that can be read.
 * Pure.
 */
import type { Handout, HandoutChart, HandoutPage, HandoutPoint, HandoutTable } from '../../../model/handout/handout'
import type { OwnLayout } from './foundation'
import type { Box } from './measures'
import { lineCount } from './text'

const emuPerPoint = 12_700
/** Points; below the last a text goes on on another slide. */
const textSizes = [20, 18, 16, 15, 14, 13] as const
const lineHeight = 1.35
const mostTableRows = 12

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
  chart?: HandoutChart
  table?: { table: HandoutTable; from: number; to: number }
  /** Indices of the citations at its foot. */
  sources: readonly number[]
  notes?: string
  link: string
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
    sources: [],
    link: handout.link,
    ownData: false,
  }
  return [cover, ...handout.pages.flatMap((page) => slidesOf(page, boxes, hasPicture(page.id)))]
}

function slidesOf(page: HandoutPage, boxes: TextBoxes, picture: boolean): PlannedSlide[] {
  const [chart, ...charts] = page.charts
  const shared = { title: page.title, link: page.link, ownData: page.ownData ?? false }
  const besides = picture || chart !== undefined
  const [first, ...rest] = fitText(page.points, besides ? boxes.beside : boxes.whole)
  const main: PlannedSlide = {
    ...shared,
    layout: besides ? 'picture' : 'body',
    id: page.id,
    picture,
    sources: sourcesOf(first?.points ?? []),
    ...(first ? { text: first } : {}),
    ...(picture || !chart ? {} : { chart }),
    ...(page.notes ? { notes: page.notes } : {}),
  }
  const further: Omit<PlannedSlide, 'id'>[] = [
    ...rest.map((text) => ({ layout: 'body' as const, text, sources: sourcesOf(text.points) })),
    ...(picture && chart ? [chart, ...charts] : charts).map((one) => ({
      layout: 'body' as const,
      chart: one,
      sources: sourcesOf(page.points),
    })),
    ...page.tables.flatMap((table) =>
      tableParts(table).map((part) => ({ layout: 'body' as const, table: part, sources: [] })),
    ),
  ].map((one) => ({ ...shared, picture: false, ...one }))
  // A page of one table alone needs no empty slide before it.
  const slides = !picture && !main.chart && !main.text && further.length > 0 ? further : [main, ...further]
  return slides.map((slide, at) => ({
    ...slide,
    id: at === 0 ? page.id : `${page.id}/${at + 1}`,
    title: at === 0 ? page.title : `${page.title}（${at + 1}）`,
    ...(at === 0 && page.notes ? { notes: page.notes } : {}),
  }))
}

const sourcesOf = (points: readonly HandoutPoint[]) => [...new Set(points.flatMap(({ sources }) => sources))]

/** Returns the points in parts that fit the box, at the largest size at which the first part holds most of them. */
export function fitText(points: readonly HandoutPoint[], { width, height }: Box): FittedText[] {
  if (points.length === 0) return []
  const [across, down] = [width / emuPerPoint - 24, height / emuPerPoint - 10]
  const heightOf = ({ text, detail }: HandoutPoint, size: number) => {
    const own = lineCount(text, size, across) * size
    const small = detail ? lineCount(detail, size - 4, across) * (size - 4) : 0
    return (own + small) * lineHeight + size * 0.4
  }
  const whole = (size: number) => points.reduce((sum, point) => sum + heightOf(point, size), 0)
  const size = textSizes.find((each) => whole(each) <= down) ?? textSizes[textSizes.length - 1] ?? 13
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

function tableParts(table: HandoutTable): { table: HandoutTable; from: number; to: number }[] {
  const count = Math.max(1, Math.ceil(table.rows.length / mostTableRows))
  const each = Math.ceil(table.rows.length / count)
  return Array.from({ length: count }, (_, at) => ({
    table,
    from: at * each,
    to: Math.min(table.rows.length, (at + 1) * each),
  }))
}
