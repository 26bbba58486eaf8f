/**
 * The record as the map's style reads it: one flat feature each, with what decides its drawing worked out beforehand,
 * so that the style needs only simple expressions. Pure.
 */
import type { Feature, FeatureCollection, Geometry, Point, Position } from 'geojson'
import type { FeatureProperties, Status, ThemeId } from '../../data/schema'
import { themeShapes } from '../../data/theme-shapes'
import { curveThrough } from '../../geo/base/curves'
import { lonLat } from '../../geo/base/position'
import { rankOnMap } from '../model/kinds'
import type { YearPhase } from '../model/plans/year-phase'
import type { RecordFeature } from '../model/record'
import { anchorsBeside, displaced, displaceZooms, signScale } from './displace'
import { classOf, englishOnMap, type FeatureClass, iconOf, smallSigns } from './feature-class'

/** What the style reads of a feature. */
export interface MapProperties {
  id: string
  name: string
  nameEn: string
  class: FeatureClass
  icon: string
  /** The shape that stands for it where its sign has no room. */
  dot: string
  /** The first whole zoom at which its sign has room; until then there is its dot. */
  signFrom: number
  /** Diameter of the dot as a multiple of the smallest. */
  size: number
  /** Of the themes on, not all of which are: lines wear its colour. */
  lit?: true
  /** Whether it lies in a district that is selected; undefined while none is. */
  own?: boolean
  /** What falls due, goes on or is done of it in the years asked for. */
  phase?: YearPhase
  theme?: ThemeId
  /** `built` where the record says nothing: it is there. */
  status: 'built' | 'underway' | 'planned'
  schematic: boolean
  /** The first zoom at which it is drawn. */
  from: number
  /** Lower comes first where labels compete. */
  sort: number
  /** By zoom, how far to the right and down a sign steps aside for its neighbours, in pixels at full size. */
  [offset: `offset${number}`]: [number, number]
  /** By zoom, how far to the right and down the mark of its years stands then, in pixels at full size. */
  [mark: `mark${number}`]: [number, number]
  /** By zoom, where the name of such a sign may stand: anchors and distances in letters, as the engine reads them. */
  [anchors: `anchors${number}`]: (string | [number, number])[]
}

/** What is to be reached is drawn as planned, what is only described as there. */
const statusAs = {
  built: 'built',
  underway: 'underway',
  planned: 'planned',
  target: 'planned',
  state: 'built',
} as const satisfies { [status in Status]: MapProperties['status'] }

/** A feature of the record as the map draws it, WGS 84 in degrees. */
export type MapFeature = Feature<Geometry, MapProperties>

/** All features of the record that the map can draw. */
export interface MapFeatures extends FeatureCollection<Geometry, MapProperties> {
  features: MapFeature[]
}

const worked = new WeakMap<readonly RecordFeature[], MapFeatures>()

/** Worked out once a record: signs are set apart by comparing each with its neighbours. */
export function mapFeatures(features: readonly RecordFeature[]): MapFeatures {
  return worked.get(features) ?? setApartAll(features, features.flatMap(drawnAs))
}

const pieceMilliseconds = 50

/** Works out what `mapFeatures` returns, with a `pause` after each piece. */
export async function prepareMapFeatures(features: readonly RecordFeature[], pause: () => Promise<void>) {
  const drawn: MapFeature[] = []
  let began = performance.now()
  for (const feature of features) {
    drawn.push(...drawnAs(feature))
    if (performance.now() - began < pieceMilliseconds) continue
    await pause()
    began = performance.now()
  }
  if (!worked.has(features)) setApartAll(features, drawn)
}

function drawnAs(feature: RecordFeature): MapFeature[] {
  const mapped = mapFeature(feature)
  if (!mapped) return []
  return [mapped, ...(mapped.properties.class === 'zone' ? dotOfZone(feature, mapped) : [])]
}

function setApartAll(features: readonly RecordFeature[], drawn: MapFeature[]): MapFeatures {
  const points = drawn.filter(isDotted)
  for (const zoom of displaceZooms) setApart(points, zoom)
  const made: MapFeatures = { type: 'FeatureCollection', features: drawn }
  worked.set(features, made)
  return made
}

/** Whether a feature has a dot, or the sign that stands in its place. */
export const isDotted = (feature: MapFeature): feature is Feature<Point, MapProperties> =>
  feature.geometry.type === 'Point' && (feature.properties.class === 'point' || feature.properties.class === 'dot')

/** Settlements and zones never have a sign: a dot, and their name. */
export const hasSign = ({ signFrom }: MapProperties): boolean => signFrom < neverSign

