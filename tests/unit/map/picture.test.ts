/** The parts of a picture that can be told without a graphics context: its tiles, and the window each is drawn through. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  openCanvasWindow,
  outlineDistance,
  throughWindow,
  vertexMain,
  windowOf,
} from '../../../src/map/picture/canvas-window'
import { frameCamera, viewAtSize } from '../../../src/map/picture/frame'
import { pixelsOf, readTile } from '../../../src/map/picture/read-tile'
import { pictureTiles, ratioWithin, tileSide } from '../../../src/map/picture/tiles'
import { inTurn } from '../../../src/map/picture/until-drawn'
import { defaultView } from '../../../src/model/view'

describe('the tiles of a picture', () => {
  test.each([
    { width: 4961, height: 3508 },
    { width: 1600, height: 900 },
    { width: 1024, height: 1024 },
    { width: 1, height: 1 },
  ])('cover $width × $height once, each of at most 4 megapixels', (size) => {
    const tiles = pictureTiles(size)
    const area = tiles.reduce((sum, { width, height }) => sum + width * height, 0)
    expect(area).toBe(size.width * size.height)
    expect(new Set(tiles.map(({ left, bottom }) => `${left} ${bottom}`)).size).toBe(tiles.length)
    for (const { left, bottom, width, height } of tiles) {
      expect(width * height).toBeLessThanOrEqual(4e6)
      expect([left % tileSide, bottom % tileSide]).toEqual([0, 0])
      expect([left + width <= size.width, bottom + height <= size.height]).toEqual([true, true])
    }
  })

  test('are of no more pixels than a graphics context can draw across', () => {
    expect(ratioWithin({ width: 1600, height: 900 }, 2, 8192)).toBe(2)
    expect(ratioWithin({ width: 5120, height: 1440 }, 2, 8192)).toBe(1.6)
    expect(ratioWithin({ width: 1000, height: 10_000 }, 1, 8192)).toBeCloseTo(0.8192)
  })
})

describe('the camera of a picture', () => {
  const camera = { longitude: 106.5, latitude: 29.5, zoom: 10, bearing: 0, pitch: 0 }
  const onScreen = { camera, size: { width: 1200, height: 800 }, padding: { top: 0, right: 0, bottom: 0, left: 0 } }
  /** Degrees of longitude 100 pixels across at zoom 10. */
  const hundred = (100 * 360) / (512 * 2 ** 10)

  test('is the screen’s where no panel covers it', () => {
    expect(frameCamera(onScreen).longitude).toBeCloseTo(106.5, 9)
    expect(frameCamera(onScreen).latitude).toBeCloseTo(29.5, 9)
  })

  test('looks at the middle of what the panels leave free, also on a turned map', () => {
    const padding = { top: 0, right: 0, bottom: 0, left: 200 }
    const straight = frameCamera({ ...onScreen, padding })
    expect(straight.longitude).toBeCloseTo(106.5 + hundred, 6)
    expect(straight.latitude).toBeCloseTo(29.5, 6)
    // East is up: what lies to the right is south.
    const turned = frameCamera({ ...onScreen, camera: { ...camera, bearing: 90 }, padding })
    expect(turned.longitude).toBeCloseTo(106.5, 6)
    expect(turned.latitude).toBeCloseTo(29.5 - hundred * Math.cos((29.5 * Math.PI) / 180), 3)
  })

  test('shows at another size at least what the screen shows, and leaves a view without a camera to fit itself', () => {
    const view = { ...defaultView([]), camera }
    const at = (width: number, height: number) => viewAtSize(view, onScreen, { width, height }).camera?.zoom
    expect(at(600, 400)).toBeCloseTo(9)
    expect(at(600, 800)).toBeCloseTo(9)
    expect(at(2400, 3200)).toBeCloseTo(11)
    expect(viewAtSize(defaultView([]), onScreen, { width: 600, height: 400 }).camera).toBeUndefined()
  })
})

