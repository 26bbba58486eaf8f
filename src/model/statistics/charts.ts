/** The charts of project schedules and investment, and the matrix as an image. */
import { type Chart, fitted, roundStep, type Shape, textWidth } from './chart'
import { type Matrix, numbersText, solidOf, sumOf } from './matrix'
import type { InvestmentRow, ScheduleRow } from './projects'

/** The texts of a row of the schedule chart. */
export interface ScheduleWords {
  name: (row: ScheduleRow) => string
  /** Lead and place, the quiet second line. */
  under: (row: ScheduleRow) => string
  money: (row: ScheduleRow) => string
}

const scheduleRowPixels = 38
const scheduleHeadPixels = 30
/** All lanes together. */
const scheduleBarPixels = 18

/**
 * Returns one row for each project: solid bars for single years, hatched ones for cells that span years without
 * telling them apart.
 */
export function scheduleChart(
  groups: readonly { category: string; rows: readonly ScheduleRow[] }[],
  years: readonly number[],
  width: number,
  words: ScheduleWords,
): Chart {
  const columns = scheduleColumns(years, width)
  const shapes: Shape[] = []
  let y = 0
  for (const { category, rows } of groups) {
    shapes.push(...scheduleHead(category, y, columns))
    y += scheduleHeadPixels
    for (const row of rows) {
      shapes.push(...scheduleRow(row, y, columns, words))
      y += scheduleRowPixels
    }
    y += 10
  }
  return { width, height: y, shapes }
}

/** Returns the chosen year as a column behind the bars; empty if it is not in the chart. */
export function scheduleYearMarks(
  { width, height }: Chart,
  years: readonly number[],
  year: number | undefined,
): Shape[] {
  if (year === undefined || !years.includes(year)) return []
  const { step, yearX } = scheduleColumns(years, width)
  return [{ kind: 'rect', x: yearX(year), y: 0, width: step, height, tone: 'sunk' }]
}

interface ScheduleColumns {
  years: readonly number[]
  width: number
  nameWidth: number
  /** Pixels a year. */
  step: number
  yearX: (year: number) => number
}

function scheduleColumns(years: readonly number[], width: number): ScheduleColumns {
  const moneyWidth = 88
  const nameWidth = Math.max(130, Math.min(330, width * 0.46))
  const left = nameWidth + 12
  const step = (width - left - moneyWidth) / years.length
  return { years, width, nameWidth, step, yearX: (year) => left + (year - (years[0] ?? year)) * step }
}

function scheduleHead(category: string, y: number, { years, width, nameWidth, yearX, step }: ScheduleColumns): Shape[] {
  const size = step < 34 ? 11 : 12
  return [
    { kind: 'text', x: 0, y: y + 20, text: fitted(category, 13, nameWidth), size: 13, tone: 'ink', bold: true },
    ...years.map(
      (each): Shape => ({
        kind: 'text',
        x: yearX(each) + step / 2,
        y: y + 20,
        text: step < 30 ? String(each).slice(2) : String(each),
        size,
        tone: 'quiet',
        anchor: 'middle',
      }),
    ),
    { kind: 'line', x1: 0, y1: y + scheduleHeadPixels - 3, x2: width, y2: y + scheduleHeadPixels - 3, tone: 'quiet' },
  ]
}

function scheduleRow(
  row: ScheduleRow,
  y: number,
  { width, nameWidth, yearX, step }: ScheduleColumns,
  words: ScheduleWords,
): Shape[] {
  const mark = row.project.id
  const height = scheduleBarPixels / row.lanes
  const bars = row.bars.flatMap(({ from, to, lane }): Shape[] => {
    const bar = {
      kind: 'rect',
      x: yearX(from) + 1,
      y: y + 9 + lane * height,
      width: (to - from + 1) * step - 2,
      height: height - 1,
      mark,
    } as const
    const isSpanning = to > from
    // Hatching alone would leave a thin bar without an edge.
    return [...(isSpanning ? [{ ...bar, tone: 'line' } as const] : []), { ...bar, tone: 'bar', hatched: isSpanning }]
  })
  return [
    { kind: 'text', x: 0, y: y + 15, text: fitted(words.name(row), 13, nameWidth), size: 13, tone: 'ink', mark },
    { kind: 'text', x: 0, y: y + 31, text: fitted(words.under(row), 12, nameWidth), size: 12, tone: 'quiet', mark },
    ...bars,
    { kind: 'text', x: width, y: y + 22, text: words.money(row), size: 12, tone: 'ink', anchor: 'end' },
    { kind: 'line', x1: 0, y1: y + scheduleRowPixels - 1, x2: width, y2: y + scheduleRowPixels - 1, tone: 'line' },
  ]
}

