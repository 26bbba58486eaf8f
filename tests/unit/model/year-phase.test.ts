import { describe, expect, it } from 'vitest'
import { moreUrgent, yearPhase } from '../../../src/model/plans/year-phase'

const years = { from: 2021, to: 2022 }

describe('what becomes of a plan in the years asked for', () => {
  it.each([
    ['planned', 2022, 'due'],
    ['target', 2025, 'underway'],
    ['underway', undefined, 'underway'],
    ['built', 2021, 'done'],
    ['state', 2021, undefined],
  ] as const)('%s to %s: %s', (status, to, expected) => {
    expect(yearPhase({ status, to }, years)).toBe(expected)
  })

  it('is the most urgent of several', () => {
    expect(moreUrgent('done', 'due')).toBe('due')
    expect(moreUrgent(undefined, 'underway')).toBe('underway')
    expect(moreUrgent(undefined, undefined)).toBeUndefined()
  })
})
