import { describe, expect, test } from 'vitest'
import { readInward } from '../../../src/io/embed'

describe('a message from the page around', () => {
  test('is a view or a selection', () => {
    expect(readInward({ yulan: 1, type: 'select', id: '500113' })).toEqual({ type: 'select', id: '500113' })
    expect(readInward({ yulan: 1, type: 'setView', view: '1~d500113' })).toEqual({ type: 'setView', view: '1~d500113' })
  })

  test('may be a question for what was said before it listened', () => {
    expect(readInward({ yulan: 1, type: 'hello' })).toEqual({ type: 'hello' })
    expect(readInward({ type: 'hello' })).toBeUndefined()
  })

  test.each([
    [undefined],
    [null],
    ['select'],
    [{ type: 'select', id: '500113' }],
    [{ yulan: 2, type: 'select', id: '500113' }],
    [{ yulan: 1, type: 'select', id: '<img>' }],
    [{ yulan: 1, type: 'select', id: ['500113'] }],
    [{ yulan: 1, type: 'setView', view: ['1~d500113'] }],
    [{ yulan: 1, type: 'setView', view: 'x'.repeat(10_000) }],
    [{ yulan: 1, type: 'eval', code: '1' }],
  ])('%o is none of ours', (data) => {
    expect(readInward(data)).toBeUndefined()
  })
})