const barRowPixels = 26

/** Returns a bar chart from zero, with the value behind each bar. */
export function investmentChart(
  rows: readonly InvestmentRow[],
  width: number,
  words: {
    label: (row: InvestmentRow) => string
    money: (row: InvestmentRow) => string
    tick: (wan: number) => string
  },
): Chart {
  const labelWidth = Math.max(110, Math.min(220, width * 0.34))
  const valueWidth = Math.max(60, ...rows.map((row) => textWidth(words.money(row), 12))) + 8
  const room = Math.max(40, width - labelWidth - valueWidth - 8)
  const most = Math.max(1, ...rows.map(({ investmentWan }) => investmentWan))
  const step = roundStep(most, 4)
  const bottom = rows.length * barRowPixels
  const x = (wan: number) => labelWidth + 8 + (room * wan) / most
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step)
  return {
    width,
    height: bottom + 22,
    shapes: [
      ...ticks.flatMap((wan): Shape[] => [
        { kind: 'line', x1: x(wan), y1: 0, x2: x(wan), y2: bottom, tone: 'line' },
        { kind: 'text', x: x(wan), y: bottom + 16, text: words.tick(wan), size: 12, tone: 'quiet', anchor: 'middle' },
      ]),
      ...rows.flatMap((row, at): Shape[] => {
        const y = at * barRowPixels
        const end = x(row.investmentWan)
        return [
          {
            kind: 'text',
            x: labelWidth,
            y: y + 17,
            text: fitted(words.label(row), 13, labelWidth),
            size: 13,
            tone: 'ink',
            anchor: 'end',
            mark: row.key,
          },
          { kind: 'rect', x: x(0), y: y + 5, width: Math.max(1, end - x(0)), height: 16, tone: 'bar', mark: row.key },
          { kind: 'text', x: end + 6, y: y + 17, text: words.money(row), size: 12, tone: 'ink' },
        ]
      }),
    ],
  }
}

/**
 * Returns the matrix for an exported image; the page shows it as a table. A cell's square is as large as its share of
 * the largest: dark for solid plans, pale around it for shared ones.
 */
export function matrixChart(
  { districts, rows, most }: Matrix,
  words: { district: (at: number) => string; theme: (at: number) => string },
): Chart {
  const [left, top, step, height] = [96, 30, 102, 30] as const
  return {
    width: left + districts.length * step,
    height: top + rows.length * height,
    shapes: [
      ...districts.map(
        (_, at): Shape => ({
          kind: 'text',
          x: left + (at + 0.5) * step,
          y: 18,
          text: fitted(words.district(at), 12, step - 4),
          size: 12,
          tone: 'quiet',
          anchor: 'middle',
        }),
      ),
      ...rows.flatMap(({ cells }, row): Shape[] => [
        {
          kind: 'text',
          x: 0,
          y: top + row * height + 20,
          text: fitted(words.theme(row), 13, left - 6),
          size: 13,
          tone: 'ink',
        },
        ...cells.flatMap((numbers, column): Shape[] => {
          const x = left + column * step
          const y = top + row * height
          const square = (count: number, tone: 'bar' | 'line'): Shape => {
            const side = 22 * Math.sqrt(count / most)
            return { kind: 'rect', x: x + 14 - side / 2, y: y + 15 - side / 2, width: side, height: side, tone }
          }
          const tone = solidOf(numbers) > 0 ? 'ink' : 'quiet'
          return [
            square(sumOf(numbers), 'line'),
            square(solidOf(numbers), 'bar'),
            { kind: 'text', x: x + 32, y: y + 20, text: numbersText(numbers), size: 12, tone },
          ]
        }),
      ]),
    ],
  }
}
