/**
 * The sprite of the map from the icons in `data/icons`: every icon as a badge with the icon cut out of it, as a
 * signed distance field so that one image serves every colour, and the hatchings as plain pixels.
 */
import { Resvg } from '@resvg/resvg-js'
import { hatchings } from '../hatchings'
import { dotShapes, insideShape } from '../theme-shapes'
import { distanceField } from './distance-field'
import { encodePng, type Pixels } from './png'

/** The sprite as MapLibre loads it: an index and one image at a pixel ratio of 2. */
export interface Sprite {
  json: string
  png: Uint8Array
}

interface SpriteImage extends Pixels {
  name: string
  sdf: boolean
}

const RATIO = 2
/** Side of a badge and of the drawing in it, in CSS pixels. */
const BADGE = 22
const GLYPH = 14.5
/** Side of the square a dot stands in, in CSS pixels. */
const DOT = 12
/** Side of a mark beside a place, in CSS pixels. */
const MARK = 10
/** Room around a badge for the distance field to fall off in, in CSS pixels. */
const MARGIN = 3
const OVERSAMPLING = 4

/** Platforms stand on a square, what one visits or uses on a disc. */
const squareBadges = new Set(['industry', 'logistics', 'science', 'business', 'bonded', 'rural', 'zone', 'datacentre'])

/** Returns the sprite of SVG icons of 16 × 16 by name. Throws if an icon is not square. */
export function buildSprite(icons: ReadonlyMap<string, string>): Sprite {
  const badges = [...icons].map(([name, svg]) =>
    field(name, BADGE, (inside) => badge(svg, squareBadges.has(name), inside)),
  )
  const images: SpriteImage[] = [
    ...badges,
    field('dot', 9, (side) => covered(side, (x, y) => Math.hypot(x - 0.5, y - 0.5) < 0.5)),
    ...dotShapes.map((shape) => field(`dot-${shape}`, DOT, (side) => covered(side, insideShape[shape]))),
    ...(Object.keys(marks) as (keyof typeof marks)[]).map((name) =>
      field(`mark-${name}`, MARK, (side) => covered(side, marks[name])),
    ),
    field('ring-dashed', BADGE, (side) => covered(side, isDashedRing)),
    field('chevron', 9, (side) => covered(side, isChevron)),
    ...hatchings.map(hatching),
  ]
  return pack(images.sort((a, b) => b.height - a.height || a.name.localeCompare(b.name)))
}

/** A distance field of a shape `side` CSS pixels wide, drawn by `draw` as coverage 0…1 on a fine grid. */
function field(name: string, side: number, draw: (gridSide: number) => Float64Array): SpriteImage {
  const scale = RATIO * OVERSAMPLING
  const inner = side * scale
  const margin = MARGIN * scale
  const whole = inner + 2 * margin
  const coverage = new Float64Array(whole * whole)
  const drawn = draw(inner)
  for (let y = 0; y < inner; y++)
    coverage.set(drawn.subarray(y * inner, (y + 1) * inner), (y + margin) * whole + margin)
  const alpha = distanceField(coverage, whole, OVERSAMPLING)
  const width = whole / OVERSAMPLING
  const data = new Uint8Array(width * width * 4).fill(255)
  alpha.forEach((value, index) => {
    data[index * 4 + 3] = value
  })
  return { name, width, height: width, data, sdf: true }
}

/** A disc or a rounded square with the icon's drawing left out of it. */
function badge(svg: string, square: boolean, side: number): Float64Array {
  const glyphSide = Math.round((side * GLYPH) / BADGE)
  const glyph = rasterised(svg, glyphSide)
  const offset = Math.round((side - glyphSide) / 2)
  const shape = covered(side, square ? isRoundedSquare : (x, y) => Math.hypot(x - 0.5, y - 0.5) < 0.5)
  for (let y = 0; y < glyphSide; y++) {
    for (let x = 0; x < glyphSide; x++) {
      const at = (y + offset) * side + x + offset
      shape[at] = (shape[at] ?? 0) * (1 - (glyph[y * glyphSide + x] ?? 0))
    }
  }
  return shape
}

