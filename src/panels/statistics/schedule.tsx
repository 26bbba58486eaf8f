import { createMemo } from 'solid-js'
import type { Project } from '../../../data/schema'
import { spansText } from '../../../data/years-text'
import { money } from '../../model/money'
import type { PlanRecord } from '../../model/record'
import { type Chart, withMarks } from '../../model/statistics/chart'
import { scheduleChart, scheduleYearMarks } from '../../model/statistics/charts'
import { placesOf, scheduleRows } from '../../model/statistics/projects'
import { type App, useApp } from '../context'
import { ChartFigure } from './chart-figure'
import { ChartView } from './chart-view'
import { openProject } from './open'

const imageWidth = 900

/** Every project along the years, with lead, money and place. */
export function ScheduleChart(props: {
  record: PlanRecord
  projects: readonly Project[]
  width: number
  year: number | undefined
}) {
  const app = useApp()
  const scheduleYears = app.region.years.schedule
  const groups = createMemo(() => scheduleRows(props.projects))
  const placeNames = (project: Project) => placesOf(props.record, project).map((feature) => app.nameOf(feature))
  const where = (project: Project) => {
    const [first, ...others] = placeNames(project)
    if (first === undefined) return app.t('statistics.wholeDistrict')
    return others.length > 0 ? app.t('statistics.moreplaces', { place: first, count: others.length + 1 }) : first
  }
  const chart = (width: number): Chart =>
    scheduleChart(groups(), scheduleYears, width, {
      name: ({ project }) => `${project.id} ${project.name}`,
      under: ({ project }) => `${project.lead.join('、')} · ${where(project)}`,
      money: ({ project }) =>
        project.investmentWan === undefined ? '—' : money(project.investmentWan, app.language()),
    })
  const onPage = createMemo(() => chart(props.width))
  const image = () => {
    const whole = chart(imageWidth)
    return withMarks(whole, scheduleYearMarks(whole, scheduleYears, props.year))
  }
  return (
    <ChartFigure
      title={app.t('statistics.schedule.title')}
      note={app.t('statistics.schedule.note')}
      unit={app.t('statistics.schedule.unit')}
      sources={[...new Set(props.projects.flatMap(({ sources }) => sources.map(({ id }) => id)))]}
      table={scheduleTable(app, props.projects, placeNames)}
      image={image}
    >
      <ChartView
        chart={onPage()}
        marks={scheduleYearMarks(onPage(), scheduleYears, props.year)}
        label={app.t('statistics.schedule.title')}
        onMark={(id) => openProject(app, id)}
      />
    </ChartFigure>
  )
}

/** The same as a table, each row a project. */
function scheduleTable(app: App, projects: readonly Project[], placeNames: (project: Project) => string[]) {
  const { schedule: scheduleYears } = app.region.years
  return {
    header: [
      app.t('statistics.no'),
      app.t('statistics.project'),
      app.t('statistics.category'),
      app.t('statistics.lead'),
      app.t('statistics.investment'),
      ...scheduleYears.map(String),
      app.t('statistics.places'),
      app.t('statistics.spans'),
    ],
    rows: projects.map((project) => [
      project.id,
      project.name,
      project.category,
      project.lead.join('、'),
      project.investmentWan,
      ...scheduleYears.map((year) => project.schedule[year] ?? ''),
      placeNames(project).join('、') || app.t('statistics.wholeDistrict'),
      spansText(project.spans),
    ]),
    open: (row: number) => openProject(app, projects[row]?.id ?? ''),
  }
}
