/** A view as pages: a selection, a list, an answer, a comparison or charts. Pure. */
import type { Plan } from '../../../data/schema'
import { answerRows } from '../analysis/export'
import { questionTitle } from '../analysis/naming'
import { answerSentence } from '../analysis/sentence'
import type { ScenePoint } from '../briefing/briefing'
import { toldPoints } from '../briefing/told'
import { highlightsOf, indicatorsOf, plansByTheme, projectsOf } from '../detail'
import { projectIsVisible } from '../filters/visible'
import { weightiestFirst } from '../plans/weight'
import type { RecordFeature } from '../record'
import type { View } from '../view'
import { handoutPoint } from './briefing-pages'
import { type Citations, citedByRow, type HandoutContext, nameOf, textIn } from './context'
import { comparePage, statisticsPages } from './figure-pages'
import type { HandoutPage, HandoutTable } from './handout'
import { listPage } from './list-page'
import { indicatorTable, investmentChart, projectTable } from './tables'

/** Of a selection without 要点: so many of its weightiest plans stand beside the map. */
const mostPoints = 5
/** Of a theme so many, the weightiest; a workbook has them all. */
const mostOfTheme = 8

/** Returns the pages of a view. */
export function viewPages(view: View, context: HandoutContext, citations: Citations): HandoutPage[] {
  if (view.item?.kind === 'page' && view.item.id === 'statistics') return statisticsPages(view, context, citations)
  if (view.analysis) return [answerPage(view, context)]
  if (view.compare && view.districts.length > 1) return [comparePage(view, context)]
  const ids = view.feature ? [view.feature] : view.districts
  const selected = ids.flatMap((id) => context.record.featureById.get(id) ?? [])
  if (selected.length > 0) return selected.flatMap((feature) => featurePages(feature, view, context, citations))
  return [listPage('plans', view, context, citations)]
}

function pointsOf(plans: readonly Plan[], view: View, context: HandoutContext, citations: Citations) {
  const { record, details, language } = context
  const points = plans.map(({ id }): ScenePoint => ({ kind: 'cited', item: { kind: 'plan', id } }))
  return toldPoints({ points, view }, { record, details, language }).map((point) => handoutPoint(point, citations))
}

/** 要点 with the map first, then the plans theme by theme, projects and indicators. */
function featurePages(
  feature: RecordFeature,
  view: View,
  context: HandoutContext,
  citations: Citations,
): HandoutPage[] {
  const { record, details, language } = context
  const { id } = feature.properties
  const t = textIn(context)
  const name = nameOf(feature, context)
  const { groups } = plansByTheme(record, id, view)
  const highlights = highlightsOf(record, feature, view)
  const weightiest = groups
    .flatMap(({ plans }) => plans)
    .sort(weightiestFirst(record))
    .slice(0, mostPoints)
  const own = ownView(id, view)
  const link = context.addressOf(own)
  const projects = projectsOf(details, id).filter((project) => projectIsVisible(project, view, record))
  const indicators = indicatorsOf(record, details, id)
  const page = (part: string, title: string, rest: Partial<HandoutPage>): HandoutPage => ({
    ...{ id: `feature:${id}${part}`, title, points: [], tables: [], charts: [], link },
    ...rest,
  })
  return [
    page('', t('handout.highlights', { name }), {
      points: pointsOf(highlights.length > 0 ? highlights : weightiest, view, context, citations),
      view: own,
    }),
    ...groups.map(({ theme, plans }) =>
      page(
        `:${theme.id}`,
        t('handout.theme', { name, theme: language === 'en' ? theme.nameEn : theme.name, count: plans.length }),
        { points: themePoints(plans, view, context, citations) },
      ),
    ),
    ...(projects.length > 0
      ? [
          page(':projects', `${name}：${t('handout.projects')}`, {
            tables: [
              { ...projectTable(projects, context, 'short'), sources: citedByRow(projects, context, citations) },
            ],
            charts: [investmentChart(projects, context)],
          }),
        ]
      : []),
    ...(indicators.length > 0
      ? [
          page(':indicators', `${name}：${t('handout.indicators')}`, {
            tables: [
              { ...indicatorTable(indicators, context, 'short'), sources: citedByRow(indicators, context, citations) },
            ],
          }),
        ]
      : []),
  ]
}

/** A feature selected by itself, as its pages show it. */
const ownView = (id: string, view: View): View => ({
  ...view,
  districts: view.districts.includes(id) ? [id] : [],
  ...(view.feature === id ? {} : { feature: undefined }),
  item: undefined,
  compare: false,
})

/** The first plans of a theme, and how many more there are. */
const themePoints = (plans: readonly Plan[], view: View, context: HandoutContext, citations: Citations) => [
  ...pointsOf(plans.slice(0, mostOfTheme), view, context, citations),
  ...(plans.length > mostOfTheme
    ? [{ text: textIn(context)('handout.rest', { count: plans.length - mostOfTheme }), sources: [] }]
    : []),
]

function answerPage(view: View, context: HandoutContext): HandoutPage {
  const { record, details, language } = context
  const { analysis } = view
  if (!analysis) throw new Error('a view without a question has no answer')
  const answer = context.answerTo(analysis)
  const t = textIn(context)
  const rows = answer ? answerRows(answer) : []
  const table: HandoutTable = {
    title: t('handout.answerRows'),
    columns: [
      { title: t('handout.category'), kind: 'text' },
      { title: t('handout.name'), kind: 'text' },
      { title: t('handout.distance'), kind: 'number', unit: t('handout.distanceUnit') },
    ],
    rows: rows.map(([part, id, distanceKm, lengthKm]) => {
      const feature = record.featureById.get(id)
      const kilometres = distanceKm ?? lengthKm
      return [part, feature ? nameOf(feature, context) : id, kilometres && Math.round(kilometres * 100) / 100]
    }),
  }
  return {
    id: 'answer',
    title: questionTitle(analysis, record, language),
    points: answer ? [{ text: answerSentence(answer, analysis, { record, details, language }), sources: [] }] : [],
    tables: rows.length > 0 ? [table] : [],
    charts: [],
    view,
    link: context.addressOf(view),
  }
}