/** A zone is its name, which may stand elsewhere; where the documents place it there is a dot too. */
function dotOfZone({ geometry }: RecordFeature, { properties }: MapFeature): MapFeature[] {
  if (geometry?.type !== 'Point') return []
  return [
    { type: 'Feature', geometry, properties: { ...properties, class: 'dot', from: firstDotZoom, signFrom: neverSign } },
  ]
}

/** From here on whatever is placed at a point is on the map. */
export const firstDotZoom = 7

/** What is set apart of a dot. */
export const dotSign = ({ geometry, properties: { id, sort } }: Feature<Point, MapProperties>) => ({
  id,
  sort,
  at: geometry.coordinates,
})

function setApart(points: readonly Feature<Point, MapProperties>[], zoom: number) {
  // A town's dot lies on that of the basemap, so it cannot step aside; nor need another dot.
  const signs = points.map((feature) => ({ ...dotSign(feature), fixed: !hasSign(feature.properties) }))
  const offsets = displaced(signs, zoom)
  for (const { properties } of points) {
    const offset = offsets.get(properties.id)
    if (!offset) continue
    const [right, down] = offset.map((pixels) => Math.round((pixels / signScale(zoom)) * 10) / 10)
    properties[`offset${zoom}`] = [right ?? 0, down ?? 0]
    properties[`anchors${zoom}`] = anchorsBeside(offset)
  }
}

function mapFeature({ geometry, properties }: RecordFeature): MapFeature | undefined {
  if (properties.kind === 'district') return undefined
  const place = placeOf(geometry, properties)
  if (!place) return undefined
  const kind = classOf(place, properties)
  return {
    type: 'Feature',
    geometry: curved.has(kind) ? curvedLine(place) : place,
    properties: {
      id: properties.id,
      name: properties.name,
      nameEn: englishOnMap(properties.nameEn),
      class: kind,
      icon: iconOf(properties),
      dot: dotOf(properties.themes[0]),
      signFrom: kind === 'point' && !smallSigns.has(iconOf(properties)) ? displaceZooms[0] : neverSign,
      size: 1,
      ...(properties.themes[0] ? { theme: properties.themes[0] } : {}),
      status: properties.status ? statusAs[properties.status] : 'built',
      schematic: properties.precision?.schematic ?? false,
      from: firstZoom(kind, properties),
      sort: sortKey(properties),
    },
  }
}

/** Beyond every zoom. */
export const neverSign = 99

/** The name of a theme's dot in the sprite. */
export const dotOf = (theme: ThemeId | undefined): string => `dot-${theme ? themeShapes[theme] : 'disc'}`

/** Lines drawn through few known places are shown as curves through them. */
const curved: ReadonlySet<FeatureClass> = new Set(['rail', 'metro', 'road', 'route', 'stream'])

function curvedLine(geometry: Geometry): Geometry {
  const curve = (line: Position[]) =>
    line.length < 3 ? line : curveThrough(line.map(lonLat), 6).map((point) => [...point])
  if (geometry.type === 'LineString') return { ...geometry, coordinates: curve(geometry.coordinates) }
  if (geometry.type === 'MultiLineString') return { ...geometry, coordinates: geometry.coordinates.map(curve) }
  return geometry
}

/** Boards and zones have no known extent: they stand where their large label may. */
function placeOf(geometry: Geometry | null, { kind, labelAt }: FeatureProperties): Geometry | null {
  if (kind === 'zone' && labelAt) return { type: 'Point', coordinates: labelAt }
  return geometry
}

const lineZooms: { [kind in FeatureClass]?: number } = {
  rail: 6,
  route: 6,
  metro: 8.5,
  road: 8.5,
  stream: 9,
  river: 6,
  bridge: 10.5,
  tunnel: 10.5,
  trail: 11,
  range: 8,
  area: 9.5,
  water: 9,
  board: 6,
  zone: 9.3,
}

/** At 8 the lines of the 米 and the districts, from 9.5 on what has most to it, at 12 everything. */
function firstZoom(kind: FeatureClass, properties: FeatureProperties): number {
  const line = lineZooms[kind]
  if (line !== undefined) return line
  const { kind: what, subkind, plans } = properties
  if (subkind === 'airport' || subkind === 'port') return 9
  if (what === 'city') return 7
  if (what === 'platform') return plans > 2 ? 9.3 : plans > 0 ? 10 : 10.5
  if (what === 'scenic' || what === 'park') return plans > 1 ? 9.8 : 10.8
  if (subkind === 'station') return 10
  if (what === 'town') return subkind === 'village' ? 12 : 11
  return plans > 1 ? 10.8 : plans > 0 ? 11.5 : 12
}

function sortKey({ kind, plans }: FeatureProperties): number {
  return rankOnMap[kind] * 4 - Math.min(plans, 12) * 3
}
