import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '../../../src/model/money'
import { amount, years } from '../../../src/model/numbers'
import { rowAt, rowOffsets, visibleRows } from '../../../src/panels/lists/window'
import { nextHeight, settledHeight, sheetShares } from '../../../src/panels/sheet/sheet'

describe('the window of a long list', () => {
  it('holds every row that touches it, and few others', () => {
    const heights = fc.array(fc.constantFrom(40, 66, 84), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(heights, fc.nat(20_000), fc.integer({ min: 100, max: 900 }), (rows, top, height) => {
        const offsets = rowOffsets(rows)
        const { first, end } = visibleRows(offsets, top, height, 0)
        for (let row = 0; row < rows.length; row++) {
          const touches = (offsets[row + 1] ?? 0) > top && (offsets[row] ?? 0) < top + height
          if (touches) expect(row >= first && row < end).toBe(true)
        }
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / 40) + 2)
      }),
    )
  })

  it('finds the row at a height and stays within the list', () => {
    const offsets = rowOffsets([40, 84, 84])
    expect([-5, 0, 39, 40, 123, 124, 9999].map((at) => rowAt(offsets, at))).toEqual([0, 0, 0, 1, 1, 2, 2])
    expect(visibleRows(rowOffsets([]), 0, 500, 100)).toEqual({ first: 0, end: 0 })
  })
})

describe('the heights of a sheet', () => {
  it('settles at the nearest, or further with a throw', () => {
    const tall = 800
    expect(settledHeight(sheetShares.middle * tall + 30, tall, 0)).toBe('middle')
    expect(settledHeight(sheetShares.middle * tall, tall, -2)).toBe('high')
    expect(settledHeight(sheetShares.middle * tall, tall, 2)).toBe('low')
  })

  it('steps between three heights and no further', () => {
    expect(nextHeight('middle', 1)).toBe('high')
    expect(nextHeight('high', 1)).toBe('high')
    expect(nextHeight('low', -1)).toBe('low')
  })
})

describe('numbers as people read them', () => {
  it('keeps the vagueness of the document', () => {
    expect(amount({ value: 10, unit: '万亩', what: '经果林', approx: '近' }, 'zh-CN')).toBe('近 10 万亩')
    expect(amount({ value: 300, unit: '个', what: '项目', approx: '余' }, 'zh-CN')).toBe('300 余个')
    expect(amount({ value: 55, unit: '%', what: '森林覆盖率', approx: '以上' }, 'zh-CN')).toBe('55%以上')
    expect(amount({ value: '5A', unit: '', what: '景区' }, 'zh-CN')).toBe('5A')
  })

  it('says spans of years and sums of money in each language', () => {
    expect(years({ from: 2020, to: 2025 }, 'zh-CN')).toBe('2020–2025 年')
    expect(years({ from: 2019, to: 2019 }, 'en')).toBe('2019')
    expect(years({ to: 2035 }, 'zh-CN')).toBe('至 2035 年')
    expect(years({ from: 2021 }, 'en')).toBe('from 2021')
    expect(years({}, 'zh-CN')).toBeUndefined()
    expect(money(299400, 'zh-CN')).toBe('29.94 亿元')
    expect(money(350, 'zh-CN')).toBe('350 万元')
    expect(money(299400, 'en')).toBe('CNY 2.99 bn')
    expect(money(350, 'en')).toBe('CNY 3.5 m')
  })
})
