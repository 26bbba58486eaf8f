import { expect, inject, test } from 'vitest'
import { codeAtStart } from '../bench/code-size'
import { useBrowser } from './scene'

const scene = useBrowser()

test('the first view is at most 640 kB brotli: code at most 460 kB, our own at most 105 kB', async () => {
  const { own, engine, all, files } = await codeAtStart(scene.browser(), inject('siteAddress'), inject('siteFolder'))
  // Without the worker the sum would be too good to be true.
  expect(Object.keys(files).some((name) => name.includes('worker'))).toBe(true)
  expect(engine).toBeGreaterThan(300_000)
  expect(own + engine, JSON.stringify(files)).toBeLessThanOrEqual(460_000)
  expect(own, JSON.stringify(files)).toBeLessThanOrEqual(105_000)
  // Archives, styles and the page itself are in it.
  expect(all).toBeGreaterThan(own + engine + 100_000)
  expect(all).toBeLessThanOrEqual(640_000)
})
