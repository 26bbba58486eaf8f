/**
 * What of the record a view shows on the map, each feature with what the view makes of it: the theme whose colour and
 * shape it has, how large its dot is, and from which zoom its sign has room. Pure.
 */
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson'
import { themeIds } from '../../data/schema-ids'
import { addToGroup } from '../../geo/base/groups'
import { tileSize, worldX, worldY } from '../../geo/screen/camera'
import { type RowFilter, rowsAsked, visibleFeatures } from '../model/filters/visible'
import { lastAnswer } from '../model/last-answer'
import { featureTallies } from '../model/plans/feature-tally'
import type { PlanRecord } from '../model/record'
import {
  displaced,
  displaceZooms,
  dotScale,
  dotZooms,
  markOffset,
  markScale,
  mostDisplaced,
  roomOfDots,
  signScale,
} from './displace'
import {
  dotOf,
  dotSign,
  hasSign,
  isDotted,
  type MapFeature,
  type MapProperties,
  mapFeatures,
  neverSign,
} from './features'
import { shapesSource } from './style/parts'

/** Diameters as multiples of the smallest, by the number of plans. */
const sizes = [
  { plans: 30, size: 2 },
  { plans: 10, size: 1.7 },
  { plans: 4, size: 1.4 },
  { plans: 2, size: 1.2 },
  { plans: 0, size: 1 },
] as const

/** More than any weight. */
const ownFirst = 1e6

/** A sign wants this much room to itself, in pixels. */
const signRoomPixels = 34

type Shown = FeatureCollection<Geometry, MapProperties>

const keptShown = lastAnswer<Shown>()

/**
 * The features of a view, lines and areas among them; what is not a point only learns its theme. `districts` are those
 * selected: their own features come forward, the others step back. Returns the last answer again if the same is asked.
 */
export function shownFeatures(record: PlanRecord, filter: RowFilter, districts: readonly string[] = []): Shown {
  const asked = [...rowsAsked(record, filter), filter.themes, filter.filters, filter.years, districts]
  return keptShown(asked, () => featuresShown(record, filter, districts))
}

function featuresShown(record: PlanRecord, filter: RowFilter, districts: readonly string[]): Shown {
  const { features } = mapFeatures(record.features)
  const visible = new Set(visibleFeatures(record, filter).map(({ properties }) => properties.id))
  const tallies = featureTallies(record, filter)
  const isPart = filter.themes.length < themeIds.length
  const shown = features
    .filter(({ properties }) => visible.has(properties.id))
    .map((feature): MapFeature => {
      const { properties } = feature
      const tally = tallies.get(properties.id)
      const known = record.featureById.get(properties.id)?.properties
      const theme = tally?.theme ?? known?.themes.find((id) => filter.themes.includes(id)) ?? properties.theme
      const own = districts.length > 0 ? (known?.districts.some((id) => districts.includes(id)) ?? false) : undefined
      // Written one by one: of a hundred thousand features, putting objects together takes longer than all else here.
      const made: MapProperties = { ...properties }
      if (theme) made.theme = theme
      if (isPart) made.lit = true
      made.dot = dotOf(theme)
      made.size = sizes.find(({ plans }) => (tally?.plans ?? 0) >= plans)?.size ?? 1
      if (own !== undefined) made.own = own
      if (tally?.phase) made.phase = tally.phase
      made.sort = -(tally?.weight ?? 0) * 100 + properties.sort - (own ? ownFirst : 0)
      return { type: 'Feature', geometry: feature.geometry, properties: made }
    })
  const points = shown.filter(isDotted)
  giveSigns(points)
  // In the background even a sign is only a dot.
  for (const { properties } of points) if (properties.own === false) properties.signFrom = neverSign
  const nudges = nudgesOf(points.length > mostSetApart ? features.filter(isDotted) : points)
  for (const point of points) {
    nudge(point, nudges)
    if (point.properties.phase) placeMark(point)
  }
  // Drawn in this order, in one call a tile; told by a sort key the engine would draw each dot by itself.
  points.sort((a, b) => b.properties.sort - a.properties.sort)
  return { type: 'FeatureCollection', features: [...shown.filter((feature) => !isDotted(feature)), ...points] }
}

const parted = new WeakMap<Shown, { record: Shown; [shapesSource]: Shown }>()

/** Returns shown features by the source that holds them; the same again for the same features. */
export function bySource(shown: Shown) {
  const collection = (wanted: boolean): Shown => ({
    type: 'FeatureCollection',
    features: shown.features.filter(({ geometry }) => geometry.type.endsWith('Point') === wanted),
  })
  const parts = parted.get(shown) ?? { record: collection(true), [shapesSource]: collection(false) }
  parted.set(shown, parts)
  return parts
}

