import { beforeAll, describe, expect, it } from 'vitest'
import { featureKinds, idPattern, statuses, themeIds } from '../../../data/schema-ids'
import { conflictsOf, tabsOf } from '../../../src/model/detail'
import { filterCounts, investmentBands } from '../../../src/model/filters/counts'
import { departmentId, departmentsOf } from '../../../src/model/filters/departments'
import { neighbourhoodDistricts } from '../../../src/model/filters/neighbourhood'
import {
  featureIsVisible,
  indicatorIsVisible,
  planIsVisible,
  projectIsVisible,
} from '../../../src/model/filters/visible'
import { filterWords, isFiltered } from '../../../src/model/filters/words'
import { type DetailFiles, type PlanRecord, withProjects } from '../../../src/model/record'
import { defaultView, type Filters, noFilters, type View } from '../../../src/model/view'
import { offeredYears } from '../../../src/model/years'
import { builtRecord } from './built-record'

let record: PlanRecord
let details: DetailFiles
const everything = defaultView(themeIds)
const asked = (change: Partial<View>): View => ({ ...everything, ...change })
const filtered = (filters: Partial<Filters>) => asked({ filters: { ...noFilters, ...filters } })

beforeAll(async () => {
  const built = await builtRecord()
  details = built.details
  record = withProjects(built.record, details.projects)
}, 240_000)

const plans = (view: View) => record.plans.filter((plan) => planIsVisible(plan, view, record)).length
const projects = (view: View) => details.projects.filter((project) => projectIsVisible(project, view, record)).length
const indicators = (view: View) =>
  details.indicators.filter((each) => indicatorIsVisible(each, view, details.tasks, record)).length
const features = (view: View) => record.features.filter((each) => featureIsVisible(each, record, view)).length

describe('counts before choosing are what the choice then shows', () => {
  it('for every status, document, year, range of investment, kind and position', () => {
    const counts = filterCounts(record, everything, details)
    for (const status of statuses)
      expect(counts.statuses.get(status) ?? 0).toBe(plans(filtered({ statuses: [status] })))
    for (const { id } of record.sources) {
      const view = filtered({ documents: [id] })
      expect(counts.documents.get(id) ?? 0).toBe(plans(view) + projects(view) + indicators(view))
    }
    for (const year of offeredYears(record.region.years)) {
      const view = asked({ years: { from: year, to: year } })
      expect(counts.years.get(year)).toBe(plans(view) + projects(view))
    }
    for (const [index, investment] of investmentBands.entries())
      expect(counts.investment[index]).toBe(projects(filtered({ investment })))
    for (const kind of featureKinds) expect(counts.kinds.get(kind) ?? 0).toBe(features(filtered({ kinds: [kind] })))
    for (const dated of [true, false])
      expect(counts.dated[dated ? 'yes' : 'no']).toBe(plans(filtered({ dated })) + projects(filtered({ dated })))
    expect(counts.placed.yes).toBe(features(filtered({ placed: true })))
    expect(counts.placed.no).toBe(features(filtered({ placed: false })))
  })

  it('for every department, and no two departments share an id', () => {
    const counts = filterCounts(record, everything, details)
    const departments = departmentsOf(record, details)
    expect(new Set(departments.map(({ id }) => id)).size).toBe(departments.length)
    for (const { id } of departments) {
      expect(id).toMatch(idPattern)
      const view = filtered({ departments: [id] })
      expect(counts.departments.get(id) ?? 0).toBe(plans(view) + projects(view))
    }
  })

  it('keeps the other groups while counting one', () => {
    const view = filtered({ statuses: ['built'] })
    const counts = filterCounts(record, view, details)
    const document = 'yblsp20'
    expect(counts.documents.get(document)).toBe(
      plans(filtered({ statuses: ['built'], documents: [document] })) +
        projects(filtered({ statuses: ['built'], documents: [document] })) +
        indicators(filtered({ statuses: ['built'], documents: [document] })),
    )
  })
})

describe('money and departments reach the map', () => {
  it('shows only features with a project in the range, and no plan', () => {
    const view = filtered({ investment: { from: 100000 } })
    expect(plans(view)).toBe(0)
    const shown = record.features.filter(
      (feature) => feature.properties.kind !== 'district' && featureIsVisible(feature, record, view),
    )
    expect(shown.length).toBeGreaterThan(0)
    for (const { properties } of shown) {
      const sums = (record.projectsByFeature.get(properties.id) ?? []).map(({ investmentWan }) => investmentWan ?? 0)
      expect(Math.max(...sums)).toBeGreaterThanOrEqual(100000)
    }
  })

  it('leads from a department to the projects it leads', () => {
    const view = filtered({ departments: [departmentId('区生态环境局')] })
    const led = details.projects.filter(({ lead }) => lead.includes('区生态环境局'))
    expect(led.length).toBeGreaterThan(10)
    expect(projects(view)).toBe(led.length)
  })
})

