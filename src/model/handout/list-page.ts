/** One list of 目录 as a page: how many there are beside the map, then the rows. Pure. */
import { type CatalogueSubject, catalogueEntries, type Entry } from '../catalogue/catalogue'
import type { RowFilter } from '../filters/visible'
import { message } from '../messages'
import type { View } from '../view'
import { type Citations, citedByRow, type HandoutContext, textIn } from './context'
import type { HandoutPage, HandoutPoint, HandoutTable } from './handout'
import { featureTable, indicatorTable, planTable, projectTable } from './tables'

type Rows<S extends CatalogueSubject> = Extract<Entry, { subject: S }>['row'][]

function rowsOf<S extends CatalogueSubject>(subject: S, filter: RowFilter, { record, details }: HandoutContext) {
  const entries = catalogueEntries(record, details, filter, subject)
  return [...new Set(entries.map(({ row }) => row))] as Rows<S>
}

/** Returns a list as a table: the whole rows, or what fits on a slide or a page. */
export function listTable(
  subject: CatalogueSubject,
  view: View,
  context: HandoutContext,
  size: 'whole' | 'short',
): HandoutTable {
  switch (subject) {
    case 'features':
      return featureTable(rowsOf(subject, view, context), context, size)
    case 'plans':
      return planTable(rowsOf(subject, view, context), context, size)
    case 'projects':
      return projectTable(rowsOf(subject, view, context), context, size)
    case 'indicators':
      return indicatorTable(rowsOf(subject, view, context), context, size)
  }
}

/** Returns the page of a list. */
export function listPage(
  subject: CatalogueSubject,
  view: View,
  context: HandoutContext,
  citations: Citations,
): HandoutPage {
  const table = listTable(subject, view, context, 'short')
  const sourced = rowsOf(subject, view, context).map((row) => ('properties' in row ? row.properties : row))
  const title = textIn(context)('handout.listTitle', {
    name: message(context.language, `subject.${subject}`),
    count: table.rows.length,
  })
  return {
    id: 'list',
    title,
    points: subject === 'plans' ? themeCounts(view, context) : [],
    tables: [{ ...table, sources: citedByRow(sourced, context, citations) }],
    charts: [],
    view,
    link: context.addressOf(view),
  }
}

function themeCounts(view: View, context: HandoutContext): HandoutPoint[] {
  const { record, language } = context
  const plans = rowsOf('plans', view, context)
  return record.themes.flatMap(({ id, name, nameEn }) => {
    const count = plans.filter(({ theme }) => theme === id).length
    const text = textIn(context)('handout.themeCount', { theme: language === 'en' ? nameEn : name, count })
    return count > 0 ? [{ text, sources: [] }] : []
  })
}
