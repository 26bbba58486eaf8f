import { afterEach, expect, test, vi } from 'vitest'

const address = 'https://host/assets/worker.js'
vi.mock('maplibre-gl/dist/maplibre-gl-worker.mjs?url', () => ({ default: address }))

class FakeWorker {
  static made: string[] = []
  constructor(readonly url: string) {
    FakeWorker.made.push(url)
  }
}
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
  FakeWorker.made = []
})

test('the engine’s first worker is the one started before, and others are its own', async () => {
  vi.stubGlobal('Worker', FakeWorker)
  const { startWorkerEarly, withEarlyWorker } = await import('../../../src/map/early-worker')
  startWorkerEarly()
  expect(FakeWorker.made).toEqual([address])
  const given: Worker[] = []
  withEarlyWorker(() => given.push(new Worker('own'), new Worker('own')))
  expect(FakeWorker.made).toEqual([address, 'own'])
  expect(given.every((worker) => worker instanceof FakeWorker)).toBe(true)
  expect(globalThis.Worker).toBe(FakeWorker)
})

test('without an origin none is started, and the engine makes its own', async () => {
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('origin', 'null')
  const { startWorkerEarly, withEarlyWorker } = await import('../../../src/map/early-worker')
  startWorkerEarly()
  withEarlyWorker(() => new Worker('own'))
  expect(FakeWorker.made).toEqual(['own'])
})
