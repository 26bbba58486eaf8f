import { describe, expect, it } from 'vitest'
import { amount } from '../../../src/model/numbers'

describe('an amount', () => {
  it('stands in Chinese as the document counts it', () => {
    expect(amount({ value: 2000, unit: '亿元', what: '产值' }, 'zh-CN')).toBe('2,000 亿元')
    expect(amount({ value: 10, unit: '万亩', what: '面积', approx: '近' }, 'zh-CN')).toBe('近 10 万亩')
  })

  it('takes 万 and 亿 into the number in English', () => {
    expect(amount({ value: 2000, unit: '亿元', what: '产值' }, 'en', '100 million yuan')).toBe('CNY 200 bn')
    expect(amount({ value: 350, unit: '万元', what: '投资' }, 'en', '10 thousand yuan')).toBe('CNY 3.5 m')
    expect(amount({ value: 3.2, unit: '万亩', what: '面积' }, 'en', '10 thousand mu')).toBe('32,000 mu')
    expect(amount({ value: '5A', unit: '级', what: '景区' }, 'en', 'grade')).toBe('5A grade')
  })
})
