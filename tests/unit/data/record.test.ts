import { beforeAll, describe, expect, test } from 'vitest'
import type { BuiltRecord } from '../../../data/build'
import { checkPlaces } from '../../../data/steps/check-places'
import { bounds } from '../../../geo/base/measure'
import { authoredTexts, cites, idIn } from '../../fixtures/authored-text'
import { builtRecord } from '../../fixtures/built-record'
import { chongqingPage } from '../../fixtures/region'

/** Building stops at the first problem, so that a record here is one without any. */
let built: BuiltRecord
beforeAll(async () => {
  built = await builtRecord()
})

const features = () => built.resolved.features
const ofDocuments = (...ids: string[]) =>
  built.resolved.plans.filter((plan) => plan.sources.some(({ id }) => ids.includes(id)))

describe('how much there is', () => {
  test('every authored feature, plan and project, and no other', () => {
    const { plans, projects } = built.resolved
    expect(
      features()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(authoredTexts('features').map(idIn).sort())
    expect(plans.map(({ id }) => id).sort()).toEqual(authoredTexts('plans').map(idIn).sort())
    expect(projects).toHaveLength(authoredTexts('projects.yaml').length)
  })

  test.each([['cqrb2005'], ['cqrb2004'], ['cqrblj04'], ['ybdh2021'], ['yblsp20']])(
    'every plan that cites %s',
    (document) => {
      const authored = authoredTexts('plans').filter((row) => cites(row, [document]))
      expect(authored.length).toBeGreaterThan(0)
      expect(
        ofDocuments(document)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(authored.map(idIn).sort())
    },
  )

  test('the nine districts, each with positioning or a note that says why not', () => {
    for (const code of chongqingPage.centralDistricts) {
      const district = features().find(({ id }) => id === code)
      expect(district?.geometry, code).toBeTruthy()
      const { positioning = [], note } = district?.properties ?? {}
      expect(positioning.length > 0 || note !== undefined, code).toBe(true)
    }
  })

  test('at least 60 % of the features have a geometry', () => {
    const placed = features().filter(({ geometry }) => geometry !== null)
    expect(placed.length / features().length).toBeGreaterThanOrEqual(0.6)
  })
})

describe('every statement is cited', () => {
  test('by a document and a section of it', () => {
    const sections = new Map(built.record.sources.map(({ row }) => [row.id, row.sections]))
    const { plans, projects, indicators, relations } = built.resolved
    const cited = [
      ...features().map(({ properties }) => properties),
      ...plans,
      ...projects,
      ...indicators,
      ...relations,
    ]
    for (const { sources } of cited) {
      expect(sources.length).toBeGreaterThan(0)
      for (const { id, section } of sources) expect(sections.get(id), id).toContain(section)
    }
  })

  test('with the date of its statement', () => {
    const { plans, projects, indicators } = built.resolved
    for (const { stated } of [...plans, ...projects, ...indicators]) expect(stated).toMatch(/^20\d\d(-\d\d)?$/)
  })

  test('and both sides of a contradiction are', () => {
    for (const { row } of built.record.conflicts) {
      expect(row.values.length, row.id).toBeGreaterThanOrEqual(2)
      expect(new Set(row.values.map(({ text }) => text)).size, row.id).toBeGreaterThanOrEqual(2)
    }
  })

  test('a row that a contradiction names points back to it', () => {
    const conflicts = new Set(built.record.conflicts.map(({ row }) => row.id))
    const { plans, projects, indicators } = built.resolved
    const pointing = [...plans, ...projects, ...indicators].filter(({ conflict }) => conflict !== undefined)
    expect(pointing.length).toBeGreaterThan(0)
    for (const { conflict } of pointing) expect(conflicts).toContain(conflict)
  })
})

describe('places', () => {
  test('none lies outside the district it is said to be in', () => {
    expect(checkPlaces(built.record, built.resolved)).toEqual([])
  })

  test('every position says how far it may be off, and why', () => {
    for (const { id, geometry, properties } of features()) {
      expect(properties.precision !== undefined, id).toBe(geometry !== null)
      if (!properties.precision) continue
      expect(properties.precision.errorMeters, id).toBeGreaterThan(0)
      expect(properties.precision.source, id).not.toBe('')
    }
  })

  test('no two points stand exactly on each other', () => {
    const seen = new Map<string, string>()
    for (const { id, geometry } of features()) {
      if (geometry?.type !== 'Point') continue
      const at = geometry.coordinates.join(' ')
      expect(seen.get(at), `${id} at ${at}`).toBeUndefined()
      seen.set(at, id)
    }
  })

  test('the lines of the 米 shape leave the nine districts on all four sides', () => {
    const lines = features().filter(({ properties }) => ['highspeed', 'railway'].includes(properties.subkind ?? ''))
    const nine = features().filter(({ id }) => chongqingPage.centralDistricts.includes(id))
    const box = (some: typeof lines) => some.flatMap(({ geometry }) => (geometry ? [bounds(geometry)] : []))
    const side = (some: typeof lines, at: number) => {
      const values = box(some).map((each) => each[at] ?? Number.NaN)
      return at < 2 ? Math.min(...values) : Math.max(...values)
    }
    for (const at of [0, 1]) expect(side(lines, at)).toBeLessThan(side(nine, at))
    for (const at of [2, 3]) expect(side(lines, at)).toBeGreaterThan(side(nine, at))
  })

  test('巴南 adjoins ten districts', () => {
    expect(built.adjacency.filter(({ a, b }) => a === '500113' || b === '500113')).toHaveLength(10)
  })
})

describe('Yubei’s plan', () => {
  const categories: [string, number][] = [
    ['生态空间优化美化工程', 546_050],
    ['生态环境品质提升工程', 192_900],
    ['生态产业融合升级工程', 694_500],
    ['“两山”转化平台建设工程', 128_500],
    ['“两山”转化制度建设工程', 1_200],
  ]
  const invested = (category?: string) =>
    built.resolved.projects
      .filter((project) => category === undefined || project.category === category)
      .reduce((sum, { investmentWan = 0 }) => sum + investmentWan, 0)

  test.each(categories)('%s: %i 万元', (category, wan) => {
    expect(invested(category)).toBe(wan)
  })

  test('1,563,150 万元 in all, in 5 categories, 23 programmes, 69 numbers, 71 rows', () => {
    const { projects } = built.resolved
    expect(invested()).toBe(1_563_150)
    expect(new Set(projects.map(({ category }) => category)).size).toBe(5)
    expect(new Set(projects.map(({ programme }) => programme)).size).toBe(23)
    expect(new Set(projects.map(({ no }) => no)).size).toBe(69)
    expect(projects).toHaveLength(71)
  })

  test('21 indicators, numbered without a gap, each with its baseline; 8 statistics tasks', () => {
    const numbers = built.resolved.indicators.map(({ no }) => no).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
    for (const { baseline } of built.resolved.indicators) expect(baseline.text).not.toBe('')
    expect(built.record.tasks).toHaveLength(8)
  })

  test('every project is led by someone and linked to a feature', () => {
    for (const { id, lead, features: linked } of built.resolved.projects) {
      expect(lead.length, id).toBeGreaterThan(0)
      expect(linked.length, id).toBeGreaterThan(0)
    }
  })
})
