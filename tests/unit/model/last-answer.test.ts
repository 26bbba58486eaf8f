import { expect, it } from 'vitest'
import { lastAnswer } from '../../../src/model/last-answer'

it('gives its last answer again until something else is asked of', () => {
  const kept = lastAnswer<object>()
  const themes = ['industry']
  const first = kept([themes, 1], () => ({}))
  expect(kept([themes, 1], () => ({}))).toBe(first)
  const other = kept([[...themes], 1], () => ({}))
  expect(other).not.toBe(first)
  expect(kept([themes, 1], () => ({}))).not.toBe(first)
})
