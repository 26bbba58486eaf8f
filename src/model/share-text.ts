/** A view as a few lines of text to paste: title, key figures, sources and link. Pure. */
import { figureText } from '../../data/figure-text'
import type { Figure, Plan, SourceReference } from '../../data/schema'
import { itemOf } from './citation'
import { projectsOf } from './detail'
import { planIsVisible, projectIsVisible, visibleFeatures } from './filters/visible'
import { filterWords, isFiltered } from './filters/words'
import { type Language, message } from './messages'
import { money } from './money'
import { deadlineOf } from './plans/deadline'
import { districtNumbers } from './plans/district-plans'
import { isOpen } from './plans/status'
import type { DetailFiles, PlanRecord } from './record'
import { regionValues } from './region-values'
import type { View } from './view'

/** What the text is made from. */
export interface ShareInput {
  record: PlanRecord
  details?: DetailFiles
  view: View
  language: Language
  link: string
  /** The day it is written, `YYYY-MM-DD`. */
  today: string
}

const mostFigures = 3
const counters = /^[个项大条类处家座种批对]$/

/** Returns the subject of the view as a heading: the open item, else the selection, else the whole map. */
export function shareTitle({ record, details, view, language }: Omit<ShareInput, 'link' | 'today'>): string {
  const names = selectedIds(view).flatMap((id) => {
    const properties = record.featureById.get(id)?.properties
    return properties ? [language === 'en' ? properties.nameEn : properties.name] : []
  })
  const selected =
    names.join(language === 'en' ? ', ' : '、') ||
    message(language, 'app.subtitle', regionValues(record.region, language))
  const item = itemTitle({ record, details, view })
  return item ? `${selected} · ${item}` : selected
}

function itemTitle({ record, details, view: { item } }: Pick<ShareInput, 'record' | 'details' | 'view'>) {
  if (item?.kind === 'plan') return record.planById.get(item.id)?.text
  if (item?.kind === 'project') return details?.projects.find(({ id }) => id === item.id)?.name
  if (item?.kind === 'indicator') return details?.indicators.find(({ no }) => String(no) === item.id)?.name
  return item?.kind === 'source' ? record.sourceById.get(item.id)?.title : undefined
}

/**
 * Returns the text, with one line each for title, counts, filters, figures, sources and link. Lines without content
 * are left out.
 */
export function shareText(input: ShareInput): string {
  const { record, view, language, details } = input
  const figures = keyFigures(record, view)
  const references = figures.length > 0 ? figures.map(({ reference }) => reference) : itemSources(record, view, details)
  const english = language === 'en'
  const lines = [
    `${english ? '' : '【'}${shareTitle(input)}${english ? '' : '】'}`,
    counts(input),
    ...(isFiltered(view)
      ? [message(language, 'words.prefix', { words: filterWords(record, details, view, language).join('；') })]
      : []),
    ...figures.map(({ figure, plan }) => {
      const year = figure.year ?? plan.to
      const status = message(language, `status.${plan.status}`)
      const told = [year, status, pastText(plan, input)].filter(Boolean)
      return `· ${figure.what}：${figureText(figure)}（${told.join('，')}）`
    }),
    ...sourceLines(record, references, language),
    [
      message(language, 'app.dataDate', { date: record.release }),
      message(language, 'app.asOf', { date: input.today }),
      message(language, 'app.statement'),
    ].join(' · '),
    input.link,
  ]
  return lines.filter(Boolean).join('\n')
}

/** Returns a remark for a plan whose target year is over, because it could be taken for one still open. */
const pastText = (plan: Plan, { today, language }: ShareInput) =>
  deadlineOf(plan, today) === 'past' ? message(language, 'deadline.past') : ''

const selectedIds = ({ feature, districts }: View) => (feature ? [feature] : districts)

