/** A cut from scene to scene: nothing is drawn in between, and tiles are made once, of the next scene's features. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { themeIds } from '../../../data/schema-ids'
import { startCutting } from '../../../src/map/cut'
import type { EngineMap } from '../../../src/map/engine'
import { createFollowers, pageSurface } from '../../../src/map/follow'
import { defaultView } from '../../../src/model/view'
import { createActions } from '../../../src/state/actions'
import { createAppStore } from '../../../src/state/store'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16))
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** An engine that does nothing but tell its events. */
function fakeEngine() {
  const listeners = new Map<string, Set<(event: object) => void>>()
  const on = (name: string, run: (event: object) => void) => {
    listeners.set(name, (listeners.get(name) ?? new Set()).add(run))
  }
  const off = (name: string, run: (event: object) => void) => listeners.get(name)?.delete(run)
  const render = () => {}
  const manager = { pause: vi.fn(), clearTiles: vi.fn() }
  const map = {
    on,
    off,
    once: (name: string, run: (event: object) => void) => {
      const once = (event: object) => {
        off(name, once)
        run(event)
      }
      on(name, once)
    },
    painter: Object.create({ render }) as { render: () => void },
    style: { tileManagers: { record: manager, basemap: manager } },
    getSource: (id: string) => ({ type: id === 'record' ? 'geojson' : 'vector' }),
    isMoving: () => false,
    triggerRepaint: () => {},
    loaded: vi.fn(() => false),
    _fadeDuration: 200,
  }
  const fire = (name: string, event: object = {}) => {
    for (const run of [...(listeners.get(name) ?? [])]) run(event)
  }
  return { map, manager, fire, draws: () => map.painter.render === render }
}

function scene(transition: 'cut' | 'fly' = 'cut') {
  const store = createAppStore({ today: '2026-11-30' })
  const actions = createActions(store)
  const engine = fakeEngine()
  startCutting(engine.map as unknown as EngineMap, createFollowers(store, pageSurface, 'at-once'))
  actions.setTransition(transition)
  const show = (index: number) => actions.showScene(defaultView(themeIds), { briefing: 'jiuqu', index })
  show(1)
  return { ...engine, show }
}

test('nothing is drawn until the next scene has come, then all of it', () => {
  const { map, fire, draws, show } = scene()
  expect(draws()).toBe(true)
  show(2)
  expect(draws()).toBe(false)
  // The camera of the next scene, which the state has asked for.
  fire('movestart', { bySync: true })
  vi.advanceTimersByTime(40)
  fire('render')
  expect(draws()).toBe(false)
  map.loaded.mockReturnValue(true)
  fire('render')
  expect(draws()).toBe(true)
  fire('render')
  expect(map._fadeDuration).toBe(200)
})

test('the map as it was, loaded, is not taken for the next scene', () => {
  const { map, fire, draws, show } = scene()
  map.loaded.mockReturnValue(true)
  show(2)
  fire('render')
  expect(draws()).toBe(false)
})

test.each([
  ['the reader who moves the map', (fire: (name: string, event?: object) => void) => fire('movestart')],
  ['a second', () => vi.advanceTimersByTime(1000)],
  ['a lost graphics context', (fire: (name: string, event?: object) => void) => fire('webglcontextlost')],
])('%s ends the wait', (_, act) => {
  const { fire, draws, show } = scene()
  show(2)
  act(fire)
  expect(draws()).toBe(true)
})

test('tiles of a source with other features are made once, when these have come', () => {
  const { manager, fire, show } = scene()
  show(2)
  fire('sourcedataloading', { sourceId: 'basemap' })
  fire('sourcedataloading', { sourceId: 'record', tile: {} })
  expect(manager.pause).not.toHaveBeenCalled()
  fire('sourcedataloading', { sourceId: 'record' })
  expect(manager.pause).toHaveBeenCalledOnce()
  expect(manager.clearTiles).not.toHaveBeenCalled()
  fire('sourcedata', { sourceId: 'record', sourceDataType: 'content' })
  expect(manager.clearTiles).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(1000)
  expect(manager.clearTiles).toHaveBeenCalledOnce()
})

test('what is still to come when the wait ends is not held any longer', () => {
  const { manager, fire, show } = scene()
  show(2)
  fire('sourcedataloading', { sourceId: 'record' })
  vi.advanceTimersByTime(1000)
  expect(manager.clearTiles).toHaveBeenCalledOnce()
})

test('where scenes are flown to every frame is drawn', () => {
  const { draws, show } = scene('fly')
  show(2)
  expect(draws()).toBe(true)
})
