import { beforeAll, describe, expect, it } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import {
  catalogueEntries,
  catalogueSubjects,
  type Entry,
  groupEntries,
  groupings,
  sortEntries,
  sortings,
} from '../../../src/model/catalogue/catalogue'
import { entriesCsv, entriesGeoJson } from '../../../src/model/catalogue/export'
import { tabsOf } from '../../../src/model/detail'
import { supportOf } from '../../../src/model/detail-source'
import { type DetailFiles, type PlanRecord, withProjects } from '../../../src/model/record'
import { defaultView, noFilters, type View } from '../../../src/model/view'
import { builtRecord } from './built-record'

let record: PlanRecord
let details: DetailFiles
const everything = defaultView(themeIds)
const asked = (change: Partial<View>): View => ({ ...everything, ...change })
const idsOf = (entries: readonly Entry[]) => new Set(entries.map(({ id }) => id))

beforeAll(async () => {
  const built = await builtRecord()
  details = built.details
  record = withProjects(built.record, details.projects)
}, 240_000)

describe('the catalogue equals the record', () => {
  it('holds every feature, plan, project and indicator, each reachable under every grouping', () => {
    const whole = {
      features: record.features.map(({ properties }) => properties.id),
      plans: record.plans.map(({ id }) => id),
      projects: details.projects.map(({ id }) => id),
      indicators: details.indicators.map(({ no }) => String(no)),
    }
    for (const subject of catalogueSubjects) {
      const entries = catalogueEntries(record, details, everything, subject)
      expect(whole[subject].filter((id) => !idsOf(entries).has(id))).toEqual([])
      expect(entries.length).toBe(whole[subject].length)
      for (const grouping of groupings[subject]) {
        const grouped = idsOf(groupEntries(entries, grouping, record).flatMap((group) => group.entries))
        expect(whole[subject].filter((id) => !grouped.has(id))).toEqual([])
      }
    }
  })

  it('opens panels that can show a name and a known source for every row', () => {
    const rows = [...record.plans, ...details.projects, ...details.indicators]
    for (const row of rows) {
      expect('text' in row ? row.text : row.name).not.toBe('')
      expect(row.sources.every(({ id }) => record.sourceById.has(id))).toBe(true)
    }
    for (const feature of record.features) {
      expect(feature.properties.name).not.toBe('')
      expect(feature.properties.sources.length).toBeGreaterThan(0)
      expect(tabsOf(record, details, feature)[0]?.id).toBe('plans')
    }
  })

  it('finds every row again from the page of its document', () => {
    const found = record.sources.map(({ id }) => supportOf(record, details, id))
    const plans = new Set(found.flatMap(({ sections }) => sections.flatMap((section) => section.plans)))
    expect(record.plans.filter((plan) => !plans.has(plan))).toEqual([])
    const projects = new Set(found.flatMap((support) => support.projects))
    expect(details.projects.filter((project) => !projects.has(project))).toEqual([])
    expect(found.reduce((sum, { indicators }) => sum + indicators.length, 0)).toBe(details.indicators.length)
  })

  it('follows the filters of the map', () => {
    const view = asked({ themes: ['tr'], filters: { ...noFilters, placed: false } })
    const features = catalogueEntries(record, details, view, 'features')
    expect(features.length).toBeGreaterThan(0)
    for (const entry of features) expect(entry.subject === 'features' && entry.row.geometry).toBeNull()
    for (const entry of catalogueEntries(record, details, asked({ themes: ['tr'] }), 'plans'))
      expect(entry.subject === 'plans' && entry.row.theme).toBe('tr')
  })
})

describe('sorting', () => {
  it('keeps every entry, whatever the order', () => {
    for (const subject of catalogueSubjects) {
      const entries = catalogueEntries(record, details, everything, subject)
      for (const sorting of sortings[subject])
        expect([...idsOf(sortEntries(entries, sorting, record.region))].sort()).toEqual([...idsOf(entries)].sort())
    }
  })

  it('puts the dearest project first', () => {
    const [first] = sortEntries(catalogueEntries(record, details, everything, 'projects'), 'investment', record.region)
    const dearest = Math.max(...details.projects.map(({ investmentWan }) => investmentWan ?? 0))
    expect(first?.subject === 'projects' && first.row.investmentWan).toBe(dearest)
  })
})

describe('files of what is shown', () => {
  it('writes one line for each entry even where it stands in several groups', () => {
    for (const subject of catalogueSubjects) {
      const entries = catalogueEntries(record, details, everything, subject)
      const lines = entriesCsv([...entries, ...entries.slice(0, 5)], record, '2026-11-30')
        .trimEnd()
        .split('\r\n')
      expect(lines.length).toBe(entries.length + 1)
    }
  })

  it('ships features without a position as features without geometry', () => {
    const entries = catalogueEntries(record, details, asked({ filters: { ...noFilters, placed: false } }), 'features')
    const { features } = entriesGeoJson(entries, record)
    expect(features.length).toBe(entries.length)
    expect(features.every(({ geometry }) => geometry === null)).toBe(true)
  })
})