function counts({ record, details, view, language }: ShareInput): string {
  const ids = selectedIds(view)
  const plans = (ids.length > 0 ? plansAbout(record, ids) : record.plans).filter((plan) =>
    planIsVisible(plan, view, record),
  )
  const parts = [message(language, 'share.plans', { count: plans.length }), ...reachParts(record, view, language)]
  if (ids.length === 0) parts.push(message(language, 'share.features', { count: visibleFeatures(record, view).length }))
  const listed = details ? (ids.length > 0 ? ids.flatMap((id) => projectsOf(details, id)) : details.projects) : []
  const projects = [...new Set(listed)].filter((project) => projectIsVisible(project, view, record))
  if (projects.length > 0) {
    const investment = projects.reduce((sum, { investmentWan = 0 }) => sum + investmentWan, 0)
    parts.push(message(language, 'share.projects', { count: projects.length, money: money(investment, language) }))
  }
  return parts.join(language === 'en' ? '; ' : '；')
}

/** Of one district, what its plans by name leave out. */
function reachParts(record: PlanRecord, view: View, language: Language): string[] {
  const district = view.feature ? undefined : view.districts[0]
  if (district === undefined || view.districts.length > 1) return []
  const { within, shared } = districtNumbers(record, view, district)
  return within + shared > 0 ? [message(language, 'share.reach', { within, shared })] : []
}

const plansAbout = (record: PlanRecord, ids: readonly string[]) => [
  ...new Set(ids.flatMap((id) => record.plansByFeature.get(id) ?? [])),
]

interface KeyFigure {
  figure: Figure
  plan: Plan
  reference: SourceReference
}

/**
 * Three numbers of the open plan, else of the plans about the selection: of those first that are about nothing else,
 * that state an aim rather than a result, and that were stated last. Never two of the same thing.
 */
function keyFigures(record: PlanRecord, view: View): KeyFigure[] {
  const { item } = view
  if (item && item.kind !== 'plan' && item.kind !== 'tab') return []
  const open = item?.kind === 'plan' ? record.planById.get(item.id) : undefined
  const ids = selectedIds(view)
  const plans = open ? [open] : plansAbout(record, ids).filter((plan) => planIsVisible(plan, view, record))
  const rank = (plan: Plan) => [
    ids.includes(plan.features[0] ?? '') ? 0 : 1,
    isOpen(plan.status) ? 0 : 1,
    plan.figures.some(({ value, unit }) => typeof value === 'number' && !counters.test(unit)) ? 0 : 1,
    plan.features.length,
  ]
  const found = plans
    .map((plan) => ({ plan, order: rank(plan) }))
    .sort((a, b) => compareRanks(a.order, b.order) || b.plan.stated.localeCompare(a.plan.stated))
    .flatMap(({ plan }) => {
      const [reference] = plan.sources
      const numbers = plan.figures.filter(({ value }) => typeof value === 'number')
      // One number speaks for a plan; all of them where it alone is asked for. A mere count of things speaks least.
      const told = open ? numbers : [numbers.find(({ unit }) => !counters.test(unit)) ?? numbers[0]]
      return reference ? told.flatMap((figure) => (figure ? [{ figure, plan, reference }] : [])) : []
    })
  const distinct = found.filter(
    ({ figure }, index) => found.findIndex((each) => each.figure.what === figure.what) === index,
  )
  return distinct.slice(0, mostFigures)
}

const compareRanks = (a: readonly number[], b: readonly number[]) =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0

function itemSources(record: PlanRecord, view: View, details: DetailFiles | undefined): SourceReference[] {
  const { item } = view
  if (item?.kind === 'plan') return record.planById.get(item.id)?.sources ?? []
  if (item?.kind === 'project') return details?.projects.find(({ id }) => id === item.id)?.sources ?? []
  if (item?.kind === 'indicator') return details?.indicators.find(({ no }) => String(no) === item.id)?.sources ?? []
  return selectedIds(view)
    .flatMap((id) => record.featureById.get(id)?.properties.sources ?? [])
    .slice(0, 1)
}

function sourceLines(record: PlanRecord, references: readonly SourceReference[], language: Language): string[] {
  const cited = references.flatMap(({ id, section, item }) => {
    const source = record.sourceById.get(id)
    const title = source && (language === 'en' ? source.titleEn : `《${source.title}》`)
    return source ? [`${title}（${source.date}）${[section, itemOf(item, language)].filter(Boolean).join(' ')}`] : []
  })
  const distinct = [...new Set(cited)]
  return distinct.length > 0 ? [`${message(language, 'share.source')}${distinct.join('；')}`] : []
}
