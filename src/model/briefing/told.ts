/**
 * The points of a scene as they are told: each with its text, figures, status, years and sources. The player, the page of
 * a published briefing, the editor and the exports all tell a scene from here. Pure.
 */
import type { Indicator, Plan, Project, SourceReference, Status } from '../../../data/schema'
import type { AnalysisAnswer } from '../analysis/analysis'
import { questionTitle } from '../analysis/naming'
import { answerSentence } from '../analysis/sentence'
import { itemOf } from '../citation'
import { scheduledYears } from '../filters/visible'
import { type Language, message } from '../messages'
import { toldMessage } from '../messages/told'
import { money } from '../money'
import { amount, years } from '../numbers'
import type { DetailFiles, PlanRecord } from '../record'
import { lastTarget } from '../statistics/indicators'
import type { CitedItem, Scene } from './briefing'
import { citedText } from './briefing'
import { currentItem } from './current-item'

/** A number of a point, with what it counts. */
export interface ToldFigure {
  value: string
  what: string
  year?: number
}

/** Where a point is written. */
export interface ToldSource {
  /** Absent where the map itself computed it. */
  reference?: SourceReference
  /** Document, date and section in a few characters, for a line of citations. */
  short: string
  /** The same with the document's whole title, for a list of sources. */
  full: string
}

/** A point of a scene, ready to be shown. */
export interface ToldPoint {
  /** `words` are the author's own; `lost` is a citation that the record no longer has. */
  kind: 'words' | CitedItem['kind'] | 'lost'
  text: string
  /** What the text belongs to, where that is not the text itself: a project's number, an indicator's, the question. */
  label?: string
  /** The cited item as the record has it now. */
  item?: CitedItem
  /** Of a plan; `statusText` says it in words. */
  status?: Status
  statusText?: string
  years?: string
  figures: readonly ToldFigure[]
  /** Who leads or is responsible, in words. */
  offices?: string
  /** The documents contradict each other about it. */
  contradicted: boolean
  sources: readonly ToldSource[]
}

/** What points are told from. */
export interface ToldContext {
  record: PlanRecord
  /** Without them projects and indicators cannot be told yet, and are left out. */
  details: DetailFiles | undefined
  language: Language
  /** The answer to the question of the scene's view, once it is there. */
  answer?: AnalysisAnswer | undefined
}

/** Returns the points of a scene as they are told; those of projects and indicators are left out until the details have come. */
export function toldPoints(scene: Pick<Scene, 'points' | 'view'>, context: ToldContext): ToldPoint[] {
  return scene.points.flatMap((point): ToldPoint[] => {
    if (point.kind === 'words')
      return [{ kind: 'words', text: point.text, figures: [], contradicted: false, sources: [] }]
    if (point.item.kind === 'answer') return toldAnswer(scene, context)
    return toldItem(point.item, context)
  })
}

/** Returns the distinct sources of told points, in the order they are first cited. */
export function toldSources(points: readonly ToldPoint[]): ToldSource[] {
  const all = points.flatMap(({ sources }) => sources)
  return all.filter(({ full }, index) => all.findIndex((each) => each.full === full) === index)
}

function toldItem(cited: CitedItem, context: ToldContext): ToldPoint[] {
  const { record, details, language } = context
  const item = currentItem(cited, record)
  if (item?.kind === 'plan') {
    const plan = record.planById.get(item.id)
    return plan ? [toldPlan(plan, context)] : []
  }
  if (item && !details) return []
  const project = item?.kind === 'project' ? details?.projects.find(({ id }) => id === item.id) : undefined
  if (project) return [toldProject(project, context)]
  const indicator =
    item?.kind === 'indicator' ? details?.indicators.find(({ no }) => String(no) === item.id) : undefined
  if (indicator) return [toldIndicator(indicator, context)]
  const text = toldMessage(language, 'told.lost', { id: citedText(cited) })
  return [{ kind: 'lost', text, figures: [], contradicted: false, sources: [] }]
}

function toldPlan(plan: Plan, context: ToldContext): ToldPoint {
  const { record, language } = context
  const unitName = (unit: string) =>
    language === 'en' && unit !== '' && unit !== '%'
      ? record.units.find((each) => each.unit === unit)?.nameEn
      : undefined
  return {
    kind: 'plan',
    item: { kind: 'plan', id: plan.id },
    text: plan.text,
    status: plan.status,
    statusText: message(language, `status.${plan.status}`),
    ...defined({
      years: years(plan, language),
      offices:
        plan.bodies.length > 0 ? message(language, 'plan.bodies', { bodies: plan.bodies.join('、') }) : undefined,
    }),
    figures: plan.figures.map((figure) => ({
      value: amount(figure, language, unitName(figure.unit)),
      what: figure.what,
      ...defined({ year: figure.year }),
    })),
    contradicted: plan.conflict !== undefined,
    sources: citations(plan.sources, context),
  }
}

function toldProject(project: Project, context: ToldContext): ToldPoint {
  const { language } = context
  const { investmentWan } = project
  const investment =
    investmentWan === undefined ? message(language, 'project.noInvestment') : money(investmentWan, language)
  return {
    kind: 'project',
    item: { kind: 'project', id: project.id },
    text: `${project.name}：${project.text}`,
    label: message(language, 'project.number', { no: project.id }),
    ...defined({ years: years(scheduledYears(project), language) }),
    figures: [{ value: investment, what: message(language, 'project.investment') }],
    offices: message(language, 'project.lead', { names: project.lead.join('、') }),
    contradicted: project.conflict !== undefined,
    sources: citations(project.sources, context),
  }
}

function toldIndicator(indicator: Indicator, context: ToldContext): ToldPoint {
  const { language } = context
  const { baseline } = indicator
  const last = lastTarget(indicator)
  return {
    kind: 'indicator',
    item: { kind: 'indicator', id: String(indicator.no) },
    text: indicator.name,
    label: message(language, 'indicator.number', { no: indicator.no }),
    figures: [
      { value: baseline.text, what: message(language, 'indicator.baseline', { baseline: baseline.year }) },
      ...(last ? [{ value: last.text, what: message(language, 'indicator.target', { year: last.year }) }] : []),
    ],
    contradicted: indicator.conflict !== undefined,
    sources: citations(indicator.sources, context),
  }
}

function toldAnswer({ view }: Pick<Scene, 'view'>, { record, details, language, answer }: ToldContext): ToldPoint[] {
  const { analysis } = view
  if (!analysis) return []
  const title = questionTitle(analysis, record, language)
  const computed = toldMessage(language, 'told.computed')
  return [
    {
      kind: 'answer',
      item: { kind: 'answer' },
      label: title,
      text: answer ? answerSentence(answer, analysis, { record, details, language }) : title,
      figures: [],
      contradicted: false,
      sources: [{ short: computed, full: computed }],
    },
  ]
}

function citations(references: readonly SourceReference[], { record, language }: ToldContext): ToldSource[] {
  return references.flatMap((reference): ToldSource[] => {
    const source = record.sourceById.get(reference.id)
    if (!source) return []
    const english = language === 'en'
    const place = [reference.section, itemOf(reference.item, language)].filter(Boolean).join(' ')
    const title = english ? source.titleEn : `《${source.title}》（${source.date}）`
    return [
      {
        reference,
        short: `${english ? source.shortEn : source.short} · ${place}`,
        full: english ? `${title} (${source.date}) ${place}` : `${title}${place}`,
      },
    ]
  })
}

/** Without the fields that are undefined. */
const defined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
