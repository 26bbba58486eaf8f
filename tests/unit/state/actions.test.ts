import { describe, expect, test, vi } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { createActions } from '../../../src/state/actions'
import { createAppStore } from '../../../src/state/store'

function app() {
  const store = createAppStore({ today: '2026-11-30' })
  return { store, actions: createActions(store), view: () => store.getState().view }
}
const here = { longitude: 106.5, latitude: 29.5, zoom: 11, bearing: 0, pitch: 0 }

describe('selection', () => {
  test('a district and another feature exclude each other, and the camera goes to fit', () => {
    const { actions, view } = app()
    actions.lookFrom(here)
    actions.select('500112')
    expect(view()).toMatchObject({ districts: ['500112'], feature: undefined, camera: undefined })
    actions.select('gyport')
    expect(view()).toMatchObject({ districts: [], feature: 'gyport' })
  })

  test('clearing keeps the map where it is', () => {
    const { actions, view } = app()
    actions.select('500112')
    actions.cameraRested(here, false)
    actions.clearSelection()
    expect(view()).toMatchObject({ districts: [], feature: undefined, item: undefined, camera: here })
  })

  test('clearing nothing changes nothing', () => {
    const { actions, view } = app()
    const before = view()
    actions.clearSelection()
    expect(view()).toBe(before)
  })
})

describe('choosing the two ends of a distance', () => {
  test('the next thing chosen is the other end, and nothing is selected by it', () => {
    const { store, actions, view } = app()
    actions.select('500112')
    actions.pickEnd({ choosing: 'to', other: '500112' })
    actions.select('gyport')
    expect(view()).toMatchObject({
      districts: ['500112'],
      analysis: { kind: 'between', from: '500112', to: 'gyport' },
    })
    expect(store.getState().session.pick).toBeUndefined()
    actions.select('gyport')
    expect(view().feature).toBe('gyport')
  })

  test('with neither end known the first choice waits for the second', () => {
    const { store, actions, view } = app()
    actions.pickEnd({ choosing: 'from' })
    actions.select('gyport')
    expect(view().analysis).toBeUndefined()
    expect(store.getState().session.pick).toEqual({ choosing: 'to', other: 'gyport' })
    actions.select('500113')
    expect(view().analysis).toEqual({ kind: 'between', from: 'gyport', to: '500113' })
  })

  test('an end can be chosen again while the other stays', () => {
    const { actions, view } = app()
    actions.pickEnd({ choosing: 'from', other: '500113' })
    actions.select('500112')
    expect(view().analysis).toEqual({ kind: 'between', from: '500112', to: '500113' })
  })

  test('another question or giving up ends it', () => {
    const { store, actions, view } = app()
    actions.pickEnd({ choosing: 'to', other: '500112' })
    actions.ask({ kind: 'adjacency', feature: '500112', order: 1 })
    expect(store.getState().session.pick).toBeUndefined()
    actions.select('gyport')
    expect(view().feature).toBe('gyport')
  })
})

describe('themes and filters', () => {
  test('toggling keeps the order of the vocabulary', () => {
    const { actions, view } = app()
    actions.setThemes(['tr'])
    actions.toggleTheme('in')
    expect(view().themes).toEqual(['in', 'tr'])
    actions.toggleTheme('tr')
    expect(view().themes).toEqual(['in'])
  })

  test('one press clears all of them', () => {
    const { actions, view } = app()
    actions.toggleTheme('in')
    actions.toggleKind('park')
    actions.setFilters({ statuses: ['built'], placed: true })
    actions.setYears({ from: 2020, to: 2021 })
    actions.clearFilters()
    expect(view().themes).toEqual([...themeIds])
    expect(view().filters).toEqual({ statuses: [], kinds: [], documents: [], departments: [] })
    expect(view().years).toBeUndefined()
  })
})

describe('layers', () => {
  test('are set in tenths, stand in one order, and leave nothing behind when they are whole again', () => {
    const { actions, view } = app()
    actions.setLayer('relief', 0.5)
    actions.setLayer('boards', 0)
    actions.setLayer('relief', 0.34)
    expect(view().layers).toEqual([
      { id: 'boards', opacity: 0 },
      { id: 'relief', opacity: 0.3 },
    ])
    actions.setLayer('boards', 1)
    actions.setLayer('relief', 2)
    expect(view().layers).toEqual([])
  })

  test('are no filter: each is cleared by its own press', () => {
    const { actions, view } = app()
    actions.setLayer('points', 0)
    actions.clearFilters()
    expect(view().layers).toHaveLength(1)
    actions.toggleTheme('in')
    actions.resetLayers()
    expect(view().layers).toEqual([])
    expect(view().themes).not.toContain('in')
  })
})

describe('the camera', () => {
  test('is part of the view only where the reader moved it', () => {
    const { actions, view, store } = app()
    actions.cameraRested(here, false)
    expect(view().camera).toBeUndefined()
    expect(store.getState().session.liveCamera).toEqual(here)
    actions.cameraRested({ ...here, zoom: 12 }, true)
    expect(view().camera?.zoom).toBe(12)
  })
})

describe('notices', () => {
  test('the last four stay until dismissed', () => {
    const { actions, store } = app()
    for (let i = 0; i < 6; i++) actions.notify('link.damaged')
    const { notices } = store.getState().session
    expect(notices).toHaveLength(4)
    actions.dismissNotice(notices[0]?.id ?? -1)
    expect(store.getState().session.notices).toHaveLength(3)
  })

  test('losses name what was lost, in one notice', () => {
    const { actions, store } = app()
    actions.reportLosses([
      { what: 'feature', id: 'nope', reason: 'unknown' },
      { what: 'district', id: '500999', reason: 'retired', sentence: '已撤并' },
    ])
    expect(store.getState().session.notices).toMatchObject([
      {
        message: 'link.unknown.feature',
        values: { id: 'nope' },
        also: [{ message: 'link.retired', values: { sentence: '已撤并' } }],
      },
    ])
  })

  test('everything about one link stands in one notice, and another link begins a new one', () => {
    const { actions, store } = app()
    actions.reportLink([{ message: 'link.damaged', values: {} }])
    actions.reportLosses([{ what: 'feature', id: 'nope', reason: 'unknown' }])
    expect(store.getState().session.notices).toHaveLength(1)
    expect(store.getState().session.notices[0]?.also).toHaveLength(1)
    actions.forgetLink()
    expect(store.getState().session.notices).toEqual([])
  })
})

describe('offers', () => {
  test('there is one on each topic, and what another topic says stays', () => {
    const { actions, store } = app()
    const run = vi.fn()
    const offer = { message: 'load.retry', run } as const
    actions.offer('map', 'map.engineFailed', offer)
    actions.offer('part', 'part.failed', offer)
    actions.offer('part', 'part.failedAgain', offer)
    const told = () => store.getState().session.notices.map(({ message }) => message)
    expect(told()).toEqual(['map.engineFailed', 'part.failedAgain'])
    store.getState().session.notices[0]?.offer?.run()
    expect(told()).toEqual(['part.failedAgain'])
    expect(run).toHaveBeenCalledTimes(1)
  })
})
