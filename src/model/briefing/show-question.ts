/** Questions put to the map in a show: how one is read, the view that answers it, and the answer in words. Pure. */
import { isDistrictCode, themeIds } from '../../../data/schema-ids'
import type { AnalysisState } from '../analysis/analysis'
import { planIsVisible } from '../filters/visible'
import type { PlanRecord } from '../record'
import type { SearchEntry } from '../search/index-record'
import { defaultView, type View } from '../view'
import { type ToldContext, type ToldPoint, toldPoints } from './told'

/** A question as it was typed: what is sought, and how far around it. */
export interface ReadQuestion {
  sought: string
  radiusMeters?: number
}

const distance = /(\d{1,3}(?:\.\d)?)\s*(公里|千米|km|米|m)(?:\s*(?:以内|之内|范围内|范围|内))?/i
const around = /(?:周边|周围|附近|周遭|within|around)/gi
const limits = { least: 100, most: 50_000 } as const

/** Returns what a typed question seeks. `某港周边 5 公里` seeks 某港 within 5,000 m. */
export function readQuestion(text: string): ReadQuestion {
  const found = distance.exec(text)
  const sought = text.replace(distance, ' ').replace(around, ' ').replaceAll(/\s+/g, ' ').trim()
  if (!found || sought === '') return { sought: sought || text.trim() }
  const meters = Number(found[1]) * (/^(米|m)$/i.test(found[2] ?? '') ? 1 : 1000)
  return { sought, radiusMeters: Math.max(limits.least, Math.min(limits.most, Math.round(meters))) }
}

/** Returns the view that answers a question with what the search found for it; undefined where the map has none. */
export function questionView(
  record: PlanRecord,
  { kind, id }: Pick<SearchEntry, 'kind' | 'id'>,
  radiusMeters: number | undefined,
): View | undefined {
  const view = defaultView(themeIds)
  if (kind === 'theme') return { ...view, themes: themeIds.filter((theme) => theme === id) }
  if (kind === 'department') return { ...view, filters: { ...view.filters, departments: [id] } }
  const feature = featureOf(record, kind, id)
  if (feature === undefined) return undefined
  const selected = isDistrictCode(feature) ? { ...view, districts: [feature] } : { ...view, feature }
  if (radiusMeters === undefined) return kind === 'plan' ? { ...selected, item: { kind, id } } : selected
  return { ...selected, analysis: { kind: 'buffer', radiusMeters, subject: { feature } } }
}

function featureOf(record: PlanRecord, kind: SearchEntry['kind'], id: string): string | undefined {
  if (kind === 'feature') return id
  if (kind === 'plan') return record.planById.get(id)?.features[0]
  if (kind !== 'project') return undefined
  for (const [feature, projects] of record.projectsByFeature)
    if (projects.some((project) => project.id === id)) return feature
  return undefined
}

/** What the record says to a question. */
export interface QuestionAnswer {
  /** Of plans that the view shows; undefined where the question is about places. */
  count?: number
  points: ToldPoint[]
}

const mostPlans = 3

/** Returns the answer to a question's view; undefined while the map works it out. */
export function answerToQuestion(
  context: Omit<ToldContext, 'answer'>,
  view: View,
  analysis: AnalysisState,
): QuestionAnswer | undefined {
  if (view.analysis) {
    if (analysis.status !== 'ready' || JSON.stringify(analysis.question) !== JSON.stringify(view.analysis)) return
    const points = toldPoints(
      { view, points: [{ kind: 'cited', item: { kind: 'answer' } }] },
      { ...context, answer: analysis.answer },
    )
    return { points }
  }
  const plans = plansOf(context.record, view)
  const cited = plans.slice(0, mostPlans).map(({ id }) => ({ kind: 'cited', item: { kind: 'plan', id } }) as const)
  return { count: plans.length, points: toldPoints({ view, points: cited }, context) }
}

function plansOf(record: PlanRecord, view: View): PlanRecord['plans'] {
  if (view.item?.kind === 'plan') return [record.planById.get(view.item.id)].filter((plan) => plan !== undefined)
  const ids = view.feature ? [view.feature] : view.districts
  const about = ids.length > 0 ? ids.flatMap((id) => record.plansByFeature.get(id) ?? []) : record.plans
  return [...new Set(about)].filter((plan) => planIsVisible(plan, view, record))
}
