import { createMemo } from 'solid-js'
import type { Indicator } from '../../../data/schema'
import { type Chart, withMarks } from '../../model/statistics/chart'
import { indicatorChart, indicatorYearMarks } from '../../model/statistics/indicator-chart'
import { indicatorSeries } from '../../model/statistics/indicators'
import { seriesYears } from '../../model/years'
import { useApp } from '../context'
import { ChartFigure } from './chart-figure'
import { ChartView } from './chart-view'
import { openIndicator } from './open'

const imageWidth = 1000

/** The indicators as small multiples. */
export function IndicatorsChart(props: { indicators: readonly Indicator[]; width: number }) {
  const app = useApp()
  const years = seriesYears(app.region.years)
  const all = createMemo(() => props.indicators.map(indicatorSeries))
  const year = () => {
    const asked = app.filter().years
    return asked && asked.from === asked.to ? asked.to : undefined
  }
  const chart = (width: number): Chart =>
    indicatorChart(all(), years, width, {
      name: ({ indicator }) => (indicator.unit ? `${indicator.name}（${indicator.unit}）` : indicator.name),
      required: ({ indicator }) =>
        app.t('statistics.indicators.required', { requirement: indicator.requirement, group: indicator.task }),
    })
  const onPage = createMemo(() => chart(props.width))
  const marks = (width: number) => indicatorYearMarks(all().length, years, width, year())
  const title = () => app.t('statistics.indicators.title', { count: props.indicators.length })
  const table = () => ({
    header: [
      app.t('statistics.no'),
      app.t('statistics.indicator'),
      app.t('statistics.unitColumn'),
      app.t('statistics.requirement'),
      app.t('statistics.baseline'),
      ...years.slice(1).map(String),
    ],
    rows: all().map(({ indicator, points }) => [
      String(indicator.no),
      indicator.name,
      indicator.unit,
      indicator.requirement,
      ...years.map((each) => points.find((point) => point.year === each)?.text ?? ''),
    ]),
    open: (row: number) => openIndicator(app, String(all()[row]?.indicator.no)),
  })
  return (
    <ChartFigure
      native="indicators"
      title={title()}
      note={app.t('statistics.indicators.note')}
      unit={app.t('statistics.indicators.unit')}
      sources={[...new Set(props.indicators.flatMap(({ sources }) => sources.map(({ id }) => id)))]}
      table={table()}
      image={() => withMarks(chart(imageWidth), marks(imageWidth))}
    >
      <ChartView chart={onPage()} marks={marks(props.width)} label={title()} onMark={(no) => openIndicator(app, no)} />
    </ChartFigure>
  )
}