function rasterised(svg: string, side: number): Float64Array {
  const image = new Resvg(svg.replaceAll('currentColor', '#000'), {
    fitTo: { mode: 'width', value: side },
    font: { loadSystemFonts: false },
  }).render()
  if (image.width !== side || image.height !== side)
    throw new RangeError(`an icon is ${image.width} × ${image.height}, not square`)
  // The getter copies, so it is asked once.
  const pixels = image.pixels
  return Float64Array.from({ length: side * side }, (_, index) => (pixels[index * 4 + 3] ?? 0) / 255)
}

function covered(side: number, isInside: (x: number, y: number) => boolean): Float64Array {
  return Float64Array.from({ length: side * side }, (_, index) =>
    isInside(((index % side) + 0.5) / side, (Math.floor(index / side) + 0.5) / side) ? 1 : 0,
  )
}

function isRoundedSquare(x: number, y: number): boolean {
  const radius = 0.2
  const inset = 0.04
  const beyond = (value: number) => Math.max(0, Math.abs(value - 0.5) - (0.5 - inset - radius))
  return Math.hypot(beyond(x), beyond(y)) < radius
}

function isChevron(x: number, y: number): boolean {
  const slope = Math.abs(y - 0.5)
  return x > 0.75 - slope * 1.2 - 0.34 && x < 0.95 - slope * 1.2 && slope < 0.48
}

/** What becomes of a place in the years asked for: a flag, an arrow, a tick. */
const marks = {
  due: (x: number, y: number) =>
    (x > 0.16 && x < 0.32 && y > 0.04 && y < 0.96) || (x >= 0.32 && x < 0.92 && y > 0.08 && y < 0.58),
  underway: (x: number, y: number) => x > 0.16 && x < 0.92 - Math.abs(y - 0.5) * 1.7,
  done: (x: number, y: number) =>
    (Math.abs(y - x - 0.28) < 0.14 && x > 0.08 && x < 0.42) || (Math.abs(y + x - 1.1) < 0.14 && x >= 0.3 && x < 0.96),
} as const

/** Eight dashes round a sign. */
function isDashedRing(x: number, y: number): boolean {
  const radius = Math.hypot(x - 0.5, y - 0.5)
  const turn = (Math.atan2(y - 0.5, x - 0.5) / (2 * Math.PI) + 1) * 8
  return radius < 0.49 && radius > 0.38 && turn % 1 < 0.6
}

/** Diagonal lines, seamless when tiled. */
function hatching({ name, run, color, spacing, width }: (typeof hatchings)[number]): SpriteImage {
  const side = spacing * RATIO
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  const data = new Uint8Array(side * side * 4)
  for (let index = 0; index < side * side; index++) {
    const [x, y] = [index % side, Math.floor(index / side)]
    const fromLine = Math.min(...runs[run].map((along) => distanceToMultiple(along(x, y), side))) / Math.SQRT2
    const alpha = Math.max(0, Math.min(1, (width * RATIO) / 2 + 0.5 - fromLine))
    data.set([red ?? 0, green ?? 0, blue ?? 0, Math.round(alpha * 255)], index * 4)
  }
  return { name, width: side, height: side, data, sdf: false }
}

const rising = (x: number, y: number) => x + y + 1
const falling = (x: number, y: number) => x - y
const runs = { rising: [rising], falling: [falling], crossed: [rising, falling] } as const

const distanceToMultiple = (value: number, of: number) => {
  const rest = ((value % of) + of) % of
  return Math.min(rest, of - rest)
}

/** Shelves: images of falling height from left to right, then the next shelf. */
function pack(images: readonly SpriteImage[]): Sprite {
  const width = 512
  const index: { [name: string]: object } = {}
  const placed: { image: SpriteImage; x: number; y: number }[] = []
  let [x, y, shelf] = [0, 0, 0]
  for (const image of images) {
    if (x + image.width > width) [x, y, shelf] = [0, y + shelf, 0]
    placed.push({ image, x, y })
    index[image.name] = { x, y, width: image.width, height: image.height, pixelRatio: RATIO, sdf: image.sdf }
    x += image.width
    shelf = Math.max(shelf, image.height)
  }
  const height = y + shelf
  const data = new Uint8Array(width * height * 4)
  for (const { image, x: left, y: top } of placed)
    for (let row = 0; row < image.height; row++)
      data.set(
        image.data.subarray(row * image.width * 4, (row + 1) * image.width * 4),
        ((top + row) * width + left) * 4,
      )
  return { json: JSON.stringify(index), png: encodePng({ width, height, data }) }
}
