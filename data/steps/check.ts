/**
 * Checks what a schema cannot: repeated and dangling ids, undeclared sections and units, positions outside the
 * region. Pure; every problem names file, line and value.
 */
import type { Bbox } from '../../geo/base/position'
import type { Figure, SourceReference } from '../schema'
import type { Region } from '../schema-region'
import { strangersToRegion } from './check-region'
import type { AuthoredRecord, Located, Problem } from './read'

/** Returns every problem of the rows of a region that can be found without geometry. */
export function checkRecord(record: AuthoredRecord, region: Located<Region>): Problem[] {
  return [
    ...duplicates(record),
    ...danglingIds(record),
    ...unknownSources(record),
    ...unknownUnits(record),
    ...positionsOutside(record, region.row.bounds),
    ...strangersToRegion(record, region),
  ]
}

const problemAt = (located: Located<unknown>, path: readonly PropertyKey[], message: string): Problem => ({
  file: located.file,
  line: located.lineOf(path),
  message,
})

function duplicates(record: AuthoredRecord): Problem[] {
  const keyed: [string, Located<unknown>, string][] = [
    ...record.features.map((f) => ['features', f, f.row.id] as [string, Located<unknown>, string]),
    ...record.plans.map((p) => ['plans', p, p.row.id] as [string, Located<unknown>, string]),
    ...record.relations.map((r) => ['relations', r, r.row.id] as [string, Located<unknown>, string]),
    ...record.conflicts.map((c) => ['conflicts', c, c.row.id] as [string, Located<unknown>, string]),
    ...record.sources.map((s) => ['sources', s, s.row.id] as [string, Located<unknown>, string]),
    ...record.tasks.map((t) => ['tasks', t, t.row.id] as [string, Located<unknown>, string]),
    ...record.projects.map(
      (p) => ['projects', p, `${p.row.no}${p.row.sub ?? ''}`] as [string, Located<unknown>, string],
    ),
    ...record.indicators.map((i) => ['indicators', i, String(i.row.no)] as [string, Located<unknown>, string]),
  ]
  const seen = new Map<string, Located<unknown>>()
  const problems: Problem[] = []
  for (const [kind, located, id] of keyed) {
    const first = seen.get(`${kind} ${id}`)
    if (first) problems.push(problemAt(located, ['id'], `编号 ${id} 重复：已见于 ${first.file}:${first.line}`))
    else seen.set(`${kind} ${id}`, located)
  }
  return [...problems, ...sharedNames(record)]
}

/** Two features under one name would make search and citations ambiguous: one feature with aliases is meant. */
function sharedNames(record: AuthoredRecord): Problem[] {
  const owners = new Map<string, Located<{ id: string }>>()
  const problems: Problem[] = []
  for (const located of record.features) {
    for (const name of new Set([located.row.name, ...located.row.aliases])) {
      const owner = owners.get(name)
      if (owner) {
        const at = `${owner.row.id}（${owner.file}:${owner.line}）`
        problems.push(problemAt(located, ['name'], `${located.row.id} 的名称“${name}”已属于 ${at}：应合并为一个要素`))
      } else owners.set(name, located)
    }
  }
  return problems
}

function danglingIds(record: AuthoredRecord): Problem[] {
  const features = new Set(record.features.map((f) => f.row.id))
  const plans = new Set(record.plans.map((p) => p.row.id))
  const projects = new Set(record.projects.map((p) => `${p.row.no}${p.row.sub ?? ''}`))
  const indicators = new Set(record.indicators.map((i) => i.row.no))
  const problems: Problem[] = []
  const expect = <T>(located: Located<{ id: string } | object>, field: string, values: readonly T[], known: Set<T>) => {
    values.forEach((value, index) => {
      if (!known.has(value)) problems.push(problemAt(located, [field, index], `${field} 指向不存在的编号 ${value}`))
    })
  }
  for (const f of record.features) expect(f, 'zones', f.row.zones, features)
  for (const f of record.features) expect(f, 'highlights', f.row.highlights ?? [], plans)
  for (const p of record.plans) expect(p, 'features', p.row.features, features)
  for (const p of record.projects) expect(p, 'features', p.row.features, features)
  for (const r of record.relations) expect(r, 'to', r.row.to, features)
  for (const r of record.relations) expect(r, 'from', [r.row.from], features)
  for (const c of record.conflicts) {
    expect(c, 'features', c.row.features, features)
    expect(c, 'plans', c.row.plans, plans)
    expect(c, 'projects', c.row.projects, projects)
    expect(c, 'indicators', c.row.indicators, indicators)
  }
  const targets = aliasTargets(record)
  for (const a of record.aliases) if (a.row.to) expect(a, 'to', [a.row.to], targets)
  return problems
}