describe('the window of a canvas', () => {
  function scene() {
    const viewports: number[][] = []
    const sources: string[] = []
    const windows: number[][] = []
    const canvas = { width: 300, height: 150 } as HTMLCanvasElement
    const graphics = {
      viewport: (...box: number[]) => viewports.push(box),
      bindFramebuffer: () => {},
      shaderSource: (_: unknown, source: string) => sources.push(source),
      useProgram: () => {},
      getUniformLocation: (program: object) => program,
      uniform4fv: (_: unknown, values: number[]) => windows.push(values),
    } as unknown as WebGL2RenderingContext
    return { canvas, graphics, viewports, sources, windows, opened: openCanvasWindow(canvas, graphics) }
  }

  test('lets the engine believe in the whole canvas', () => {
    const { canvas, graphics, opened } = scene()
    Object.assign(canvas, { width: 4961, height: 3508 })
    expect([canvas.width, canvas.height]).toEqual([4961, 3508])
    expect([graphics.drawingBufferWidth, graphics.drawingBufferHeight]).toEqual([4961, 3508])
    expect(opened.whole()).toEqual({ width: 4961, height: 3508 })
  })

  test('shifts what is drawn into the canvas, and nothing that is drawn elsewhere', () => {
    const { graphics, viewports, windows, opened } = scene()
    const tile = { left: 2048, bottom: 1024 }
    const shifted = windowOf([0, 0, 4961, 3508], tile)
    graphics.viewport(0, 0, 4961, 3508)
    opened.show(tile)
    graphics.useProgram({} as WebGLProgram)
    expect(viewports.at(-1)).toEqual([0, 0, tileSide, tileSide])
    expect(windows.at(-1)).toEqual(shifted)
    graphics.bindFramebuffer(0, {} as WebGLFramebuffer)
    graphics.viewport(0, 0, 512, 512)
    expect(viewports.at(-1)).toEqual([0, 0, 512, 512])
    expect(windows.at(-1)).toEqual([1, 1, 0, 0])
    graphics.bindFramebuffer(0, null)
    graphics.viewport(0, 0, 4961, 3508)
    expect(windows.at(-1)).toEqual(shifted)
  })

  test.each([
    [0, 0],
    [4961, 3508],
    [2500, 1700],
  ])('puts pixel %d, %d of the whole where it is in its tile', (x, y) => {
    const tile = { left: 2048, bottom: 1024 }
    const [wide, high, right, up] = windowOf([0, 0, 4961, 3508], tile)
    // As a graphics context counts: −1 at one side of what it draws, 1 at the other.
    const pixel = (place: number) => ((place + 1) / 2) * tileSide
    expect(pixel((2 * x * wide) / 4961 - wide + right)).toBeCloseTo(x - tile.left, 6)
    expect(pixel((2 * y * high) / 3508 - high + up)).toBeCloseTo(y - tile.bottom, 6)
  })

  test('moves what vertex shaders place, in the words of the installed MapLibre, and leaves the others alone', () => {
    const fragments = 'void main() {fragColor=vec4(1.0);}'
    expect(throughWindow(fragments)).toBe(fragments)
    expect(throughWindow('void main(void) {gl_Position=vec4(1.0);}')).toMatch(
      /^void placeInWhole\(\) \{[\s\S]*void main\(\)\{/,
    )
    const engine = readFileSync('node_modules/maplibre-gl/dist/maplibre-gl.mjs', 'utf8')
    const mains = engine.match(/\bmain\s*\([^)]*\)\s*\{/g) ?? []
    expect(mains.length).toBeGreaterThan(60)
    expect(engine.match(new RegExp(vertexMain, 'g'))).toHaveLength(mains.length)
  })

  test('keeps the outlines of areas where they are, in the words of the installed MapLibre', () => {
    const { graphics, sources } = scene()
    graphics.shaderSource({} as WebGLShader, 'float dist=length(v_pos-gl_FragCoord.xy);')
    expect(sources).toEqual([`float dist=length(mod(v_pos-gl_FragCoord.xy+512.0,1024.0)-512.0);`])
    const engine = readFileSync('node_modules/maplibre-gl/dist/maplibre-gl.mjs', 'utf8')
    expect(engine.match(outlineDistance)?.length).toBe(2)
    expect(engine.match(/gl_FragCoord\.xy/g)?.length).toBe(3)
  })
})

describe('reading a tile back', () => {
  class Pixels {
    readonly data: Uint8ClampedArray
    constructor(
      readonly width: number,
      readonly height: number,
    ) {
      this.data = new Uint8ClampedArray(width * height * 4)
    }
  }
  afterEach(() => vi.unstubAllGlobals())

  test('turns rows to begin at the top, and takes opacity out of the colours', () => {
    vi.stubGlobal('ImageData', Pixels)
    const bytes = Uint8Array.from([50, 0, 100, 100, 1, 2, 3, 255, 9, 8, 7, 255, 0, 0, 0, 0])
    const { data } = pixelsOf(bytes, { width: 2, height: 2 })
    expect([...data]).toEqual([9, 8, 7, 255, 0, 0, 0, 0, 128, 0, 255, 100, 1, 2, 3, 255])
  })

  test('asks for the pixels at once, takes them only when they are there, and says when the context is lost', async () => {
    vi.stubGlobal('ImageData', Pixels)
    const did: string[] = []
    let polls = 0
    let lost = false
    const graphics = new Proxy({} as WebGL2RenderingContext, {
      get: (_, name: string) => {
        if (/^[A-Z]/.test(name)) return name
        return (...given: unknown[]) => {
          did.push(name)
          if (name === 'isContextLost') return lost
          if (name === 'getSyncParameter') return ++polls === 3 ? 'SIGNALED' : 'UNSIGNALED'
          if (name === 'getBufferSubData') (given[2] as Uint8Array).fill(255)
          return {}
        }
      },
    })
    const reading = readTile(graphics, { width: 2, height: 2 })
    expect(did).toContain('readPixels')
    const { pixels } = await reading
    expect(did.filter((name) => name === 'getSyncParameter')).toHaveLength(3)
    expect(did.indexOf('getBufferSubData')).toBeGreaterThan(did.lastIndexOf('getSyncParameter'))
    expect([...pixels.data].every((value) => value === 255)).toBe(true)
    lost = true
    await expect(readTile(graphics, { width: 2, height: 2 })).rejects.toThrow('lost')
  })

  test('gives way to the next tile after a while, and says what failed before', async () => {
    await inTurn(new Promise(() => {}))
    await expect(inTurn(Promise.reject(new Error('lost')))).rejects.toThrow('lost')
  })
})
