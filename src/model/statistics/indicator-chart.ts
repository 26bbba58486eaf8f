/** The indicators as small multiples: a line for numeric targets, text for targets in words. */
import { type Chart, fitted, lines, type Shape, textWidth } from './chart'
import { type IndicatorPoint, type IndicatorSeries, phraseRuns } from './indicators'

const cell = { least: 200, height: 148, gap: 16, plotTop: 62, plotHeight: 52 } as const

/** The texts of a cell of the indicator chart. */
export interface IndicatorWords {
  name: (series: IndicatorSeries) => string
  required: (series: IndicatorSeries) => string
}

/** Returns one cell for each indicator, in as many columns as fit into `width` CSS pixels. */
export function indicatorChart(
  all: readonly IndicatorSeries[],
  years: readonly number[],
  width: number,
  words: IndicatorWords,
): Chart {
  const { columns, place, cellWidth } = grid(width)
  const shapes = all.flatMap((series, at) => cellShapes(series, { ...place(at), width: cellWidth, years }, words))
  return { width, height: Math.ceil(all.length / columns) * (cell.height + cell.gap) - cell.gap / 2, shapes }
}

/** Returns the chosen year as a line in every cell; empty if it is not in the chart. */
export function indicatorYearMarks(
  count: number,
  years: readonly number[],
  width: number,
  year: number | undefined,
): Shape[] {
  if (year === undefined || !years.includes(year)) return []
  const { place, cellWidth } = grid(width)
  return Array.from({ length: count }, (_, at) => place(at)).flatMap(({ x, y }): Shape[] => {
    const [across, base] = [yearX({ x, width: cellWidth, years }, year), y + axisTop]
    const inside = year !== years[0] && year !== years.at(-1)
    return [
      { kind: 'line', x1: across, y1: y + cell.plotTop - 4, x2: across, y2: base, tone: 'accent', dashed: true },
      ...(inside
        ? [
            {
              kind: 'text',
              x: across,
              y: base + 15,
              text: String(year),
              size: 12,
              tone: 'accent',
              anchor: 'middle',
            } as const,
          ]
        : []),
    ]
  })
}

function grid(width: number) {
  const columns = Math.max(1, Math.floor((width + cell.gap) / (cell.least + cell.gap)))
  const cellWidth = (width - (columns - 1) * cell.gap) / columns
  const place = (at: number) => ({
    x: (at % columns) * (cellWidth + cell.gap),
    y: cell.gap / 2 + Math.floor(at / columns) * (cell.height + cell.gap),
  })
  return { columns, cellWidth, place }
}

/** One indicator's place in the chart, in pixels, and the years on its axis. */
interface Cell {
  x: number
  y: number
  width: number
  years: readonly number[]
}

function cellShapes(series: IndicatorSeries, place: Cell, words: IndicatorWords): Shape[] {
  const { x, y, width } = place
  const mark = String(series.indicator.no)
  const named = `${mark}${series.indicator.conflict ? '※' : ''} ${words.name(series)}`
  const title = lines(named, 13, width, 2).map(
    (text, line): Shape => ({ kind: 'text', x, y: y + 14 + line * 17, text, size: 13, tone: 'ink', bold: true, mark }),
  )
  const under = fitted(words.required(series), 12, width)
  return [
    { kind: 'line', x1: x, y1: y - 6, x2: x + width, y2: y - 6, tone: 'line' },
    ...title,
    { kind: 'text', x, y: y + 49, text: under, size: 12, tone: 'quiet' },
    ...axisShapes(place),
    ...(series.measured ? lineShapes(series, place) : phraseShapes(series, place)),
  ]
}

const yearX = ({ x, width, years }: Omit<Cell, 'y'>, year: number) =>
  x + 8 + ((width - 16) * (year - (years[0] ?? year))) / Math.max(1, years.length - 1)

const axisTop = cell.plotTop + cell.plotHeight + 8

