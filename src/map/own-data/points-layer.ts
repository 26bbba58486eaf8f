/**
 * Own points as a layer that is drawn by a program of ours. The engine's own ways cut every point into tiles again at each
 * change of a filter or a colour; here a change writes one byte a point and draws one frame.
 */
import { classLooks } from '../../model/own-data/class-colours'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { pointClasses, tablePoints } from '../../model/own-data/point-set'
import type { EngineCustomLayer, EngineMap } from '../engine'
import type { Palette } from '../style/palette'
import { mostColours, noColour, type PointsProgram, pointsProgram } from './points-program'

/** A layer of points on one map. */
export interface PointsLayer {
  layer: EngineCustomLayer
  /** Shows a layer's rows as they are filtered and coloured now. */
  show: (own: OwnLayer, palette: Palette) => void
}

/** CSS pixels at zooms; between them they grow evenly. */
const radii = [
  [8, 3.2],
  [12, 5],
  [15, 7.5],
] as const
const rims = [
  [8, 0.8],
  [12, 1.2],
] as const

/** Returns the radius of points at a zoom without their rim, and the width of that, CSS pixels. */
export const pointSize = (zoom: number): { radius: number; rim: number } => ({
  radius: between(radii, zoom),
  rim: between(rims, zoom),
})

function between(stops: readonly (readonly [zoom: number, value: number])[], zoom: number): number {
  const next = stops.findIndex(([at]) => at > zoom)
  const [low, high] = [stops.at(next < 0 ? -1 : Math.max(0, next - 1)), stops.at(next)]
  if (!low || !high) return 0
  if (next <= 0) return low[1]
  return low[1] + ((high[1] - low[1]) * (zoom - low[0])) / (high[0] - low[0])
}

/** What is drawn: a colour's number a point, the colours, and the rims' colour. */
interface Shown {
  colourOf: Uint8Array<ArrayBuffer>
  colours: Float32Array
  ink: readonly number[]
}

/** Returns a layer of the points of a table, of which nothing is drawn before `show`. */
export function createPointsLayer(id: string, table: OwnLayer['table']): PointsLayer {
  const { x, y } = tablePoints(table)
  // Numbers of single precision are exact to a pixel only near where they are counted from.
  const anchor = [x[0] ?? 0, y[0] ?? 0] as const
  const places = new Float32Array(x.length * 2)
  for (let at = 0; at < x.length; at++) {
    places[at * 2] = (x[at] ?? 0) - anchor[0]
    places[at * 2 + 1] = (y[at] ?? 0) - anchor[1]
  }
  let map: EngineMap | undefined
  let shown: Shown | undefined
  let drawing: Drawing | undefined
  let isChanged = false
  return {
    show: (own, palette) => {
      shown = shownOf(own, palette)
      isChanged = true
      map?.triggerRepaint()
    },
    layer: {
      id,
      type: 'custom',
      onAdd: (added, graphics) => {
        map = added
        drawing = startDrawing(graphics, places)
        isChanged = true
      },
      onRemove: (_, graphics) => {
        if (drawing) endDrawing(graphics, drawing)
        drawing = undefined
      },
      render: (graphics, { defaultProjectionData: { mainMatrix } }) => {
        if (!map || !drawing || !shown) return
        draw(graphics, drawing, shown, {
          matrix: movedBy(anchor, mainMatrix),
          ...pointSize(map.getZoom()),
          ratio: map.getPixelRatio(),
          count: x.length,
          isChanged,
        })
        isChanged = false
      },
    },
  }
}

function shownOf(own: OwnLayer, palette: Palette): Shown {
  const looks = classLooks(own, palette.name).slice(0, mostColours)
  const numbers = new Uint8Array(256).fill(noColour)
  const colours = new Float32Array(mostColours * 3)
  for (const [at, { number, color }] of looks.entries()) {
    numbers[number] = at
    colours.set(partsOf(color), at * 3)
  }
  const colourOf = Uint8Array.from(pointClasses(own), (number) => numbers[number] ?? noColour)
  return { colourOf, colours, ink: partsOf(palette.page.ink) }
}

/** `#rrggbb` as parts of 0…1. */
const partsOf = (color: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)

/** A matrix for places that are counted from an anchor. */
function movedBy([x, y]: readonly [number, number], matrix: ArrayLike<number>): Float32Array {
  const moved = Float32Array.from(matrix)
  for (const at of [0, 1, 2, 3])
    moved[12 + at] = (matrix[at] ?? 0) * x + (matrix[4 + at] ?? 0) * y + (matrix[12 + at] ?? 0)
  return moved
}

interface Drawing {
  program: PointsProgram
  arrays: WebGLVertexArrayObject
  places: WebGLBuffer
  colours: WebGLBuffer
}

function startDrawing(graphics: WebGL2RenderingContext, places: Float32Array): Drawing {
  const program = pointsProgram(graphics)
  const drawing = {
    program,
    arrays: graphics.createVertexArray(),
    places: graphics.createBuffer(),
    colours: graphics.createBuffer(),
  }
  graphics.bindVertexArray(drawing.arrays)
  graphics.bindBuffer(graphics.ARRAY_BUFFER, drawing.places)
  graphics.bufferData(graphics.ARRAY_BUFFER, places, graphics.STATIC_DRAW)
  graphics.enableVertexAttribArray(program.place)
  graphics.vertexAttribPointer(program.place, 2, graphics.FLOAT, false, 0, 0)
  graphics.bindBuffer(graphics.ARRAY_BUFFER, drawing.colours)
  graphics.enableVertexAttribArray(program.colour)
  graphics.vertexAttribPointer(program.colour, 1, graphics.UNSIGNED_BYTE, false, 0, 0)
  graphics.bindVertexArray(null)
  graphics.bindBuffer(graphics.ARRAY_BUFFER, null)
  return drawing
}

function endDrawing(graphics: WebGL2RenderingContext, { program, arrays, places, colours }: Drawing) {
  graphics.deleteProgram(program.program)
  graphics.deleteVertexArray(arrays)
  graphics.deleteBuffer(places)
  graphics.deleteBuffer(colours)
}

interface Frame {
  matrix: Float32Array
  radius: number
  rim: number
  ratio: number
  count: number
  isChanged: boolean
}

function draw(
  graphics: WebGL2RenderingContext,
  { program, arrays, colours }: Drawing,
  shown: Shown,
  { matrix, radius, rim, ratio, count, isChanged }: Frame,
) {
  if (isChanged) {
    graphics.bindBuffer(graphics.ARRAY_BUFFER, colours)
    graphics.bufferData(graphics.ARRAY_BUFFER, shown.colourOf, graphics.DYNAMIC_DRAW)
  }
  graphics.useProgram(program.program)
  graphics.uniformMatrix4fv(program.uniform('u_matrix'), false, matrix)
  // A pixel more, for the soft edge.
  graphics.uniform1f(program.uniform('u_size'), 2 * (radius + rim) * ratio + 1)
  graphics.uniform1f(program.uniform('u_rim'), rim * ratio)
  graphics.uniform3fv(program.uniform('u_ink'), shown.ink)
  graphics.uniform3fv(program.uniform('u_colours'), shown.colours)
  graphics.bindVertexArray(arrays)
  graphics.drawArrays(graphics.POINTS, 0, count)
  graphics.bindVertexArray(null)
}
