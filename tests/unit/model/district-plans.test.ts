import { beforeAll, describe, expect, it } from 'vitest'
import { buildRecord } from '../../../data/build'
import { reachesOf } from '../../../data/district-reach'
import { themeIds } from '../../../data/schema-ids'
import { districtNumbers, districtPlans, districtPlansByFeature } from '../../../src/model/plans/district-plans'
import { indexRecord, type PlanRecord, type RecordFeature } from '../../../src/model/record'
import { defaultView, noFilters } from '../../../src/model/view'
import { chongqingPage } from '../../fixtures/region'

interface ShippedPlan {
  id: string
  theme: string
  status: string
  features: string[]
}
let record: PlanRecord
let features: RecordFeature[]
let plans: ShippedPlan[]
beforeAll(async () => {
  const { shipped } = await buildRecord(process.cwd())
  const file = (name: string) => JSON.parse(shipped.files.get(name) ?? '')
  features = file('features.geojson').features
  plans = file('plans.json').plans
  record = indexRecord({ ...JSON.parse(shipped.core), features }, chongqingPage)
})
const question = defaultView(themeIds)

/** Worked out again from the shipped files alone: which features of a district there are, then which plans name them. */
function recounted(code: string, passes: (plan: ShippedPlan) => boolean = () => true) {
  const others = features.filter(({ properties }) => properties.kind !== 'district')
  const inside = others.filter(({ properties }) => properties.districts.includes(code))
  const alone = new Set(inside.filter(({ properties }) => properties.districts.length === 1).map(({ id }) => id))
  const shared = new Set(inside.map(({ id }) => id).filter((id) => !alone.has(id)))
  const kept = plans.filter(passes)
  const own = kept.filter((plan) => plan.features.includes(code))
  const rest = kept.filter((plan) => !plan.features.includes(code))
  const within = rest.filter((plan) => plan.features.some((id) => alone.has(id)))
  const sharing = rest.filter((plan) => !within.includes(plan) && plan.features.some((id) => shared.has(id)))
  return { own: own.length, within: within.length, shared: sharing.length }
}

describe('the three numbers of every district', () => {
  it('are what the shipped files say, in data/v1 and in the application', () => {
    for (const { properties } of features.filter((feature) => feature.properties.kind === 'district')) {
      const told = recounted(properties.id)
      const { plans: own, plansWithin: within, plansShared: shared } = properties
      expect({ own, within, shared }, properties.name).toEqual(told)
      expect(districtNumbers(record, question, properties.id), properties.name).toEqual(told)
    }
  })

  it('follow themes and filters', () => {
    const asked = { ...question, themes: ['ec' as const], filters: { ...noFilters, statuses: ['planned' as const] } }
    for (const { properties } of record.centralDistricts)
      expect(districtNumbers(record, asked, properties.id)).toEqual(
        recounted(properties.id, ({ theme, status }) => theme === 'ec' && status === 'planned'),
      )
  })

  it('hold each plan once, and by feature the same plans', () => {
    for (const { properties } of record.centralDistricts) {
      const { own, within, shared } = districtPlans(record, question, properties.id)
      const ids = [...own, ...within, ...shared].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [reach, rows] of [['within', within] as const, ['shared', shared] as const]) {
        const grouped = districtPlansByFeature(record, question, properties.id, reach).flatMap((group) => group.plans)
        expect(grouped.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
      }
    }
  })

  it('are worked out once a filter', () => {
    expect(districtPlans(record, { ...question }, '500105')).toBe(districtPlans(record, question, '500105'))
    expect(districtPlans(record, { ...question, themes: ['tr'] }, '500105')).not.toBe(
      districtPlans(record, question, '500105'),
    )
  })
})

describe('the nearest way a plan reaches a district', () => {
  const places = new Map([
    ['500105', { kind: 'district', districts: [] }],
    ['500112', { kind: 'district', districts: [] }],
    ['port', { kind: 'facility', districts: ['500105'] }],
    ['area', { kind: 'zone', districts: ['500105', '500112'] }],
  ])
  const reached = (...ids: string[]) => Object.fromEntries(reachesOf(ids, (id) => places.get(id)))

  it.each([
    [['500105'], { 500105: 'own' }],
    [['port'], { 500105: 'within' }],
    [['area'], { 500105: 'shared', 500112: 'shared' }],
    [['area', 'port'], { 500105: 'within', 500112: 'shared' }],
    [['area', 'port', '500105'], { 500105: 'own', 500112: 'shared' }],
    [['500112', 'port'], { 500112: 'own', 500105: 'within' }],
    [['unknown'], {}],
  ])('%o', (ids, expected) => expect(reached(...ids)).toEqual(expected))
})