function axisShapes({ x, y, width, years }: Cell): Shape[] {
  const base = y + axisTop
  const [first, last] = [String(years[0]), String(years.at(-1))]
  return [
    { kind: 'line', x1: x, y1: base, x2: x + width, y2: base, tone: 'line' },
    { kind: 'text', x, y: base + 15, text: first, size: 12, tone: 'quiet' },
    { kind: 'text', x: x + width, y: base + 15, text: last, size: 12, tone: 'quiet', anchor: 'end' },
  ]
}

/**
 * Each cell has a scale of its own that need not start at zero; labels at the first and last point state their values.
 */
function lineShapes({ points, required, range }: IndicatorSeries, place: Cell): Shape[] {
  const { x, y, width } = place
  const [low, high] = range ?? [0, 1]
  const span = high - low || 1
  const flat = high === low
  const height = (value: number) =>
    y + cell.plotTop + 12 + (flat ? 0.5 : 1 - (value - low) / span) * (cell.plotHeight - 16)
  const at = ({ year, value = 0 }: IndicatorPoint) => ({ x: yearX(place, year), y: height(value) })
  const known = points.filter(({ value }) => value !== undefined)
  const shapes: Shape[] = []
  if (required) {
    const level = height(required.value)
    shapes.push({ kind: 'line', x1: x, y1: level, x2: x + width, y2: level, tone: 'quiet', dashed: true })
  }
  for (const [index, point] of known.entries()) {
    const next = known[index + 1]
    if (!next || point.baseline || isBound(point) || isBound(next)) continue
    const [from, to] = [at(point), at(next)]
    shapes.push({ kind: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, tone: 'ink', width: 1.5 })
  }
  for (const point of known) {
    const spot = at(point)
    if (point.op === '>' || point.op === '>=') shapes.push({ kind: 'arrow', ...spot, up: true, tone: 'ink' })
    else if (point.op === '<' || point.op === '<=') shapes.push({ kind: 'arrow', ...spot, up: false, tone: 'ink' })
    else shapes.push({ kind: 'dot', ...spot, radius: 3.5, tone: 'ink', hollow: point.baseline })
  }
  return [...shapes, ...endLabels(points, known, at, x, width)]
}

/** A bound is no level, so no line runs through it. */
const isBound = ({ op }: IndicatorPoint) => op !== undefined && op !== '='

/** The baseline and the last target in words, above their points. */
function endLabels(
  points: readonly IndicatorPoint[],
  known: readonly IndicatorPoint[],
  at: (point: IndicatorPoint) => { x: number; y: number },
  x: number,
  width: number,
): Shape[] {
  const first = points[0]
  const last = known.at(-1)
  const shapes: Shape[] = []
  const above = (point: IndicatorPoint) => (known.includes(point) ? at(point).y - 7 : at(last ?? point).y - 7)
  if (first)
    shapes.push({
      kind: 'text',
      x,
      y: above(first),
      text: fitted(shortened(first.text), 12, width * 0.6),
      size: 12,
      tone: 'quiet',
    })
  if (last && last !== first)
    shapes.push({
      kind: 'text',
      x: x + width,
      y: at(last).y - 7,
      text: last.text,
      size: 12,
      tone: 'ink',
      anchor: 'end',
    })
  return shapes
}

/** What the table says in brackets is left to it. */
const shortened = (text: string) => text.replace(/（.*）$/, '')

/** Words stand on the years they are said for. */
function phraseShapes({ points }: IndicatorSeries, place: Cell): Shape[] {
  const { x, y, width } = place
  const runs = phraseRuns(points)
  const height = Math.min(24, (cell.plotHeight + 4) / runs.length - 2)
  return runs.flatMap(({ from, to, text }, line): Shape[] => {
    const top = y + cell.plotTop - 4 + line * (height + 2)
    const [left, right] = [yearX(place, from) - 6, yearX(place, to) + 6]
    const room = width - 12
    const shown = fitted(text, 12, room)
    const start = Math.max(x, Math.min(left + 4, x + width - textWidth(shown, 12) - 4))
    return [
      { kind: 'rect', x: left, y: top, width: right - left, height, tone: 'sunk' },
      { kind: 'text', x: start, y: top + height / 2 + 4, text: shown, size: 12, tone: 'ink' },
    ]
  })
}