/** Everything an id that is gone may lead to. */
const aliasTargets = (record: AuthoredRecord): Set<string> =>
  new Set([
    ...[...record.features, ...record.plans, ...record.relations].map(({ row }) => row.id),
    ...record.projects.map(({ row }) => `project:${row.no}${row.sub ?? ''}`),
    ...record.indicators.map(({ row }) => `indicator:${row.no}`),
  ])

function unknownSources(record: AuthoredRecord): Problem[] {
  const sections = new Map(record.sources.map((s) => [s.row.id, new Set(s.row.sections)]))
  const problems: Problem[] = []
  const expect = (located: Located<unknown>, path: PropertyKey[], reference: SourceReference) => {
    const known = sections.get(reference.id)
    if (!known) problems.push(problemAt(located, path, `来源 ${reference.id} 不在 data/sources.yaml`))
    else if (!known.has(reference.section))
      problems.push(problemAt(located, path, `来源 ${reference.id} 没有章节“${reference.section}”`))
  }
  const cited: Located<{ sources: SourceReference[] }>[] = [
    ...record.features,
    ...record.plans,
    ...record.relations,
    ...record.projects,
    ...record.indicators,
    ...record.tasks,
  ]
  for (const located of cited) for (const [i, s] of located.row.sources.entries()) expect(located, ['sources', i], s)
  for (const f of record.features)
    for (const [i, p] of f.row.positioning.entries()) for (const s of p.sources) expect(f, ['positioning', i], s)
  for (const f of record.features)
    for (const [i, s] of (f.row.extent?.sources ?? []).entries()) expect(f, ['extent', 'sources', i], s)
  for (const c of record.conflicts) for (const [i, v] of c.row.values.entries()) expect(c, ['values', i], v.source)
  return problems
}

function unknownUnits(record: AuthoredRecord): Problem[] {
  const units = new Set(record.units.map((u) => u.row.unit))
  const withFigures: Located<{ figures: Figure[] }>[] = [...record.plans, ...record.relations]
  const problems = withFigures.flatMap((located) =>
    located.row.figures.flatMap((f, i) =>
      units.has(f.unit) ? [] : [problemAt(located, ['figures', i, 'unit'], `单位“${f.unit}”不在 data/units.yaml`)],
    ),
  )
  for (const i of record.indicators)
    if (!units.has(i.row.unit)) problems.push(problemAt(i, ['unit'], `单位“${i.row.unit}”不在 data/units.yaml`))
  return problems
}

function positionsOutside(record: AuthoredRecord, bounds: Bbox): Problem[] {
  const [west, south, east, north] = bounds
  return record.features.flatMap((located) => {
    const position = located.row.position
    if (!position || !('at' in position) || located.row.beyondRegion) return []
    const [longitude, latitude] = position.at
    if (isInside(bounds, longitude, latitude)) return []
    const at = `[${longitude}, ${latitude}]`
    const message = isInside(bounds, latitude, longitude)
      ? `坐标 ${at} 的经纬度写反了：应先经度后纬度`
      : `坐标 ${at} 超出范围（东经 ${west}–${east}、北纬 ${south}–${north}）`
    return [problemAt(located, ['position', 'at'], `${located.row.id}：${message}`)]
  })
}

const isInside = ([west, south, east, north]: Bbox, longitude: number, latitude: number) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north
