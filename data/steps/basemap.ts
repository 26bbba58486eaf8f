/**
 * The basemap as vector tile layers in the scheme of Protomaps' basemaps (`water`, `landuse`, `roads`, `places` with
 * `kind` and `kind_detail`), so that an owner's archive can replace it under the same style. Pure; features of a
 * missing shape file are left out.
 */
import type { Feature, FeatureCollection, Geometry, LineString, Position } from 'geojson'
import { curveThrough } from '../../geo/base/curves'
import { distanceKm } from '../../geo/base/measure'
import { lonLat, positionsOf } from '../../geo/base/position'
import type { RiverResult } from '../../geo/rivers/rivers'
import type { TileLayer } from './tiles'

type Properties = { [key: string]: unknown }
type Shape = Feature<Geometry, Properties>

/** Drawn shapes by file name without extension, as in `geo/shapes/`. */
export interface Shapes {
  [file: string]: FeatureCollection<Geometry | null, Properties | null> | undefined
}

/** What the basemap is made from. */
export interface BasemapInput {
  rivers: RiverResult
  /** English names of the rivers, by their Chinese ones. */
  riverNamesEn?: ReadonlyMap<string, string>
  shapes: Shapes
  /** Towns, cities and zones of the record that stand on the map with a name of their own. */
  named?: readonly NamedPlace[]
  /** Names along the record's lines, which the basemap need not repeat. */
  lines?: ReadonlySet<string>
}

/** A place of the record that the map labels. */
export interface NamedPlace {
  name: string
  at: Position
}

/** The zooms of the basemap's tiles; beyond them the map overzooms. */
export const basemapZooms = { minZoom: 5, maxZoom: 12 }

/** Returns the layers of the basemap, WGS 84 in degrees. */
export function basemapLayers(input: BasemapInput): TileLayer[] {
  const { shapes, named = [], lines = new Set() } = input
  return [
    ...waterLayers(input),
    { name: 'landuse', features: featuresOf(shapes, 'urban').map(as('residential')), minZoom: 7 },
    ...airportLayers(shapes),
    ...roadLayers(shapes, lines),
    ...placeLayers(shapes, named),
  ]
}

function featuresOf(shapes: Shapes, file: string): Shape[] {
  return (shapes[file]?.features ?? []).filter((feature): feature is Shape => feature.geometry !== null)
}

/** The feature with what the tiles carry of it: kind, names, and whether it is only schematic. */
const as =
  (kind: string, more: Properties = {}) =>
  (feature: Shape): Shape => {
    const { name, nameEn, ref, schematic } = feature.properties ?? {}
    const named = { name, 'name:en': nameEn, ref, schematic: schematic || undefined }
    const kept = Object.entries({ kind, ...named, ...more }).filter(([, value]) => value !== undefined)
    return { type: 'Feature', properties: Object.fromEntries(kept), geometry: feature.geometry }
  }

/** A line drawn through few known places, as a curve through them. */
function curved(feature: Shape): Shape {
  const { geometry } = feature
  if (geometry.type !== 'LineString' || geometry.coordinates.length < 3) return feature
  const coordinates = curveThrough(geometry.coordinates.map(lonLat), 6).map((point) => [...point])
  return { ...feature, geometry: { ...geometry, coordinates } }
}

function waterLayers({ rivers, riverNamesEn, shapes }: BasemapInput): TileLayer[] {
  const named = (features: RiverResult['areas']['features'] | RiverResult['centrelines']['features']): Shape[] =>
    features.map(({ properties, geometry }) => ({
      type: 'Feature',
      properties: { kind: 'river', name: properties.name, 'name:en': riverNamesEn?.get(properties.name), main: true },
      geometry,
    }))
  const tributaries = featuresOf(shapes, 'tributaries')
  const isArea = ({ geometry }: Shape) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  return [
    { name: 'water', features: named(rivers.areas.features), minZoom: 5, tolerance: 2 },
    { name: 'water', features: joinedByName(named(rivers.centrelines.features)), minZoom: 6, buffer: 256 },
    {
      name: 'water',
      features: tributaries
        .filter((one) => !isArea(one))
        .map(as('stream'))
        .map(curved),
      minZoom: 8,
      buffer: 128,
    },
    { name: 'water', features: tributaries.filter(isArea).map(as('lake')), minZoom: 8 },
    { name: 'water', features: featuresOf(shapes, 'lakes').map(as('lake')), minZoom: 8 },
  ]
}

/** Reaches of one river end to end as one line, so that its name runs along all of it. */
function joinedByName(reaches: Shape[]): Shape[] {
  const joined = new Map<unknown, Feature<LineString, Properties>>()
  for (const reach of reaches) {
    if (reach.geometry.type !== 'LineString') throw new TypeError(`a centreline is a ${reach.geometry.type}`)
    const known = joined.get(reach.properties.name)
    if (known) known.geometry.coordinates.push(...reach.geometry.coordinates.slice(1))
    else
      joined.set(reach.properties.name, {
        ...reach,
        geometry: { ...reach.geometry, coordinates: [...reach.geometry.coordinates] },
      })
  }
  return [...joined.values()]
}