describe('本区与邻区', () => {
  const inSouth = filtered({ around: '500113' })
  const codes = () => neighbourhoodDistricts(record, '500113')

  it('is the district and its ten neighbours, and what names one of them as its own', () => {
    expect(codes().size).toBe(11)
    const shown = record.features.filter((each) => featureIsVisible(each, record, inSouth))
    for (const { properties } of shown) {
      const places = properties.kind === 'district' ? [properties.id] : properties.districts
      expect(places.some((code) => codes().has(code))).toBe(true)
    }
    const left = record.features.filter((each) => !shown.includes(each))
    expect(shown.length).toBeGreaterThan(50)
    expect(left.length).toBeGreaterThan(50)
    for (const { properties } of left) expect(properties.districts.some((code) => codes().has(code))).toBe(false)
  })

  it('counts before choosing what the choice then shows, and joins the other filters', () => {
    const counts = filterCounts(record, everything, details)
    for (const [code, count] of counts.around) expect(count).toBe(features(filtered({ around: code })))
    const both = filtered({ around: '500113', statuses: ['built'] })
    expect(plans(both)).toBeLessThan(Math.min(plans(inSouth), plans(filtered({ statuses: ['built'] }))))
    expect(plans(both)).toBeGreaterThan(0)
  })

  it('leaves Yubei’s indicators out where Yubei is out, and its projects unless they reach in', () => {
    const near = neighbourhoodDistricts(record, '500104')
    const west = filtered({ around: '500104' })
    expect(codes().has('500112')).toBe(true)
    expect(near.has('500112')).toBe(false)
    expect(indicators(west)).toBe(0)
    const shown = details.projects.filter((project) => projectIsVisible(project, west, record))
    expect(shown.length).toBeLessThan(10)
    const places = (id: string) => [id, ...(record.featureById.get(id)?.properties.districts ?? [])]
    for (const project of shown) expect(project.features.flatMap(places).some((code) => near.has(code))).toBe(true)
  })

  it('is said in words', () => {
    expect(filterWords(record, details, inSouth, 'zh-CN')).toEqual(['巴南区及邻区'])
    expect(isFiltered(inSouth)).toBe(true)
  })
})

describe('what is filtered, in words', () => {
  it('says nothing of the default and names everything else in both languages', () => {
    expect(isFiltered(everything)).toBe(false)
    const view = asked({
      themes: ['tr', 'ec'],
      years: { from: 2022, to: 2025 },
      filters: { ...noFilters, statuses: ['planned'], departments: [departmentId('区林业局')], placed: true },
    })
    expect(isFiltered(view)).toBe(true)
    expect(filterWords(record, details, view, 'zh-CN').join('；')).toBe(
      '交通、生态；状态为规划；2022–2025 年；区林业局负责；有位置',
    )
    expect(filterWords(record, details, view, 'en')).toContain('status Planned')
    expect(filterWords(record, details, filtered({ investment: { from: 5000, to: 20000 } }), 'zh-CN')).toEqual([
      '投资5,000 万元至2 亿元',
    ])
  })
})

describe('tabs and contradictions', () => {
  it('gives Yubei all six tabs with what they hold', () => {
    const yubei = record.featureById.get('500112')
    if (!yubei) throw new Error('the record lacks 500112')
    const tabs = new Map(tabsOf(record, details, yubei).map(({ id, count }) => [id, count]))
    expect([...tabs.keys()]).toEqual(['plans', 'features', 'projects', 'indicators', 'links', 'conflicts'])
    expect(tabs.get('projects')).toBe(71)
    expect(tabs.get('indicators')).toBe(21)
  })

  it('shows a contradiction at every row it is about', () => {
    for (const conflict of details.conflicts) {
      const subjects = [
        ...conflict.features.map((feature) => ({ feature })),
        ...conflict.plans.map((plan) => ({ plan })),
        ...conflict.projects.map((project) => ({ project })),
        ...conflict.indicators.map((indicator) => ({ indicator })),
      ]
      for (const subject of subjects) expect(conflictsOf(details, subject)).toContain(conflict)
    }
    expect(conflictsOf(details, { indicator: 3 }).some(({ values }) => values.length >= 2)).toBe(true)
  })
})
