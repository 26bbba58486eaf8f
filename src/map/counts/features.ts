/** The districts' numbers as what the map shows: a place, a text and an image each, and what a press on it means. Pure. */
import type { FeatureCollection, Point } from 'geojson'
import type { ThemeId } from '../../../data/schema-ids'
import { tileSize } from '../../../geo/screen/camera'
import { type Language, message } from '../../model/messages'
import { type BarSegment, barHeight, barSegments } from '../../model/plans/bar-segments'
import { barLength, type DistrictBar } from '../../model/plans/district-bars'
import type { Palette } from '../style/palette'
import { barRectangles, type Line, type Raster, rasterOf } from './bar-shape'
import type { DistrictLabel } from './labels'
import { type BarPlace, placeBars } from './place-bars'

/** What the style reads of a district's number and bar. */
export interface CountProperties {
  district: string
  /** The image of the bar; empty where there is only the number. */
  image: string
  imageOffset: [number, number]
  /** Plans of the district itself, and after them those it shares. */
  solid: string
  shared: string
  textSize: number
  /** In letters. */
  textOffset: [number, number]
  /** The one theme that is on. */
  theme?: ThemeId
}

/** A bar as it stands on the screen, in pixels from the place of its district's name. */
export interface BarOnScreen {
  district: string
  position: readonly [longitude: number, latitude: number]
  left: number
  top: number
  width: number
  height: number
  segments: readonly BarSegment[]
  leader?: Line
}

/** The districts' numbers as the engine is given them, and as they stand on the screen. */
export interface Counts {
  data: FeatureCollection<Point, CountProperties>
  images: ReadonlyMap<string, Raster>
  bars: readonly BarOnScreen[]
}

/** All that decides what the districts' numbers look like and where they stand. */
export interface CountsInputs {
  bars: readonly DistrictBar[]
  /** The most plans a bar may have: it is the longest then. */
  most: number
  labels: readonly DistrictLabel[]
  palette: Palette
  language: Language
  zoom: number
  /** Bars have no room: the screen is small. */
  numbersOnly: boolean
  /** The one theme that is on. */
  theme?: ThemeId
  /** What is drawn over the bars, of the world's width. */
  dots: readonly (readonly [x: number, y: number])[]
}

const numberSize = 11.5
const sharedZoom = 9
/** With one theme there is one figure a district, to be read from afar. */
const figureSize = 17
const betweenBarAndNumber = 3

interface Block {
  bar: DistrictBar
  label: DistrictLabel
  segments: readonly BarSegment[]
  barWidth: number
  solid: string
  shared: string
  textSize: number
  numberWidth: number
  width: number
  height: number
}

/** Returns the districts' numbers with their places, images and bars; a district without plans has none. */
export function countsOf(inputs: CountsInputs): Counts {
  const { labels, zoom } = inputs
  const scale = tileSize * 2 ** zoom
  const blocks = labels.flatMap((label) => {
    const bar = inputs.bars.find(({ district }) => district === label.district)
    return bar && bar.solid + bar.shared > 0 ? [blockOf(bar, label, inputs)] : []
  })
  const places = placeBars(
    blocks.map(({ label, width, height, numberWidth, textSize }) => ({
      id: label.district,
      at: [label.world[0] * scale, label.world[1] * scale],
      name: label.sizeAt(zoom),
      block: { width, height },
      number: { width: numberWidth, height: textSize },
      canBeLed: !inputs.numbersOnly,
      isInside: (x, y) => label.holds(x / scale, y / scale),
    })),
    inputs.dots.map(([x, y]) => [x * scale, y * scale]),
  )
  const images = new Map<string, Raster>()
  const onScreen: BarOnScreen[] = []
  const features = blocks.flatMap((block) => {
    const place = places.get(block.label.district)
    if (!place) return []
    const { image, raster } = imageOf(block, place, inputs)
    if (raster) images.set(image, raster)
    const leader = place.leader && !inputs.numbersOnly ? leaderOf(block, place, zoom, inputs.palette) : undefined
    onScreen.push({ ...boundsOf(block, place), ...pickOf(block), ...(leader ? { leader } : {}) })
    return [featureOf(block, place, image, raster, inputs)]
  })
  return { data: { type: 'FeatureCollection', features }, images, bars: onScreen }
}

