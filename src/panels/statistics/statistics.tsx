import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import type { Project } from '../../../data/schema'
import { projectIsVisible } from '../../model/filters/visible'
import '../../styles/statistics.css'
import { type App, useApp } from '../context'
import { LoadFailure } from '../detail/details-state'
import { SidePanel } from '../sheet/side-panel'
import { IndicatorsChart } from './indicators'
import { InvestmentChart } from './investment'
import { MatrixChart } from './matrix'
import { ScheduleChart } from './schedule'

/** 统计: what the record adds up to. Charts follow the filters that are on; every chart has its table. */
export function Statistics() {
  const app = useApp()
  createEffect(() => app.services.wantDetails())
  const [width, setWidth] = createSignal(600)
  const measure = (body: HTMLElement) => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(240, Math.floor(entry.contentRect.width)))
    })
    observer.observe(body)
    onCleanup(() => observer.disconnect())
  }
  const close = () => app.actions.openItem(undefined)
  return (
    <SidePanel name={app.t('statistics.name')} title={app.t('statistics.name')} onClose={close}>
      <div class="panel-body statistics" ref={measure}>
        <Show when={app.record()} fallback={<p class="quiet">{app.t('detail.loading')}</p>}>
          {(record) => <MatrixChart record={record()} />}
        </Show>
        <Details app={app} width={width()} />
      </div>
    </SidePanel>
  )
}

function Details(props: { app: App; width: number }) {
  const { app } = props
  const failed = () => {
    const { details } = app.session()
    return details.status === 'failed' ? details.file : undefined
  }
  return (
    <Show
      when={app.details()}
      fallback={
        <Show when={failed()} fallback={<p class="quiet">{app.t('statistics.waiting')}</p>} keyed>
          {(file) => <LoadFailure file={file} retry={app.services.wantDetails} />}
        </Show>
      }
    >
      {(details) => (
        <>
          <Show when={details().indicators.length > 0}>
            <IndicatorsChart indicators={details().indicators} width={props.width} />
          </Show>
          <Show when={details().projects.length > 0}>
            <ProjectCharts app={app} all={details().projects} width={props.width} />
          </Show>
        </>
      )}
    </Show>
  )
}

/** The charts of the projects that pass the filters. */
function ProjectCharts(props: { app: App; all: readonly Project[]; width: number }) {
  const { app } = props
  const projects = createMemo(
    () => {
      const filter = { ...app.filter(), years: undefined }
      const record = app.record()
      return record ? props.all.filter((each) => projectIsVisible(each, filter, record)) : []
    },
    [],
    { equals: (before, after) => before.length === after.length && before.every((each, at) => each === after[at]) },
  )
  const year = () => {
    const { years } = app.filter()
    return years && years.from === years.to ? years.to : undefined
  }
  return (
    <Show when={projects().length > 0} fallback={<p class="quiet chart-empty">{app.t('statistics.nothing')}</p>}>
      <Show when={projects().length < props.all.length}>
        <p class="note">{app.t('statistics.filtered', { count: projects().length, total: props.all.length })}</p>
      </Show>
      <Show when={app.record()}>
        {(record) => (
          <>
            <InvestmentChart record={record()} projects={projects()} width={props.width} />
            <ScheduleChart record={record()} projects={projects()} width={props.width} year={year()} />
          </>
        )}
      </Show>
    </Show>
  )
}
