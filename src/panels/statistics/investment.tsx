import { createMemo, createSignal, For } from 'solid-js'
import type { Project } from '../../../data/schema'
import { money } from '../../model/money'
import { number } from '../../model/numbers'
import type { PlanRecord } from '../../model/record'
import type { Chart } from '../../model/statistics/chart'
import { investmentChart } from '../../model/statistics/charts'
import { type InvestmentDimension, investmentBy, investmentDimensions } from '../../model/statistics/projects'
import { useApp } from '../context'
import { ChartFigure } from './chart-figure'
import { ChartView } from './chart-view'

const imageWidth = 800

/** Money by category, programme, lead or place. */
export function InvestmentChart(props: { record: PlanRecord; projects: readonly Project[]; width: number }) {
  const app = useApp()
  const [by, setBy] = createSignal<InvestmentDimension>('category')
  const rows = createMemo(() => investmentBy(props.record, props.projects, by()))
  const title = () => app.t('statistics.money.title', { by: app.t(`statistics.money.${by()}`) })
  const sum = () => props.projects.reduce((total, { investmentWan = 0 }) => total + investmentWan, 0)
  const note = () => {
    const whole = app.t('statistics.money.whole', {
      count: props.projects.length,
      sum: money(sum(), app.language()),
    })
    return rows().some(({ shared }) => shared > 0) ? `${whole}${app.t('statistics.money.shared')}` : whole
  }
  const chart = (width: number): Chart =>
    investmentChart(rows(), width, {
      label: ({ label, labelEn }) => (app.language() === 'en' ? labelEn : label),
      money: ({ investmentWan }) => money(investmentWan, app.language()),
      tick: (wan) => number(wan / 10_000, app.language(), 1),
    })
  const onPage = createMemo(() => chart(props.width))
  const table = () => ({
    header: [app.t(`statistics.money.${by()}`), app.t('statistics.count'), app.t('statistics.investment')],
    rows: rows().map(({ label, labelEn, projects, investmentWan }) => [
      app.language() === 'en' ? labelEn : label,
      projects,
      investmentWan,
    ]),
  })
  return (
    <ChartFigure
      native={{ bars: 2 }}
      title={title()}
      note={note()}
      unit={app.t('statistics.money.unit')}
      sources={[...new Set(props.projects.flatMap(({ sources }) => sources.map(({ id }) => id)))]}
      table={table()}
      image={() => chart(imageWidth)}
      controls={<DimensionChoice by={by()} onChoose={setBy} />}
    >
      <ChartView chart={onPage()} label={title()} />
    </ChartFigure>
  )
}

function DimensionChoice(props: { by: InvestmentDimension; onChoose: (by: InvestmentDimension) => void }) {
  const app = useApp()
  return (
    <label class="chart-by">
      {app.t('statistics.money.by')}
      <select
        value={props.by}
        onChange={(event) => {
          const chosen = investmentDimensions.find((each) => each === event.currentTarget.value)
          if (chosen) props.onChoose(chosen)
        }}
      >
        <For each={investmentDimensions}>
          {(each) => <option value={each}>{app.t(`statistics.money.${each}`)}</option>}
        </For>
      </select>
    </label>
  )
}
