import { expect, inject, test } from 'vitest'
import { codeAtStart } from '../bench/code-size'
import { useBrowser } from './scene'

const scene = useBrowser()

test('the code at start is at most 470 kB brotli, our own at most 110 kB', async () => {
  const { own, engine, files } = await codeAtStart(scene.browser(), inject('siteAddress'), inject('siteFolder'))
  // Without the worker the sum would be too good to be true.
  expect(Object.keys(files).some((name) => name.includes('worker'))).toBe(true)
  expect(engine).toBeGreaterThan(300_000)
  expect(own + engine, JSON.stringify(files)).toBeLessThanOrEqual(470_000)
  expect(own, JSON.stringify(files)).toBeLessThanOrEqual(110_000)
})
