import { beforeAll, describe, expect, it } from 'vitest'
import { conflictGrades, themeIds } from '../../../data/schema-ids'
import { conflictsOf, highlightsOf, isAboutNames, weightiestConflicts } from '../../../src/model/detail'
import type { DetailFiles, PlanRecord } from '../../../src/model/record'
import { defaultView } from '../../../src/model/view'
import { builtRecord } from './built-record'

let record: PlanRecord
let details: DetailFiles
beforeAll(async () => {
  ;({ record, details } = await builtRecord())
})
const everything = defaultView(themeIds)

describe('要点', () => {
  const chosen = () => [...record.centralDistricts, record.featureById.get('ljxq')].flatMap((each) => each ?? [])

  it('stand with every central district and 两江新区: one to five, each once, each cited', () => {
    expect(chosen()).toHaveLength(10)
    for (const feature of chosen()) {
      const plans = highlightsOf(record, feature, everything)
      expect(plans.length, feature.properties.name).toBeGreaterThan(0)
      expect(plans.length, feature.properties.name).toBeLessThanOrEqual(5)
      expect(new Set(plans).size).toBe(plans.length)
      expect(plans.every(({ sources }) => sources.length > 0)).toBe(true)
      expect(plans.map(({ id }) => id)).toEqual(feature.properties.highlights)
    }
  })

  it('are about their place or what lies in it, and never a mere slogan', () => {
    for (const feature of chosen())
      for (const plan of highlightsOf(record, feature, everything)) {
        const { id } = feature.properties
        const about = plan.features.map((each) => record.featureById.get(each)?.properties)
        const touches = about.some(
          (each) => each?.id === id || each?.districts.includes(id) || each?.zones.includes(id),
        )
        expect(touches, `${feature.properties.name} ${plan.id}`).toBe(true)
        expect(plan.unspecific, plan.id).toBeUndefined()
      }
  })

  it('follow the filters like every other list', () => {
    for (const feature of chosen())
      for (const { theme } of highlightsOf(record, feature, { ...everything, themes: ['tr'] })) expect(theme).toBe('tr')
  })
})

describe('contradictions', () => {
  const graded = () =>
    [...conflictGrades].reverse().map((grade, at) => {
      const [conflict] = details.conflicts
      if (!conflict) throw new Error('the record holds no contradiction')
      return { ...conflict, id: `c${at}`, features: ['ljxq'], grade }
    })

  it('come by what they are about, numbers first, and what is not graded last', () => {
    const [first, ...rest] = graded()
    const ungraded = { ...first, grade: undefined } as (typeof details.conflicts)[number]
    const sorted = weightiestConflicts([ungraded, ...(first ? [first] : []), ...rest])
    expect(sorted.map(({ grade }) => grade)).toEqual([...conflictGrades, undefined])
    expect(conflictsOf({ conflicts: graded() }, { feature: 'ljxq' }).map(({ grade }) => grade)).toEqual([
      ...conflictGrades,
    ])
  })

  it('about names alone are told from the others', () => {
    expect(
      graded()
        .filter(isAboutNames)
        .map(({ grade }) => grade),
    ).toEqual(['name'])
  })
})