function blockOf(bar: DistrictBar, label: DistrictLabel, inputs: CountsInputs): Block {
  const { language, theme, numbersOnly, most, zoom } = inputs
  const withBar = !numbersOnly && theme === undefined
  const textSize = theme ? figureSize : numberSize
  const solid = String(bar.solid)
  // Far out, two numbers would cover what they are about.
  const shared =
    bar.shared > 0 && !numbersOnly && zoom >= sharedZoom
      ? message(language, 'counts.shared', { count: bar.shared })
      : ''
  // Far out a district is a few dozen pixels wide.
  const nearness = Math.max(0.5, Math.min(1, (zoom - 6) / 3))
  const segments = withBar ? barSegments(bar, barLength(bar, most) * nearness) : []
  const barWidth = segments.reduce((sum, { width }) => sum + width, 0)
  const numberWidth = solid.length * textSize * 0.58 + textWidthOf(shared, numberSize)
  return {
    ...{ bar, label, segments, barWidth, solid, shared, textSize, numberWidth },
    width: Math.max(barWidth, numberWidth),
    height: textSize + (withBar ? barHeight + betweenBarAndNumber : 0),
  }
}

const textWidthOf = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.56) * size, 0)

const boundsOf = ({ width, height, barWidth, segments }: Block, { x, y }: BarPlace) => ({
  left: segments.length > 0 ? x - barWidth / 2 : x - width / 2,
  top: y - height / 2,
  width: segments.length > 0 ? barWidth : width,
  height: segments.length > 0 ? barHeight : height,
})

const pickOf = ({ label: { district, position }, segments }: Block) => ({ district, position, segments })

function imageOf(
  block: Block,
  place: BarPlace,
  { palette, zoom, numbersOnly }: CountsInputs,
): { image: string; raster?: Raster } {
  const { left, top } = boundsOf(block, place)
  const bar = barRectangles(block.segments, palette).map((each) => ({ ...each, x: each.x + left, y: each.y + top }))
  const leader = place.leader && !numbersOnly ? leaderOf(block, place, zoom, palette) : undefined
  if (block.segments.length === 0 && !leader) return { image: '' }
  const rectangles = block.segments.length === 0 ? [] : bar
  const widths = block.segments.map(({ theme, sort, width }) => `${theme}${sort[1]}${width.toFixed(1)}`)
  const image = ['bar', palette.name, place.x, place.y, zoom.toFixed(2), ...widths].join(' ')
  return { image: `${block.label.district} ${image}`, raster: rasterOf(rectangles, leader) }
}

/** From the edge of the name to the edge of the bar. */
function leaderOf({ width, height, label }: Block, { x, y }: BarPlace, zoom: number, palette: Palette): Line {
  const name = label.sizeAt(zoom)
  const start = shareInside(x, y, name.width + 4, name.height + 4)
  const end = 1 - shareInside(x, y, width + 6, height + 4)
  return {
    from: [x * start, y * start],
    to: [x * Math.max(start, end), y * Math.max(start, end)],
    color: palette.label.district,
  }
}

/** The share of a way from a box's middle that lies inside the box. */
const shareInside = (x: number, y: number, width: number, height: number) =>
  Math.min(1, width / 2 / Math.max(Math.abs(x), 0.01), height / 2 / Math.max(Math.abs(y), 0.01))

function featureOf(
  block: Block,
  place: BarPlace,
  image: string,
  raster: Raster | undefined,
  { theme }: CountsInputs,
): Counts['data']['features'][number] {
  const textY = place.y + (block.height - block.textSize) / 2
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...block.label.position] },
    properties: {
      district: block.label.district,
      image,
      imageOffset: raster ? [raster.left, raster.top] : [0, 0],
      solid: block.solid,
      shared: block.shared,
      textSize: block.textSize,
      textOffset: [place.x / block.textSize, textY / block.textSize],
      ...(theme ? { theme } : {}),
    },
  }
}
