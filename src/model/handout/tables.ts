/** Rows of the record as tables whose numbers are numbers. Pure. */
import type { Indicator, Plan, Project } from '../../../data/schema'
import { message } from '../messages'
import { amount, years } from '../numbers'
import type { RecordFeature } from '../record'
import { investmentBy } from '../statistics/projects'
import { citationsText, type HandoutContext, textIn } from './context'
import type { HandoutChart, HandoutTable } from './handout'

type Column = HandoutTable['columns'][number]
const text = (title: string): Column => ({ title, kind: 'text' })
const numeric = (title: string, unit?: string): Column => ({ title, kind: 'number', ...(unit ? { unit } : {}) })

const named = (context: HandoutContext) => (id: string) => {
  const properties = context.record.featureById.get(id)?.properties
  return properties ? (context.language === 'en' ? properties.nameEn : properties.name) : id
}

/** Returns plans as a table: the whole row, or what fits on a slide or a page. */
export function planTable(plans: readonly Plan[], context: HandoutContext, size: 'whole' | 'short'): HandoutTable {
  const { record, language } = context
  const t = textIn(context)
  const theme = (plan: Plan) => {
    const found = record.themeById.get(plan.theme)
    return found && (language === 'en' ? found.nameEn : found.name)
  }
  const figures = (plan: Plan) => plan.figures.map((one) => `${one.what} ${amount(one, language)}`).join('；')
  const status = (plan: Plan) => message(language, `status.${plan.status}`)
  if (size === 'short')
    return {
      title: t('handout.plans', { count: plans.length }),
      columns: [text(t('handout.text')), text(t('handout.status')), text(t('handout.figures'))],
      rows: plans.map((plan) => [
        plan.text,
        [status(plan), years(plan, language)].filter(Boolean).join(' · '),
        figures(plan),
      ]),
    }
  return {
    title: t('handout.list'),
    columns: [
      text(t('handout.number')),
      text(t('handout.theme.column')),
      text(t('handout.status')),
      numeric(t('handout.from')),
      numeric(t('handout.to')),
      text(t('handout.text')),
      text(t('handout.figures')),
      text(t('handout.where')),
      text(t('handout.bodies')),
      text(t('handout.source')),
    ],
    rows: plans.map((plan) => [
      plan.id,
      theme(plan),
      status(plan),
      plan.from,
      plan.to,
      plan.text,
      figures(plan),
      plan.features.map(named(context)).join('、'),
      plan.bodies.join('、'),
      citationsText(plan.sources, context),
    ]),
  }
}

/** Returns features as a table: the whole row, or what fits on a slide or a page. */
export function featureTable(
  features: readonly RecordFeature[],
  context: HandoutContext,
  size: 'whole' | 'short',
): HandoutTable {
  const t = textIn(context)
  const whole = size === 'whole'
  return {
    title: t('handout.features'),
    columns: [
      ...(whole ? [text(t('handout.number'))] : []),
      text(t('handout.name')),
      text(t('handout.kind')),
      text(t('handout.districts')),
      numeric(t('handout.plansCount')),
      ...(whole
        ? [numeric(t('handout.error'), t('handout.errorUnit')), text(t('handout.summary')), text(t('handout.source'))]
        : []),
    ],
    rows: features.map(({ properties: one }) => [
      ...(whole ? [one.id] : []),
      named(context)(one.id),
      message(context.language, `kind.${one.kind}`),
      one.districts.map(named(context)).join('、'),
      one.plans,
      ...(whole ? [one.precision?.errorMeters, one.summary, citationsText(one.sources, context)] : []),
    ]),
  }
}

/** Returns projects as a table: the whole row, or what fits on a slide or a page. */
export function projectTable(
  projects: readonly Project[],
  context: HandoutContext,
  size: 'whole' | 'short',
): HandoutTable {
  const t = textIn(context)
  const investment = numeric(t('handout.investment'), t('handout.investmentUnit'))
  if (size === 'short')
    return {
      title: t('handout.projects'),
      columns: [text(t('handout.number')), text(t('handout.project')), investment, text(t('handout.lead'))],
      rows: projects.map((one) => [one.id, one.name, one.investmentWan, one.lead.join('、')]),
    }
  const schedule = context.record.region.years.schedule
  return {
    title: t('handout.projects'),
    columns: [
      text(t('handout.number')),
      text(t('handout.category')),
      text(t('handout.project')),
      text(t('handout.content')),
      investment,
      ...schedule.map((year) => text(String(year))),
      text(t('handout.lead')),
      text(t('handout.partners')),
      text(t('handout.source')),
    ],
    rows: projects.map((one) => [
      one.id,
      one.category,
      one.name,
      one.text,
      one.investmentWan,
      ...schedule.map((year) => one.schedule[year]),
      one.lead.join('、'),
      one.partners.join('、'),
      citationsText(one.sources, context),
    ]),
  }
}

/** Returns indicators as a table with the documents' own wording of each year: the whole row, or what fits on a slide. */
export function indicatorTable(
  indicators: readonly Indicator[],
  context: HandoutContext,
  size: 'whole' | 'short',
): HandoutTable {
  const t = textIn(context)
  const years = [...new Set(indicators.flatMap(({ targets }) => Object.keys(targets).map(Number)))].sort()
  return {
    title: t('handout.indicators'),
    columns: [
      text(t('handout.number')),
      text(t('handout.indicator')),
      text(t('handout.unit')),
      text(t('handout.baseline')),
      ...years.map((year) => text(String(year))),
      ...(size === 'whole' ? [text(t('handout.source'))] : []),
    ],
    rows: indicators.map((one) => [
      String(one.no),
      one.name,
      one.unit,
      `${one.baseline.year}：${one.baseline.text}`,
      ...years.map((year) => one.targets[year]?.text),
      ...(size === 'whole' ? [citationsText(one.sources, context)] : []),
    ]),
  }
}

/** Returns the investment of projects by category as a chart; in 万元. */
export function investmentChart(projects: readonly Project[], context: HandoutContext): HandoutChart {
  const t = textIn(context)
  const rows = investmentBy(context.record, projects, 'category')
  return {
    kind: 'bar',
    title: t('handout.byCategory'),
    unit: t('handout.investmentUnit'),
    categories: rows.map(({ label }) => label),
    series: [{ name: t('handout.investment'), values: rows.map(({ investmentWan }) => investmentWan) }],
  }
}

/** Returns an indicator as a chart; undefined where its targets are not numbers. */
export function indicatorLine(indicator: Indicator, context: HandoutContext): HandoutChart | undefined {
  const t = textIn(context)
  const { baseline, targets, name, unit } = indicator
  const years = Object.keys(targets).map(Number).sort()
  const values = years.map((year) => targets[year]?.value)
  if (baseline.value === undefined || values.every((value) => value === undefined)) return undefined
  const before = !years.includes(baseline.year)
  const gap = <T>(value: T) => (before ? [value] : [])
  return {
    kind: 'line',
    title: name,
    unit,
    categories: [...gap(String(baseline.year)), ...years.map(String)],
    series: [
      { name: t('handout.current'), values: [...gap(baseline.value), ...years.map(() => undefined)] },
      { name: t('handout.target'), values: [...gap(undefined), ...values] },
    ],
  }
}