/** Whole zooms at which signs compete for room; from the next on every one is there. */
const signZooms = dotZooms

/** The weightiest first: each takes a place that no weightier sign is near. */
function giveSigns(points: readonly Feature<Point, MapProperties>[]) {
  const candidates = points
    .filter(({ properties }) => hasSign(properties) && properties.own !== false)
    .sort((a, b) => a.properties.sort - b.properties.sort || (a.properties.id < b.properties.id ? -1 : 1))
  for (const zoom of [...signZooms].reverse()) {
    const takesRoom = roomTaker(signRoomPixels / (tileSize * 2 ** zoom))
    for (const { geometry, properties } of candidates) {
      if (properties.from > zoom + 0.5 && !properties.own) continue
      const [longitude = 0, latitude = 0] = geometry.coordinates
      if (takesRoom(worldX(longitude), worldY(latitude))) properties.signFrom = zoom
    }
  }
}

/**
 * Returns a function that takes a place and tells whether it could: none taken before may be nearer than `room`. Looks
 * only into the nine squares of that side round the place.
 */
function roomTaker(room: number): (x: number, y: number) => boolean {
  const squares = new Map<number, [x: number, y: number][]>()
  const rows = 2 ** 24
  return (x, y) => {
    const [column, row] = [Math.floor(x / room), Math.floor(y / room)]
    for (let near = column - 1; near <= column + 1; near++)
      for (let line = row - 1; line <= row + 1; line++)
        for (const [otherX, otherY] of squares.get(near * rows + line) ?? [])
          if (Math.max(Math.abs(x - otherX), Math.abs(y - otherY)) < room) return false
    addToGroup(squares, column * rows + row, [x, y])
    return true
  }
}

/** By whole zoom, how far to the right and down a dot steps aside for its neighbours, in pixels. */
type Nudges = ReadonlyMap<number, ReadonlyMap<string, readonly [number, number]>>

/** The last few answers: readers turn a theme off and on again, and years follow one another. */
const mostKept = 16
const kept = new Map<string, Nudges>()

/** Of more dots than these, those of the whole record step aside once and for all: to set them apart again takes seconds. */
const mostSetApart = 3000

/** Only what is shown steps aside: a place that stands alone stands where it is. */
function nudgesOf(points: readonly Feature<Point, MapProperties>[]): Nudges {
  if (points.length > mostDisplaced) return new Map()
  // Which of two is weightier changes with every filter, and dots must not wander with it.
  const signs = points
    .map((point) => ({ ...dotSign(point), sort: 0 }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  const key = signs.map(({ id }) => id).join()
  const known = kept.get(key)
  if (known) return known
  const made = new Map(dotZooms.map((zoom) => [zoom, displaced(signs, zoom, roomOfDots)]))
  kept.set(key, made)
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  return made
}

/** Returns where every dot of the record is drawn at a zoom, of the world's width, whatever a view leaves out. */
export function dotPlaces(record: PlanRecord, zoom: number): (readonly [x: number, y: number])[] {
  const points = mapFeatures(record.features).features.filter(isDotted)
  const moved = nudgesOf(points).get(Math.floor(zoom))
  const scale = tileSize * 2 ** zoom
  return points.map(({ geometry: { coordinates }, properties: { id } }) => {
    const [right, down] = moved?.get(id) ?? [0, 0]
    return [worldX(coordinates[0] ?? 0) + right / scale, worldY(coordinates[1] ?? 0) + down / scale]
  })
}

/** Offsets are drawn as many times larger as the image itself. */
function nudge({ properties }: MapFeature, nudges: Nudges) {
  for (const zoom of dotZooms) {
    const moved = nudges.get(zoom)?.get(properties.id)
    if (!moved) continue
    const scale = properties.signFrom <= zoom ? signScale(zoom) : dotScale(zoom) * properties.size
    const [right, down] = moved.map((pixels) => Math.round((pixels / scale) * 10) / 10)
    properties[`offset${zoom}`] = [right ?? 0, down ?? 0]
  }
}

/** The mark of the years goes where the dot or the sign has gone. */
function placeMark({ properties }: MapFeature) {
  const [right, down] = markOffset
  for (const zoom of [...dotZooms, ...displaceZooms]) {
    const moved = properties[`offset${zoom}`]
    if (!moved) continue
    const isSign = properties.signFrom <= zoom || zoom >= displaceZooms[0]
    const scale = (isSign ? signScale(zoom) : dotScale(zoom) * properties.size) / markScale(zoom)
    const rounded = (pixels: number) => Math.round(pixels * 10) / 10
    properties[`mark${zoom}`] = [rounded(right + moved[0] * scale), rounded(down + moved[1] * scale)]
  }
}
