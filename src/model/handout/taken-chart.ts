/** One chart of 统计 as it is taken along. Pure. */
import type { ChartImage } from '../statistics/chart-svg'
import type { View } from '../view'
import { type Citations, type HandoutContext, textIn } from './context'
import type { HandoutCell, HandoutChart, HandoutPage } from './handout'
import { indicatorLine } from './tables'

/** A chart as the page shows it: its rows, its drawing, and what a deck may draw as a native chart. */
export interface TakenChart {
  title: string
  /** How to read it. */
  note: string
  unit: string
  /** Ids of the documents. */
  sources: readonly string[]
  header: readonly string[]
  rows: readonly (readonly HandoutCell[])[]
  image: ChartImage
  /** The column of numbers that a deck draws as bars, or that there is a line for each indicator. */
  native?: { bars: number } | 'indicators'
}

/** Returns the page of a chart. */
export function chartPage(chart: TakenChart, view: View, context: HandoutContext, citations: Citations): HandoutPage {
  const { title, note, unit, header, rows } = chart
  const isNumeric = (at: number) => rows.every((row) => row[at] === undefined || typeof row[at] === 'number')
  const sources = chart.sources.flatMap((id) => {
    const source = context.record.sourceById.get(id)
    if (!source) return []
    const text = context.language === 'en' ? source.titleEn : `《${source.title}》`
    return citations.at(`${text}（${source.date}）`)
  })
  return {
    id: 'chart',
    title,
    points: [note, textIn(context)('handout.chartUnit', { unit })].map((text) => ({ text, sources })),
    tables: [
      {
        title,
        columns: header.map((text, at) => ({ title: text, kind: isNumeric(at) ? 'number' : 'text' })),
        rows,
        sources: rows.map(() => sources),
      },
    ],
    charts: nativeCharts(chart, context),
    drawing: chart.image,
    link: context.addressOf(view),
  }
}

function nativeCharts({ native, title, unit, header, rows }: TakenChart, context: HandoutContext): HandoutChart[] {
  if (native === undefined) return []
  if (native === 'indicators')
    return context.details.indicators.flatMap((indicator) => indicatorLine(indicator, context) ?? [])
  const values = rows.map((row) => row[native.bars])
  return [
    {
      kind: 'bar',
      title,
      unit,
      categories: rows.map(([category]) => String(category ?? '')),
      series: [
        {
          name: header[native.bars] ?? '',
          values: values.map((value) => (typeof value === 'number' ? value : undefined)),
        },
      ],
    },
  ]
}
