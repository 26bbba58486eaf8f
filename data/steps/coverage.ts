/** How much of the record is placed, cited and linked. Pure. */
import type { BuiltRecord } from '../build'
import { featureKinds, themeIds } from '../schema-ids'
import { type Row, table } from './markdown-table'
import { qualityTables } from './quality'

/** Returns the tables of the report as Markdown, which the README quotes. */
export function coverageReport(built: BuiltRecord): string {
  const tables = [
    featuresByKind(built),
    featuresByDistrict(built),
    plansByTheme(built),
    ...qualityTables(built.record),
    totals(built),
  ]
  return tables.join('\n\n')
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`)

function placedRow(name: string, features: BuiltRecord['resolved']['features']): Row {
  const placed = features.filter(({ geometry }) => geometry !== null).length
  return { name, cells: [features.length, placed, percent(placed, features.length)] }
}

function featuresByKind({ resolved: { features } }: BuiltRecord): string {
  const rows = featureKinds.map((kind) =>
    placedRow(
      kind,
      features.filter(({ properties }) => properties.kind === kind),
    ),
  )
  return table(
    ['要素 features', '总数 all', '有位置 placed', '比例 share'],
    [...rows, placedRow('合计 total', features)],
  )
}

/** A feature in several districts counts in each. */
function featuresByDistrict({ resolved: { features } }: BuiltRecord): string {
  const districts = features.filter(({ properties }) => properties.kind === 'district')
  const rows = districts.map(({ id, properties }) => {
    const { name, cells } = placedRow(
      properties.name,
      features.filter((feature) => feature.id !== id && feature.properties.districts.includes(id)),
    )
    const { plans: own, plansWithin = 0, plansShared = 0 } = properties
    return { name, cells: [...cells, own, plansWithin, plansShared] }
  })
  const elsewhere = features.filter(
    ({ properties }) => properties.kind !== 'district' && properties.districts.length === 0,
  )
  const outside = { name: '不属区县 none', cells: [...placedRow('', elsewhere).cells, '–', '–', '–'] }
  return table(
    ['区县 district', '要素', '有位置', '比例', '写到本区 own', '写到区内要素 within', '写到跨区要素 shared'],
    [...rows, outside],
  )
}

function plansByTheme({ resolved: { plans }, record }: BuiltRecord): string {
  const documents = record.sources.map(({ row }) => row).filter(({ kind }) => kind !== 'dataset')
  const cites = (plan: (typeof plans)[number], id: string) => plan.sources.some((source) => source.id === id)
  const row = (name: string, chosen: typeof plans): Row => ({
    name,
    cells: [chosen.length, ...documents.map(({ id }) => chosen.filter((plan) => cites(plan, id)).length)],
  })
  const themeName = (theme: string) => record.themes.find(({ row: each }) => each.id === theme)?.row.name ?? theme
  const rows = themeIds.map((theme) =>
    row(
      themeName(theme),
      plans.filter((plan) => plan.theme === theme),
    ),
  )
  return table(['规划 plans', '总数 all', ...documents.map(({ id }) => id)], [...rows, row('合计 total', plans)])
}

function totals({ resolved, record }: BuiltRecord): string {
  const { features, plans, projects, indicators, relations } = resolved
  const linked = projects.filter((project) => project.features.length > 0).length
  const cited = [features.map(({ properties }) => properties), plans, projects, indicators, relations].flat()
  const uncited = cited.filter(({ sources }) => sources.length === 0 || sources.some(({ section }) => section === ''))
  const wan = projects.reduce((sum, { investmentWan = 0 }) => sum + investmentWan, 0)
  const rows: Row[] = [
    { name: '工程项目 projects（行 rows）', cells: [projects.length] },
    { name: '其中连到要素 linked to features', cells: [linked] },
    { name: '投资合计 investment（万元）', cells: [wan.toLocaleString('en')] },
    { name: '指标 indicators', cells: [indicators.length] },
    { name: '统计任务 tasks', cells: [record.tasks.length] },
    { name: '联动 relations', cells: [relations.length] },
    { name: '矛盾 conflicts', cells: [record.conflicts.length] },
    { name: '没有出处 without a source', cells: [uncited.length] },
  ]
  return table(['其余 the rest', '数 number'], rows)
}
