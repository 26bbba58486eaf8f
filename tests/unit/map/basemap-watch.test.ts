import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BasemapFault, watchBasemap } from '../../../src/map/basemap/watch'
import type { EngineMap } from '../../../src/map/engine'

/** Just the events of an engine, and what its sources say of themselves. */
function fakeMap(tiles: string[] = ['https://maps.test/{z}/{x}/{y}'], type = 'raster') {
  const listeners = new Map<string, Set<(event: object) => void>>()
  const map = {
    on: (name: string, run: (event: object) => void) =>
      listeners.set(name, (listeners.get(name) ?? new Set()).add(run)),
    off: (name: string, run: (event: object) => void) => listeners.get(name)?.delete(run),
    getSource: () => ({ tiles, type }),
  }
  const fire = (name: string, event: object = {}) => {
    for (const run of [...(listeners.get(name) ?? [])]) run(event)
  }
  const count = () => [...listeners.values()].reduce((sum, each) => sum + each.size, 0)
  return { map: map as unknown as EngineMap, fire, count }
}

function watched(tiles?: string[], type?: string) {
  const { map, fire, count } = fakeMap(tiles, type)
  const faults: BasemapFault[] = []
  const onArrived = vi.fn()
  const end = watchBasemap(map, ['basemap:a', 'basemap'], { onArrived, onFault: (fault) => faults.push(fault) })
  return { fire, count, faults, onArrived, end }
}

const error = (message: string, more: object = {}) => ({ sourceId: 'basemap:a', error: { message, ...more } })

describe('a basemap that is watched', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('document', { hidden: false })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('has arrived with its first tile, and is left alone from then on', () => {
    const { fire, faults, onArrived, count } = watched()
    fire('error', error('one tile is lost', { status: 500 }))
    fire('sourcedata', { sourceId: 'basemap:a', tile: { state: 'loaded' } })
    expect(onArrived).toHaveBeenCalledOnce()
    expect(count()).toBe(0)
    fire('idle')
    vi.advanceTimersByTime(60_000)
    expect(faults).toEqual([])
  })

  it.each([
    ['a key that is refused', error('forbidden', { status: 403 }), { reason: 'denied', status: 403 }],
    ['a server that fails', error('oops', { status: 500 }), { reason: 'missing' }],
  ])('has failed at rest after %s', (_, event, fault) => {
    const { fire, faults, count } = watched()
    fire('error', event)
    expect(faults).toEqual([])
    fire('idle')
    expect(faults).toEqual([fault])
    expect(count()).toBe(0)
  })

  it('has failed at rest without a word: a missing tile is no error to the engine', () => {
    const { fire, faults } = watched()
    fire('idle')
    expect(faults).toEqual([{ reason: 'missing' }])
  })

  it.each(['missing', 'noRanges', 'notAnArchive'] as const)('has failed at once where an archive is %s', (reason) => {
    const { fire, faults } = watched()
    fire('error', { sourceId: 'basemap', error: { message: `${reason}: https://maps.test/a.pmtiles` } })
    expect(faults).toEqual([{ reason }])
  })

  it('has failed at rest where every vector tile is missing: the engine takes each for an empty one', () => {
    const { fire, faults, onArrived } = watched(undefined, 'vector')
    for (let count = 0; count < 6; count++) fire('sourcedata', { sourceId: 'basemap:a', tile: { state: 'loaded' } })
    expect(onArrived).not.toHaveBeenCalled()
    fire('idle')
    expect(faults).toEqual([{ reason: 'missing' }])
  })

  it('has arrived with the first vector tile that holds anything, whatever was missing before', () => {
    const { fire, faults, onArrived } = watched(undefined, 'vector')
    fire('sourcedata', { sourceId: 'basemap:a', tile: { state: 'loaded' } })
    fire('sourcedata', { sourceId: 'basemap:a', tile: { state: 'loaded', latestFeatureIndex: {} } })
    expect(onArrived).toHaveBeenCalledOnce()
    fire('idle')
    expect(faults).toEqual([])
  })

  it('pays no heed to other sources', () => {
    const { fire, faults, onArrived } = watched()
    fire('error', { sourceId: 'districts', error: { message: 'missing: https://maps.test/a.pmtiles' } })
    fire('sourcedata', { sourceId: 'record', tile: { state: 'loaded' } })
    expect(faults).toEqual([])
    expect(onArrived).not.toHaveBeenCalled()
  })

  it('is given up when nothing answers, but not in a tab nobody sees', () => {
    const { faults } = watched()
    vi.stubGlobal('document', { hidden: true })
    vi.advanceTimersByTime(20_000)
    expect(faults).toEqual([])
    vi.stubGlobal('document', { hidden: false })
    vi.advanceTimersByTime(20_000)
    expect(faults).toEqual([{ reason: 'silent' }])
  })

  it('is refused when its own description names tiles known to be shifted', () => {
    const { fire, faults } = watched(['https://wprd01.is.autonavi.com/{z}'])
    fire('sourcedata', { sourceId: 'basemap:a', sourceDataType: 'metadata' })
    expect(faults).toEqual([{ reason: 'shifted', datum: 'gcj02' }])
  })
})
