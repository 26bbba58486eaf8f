import { release } from 'virtual:yulan-assets'
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { toCsv } from '../../../data/csv'
import { PartError } from '../../model/part'
import type { Chart } from '../../model/statistics/chart'
import { chartSvg } from '../../model/statistics/chart-svg'
import { AddButton } from '../briefing/add-button'
import { useApp } from '../context'
import { ChartTable, type TableData } from './chart-table'

/** What a chart shows and how it is exported. */
export interface ChartFigureProps {
  /** Short, for file names: letters only. */
  id: string
  title: string
  /** How to read it. */
  note: string
  unit: string
  /** Ids of the documents. */
  sources: readonly string[]
  table: TableData
  /** The chart for the image, as wide as an image should be. */
  image: () => Chart
  /** The chart on the page; where it is itself a table, `table` only serves the download. */
  children: JSX.Element
  selfTable?: boolean
  controls?: JSX.Element
}

/** A chart with its title in words, its table, its unit and source, and downloads of image and rows. */
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
  const save = async (format: 'svg' | 'png' | 'csv') => {
    const name = `yulan-${props.id}-${release}.${format}`
    if (format === 'csv') return app.services.saveFile(name, toCsv(props.table.header, props.table.rows), 'text/csv')
    if (format === 'svg') return app.services.saveFile(name, image().svg, 'image/svg+xml')
    try {
      app.services.saveFile(name, await app.services.pngOf(image()), 'image/png')
    } catch (error) {
      if (error instanceof PartError) app.services.lostPart(() => save(format))
      else app.actions.notify('statistics.pngFailed')
    }
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
          <Download format="svg" title={props.title} onSave={save} />
          <Download format="png" title={props.title} onSave={save} />
          <Download format="csv" title={props.title} onSave={save} />
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

type Format = 'svg' | 'png' | 'csv'

function Download(props: { format: Format; title: string; onSave: (format: Format) => void }) {
  const app = useApp()
  const name = () => app.t(`statistics.${props.format}`)
  return (
    <button
      type="button"
      class="text-button"
      aria-label={app.t('statistics.download', { title: props.title, format: name() })}
      onClick={() => props.onSave(props.format)}
    >
      {name()}
    </button>
  )
}
