// @vitest-environment jsdom
/** Whether all that `engine-internals.ts` uses is still there, asked of a real map whose graphics context does nothing. */
import { Map as MapLibreMap } from 'maplibre-gl'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  addUnvalidatedLayer,
  configurationOf,
  drawGlyphs,
  forgetPlaces,
  graphicsOf,
  holdFrames,
  keepFrames,
  placeAtOnce,
  placeAtOnceWhileStill,
  programsAhead,
  spreadGlyphs,
  stopDrawing,
  tilesOf,
  withoutSky,
} from '../../../src/map/engine-internals'
import { loadTilesAhead } from '../../../src/map/engine-tiles-ahead'

let map: MapLibreMap

/** Answers every question of a graphics context with something harmless. */
function idleContext(canvas: HTMLCanvasElement): WebGL2RenderingContext {
  const fixed: { [name: string]: unknown } = {
    canvas,
    isContextLost: () => false,
    getExtension: () => null,
    getParameter: () => 8192,
    getShaderParameter: () => true,
    getProgramParameter: (_: unknown, name: unknown) => (name === 'LINK_STATUS' ? true : 0),
  }
  return new Proxy({} as WebGL2RenderingContext, {
    get: (_, name: string) => {
      if (name in fixed) return fixed[name]
      if (name === 'drawingBufferWidth') return canvas.width
      if (name === 'drawingBufferHeight') return canvas.height
      return /^[A-Z]/.test(name) ? name : () => ({})
    },
  })
}

