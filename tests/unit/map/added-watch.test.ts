import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AddedTools } from '../../../src/map/added/tools'
import { watchAddedLayers } from '../../../src/map/added/watch'
import type { EngineMap } from '../../../src/map/engine'
import type { AddedLayer } from '../../../src/model/layers'
import { createActions } from '../../../src/state/actions'
import { createAppStore } from '../../../src/state/store'

const layer = {
  ...{ id: 'xlots', of: 'added', title: { 'zh-CN': '地块', en: 'Lots' }, defaultOn: true },
  source: { type: 'vector', tiles: ['https://tiles.test/{z}/{x}/{y}'] },
} as unknown as AddedLayer

/** A map with one source, a host that answers or not, and the notices of the page. */
function scene() {
  const listeners = new Set<(event: object) => void>()
  const asked: string[] = []
  const source = { setTiles: () => asked.push('all') }
  const map = {
    on: (_: string, run: (event: object) => void) => listeners.add(run),
    off: (_: string, run: (event: object) => void) => listeners.delete(run),
    getSource: () => source,
    refreshTiles: () => asked.push('in sight'),
  } as unknown as EngineMap
  const store = createAppStore({ today: '2026-11-30' })
  const on = { layer: true }
  const shown = (id: string | undefined) => (on.layer && id === layer.id ? layer : undefined)
  const watch = watchAddedLayers(map, store, createActions(store), {} as AddedTools, shown)
  const fail = (sourceId = layer.id as string) => {
    for (const run of listeners) run({ sourceId, error: new Error('gone') })
  }
  return { asked, on, watch, fail, notices: () => store.getState().session.notices.map(({ message }) => message) }
}

let status: number | undefined
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { hidden: false, baseURI: 'https://map.test/' })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  vi.stubGlobal('fetch', async () => {
    if (status === undefined) throw new TypeError('failed to fetch')
    return { status }
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the host of an added layer', () => {
  test('that dies is told of once, asked until it answers, and its layer then comes again', async () => {
    status = undefined
    const { asked, fail, notices, watch } = scene()
    fail()
    fail()
    expect(notices()).toEqual(['layers.failed'])
    await vi.advanceTimersByTimeAsync(20_000)
    expect([notices(), asked]).toEqual([['layers.failed'], []])
    status = 204
    await vi.advanceTimersByTimeAsync(31_000)
    expect([notices(), asked]).toEqual([['layers.recovered'], ['all']])
    await vi.advanceTimersByTimeAsync(120_000)
    expect(asked).toEqual(['all'])
    watch.end()
  })

  test('is no longer asked once its layer is off; another source is none of its business', async () => {
    status = undefined
    const { asked, fail, notices, on, watch } = scene()
    fail('basemap')
    expect(notices()).toEqual([])
    fail()
    on.layer = false
    status = 200
    await vi.advanceTimersByTimeAsync(120_000)
    expect(asked).toEqual([])
    watch.end()
  })

  test('that is live is asked before what stands on the map goes', async () => {
    status = 200
    const { asked, notices, watch } = scene()
    await watch.refresh(layer)
    expect(asked).toEqual(['in sight'])
    status = 502
    await watch.refresh(layer)
    expect([asked, notices()]).toEqual([['in sight'], ['layers.failed']])
    watch.end()
  })
})
