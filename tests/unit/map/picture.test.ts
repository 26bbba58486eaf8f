/** The parts of a picture that can be told without a graphics context: its tiles, and the window each is drawn through. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openCanvasWindow, outlineDistance } from '../../../src/map/picture/canvas-window'
import { frameCamera, viewAtSize } from '../../../src/map/picture/frame'
import { pictureTiles, ratioWithin, tileSide } from '../../../src/map/picture/tiles'
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
    const canvas = { width: 300, height: 150 } as HTMLCanvasElement
    const graphics = {
      viewport: (...box: number[]) => viewports.push(box),
      bindFramebuffer: () => {},
      shaderSource: (_: unknown, source: string) => sources.push(source),
    } as unknown as WebGL2RenderingContext
    return { canvas, graphics, viewports, sources, opened: openCanvasWindow(canvas, graphics) }
  }

  test('lets the engine believe in the whole canvas', () => {
    const { canvas, graphics, opened } = scene()
    Object.assign(canvas, { width: 4961, height: 3508 })
    expect([canvas.width, canvas.height]).toEqual([4961, 3508])
    expect([graphics.drawingBufferWidth, graphics.drawingBufferHeight]).toEqual([4961, 3508])
    expect(opened.whole()).toEqual({ width: 4961, height: 3508 })
  })

  test('shifts what is drawn into the canvas, and nothing that is drawn elsewhere', () => {
    const { graphics, viewports, opened } = scene()
    graphics.viewport(0, 0, 4961, 3508)
    opened.show({ left: 2048, bottom: 1024 })
    expect(viewports.at(-1)).toEqual([-2048, -1024, 4961, 3508])
    graphics.bindFramebuffer(0, {} as WebGLFramebuffer)
    graphics.viewport(0, 0, 512, 512)
    expect(viewports.at(-1)).toEqual([0, 0, 512, 512])
    graphics.bindFramebuffer(0, null)
    graphics.viewport(0, 0, 4961, 3508)
    expect(viewports.at(-1)).toEqual([-2048, -1024, 4961, 3508])
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
