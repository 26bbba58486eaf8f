/** The filter in words: one phrase for each group that is not at its default. */
import { themeIds } from '../../../data/schema-ids'
import { type Language, type MessageKey, message } from '../messages'
import { money } from '../money'
import type { DetailFiles, PlanRecord } from '../record'
import type { Filters } from '../view'
import { departmentsOf } from './departments'
import type { RowFilter } from './visible'

/** Returns whether anything hides rows: themes, years or filters. */
export const isFiltered = ({ themes, filters, years }: RowFilter) =>
  themes.length < themeIds.length || years !== undefined || filterGroups(filters) > 0

/**
 * Returns how many groups of the filter panel are in use. Themes and years have controls of their own and do not
 * count.
 */
export const filterGroups = (filters: Filters) =>
  [filters.statuses, filters.kinds, filters.documents, filters.departments].filter((chosen) => chosen.length > 0)
    .length +
  (filters.investment ? 1 : 0) +
  (filters.around ? 1 : 0) +
  (filters.dated === undefined ? 0 : 1) +
  (filters.placed === undefined ? 0 : 1)

/** Returns one phrase for each group in use, in the language of the page; empty if nothing is filtered. */
export function filterWords(
  record: PlanRecord,
  details: DetailFiles | undefined,
  filter: RowFilter,
  language: Language,
): string[] {
  const { themes, filters, years } = filter
  const t = (key: MessageKey, values?: { [name: string]: string | number }) => message(language, key, values)
  const english = language === 'en'
  const joined = (names: readonly string[]) => names.join(english ? ', ' : '、')
  const parts: string[] = []
  if (themes.length < themeIds.length) {
    const shown = record.themes.filter(({ id }) => themes.includes(id))
    const names = joined(shown.map((theme) => (english ? theme.nameEn : theme.name)))
    parts.push(shown.length === 0 ? t('words.noTheme') : t('words.themes', { names }))
  }
  if (filters.around) parts.push(t('words.around', { name: districtNameIn(record, filters.around, language) }))
  if (filters.statuses.length > 0)
    parts.push(t('words.statuses', { names: joined(filters.statuses.map((status) => t(`status.${status}`))) }))
  if (filters.kinds.length > 0)
    parts.push(t('words.kinds', { names: joined(filters.kinds.map((kind) => t(`kind.${kind}`))) }))
  if (years) parts.push(t('words.years', { years: yearsText(years) }))
  if (filters.dated !== undefined) parts.push(t(filters.dated ? 'words.dated' : 'words.undated'))
  if (filters.documents.length > 0) parts.push(t('words.documents', { names: joined(documentNames(record, filters)) }))
  if (filters.departments.length > 0)
    parts.push(t('words.departments', { names: joined(departmentNames(record, details, filters)) }))
  if (filters.investment) parts.push(t('words.investment', { range: investmentText(filters.investment, language) }))
  if (filters.placed !== undefined) parts.push(t(filters.placed ? 'words.placed' : 'words.unplaced'))
  return parts

  function documentNames({ sourceById }: PlanRecord, { documents }: Filters): string[] {
    return documents.map((id) => {
      const source = sourceById.get(id)
      return source ? `${english ? source.titleEn : source.title}` : id
    })
  }
}

/** Returns a span of years as text: `2025` or `2021–2025`. */
export const yearsText = ({ from, to }: { from: number; to: number }) => (from === to ? String(from) : `${from}–${to}`)

/** Returns the name of a district of the city, even if it has no feature; its code if no name is known. */
export function districtNameIn({ featureById, districtNames }: PlanRecord, code: string, language: Language): string {
  const known = featureById.get(code)?.properties
  if (known) return language === 'en' ? known.nameEn : known.name
  return districtNames[code]?.[language === 'en' ? 1 : 0] ?? code
}

function departmentNames(record: PlanRecord, details: DetailFiles | undefined, { departments }: Filters): string[] {
  const names = new Map(departmentsOf(record, details).map(({ id, name }) => [id, name]))
  return departments.map((id) => names.get(id) ?? id)
}

/** Returns a range of 万元 in words; at least one end must be given. */
export function investmentText({ from, to }: { from?: number; to?: number }, language: Language): string {
  if (from === undefined) return message(language, 'words.upTo', { to: money(to ?? 0, language) })
  if (to === undefined) return message(language, 'words.from', { from: money(from, language) })
  return message(language, 'words.between', { from: money(from, language), to: money(to, language) })
}
