import { release } from 'virtual:yulan-assets'
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import type { TakenChart } from '../../model/handout/taken-chart'
import type { Chart } from '../../model/statistics/chart'
import { chartSvg } from '../../model/statistics/chart-svg'
import { AddButton } from '../briefing/add-button'
import { useApp } from '../context'
import { ChartTable, type TableData } from './chart-table'

/** What a chart shows and how it is exported. */
export interface ChartFigureProps {
  title: string
  /** How to read it. */
  note: string
  unit: string
  /** Ids of the documents. */
  sources: readonly string[]
  table: TableData
  /** The chart for the image, as wide as an image should be. */
  image: () => Chart
  /** The chart on the page; where it is itself a table, `table` is only taken along. */
  children: JSX.Element
  selfTable?: boolean
  /** What a deck draws as a native chart. */
  native?: TakenChart['native']
  controls?: JSX.Element
}

/** A chart with its title in words, its table, its unit and source, and the way to take it along. */
export function ChartFigure(props: ChartFigureProps) {
  const app = useApp()
  const titleId = createUniqueId()
  const [asTable, setAsTable] = createSignal(false)
  const sources = () =>
    app.t('statistics.source', {
      sources: props.sources
        .map((id) => app.record()?.sourceById.get(id))
        .map((source) => (source ? `${app.language() === 'en' ? source.titleEn : source.title}（${source.date}）` : ''))
        .join('；'),
    })
  const unit = () => app.t('statistics.unit', { unit: props.unit })
  const image = () =>
    chartSvg(props.image(), props.title, [
      unit(),
      sources(),
      `${app.t('statistics.footer', { date: release })} · ${app.t('app.asOf', { date: app.today })}`,
    ])
  const takeAlong = () => {
    const { title, note, sources, table, native } = props
    const { header, rows } = table
    app.actions.exportThis({
      chart: { ...{ title, note, unit: props.unit, sources, header, rows, native }, image: image() },
    })
  }
  return (
    <section class="chart-section" aria-labelledby={titleId}>
      <h3 id={titleId}>{props.title}</h3>
      <p class="quiet">{props.note}</p>
      <div class="chart-tools">
        {props.controls}
        <Show when={!props.selfTable}>
          <ViewSwitch title={props.title} asTable={asTable()} onChange={setAsTable} />
        </Show>
        <span class="chart-downloads">
          <AddButton title={props.title} />
          <button
            type="button"
            class="text-button"
            aria-label={app.t('statistics.export', { title: props.title })}
            onClick={takeAlong}
          >
            {app.t('export.open')}
          </button>
        </span>
      </div>
      <Show when={asTable()} fallback={props.children}>
        <ChartTable data={props.table} label={props.title} />
      </Show>
      <p class="quiet">
        {unit()} · {sources()}
      </p>
    </section>
  )
}

function ViewSwitch(props: { title: string; asTable: boolean; onChange: (asTable: boolean) => void }) {
  const app = useApp()
  return (
    <fieldset class="chart-switch" aria-label={app.t('statistics.view', { title: props.title })}>
      <button type="button" class="button" aria-pressed={!props.asTable} onClick={() => props.onChange(false)}>
        {app.t('statistics.chart')}
      </button>
      <button type="button" class="button" aria-pressed={props.asTable} onClick={() => props.onChange(true)}>
        {app.t('statistics.table')}
      </button>
    </fieldset>
  )
}
