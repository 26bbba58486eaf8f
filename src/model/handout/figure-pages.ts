/** A comparison and the charts as pages. Pure. */
import { compareDistricts, type HeadlineKey } from '../compare'
import { projectIsVisible } from '../filters/visible'
import { message } from '../messages'
import type { View } from '../view'
import { type Citations, citedByRow, type HandoutContext, nameOf, textIn } from './context'
import type { HandoutPage, HandoutTable } from './handout'
import { indicatorLine, indicatorTable, investmentChart, projectTable } from './tables'

/** Returns the page of a comparison. */
export function comparePage(view: View, context: HandoutContext): HandoutPage {
  const { record, details, language } = context
  const comparison = compareDistricts(record, details, view.districts, view)
  const names = comparison.districts.map((district) => nameOf(district, context))
  const columns: HandoutTable['columns'] = [
    { title: textIn(context)('handout.item'), kind: 'text' },
    ...names.map((title) => ({ title, kind: 'number' as const })),
  ]
  return {
    id: 'compare',
    title: message(language, 'compare.title', { names: names.join(message(language, 'compare.and')) }),
    points: [],
    tables: [
      {
        title: message(language, 'compare.headlines'),
        columns,
        rows: comparison.headlines.map(({ key, values }) => [headline(key, context), ...values]),
      },
      {
        title: message(language, 'compare.themes'),
        columns,
        rows: comparison.themes.map(({ theme, plans }) => [
          language === 'en' ? theme.nameEn : theme.name,
          ...plans.map(({ length }) => length),
        ]),
      },
    ],
    charts: [],
    view,
    link: context.addressOf(view),
  }
}

/** The page writes an amount with its unit; in a column of bare numbers the unit stands before them. */
function headline(key: HeadlineKey, context: HandoutContext): string {
  const name = message(context.language, `compare.${key}`)
  return key === 'investment' ? `${name}（${textIn(context)('handout.investmentUnit')}）` : name
}

/** Returns the pages of the charts. */
export function statisticsPages(view: View, context: HandoutContext, citations: Citations): HandoutPage[] {
  const { record, details } = context
  const t = textIn(context)
  const projects = details.projects.filter((project) => projectIsVisible(project, view, record))
  const shared = { points: [], link: context.addressOf(view) }
  return [
    {
      ...shared,
      id: 'statistics:projects',
      title: t('handout.projects'),
      charts: [investmentChart(projects, context)],
      tables: [{ ...projectTable(projects, context, 'short'), sources: citedByRow(projects, context, citations) }],
    },
    {
      ...shared,
      id: 'statistics:indicators',
      title: t('handout.indicators'),
      charts: details.indicators.flatMap((indicator) => indicatorLine(indicator, context) ?? []),
      tables: [
        {
          ...indicatorTable(details.indicators, context, 'short'),
          sources: citedByRow(details.indicators, context, citations),
        },
      ],
    },
  ]
}
