/** The rows of the catalogue as CSV and GeoJSON. */
import type { FeatureCollection, Geometry } from 'geojson'
import { toCsv } from '../../../data/csv'
import { projectsCsv } from '../../../data/projects-csv'
import type { Indicator, Plan, SourceReference } from '../../../data/schema'
import { addToGroup } from '../../../geo/base/groups'
import { fileGeometry } from '../../../geo/base/rfc7946'
import { message } from '../messages'
import { type Deadline, deadlineOf } from '../plans/deadline'
import type { PlanRecord, RecordFeature } from '../record'
import { type RegionYears, seriesYears } from '../years'
import type { Entry } from './catalogue'

/**
 * Returns the entries of one subject as CSV with a Chinese header, each entry once. `today`, `YYYY-MM-DD`, is the day
 * for which the deadlines of plans are stated.
 */
export function entriesCsv(entries: readonly Entry[], record: PlanRecord, today: string): string {
  const once = unique(entries)
  const first = once[0]
  if (!first) return toCsv([], [])
  const nameOf = (id: string) => record.featureById.get(id)?.properties.name ?? id
  switch (first.subject) {
    case 'features':
      return toCsv(
        featureHeader,
        rowsOf(once, 'features').map((row) => featureCells(row, nameOf, record)),
      )
    case 'plans':
      return toCsv(
        planHeader,
        rowsOf(once, 'plans').map((row) => planCells(row, nameOf, record, today)),
      )
    case 'projects':
      return projectsCsv(rowsOf(once, 'projects'), record.region.years.schedule, {
        features: (ids) => ids.map(nameOf).join('、'),
        sources: (sources) => sourcesText(sources, record),
      })
    case 'indicators':
      return toCsv(
        indicatorHeader(record.region.years),
        rowsOf(once, 'indicators').map((row) => indicatorCells(row, record)),
      )
  }
}

/** A GeoJSON collection that says of which release it is, `YYYY-MM-DD`. */
export interface EntryCollection extends FeatureCollection<Geometry | null> {
  release: string
}

/**
 * Returns the features listed, or those that the listed rows are about, with the ids of these rows. WGS 84 in
 * degrees; unplaced features have a null geometry.
 */
export function entriesGeoJson(entries: readonly Entry[], record: PlanRecord): EntryCollection {
  const shown = new Map<string, string[]>()
  for (const entry of unique(entries)) {
    const features = entry.subject === 'features' ? [entry.id] : 'features' in entry.row ? entry.row.features : []
    for (const id of features) addToGroup(shown, id, entry.id)
  }
  const features = [...shown].flatMap(([id, rows]) => {
    const feature = record.featureById.get(id)
    if (!feature) return []
    const about = rows.length === 1 && rows[0] === id ? {} : { rows }
    return [
      {
        type: 'Feature' as const,
        id,
        properties: { ...feature.properties, ...about },
        geometry: fileGeometry(feature.geometry),
      },
    ]
  })
  return { type: 'FeatureCollection', release: record.release, features }
}

function unique(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}

function rowsOf<S extends Entry['subject']>(entries: readonly Entry[], subject: S) {
  return entries.flatMap((entry) =>
    entry.subject === subject ? [entry.row as Extract<Entry, { subject: S }>['row']] : [],
  )
}

type NameOf = (id: string) => string

/** `重庆日报… 2020-05 渝北·开篇`, several joined by ；. */
const sourcesText = (sources: readonly SourceReference[], record: PlanRecord) =>
  sources
    .map(({ id, section, item }) => {
      const source = record.sourceById.get(id)
      return [source?.title ?? id, source?.date, section, item].filter(Boolean).join(' ')
    })
    .join('；')

const featureHeader = [
  '编号',
  '名称',
  '英文名',
  '类型',
  '区县',
  '规划事项',
  '误差（米）',
  '概要',
  '来源',
  '区内要素的规划事项',
  '跨区要素的规划事项',
]
const featureCells = ({ properties: p }: RecordFeature, nameOf: NameOf, record: PlanRecord) => [
  p.id,
  p.name,
  p.nameEn,
  p.kind,
  p.districts.map(nameOf).join('、'),
  p.plans,
  p.precision?.errorMeters,
  p.summary,
  sourcesText(p.sources, record),
  p.plansWithin,
  p.plansShared,
]

const planHeader = [
  '编号',
  '主题',
  '状态',
  '起',
  '止',
  '事项',
  '数字',
  '要素',
  '责任单位',
  '表述日期',
  '来源',
  '年份情况',
  '截至',
]
const planCells = (plan: Plan, nameOf: NameOf, record: PlanRecord, today: string) => [
  plan.id,
  record.themeById.get(plan.theme)?.name,
  plan.status,
  plan.from,
  plan.to,
  plan.text,
  plan.figures
    .map(({ what, approx, value, unit, year }) => `${what}${year ?? ''}：${approx ?? ''}${value}${unit}`)
    .join('；'),
  plan.features.map(nameOf).join('、'),
  plan.bodies.join('、'),
  plan.stated,
  sourcesText(plan.sources, record),
  deadlineText(deadlineOf(plan, today)),
  today,
]

/** Empty where a plan is done, a description, or still ahead. */
const deadlineText = (deadline: Deadline) =>
  deadline === 'closed' || deadline === 'ahead' ? '' : message('zh-CN', `deadline.${deadline}`)

const indicatorHeader = (years: RegionYears) => [
  ...['序号', '指标', '分组', '任务', '单位', '要求'],
  ...seriesYears(years).map(String),
  ...['说明', '来源'],
]
const indicatorCells = (indicator: Indicator, record: PlanRecord) => [
  indicator.no,
  indicator.name,
  indicator.group,
  indicator.task,
  indicator.unit,
  indicator.requirement,
  indicator.baseline.text,
  ...record.region.years.schedule.map((year) => indicator.targets[year]?.text),
  indicator.note,
  sourcesText(indicator.sources, record),
]
