import { beforeAll, expect, it } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { compareDistricts, difference } from '../../../src/model/compare'
import { firstPartner } from '../../../src/model/compare-partner'
import { neighboursOf } from '../../../src/model/detail'
import { districtNumbers } from '../../../src/model/plans/district-plans'
import type { DetailFiles, PlanRecord } from '../../../src/model/record'
import { defaultView } from '../../../src/model/view'
import { builtRecord } from './built-record'

let record: PlanRecord
let details: DetailFiles
beforeAll(async () => {
  ;({ record, details } = await builtRecord())
})
const question = defaultView(themeIds)
const compared = (...ids: string[]) => compareDistricts(record, details, ids, question)

it('counts as the panels count', () => {
  const { headlines, themes } = compared('500112', '500109')
  const row = (key: string) => headlines.find((each) => each.key === key)?.values
  expect(row('projects')).toEqual([71, 0])
  expect(row('investment')).toEqual([1_563_150, 0])
  const numbers = ['500112', '500109'].map((id) => districtNumbers(record, question, id))
  expect(row('plans')).toEqual(['500112', '500109'].map((id) => record.plansByFeature.get(id)?.length))
  expect(row('plansWithin')).toEqual(numbers.map(({ within }) => within))
  expect(row('plansShared')).toEqual(numbers.map(({ shared }) => shared))
  expect(row('neighbours')).toEqual(['500112', '500109'].map((id) => neighboursOf(record, id).length))
  for (const at of [0, 1])
    expect(themes.reduce((sum, { plans }) => sum + (plans[at]?.length ?? 0), 0)).toBe(
      (row('plans')?.[at] ?? 0) + (row('plansWithin')?.[at] ?? 0),
    )
})

it('puts what differs first', () => {
  const { headlines, themes, corridors } = compared('500112', '500113', '500109')
  const spreads = headlines.map(({ values }) => difference(values))
  expect(spreads).toEqual([...spreads].sort((a, b) => b - a))
  const shares = themes.map(({ shares: each }) => Math.max(...each) - Math.min(...each))
  expect(shares).toEqual([...shares].sort((a, b) => b - a))
  const owners = corridors.map(({ has }) => has.filter(Boolean).length)
  expect(owners).toEqual([...owners].sort((a, b) => a - b))
})

it('leaves the compared districts out of their neighbours and names the border between them', () => {
  const { neighbours, borders } = compared('500112', '500113')
  expect(neighbours.some(({ feature }) => ['500112', '500113'].includes(feature.properties.id))).toBe(false)
  expect(borders).toHaveLength(1)
  expect(borders[0]?.river).toBe('长江')
})

it('takes three at most and passes over what it does not know', () => {
  expect(compared('500112', '999999', '500113', '500109', '500105').districts).toHaveLength(3)
})

it('proposes an adjoining central district', () => {
  for (const { properties } of record.centralDistricts) {
    const partner = firstPartner(record, properties.id)
    expect(record.centralDistricts.map((district) => district.properties.id)).toContain(partner)
    expect(partner).not.toBe(properties.id)
    expect(neighboursOf(record, properties.id).map(({ feature }) => feature.properties.id)).toContain(partner)
  }
})
