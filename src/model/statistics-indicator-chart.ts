/** The indicators as small multiples: a line where targets are numbers, words where they are words. */
import { type Chart, fitted, lines, type Shape, textWidth } from './chart'
import { type IndicatorPoint, type IndicatorSeries, phraseRuns, seriesYears } from './statistics-indicators'

const cell = { least: 200, height: 148, gap: 16, plotTop: 62, plotHeight: 52 } as const

export interface IndicatorWords {
  name: (series: IndicatorSeries) => string
  group: (series: IndicatorSeries) => string
  required: (series: IndicatorSeries) => string
}

/** `year` is set off in every cell. */
export function indicatorChart(
  all: readonly IndicatorSeries[],
  width: number,
  words: IndicatorWords,
  year: number | undefined,
): Chart {
  const columns = Math.max(1, Math.floor((width + cell.gap) / (cell.least + cell.gap)))
  const cellWidth = (width - (columns - 1) * cell.gap) / columns
  const shapes = all.flatMap((series, at) => {
    const x = (at % columns) * (cellWidth + cell.gap)
    const y = cell.gap / 2 + Math.floor(at / columns) * (cell.height + cell.gap)
    return cellShapes(series, x, y, cellWidth, words, year)
  })
  return { width, height: Math.ceil(all.length / columns) * (cell.height + cell.gap) - cell.gap / 2, shapes }
}

function cellShapes(
  series: IndicatorSeries,
  x: number,
  y: number,
  width: number,
  words: IndicatorWords,
  year: number | undefined,
): Shape[] {
  const mark = String(series.indicator.no)
  const named = `${mark} ${words.name(series)}${series.indicator.conflict ? ' ※' : ''}`
  const title = lines(named, 13, width, 2).map(
    (text, line): Shape => ({ kind: 'text', x, y: y + 14 + line * 17, text, size: 13, tone: 'ink', bold: true, mark }),
  )
  const under = fitted(words.required(series), 12, width)
  return [
    { kind: 'line', x1: x, y1: y - 6, x2: x + width, y2: y - 6, tone: 'line' },
    ...title,
    { kind: 'text', x, y: y + 49, text: under, size: 12, tone: 'quiet' },
    ...yearShapes(x, y, width, year),
    ...(series.measured ? lineShapes(series, x, y, width) : phraseShapes(series, x, y, width)),
  ]
}

const yearX = (x: number, width: number, year: number) =>
  x + 8 + ((width - 16) * (year - (seriesYears[0] ?? 0))) / (seriesYears.length - 1)

function yearShapes(x: number, y: number, width: number, year: number | undefined): Shape[] {
  const base = y + cell.plotTop + cell.plotHeight + 8
  const named = seriesYears.filter((each) => each === seriesYears[0] || each === seriesYears.at(-1) || each === year)
  const shapes: Shape[] = [{ kind: 'line', x1: x, y1: base, x2: x + width, y2: base, tone: 'line' }]
  if (year !== undefined && seriesYears.includes(year)) {
    const at = yearX(x, width, year)
    shapes.push({ kind: 'line', x1: at, y1: y + cell.plotTop - 4, x2: at, y2: base, tone: 'accent', dashed: true })
  }
  for (const each of named)
    shapes.push({
      kind: 'text',
      x: each === seriesYears[0] ? x : each === seriesYears.at(-1) ? x + width : yearX(x, width, each),
      y: base + 15,
      text: String(each),
      size: 12,
      tone: each === year ? 'accent' : 'quiet',
      anchor: each === seriesYears[0] ? undefined : each === seriesYears.at(-1) ? 'end' : 'middle',
    })
  return shapes
}

/** The scale of each cell is its own and does not start at nought; the text beside first and last point says the value. */
function lineShapes({ points, required, range }: IndicatorSeries, x: number, y: number, width: number): Shape[] {
  const [low, high] = range ?? [0, 1]
  const span = high - low || 1
  const flat = high === low
  const height = (value: number) =>
    y + cell.plotTop + 12 + (flat ? 0.5 : 1 - (value - low) / span) * (cell.plotHeight - 16)
  const at = ({ year, value = 0 }: IndicatorPoint) => ({ x: yearX(x, width, year), y: height(value) })
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
    const place = at(point)
    if (point.op === '>' || point.op === '>=') shapes.push({ kind: 'arrow', ...place, up: true, tone: 'ink' })
    else if (point.op === '<' || point.op === '<=') shapes.push({ kind: 'arrow', ...place, up: false, tone: 'ink' })
    else shapes.push({ kind: 'dot', ...place, radius: 3.5, tone: 'ink', hollow: point.baseline })
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
function phraseShapes({ points }: IndicatorSeries, x: number, y: number, width: number): Shape[] {
  const runs = phraseRuns(points)
  const height = Math.min(24, (cell.plotHeight + 4) / runs.length - 2)
  return runs.flatMap(({ from, to, text }, line): Shape[] => {
    const top = y + cell.plotTop - 4 + line * (height + 2)
    const [left, right] = [yearX(x, width, from) - 6, yearX(x, width, to) + 6]
    const room = width - 12
    const shown = fitted(text, 12, room)
    const start = Math.max(x, Math.min(left + 4, x + width - textWidth(shown, 12) - 4))
    return [
      { kind: 'rect', x: left, y: top, width: right - left, height, tone: 'sunk' },
      { kind: 'text', x: start, y: top + height / 2 + 4, text: shown, size: 12, tone: 'ink' },
    ]
  })
}
