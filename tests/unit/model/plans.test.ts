import { describe, expect, test } from 'vitest'
import { statuses, unspecificReasons } from '../../../data/schema-ids'
import { dayOf } from '../../../src/io/clock'
import { deadlineOf, yearOf } from '../../../src/model/plans/deadline'
import { isOpen, partInYear } from '../../../src/model/plans/status'
import { weightiestFirst, weightOf } from '../../../src/model/plans/weight'
import { feature, plan, smallRecord } from '../../fixtures/small-record'

describe('every status', () => {
  test.each(statuses)('%s is open just where it is due some year', (status) => {
    expect(partInYear(status) === 'open').toBe(isOpen(status))
    expect(deadlineOf({ status, to: 2022 }, '2026-11-30')).toBe(isOpen(status) ? 'past' : 'closed')
    expect(deadlineOf({ status }, '2026-11-30')).toBe('undated')
  })

  test('what is built or only described is not open', () => {
    expect(statuses.filter(isOpen)).toEqual(['underway', 'planned', 'target'])
  })
})

describe('a target year', () => {
  const target = { status: 'target' as const, from: 2020, to: 2025 }
  test.each([
    ['2024-12-31', 'ahead'],
    ['2025-01-01', 'due'],
    ['2025-12-31', 'due'],
    ['2026-01-01', 'past'],
  ])('on %s is %s', (today, deadline) => expect(deadlineOf(target, today)).toBe(deadline))

  test('is not known where only the beginning is', () => {
    expect(deadlineOf({ status: 'planned', from: 2020 }, '2026-11-30')).toBe('ahead')
  })

  test('needs a day to be held against', () => {
    expect(() => yearOf('2026')).toThrow('2026')
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})

describe('the weight of a plan', () => {
  const record = smallRecord({ features: [feature('port', {})] })
  const weight = (change: Parameters<typeof plan>[1]) =>
    weightOf(plan('some', { features: ['500112'], ...change }), record)
  const figure = { value: 3, unit: '公里', what: '长' }

  test.each<[string, Parameters<typeof plan>[1]]>([
    ['a figure', { figures: [figure] }],
    ['a year', { to: 2025 }],
    ['a place of its own', { features: ['500112', 'port'] }],
    ['an office', { bodies: ['区林业局'] }],
    ['a contradiction about numbers', { conflictGrade: 'number' }],
    ['a contradiction about dates', { conflictGrade: 'date' }],
    ['a stated target', { status: 'target' }],
  ])('grows with %s', (_, change) => expect(weight(change)).toBeGreaterThan(weight({})))

  test('grows with money more than with another figure', () => {
    expect(weight({ figures: [{ ...figure, unit: '亿元' }] })).toBeGreaterThan(weight({ figures: [figure] }))
  })

  test('does not grow with a text in place of a number, or with a name spelt in two ways', () => {
    expect(weight({ figures: [{ value: '5A', unit: '', what: '等级' }] })).toBe(weight({}))
    expect(weight({ conflictGrade: 'name' })).toBe(weight({}))
  })

  test.each(unspecificReasons)('is nothing for a %s', (unspecific) => {
    expect(weight({ unspecific })).toBe(0)
    expect(weight({})).toBeGreaterThan(0)
  })

  test('puts the weightiest first, and of the same weight the latest', () => {
    const rows = [
      plan('vague', { unspecific: 'slogan' }),
      plan('older', { stated: '2020-05' }),
      plan('newer', { stated: '2021-12' }),
      plan('dated', { to: 2025, stated: '2020-05' }),
    ]
    expect([...rows].sort(weightiestFirst(record)).map(({ id }) => id)).toEqual(['dated', 'newer', 'older', 'vague'])
  })
})
