/** Makes handouts. Pure. */
import type { Briefing } from '../briefing/briefing'
import { ownSlug } from '../briefing/briefing'
import type { CatalogueSubject } from '../catalogue/catalogue'
import { filterWords, isFiltered } from '../filters/words'
import { shareTitle } from '../share-text'
import { statementParts } from '../statement'
import type { View } from '../view'
import { briefingPages } from './briefing-pages'
import { createCitations, type HandoutContext, textIn } from './context'
import type { Handout } from './handout'
import { listPage } from './list-page'
import { chartPage, type TakenChart } from './taken-chart'
import { viewPages } from './view-pages'

/** What is taken along: a briefing, or what a view shows, or of it one list of 目录 or one chart of 统计. */
export type HandoutSubject =
  | { kind: 'briefing'; briefing: Briefing }
  | { kind: 'view'; view: View; list?: CatalogueSubject; chart?: TakenChart }

/** Returns the handout of a subject. */
export function handoutOf(subject: HandoutSubject, context: HandoutContext): Handout {
  const { record, language, today } = context
  const citations = createCitations()
  const shared = {
    release: record.release,
    today,
    language,
    statement: statementParts(language, record.release, today),
  }
  if (subject.kind === 'briefing') {
    const { briefing } = subject
    const pages = briefingPages(briefing, context, citations)
    const own = briefing.slug === ownSlug ? textIn(context)('handout.own') : undefined
    const subtitle = [briefing.subtitle, own].filter(Boolean).join(' · ')
    return {
      ...shared,
      title: briefing.title,
      ...(subtitle ? { subtitle } : {}),
      pages,
      sources: citations.all,
      link: pages[0]?.link ?? '',
    }
  }
  const { view, list, chart } = subject
  const pages = chart
    ? [chartPage(chart, view, context, citations)]
    : list
      ? [listPage(list, view, context, citations)]
      : viewPages(view, context, citations)
  const filters = isFiltered(view) ? filterWords(record, context.details, view, language).join('；') : ''
  return {
    ...shared,
    title: chart || list ? (pages[0]?.title ?? '') : shareTitle({ record, details: context.details, view, language }),
    ...(filters ? { subtitle: textIn(context)('handout.filters', { words: filters }) } : {}),
    pages,
    sources: citations.all,
    link: context.addressOf(view),
  }
}