/** With how much Web Mercator stretches it, because a runway is drawn at its true width. */
function asRunway(feature: Shape): Shape {
  const [, latitude = 0] = positionsOf(feature.geometry)[0] ?? []
  const scale = Number((1 / Math.cos((latitude * Math.PI) / 180)).toFixed(4))
  return as('aeroway', { kind_detail: 'runway', mercator_scale: scale })(feature)
}

function airportLayers(shapes: Shapes): TileLayer[] {
  const features = featuresOf(shapes, 'airport')
  const kind = ({ properties }: Shape) => String(properties.class ?? '')
  const runways = features.filter((one) => kind(one).includes('runway'))
  const areas = features.filter((one) => one.geometry.type.endsWith('Polygon') && !runways.includes(one))
  return [
    { name: 'landuse', features: areas.map(as('aerodrome')), minZoom: 9 },
    { name: 'roads', features: runways.map(asRunway), minZoom: 9 },
  ]
}

function roadLayers(shapes: Shapes, named: ReadonlySet<string>): TileLayer[] {
  const roads = featuresOf(shapes, 'base-roads')
    .map(nameless(named))
    .map((road) => ({ road, ...roadKind(road) }))
  const ofKind = (kind: string) => roads.filter((each) => each.kind === kind)
  const layer = (kind: string, minZoom: number): TileLayer => ({
    name: 'roads',
    features: ofKind(kind).map(({ road, detail }) => curved(as(kind, { kind_detail: detail })(road))),
    minZoom,
    buffer: 128,
  })
  const rails = featuresOf(shapes, 'base-rails')
    .map(as('rail', { kind_detail: 'rail' }))
    .map(curved)
  const metro = featuresOf(shapes, 'base-metro')
    .map(as('rail', { kind_detail: 'subway' }))
    .map(curved)
  const bridges = featuresOf(shapes, 'base-bridges').map(as('major_road', { kind_detail: 'bridge', is_bridge: true }))
  return [
    layer('highway', 6),
    layer('major_road', 9),
    layer('minor_road', 11),
    { name: 'roads', features: rails, minZoom: 7, buffer: 128 },
    { name: 'roads', features: metro, minZoom: 9, buffer: 128 },
    // Wide enough for a whole bridge, so that one cut by a tile's edge is not named twice.
    { name: 'roads', features: bridges, minZoom: 10, buffer: 640 },
  ]
}

const nameless =
  (named: ReadonlySet<string>) =>
  (road: Shape): Shape =>
    named.has(String(road.properties.name))
      ? { ...road, properties: { ...road.properties, name: undefined, nameEn: undefined } }
      : road

/** Protomaps' kinds from our classes. */
function roadKind({ properties }: Shape): { kind: string; detail: string } {
  const drawn = String(properties.class ?? '')
  if (/expressway|motorway|highway/.test(drawn)) return { kind: 'highway', detail: 'motorway' }
  if (/fast|trunk|ring/.test(drawn)) return { kind: 'major_road', detail: 'trunk' }
  if (/arterial|primary|main|major/.test(drawn)) return { kind: 'major_road', detail: 'primary' }
  return { kind: 'minor_road', detail: 'tertiary' }
}

/** How far a place of the basemap may lie from the record's place of the same name. */
const samePlaceKm = 4

/**
 * A place the record has too stands where the record puts it: of two signs in one spot the engine draws the upper one,
 * the record's, and the basemap's is there when a filter takes that away.
 */
const onRecord =
  (named: readonly NamedPlace[]) =>
  (place: Shape): Shape => {
    const { geometry, properties } = place
    if (geometry.type !== 'Point') return place
    const same = named.find(
      ({ name, at }) =>
        name.replace(/[镇市县]$/, '') === properties.name && distanceKm(at, geometry.coordinates) < samePlaceKm,
    )
    return same ? { ...place, geometry: { ...geometry, coordinates: same.at } } : place
  }

function placeLayers(shapes: Shapes, named: readonly NamedPlace[]): TileLayer[] {
  const firstZoom = [6, 8, 10, 10.5]
  return [1, 2, 3, 4].map((rank) => ({
    name: 'places',
    features: featuresOf(shapes, 'places')
      .filter(({ properties }) => Number(properties.rank ?? 4) === rank)
      .map(as('locality', { kind_detail: rank < 3 ? 'city' : 'town', population_rank: 14 - 2 * rank }))
      .map(onRecord(named)),
    minZoom: Math.floor(firstZoom[rank - 1] ?? 11),
    buffer: 128,
  }))
}
