/** Charts of handouts as drawings, for paper: bars that lie, or a line of dots for each series. Pure. */
import { type Chart, fitted, type Shape, type Tone, textWidth } from '../statistics/chart'
import { type ChartImage, chartSvg } from '../statistics/chart-svg'
import type { HandoutChart } from './handout'

const barsWidth = 660
const linesWidth = 330
const row = 24
const lineHeight = 150
const size = 12

/** Returns the drawing of a chart. */
export function chartDrawing(chart: HandoutChart): ChartImage {
  const title = chart.unit ? `${chart.title}（${chart.unit}）` : chart.title
  const drawn = chart.kind === 'bar' ? bars(chart) : lines(chart)
  return chartSvg(drawn, fitted(title, 18, drawn.width), [])
}

const text = (x: number, y: number, words: string, tone: Tone, anchor?: 'middle' | 'end'): Shape => ({
  ...{ kind: 'text', x, y, text: words, size, tone },
  ...(anchor ? { anchor } : {}),
})

function bars({ categories, series }: HandoutChart): Chart {
  const names = Math.min(240, Math.max(...categories.map((name) => textWidth(name, size))) + 12)
  const values = series.flatMap((one) => one.values).filter((value) => value !== undefined)
  const most = Math.max(1, ...values)
  const room = barsWidth - names - 80
  const shapes = categories.flatMap((name, at): Shape[] =>
    series.flatMap(({ values: [...own] }, lane): Shape[] => {
      const y = (at * series.length + lane) * row
      const value = own[at]
      const width = value === undefined ? 0 : Math.max(1, (room * value) / most)
      return [
        ...(lane === 0 ? [text(names - 8, y + 16, fitted(name, size, names - 8), 'ink', 'end')] : []),
        ...(value === undefined
          ? []
          : [
              { kind: 'rect' as const, x: names, y: y + 4, width, height: row - 8, tone: 'bar' as const },
              text(names + width + 6, y + 16, String(value), 'ink'),
            ]),
      ]
    }),
  )
  return { width: barsWidth, height: categories.length * series.length * row, shapes }
}

const tones: readonly Tone[] = ['quiet', 'accent', 'bar', 'ink']

function lines({ categories, series }: HandoutChart): Chart {
  const values = series.flatMap((one) => one.values).filter((value) => value !== undefined)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const step = (linesWidth - 40) / Math.max(1, categories.length - 1)
  const xAt = (at: number) => 20 + at * step
  const yAt = (value: number) => 24 + (lineHeight - 64) * (most === least ? 0.5 : (most - value) / (most - least))
  const years = categories.map((name, at) => text(xAt(at), lineHeight - 22, name, 'quiet', 'middle'))
  const drawn = series.flatMap(({ values: own }, index): Shape[] => {
    const tone = tones[index % tones.length] ?? 'ink'
    const points = own.flatMap((value, at) => (value === undefined ? [] : [{ x: xAt(at), y: yAt(value), value }]))
    return [
      ...points.slice(1).map((point, at): Shape => {
        const before = points[at] ?? point
        return { kind: 'line', x1: before.x, y1: before.y, x2: point.x, y2: point.y, tone, width: 1.5 }
      }),
      ...points.flatMap(({ x, y, value }): Shape[] => [
        { kind: 'dot', x, y, radius: 3, tone },
        text(x, y - 8, String(value), 'ink', 'middle'),
      ]),
    ]
  })
  const legend = series.map(({ name }, index): Shape[] => {
    const x = 20 + index * 110
    return [
      { kind: 'dot', x, y: lineHeight - 6, radius: 3, tone: tones[index % tones.length] ?? 'ink' },
      text(x + 8, lineHeight - 2, fitted(name, size, 96), 'quiet'),
    ]
  })
  return { width: linesWidth, height: lineHeight, shapes: [...years, ...drawn, ...legend.flat()] }
}