const newMap = () =>
  new MapLibreMap({
    container: document.createElement('div'),
    attributionControl: false,
    style: {
      version: 8,
      sources: { record: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
      layers: [],
    },
  })

beforeAll(() => {
  class Observer {
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Observer)
  // The engine's messages to its workers, which go on after the tests, ask for it.
  Object.assign(globalThis, { ImageData: class {} })
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage() {}
      terminate() {}
    },
  )
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    return idleContext(this) as never
  } as never)
  map = newMap()
  return new Promise<void>((resolve) => map.once('style.load', () => resolve()))
})
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('what the map uses of MapLibre beyond its documented interface', () => {
  test('tiles read ahead are asked for once, wait out of view, and are kept when they have come', () => {
    const other = newMap()
    return new Promise<void>((resolve) => other.once('style.load', () => resolve())).then(() => {
      const manager = tilesOf(other, 'record')
      if (!manager) throw new Error('no tiles of the source')
      const transform = Reflect.get(other, '_camera').transform as ReturnType<typeof manager.transform.clone>
      transform.resize(800, 600, false)
      manager.transform = transform
      manager.updateCacheSize(transform)
      const added = vi.spyOn(manager, '_addTile')
      const camera = { longitude: 106.5, latitude: 29.5, zoom: 9, bearing: 0, pitch: 0 }
      loadTilesAhead(other, 'record', camera)
      const tiles = added.mock.results.map(({ value }) => value)
      expect(tiles.length).toBeGreaterThan(0)
      expect(tiles.every((tile) => manager._inViewTiles.getTileById(tile.tileID.key) === undefined)).toBe(true)
      for (const tile of tiles) {
        tile.state = 'loaded'
        other.fire('sourcedata', { tile } as never)
        expect(manager._outOfViewCache.has(tile.tileID)).toBe(true)
      }
      loadTilesAhead(other, 'record', camera)
      expect(added).toHaveBeenCalledTimes(tiles.length)
    })
  })

  test('painter.drawFunctions has a sky to be left out', () => {
    const before = map.painter.drawFunctions
    expect(before.sky).toBeTypeOf('function')
    withoutSky(map)
    expect(map.painter.drawFunctions.sky).not.toBe(before.sky)
    expect(map.painter.drawFunctions.line).toBe(before.line)
  })

  test('triggerRepaint and painter.render stand on their prototypes, are replaced and come back', () => {
    expect(Object.hasOwn(map, 'triggerRepaint')).toBe(false)
    expect(Object.hasOwn(map.painter, 'render')).toBe(false)
    const [repaint, render] = [map.triggerRepaint, map.painter.render]
    expect([typeof repaint, typeof render]).toEqual(['function', 'function'])
    const [release, draw] = [holdFrames(map), stopDrawing(map)]
    expect(map.triggerRepaint).not.toBe(repaint)
    expect(map.painter.render).not.toBe(render)
    release()
    draw()
    expect(map.triggerRepaint).toBe(repaint)
    expect(map.painter.render).toBe(render)
  })

  test('drawing goes on when all who stopped it let it', () => {
    const { render } = map.painter
    const [one, other] = [stopDrawing(map), stopDrawing(map)]
    one()
    expect(map.painter.render).not.toBe(render)
    other()
    expect(map.painter.render).toBe(render)
  })

  test('names fade for as long as the map was made with, but for frames that place all at once', () => {
    const own = map._fadeDuration
    expect(own).toBeGreaterThan(0)
    const [one, other] = [placeAtOnce(map), placeAtOnce(map)]
    expect(map._fadeDuration).toBe(0)
    one()
    other()
    expect(map._fadeDuration).toBe(own)
  })

  test('names are placed at once while the map stands still, and a few a frame while it moves', () => {
    const other = newMap()
    const own = other._fadeDuration
    const isMoving = vi.spyOn(other, 'isMoving').mockReturnValue(false)
    placeAtOnceWhileStill(other)
    expect(other._fadeDuration).toBe(0)
    placeAtOnce(other)()
    isMoving.mockReturnValue(true)
    expect(other._fadeDuration).toBe(own)
    const fadeAgain = placeAtOnce(other)
    expect(other._fadeDuration).toBe(0)
    fadeAgain()
    expect(other._fadeDuration).toBe(own)
  })

  test('painter.render gives each frame to be kept and drawn later, whatever stops and releases meanwhile', () => {
    const other = newMap()
    const drawn = vi.fn()
    Object.defineProperty(other.painter, 'render', { value: drawn, writable: true, configurable: true })
    const frames = keepFrames(other)
    stopDrawing(other)()
    other.painter.render('style' as never, 'transform' as never, 'data' as never)
    expect(drawn).not.toHaveBeenCalled()
    frames.draw()
    frames.draw()
    expect(drawn.mock.calls).toEqual([
      ['style', 'transform', 'data'],
      ['style', 'transform', 'data'],
    ])
    expect(graphicsOf(other)).toBe(other.painter.context.gl)
  })

  test('programCache makes each program the layers of a source need once, of what a tile brings', () => {
    const { _order, _layers } = map.style
    const { getProgram } = map.painter.programCache
    const made = vi.spyOn(map.painter.programCache, 'getProgram')
    expect(getProgram).toBeTypeOf('function')
    class Given {
      cacheKey: string
      constructor({ id }: { id: string }, _zoom: number, isOfProgram: (property: string) => boolean) {
        this.cacheKey = ['fill-color', 'line-color', 'text-color', 'icon-color'].filter(isOfProgram) + id.slice(0, 1)
      }
    }
    made.mockReturnValue({} as never)
    try {
      const added = [
        { id: 'a1', type: 'fill', paint: { 'fill-color': '#000' } },
        { id: 'a2', type: 'fill', paint: { 'fill-color': '#fff' } },
        { id: 'b1', type: 'line', paint: { 'line-dasharray': [1, 2] } },
        { id: 'c1', type: 'symbol', layout: { 'text-field': 'a' } },
        { id: 'd1', type: 'line', minzoom: 20, paint: {} },
      ]
      for (const layer of added) addUnvalidatedLayer(map, { source: 'record', ...layer } as never)
      const bucket = { programConfigurations: { get: () => Object.create(Given.prototype) } }
      expect(configurationOf({})).toBeUndefined()
      expect(configurationOf({ buckets: { text: {} } })).toBeUndefined()
      const Configuration = configurationOf({ buckets: { text: {}, a1: bucket } })
      if (!Configuration) throw new Error('no class')
      expect([...programsAhead(map, ['other'], Configuration)]).toHaveLength(1)
      made.mockClear()
      expect([...programsAhead(map, ['record'], Configuration)]).toHaveLength(4)
      expect(made.mock.calls.map(([{ name, programConfiguration }]) => [name, programConfiguration?.cacheKey])).toEqual(
        [
          ['clippingMask', undefined],
          ['fill', 'fill-colora'],
          ['lineSDF', 'line-colorb'],
          ['symbolSDF', 'text-colorc'],
        ],
      )
    } finally {
      made.mockRestore()
      for (const id of [..._order]) if (_layers[id]) map.removeLayer(id)
    }
  })

  test('painter.renderLayer stands on its prototype and can be kept to some layers of a frame', () => {
    const other = newMap()
    expect(Object.hasOwn(other.painter, 'renderLayer')).toBe(false)
    const drawn = vi.spyOn(Object.getPrototypeOf(other.painter) as typeof other.painter, 'renderLayer')
    drawn.mockImplementation(() => {})
    const render = () => {
      for (const id of ['a', 'b', 'c'])
        other.painter.renderLayer(other.painter, undefined as never, { id } as never, [], {} as never)
    }
    Object.defineProperty(other.painter, 'render', { value: render, writable: true, configurable: true })
    const frame = keepFrames(other)
    other.painter.render('style' as never, 'transform' as never, 'data' as never)
    frame.drawOnly(new Set(['b']))
    expect(drawn.mock.calls.map(([, , { id }]) => id)).toEqual(['b'])
    frame.draw()
    expect(drawn).toHaveBeenCalledTimes(4)
    drawn.mockRestore()
  })

  test('style.tileManagers has the tiles of each source, which can be cleared, paused and resumed', () => {
    const tiles = tilesOf(map, 'record')
    for (const act of ['clearTiles', 'pause', 'resume'] as const) expect(tiles?.[act], act).toBeTypeOf('function')
    expect(tilesOf(map, 'nothing')).toBeUndefined()
  })

  test('style.addLayer takes a layer without validating it', () => {
    const said = vi.fn()
    map.on('error', said)
    addUnvalidatedLayer(map, { id: 'odd', type: 'line', source: 'record', minzoom: 99 })
    expect(map.getLayer('odd')).toBeDefined()
    expect(said).not.toHaveBeenCalled()
    map.addLayer({ id: 'odd too', type: 'line', source: 'record', minzoom: 99 })
    expect(said).toHaveBeenCalled()
  })

  test('style.glyphManager draws letters ahead', () => {
    expect(map.style.glyphManager.getGlyphs).toBeTypeOf('function')
    expect(drawGlyphs(map, ['sans-serif'], [])).toBeInstanceOf(Promise)
  })

  test('style.placement remembers where names stood, and forgets it', async () => {
    const other = newMap()
    await new Promise<void>((resolve) => other.once('style.load', () => resolve()))
    keepFrames(other)
    other.redraw()
    const { placement } = other.style
    const remembered = ['placements', 'variableOffsets', 'placedOrientations'] as const
    for (const name of remembered) {
      expect(placement[name], name).toEqual({})
      Object.assign(placement, { [name]: { 1: {} } })
    }
    forgetPlaces(other)
    for (const name of remembered) expect(placement[name], name).toEqual({})
  })

  test('style.glyphManager can be made to draw a few letters at a time', async () => {
    const other = newMap()
    const asked: string[][] = []
    other.style.glyphManager.getGlyphs = async (requests) => {
      asked.push(requests.font?.default ?? [])
      return {}
    }
    spreadGlyphs(other)
    const letters = Array.from('一二三四五六七八九十')
    await other.style.glyphManager.getGlyphs({ font: { default: letters } })
    expect(asked).toEqual([letters.slice(0, 8), letters.slice(8), letters])
  })
})
