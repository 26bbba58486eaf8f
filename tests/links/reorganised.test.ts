import { beforeAll, describe, expect, test } from 'vitest'
import type { Alias, FeatureProperties } from '../../data/schema'
import { type CoreFiles, indexRecord, type PlanRecord, type RecordFeature } from '../../src/model/record'
import { resolveView } from '../../src/state/resolve'
import { builtRecord } from '../fixtures/built-record'
import { chongqingPage } from '../fixtures/region'
import { goldenLinks } from './golden'

const links = goldenLinks()
let today: PlanRecord
let later: PlanRecord

/** What next year's editors may do: rename, merge and delete what the golden links name, and say where it went. */
const aliases: Alias[] = [
  { from: 'gyport', to: 'guoyuan', reason: '改名' },
  { from: 'yuguigaotie', to: 'mzxgtw', reason: '并入高铁网' },
  { from: 'boardnorth', to: 'ljxq', reason: '合并' },
  { from: 'ljxq', to: 'liangjiang', reason: '改名' },
  { from: '500103', reason: '区划调整后不再单列' },
  { from: 'pa013', to: 'pz001', reason: '改号' },
]
const renamed = new Map([
  ['gyport', 'guoyuan'],
  ['ljxq', 'liangjiang'],
])
const gone = ['yuguigaotie', 'boardnorth']

function reorganised(record: PlanRecord): PlanRecord {
  const features: RecordFeature[] = record.features
    .filter(({ properties }) => !gone.includes(properties.id))
    .map((feature) => withId(feature, renamed.get(feature.properties.id) ?? feature.properties.id))
  const plans = record.plans.map((plan) => (plan.id === 'pa013' ? { ...plan, id: 'pz001' } : plan))
  // The nine districts index the record: the one that goes keeps its place there and loses its id for links.
  const indexed = indexRecord({ ...record, features, plans, aliases } as CoreFiles, record.region)
  const featureById = new Map(indexed.featureById)
  featureById.delete('500103')
  return { ...indexed, featureById }
}

const withId = (feature: RecordFeature, id: string): RecordFeature => ({
  ...feature,
  id,
  properties: { ...feature.properties, id } as FeatureProperties,
})

beforeAll(async () => {
  const { resolved, record, shipped } = await builtRecord()
  const { aliases: _, ...core } = JSON.parse(shipped.core) as CoreFiles
  today = indexRecord(
    {
      ...core,
      features: resolved.features as RecordFeature[],
      aliases: record.aliases.map(({ row }) => row),
    },
    chongqingPage,
  )
  later = reorganised(today)
}, 180_000)

describe('golden links and the record of today', () => {
  test('every one of them names only what is there', () => {
    for (const { what, view } of links) expect(resolveView(view, today).losses, what).toEqual([])
  })
})

describe('golden links after the record was reorganised', () => {
  test('each opens the right thing or says why not', () => {
    for (const { what, view } of links) {
      const { view: opened, losses } = resolveView(view, later)
      for (const id of [...opened.districts, ...(opened.feature ? [opened.feature] : [])])
        expect(later.featureById.has(id), `${what}: ${id}`).toBe(true)
      const asked = [...view.districts, ...(view.feature ? [view.feature] : [])].length
      const found = opened.districts.length + (opened.feature ? 1 : 0)
      expect(found + losses.filter((loss) => loss.what === 'district' || loss.what === 'feature').length, what).toBe(
        asked,
      )
      for (const loss of losses) if (loss.reason === 'retired') expect(loss.sentence).toBe('区划调整后不再单列')
    }
  })

  test('a renamed port, a merged board and a railway that became part of its network are found', () => {
    const opens = (what: string) => {
      const link = links.find((each) => each.what === what)
      if (!link) throw new Error(`no golden link is called ${what}`)
      return resolveView(link.view, later)
    }
    expect(opens('果园港')).toMatchObject({ view: { feature: 'guoyuan' }, losses: [] })
    expect(opens('北部板块')).toMatchObject({ view: { feature: 'liangjiang' }, losses: [] })
    expect(opens('穿越')).toMatchObject({ view: { feature: 'mzxgtw', analysis: { feature: 'mzxgtw' } }, losses: [] })
    expect(opens('要素缓冲')).toMatchObject({ view: { analysis: { subject: { feature: 'guoyuan' } } }, losses: [] })
    expect(opens('规划事项')).toMatchObject({ view: { item: { kind: 'plan', id: 'pz001' } }, losses: [] })
    expect(opens('三个区').losses).toEqual([
      { what: 'district', id: '500103', reason: 'retired', sentence: '区划调整后不再单列' },
    ])
  })
})
