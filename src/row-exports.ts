/** Rows as text: those of a list, an answer, a selection or a chart. */
import { toCsv } from '../data/csv'
import { answersOf, type ExporterContext, handoutContext } from './export-context'
import { catalogueEntries } from './model/catalogue/catalogue'
import { entriesCsv, entriesGeoJson } from './model/catalogue/export'
import type { HandoutSubject } from './model/handout/handout-of'

/** Returns the rows of a subject as CSV or GeoJSON. */
export async function rowsText(
  format: 'csv' | 'geojson',
  subject: HandoutSubject,
  context: ExporterContext,
): Promise<string> {
  if (subject.kind !== 'view') throw new RangeError(`a briefing is no ${format}`)
  const { view, chart, list } = subject
  if (chart) return toCsv(chart.header, chart.rows)
  const { record, details, today } = await handoutContext(context)
  if (view.analysis && !list) {
    const [{ answerCsv, answerGeoJson }, answers] = await Promise.all([
      import('./model/analysis/export'),
      answersOf(subject, record),
    ])
    const answer = answers.get(JSON.stringify(view.analysis))
    if (answer)
      return format === 'csv' ? answerCsv(answer, record) : JSON.stringify(answerGeoJson(answer, record, view.analysis))
  }
  const ids = list ? [] : view.feature ? [view.feature] : view.districts
  const entries = catalogueEntries(record, details, view, list ?? 'plans').filter(
    ({ row }) => ids.length === 0 || ('features' in row && row.features.some((id) => ids.includes(id))),
  )
  return format === 'csv' ? entriesCsv(entries, record, today) : JSON.stringify(entriesGeoJson(entries, record))
}
