/** What a feature is drawn as: the class the layers filter by, and the sign of a point. Pure. */
import type { Geometry } from 'geojson'
import type { FeatureProperties, Subkind } from '../../data/schema'
import type { OwnLayerId } from '../model/layers'

/** For the map, whose letters come as wide as a Chinese sign where a sign is used in both scripts, as ’ is. */
export const englishOnMap = (name: string) => name.replaceAll('’', "'")

/** How a feature is drawn; the layers filter by it. */
export const featureClasses = [
  'rail',
  'metro',
  'road',
  'bridge',
  'tunnel',
  'route',
  'trail',
  'stream',
  'river',
  'range',
  'area',
  'water',
  'point',
  'dot',
  'board',
  'zone',
] as const
/** One of `featureClasses`. */
export type FeatureClass = (typeof featureClasses)[number]

/** The layer of the list that a class belongs to; a class without one is always on the map. */
export const groupOfClass: { readonly [kind in FeatureClass]?: OwnLayerId } = {
  rail: 'rail',
  metro: 'metro',
  road: 'road',
  bridge: 'road',
  tunnel: 'road',
  trail: 'road',
  route: 'routes',
  area: 'areas',
  point: 'points',
  dot: 'points',
  board: 'boards',
  zone: 'boards',
}

const corridorClasses: { [subkind in Subkind]?: FeatureClass } = {
  highspeed: 'rail',
  railway: 'rail',
  metro: 'metro',
  expressway: 'road',
  road: 'road',
  bridge: 'bridge',
  tunnel: 'tunnel',
  waterway: 'route',
  air: 'route',
  trade: 'route',
  trail: 'trail',
  network: 'route',
}

/** Returns how a feature is drawn. */
export function classOf(geometry: Geometry, { kind, subkind, precision }: FeatureProperties): FeatureClass {
  if (subkind === 'board') return 'board'
  const isPoint = geometry.type === 'Point' || geometry.type === 'MultiPoint'
  if (isPoint) return kind === 'zone' ? 'zone' : 'point'
  if (geometry.type.endsWith('Polygon')) return kind === 'water' ? 'water' : 'area'
  // The two rivers are water on the basemap already; their course only answers to the pointer.
  if (kind === 'water') return precision?.method === 'border' ? 'river' : 'stream'
  if (kind === 'mountain') return 'range'
  return (subkind && corridorClasses[subkind]) || 'road'
}

const icons: { [subkind in Subkind]?: string } = {
  industry: 'industry',
  logistics: 'logistics',
  science: 'science',
  business: 'business',
  bonded: 'bonded',
  agriculture: 'rural',
  citypark: 'park',
  forestpark: 'park',
  wetland: 'wetland',
  spring: 'spring',
  oldtown: 'oldtown',
  heritage: 'heritage',
  attraction: 'attraction',
  river: 'water',
  lake: 'water',
  reservoir: 'reservoir',
  island: 'island',
  range: 'mountain',
  town: 'town',
  street: 'town',
  village: 'village',
  airport: 'airport',
  station: 'station',
  port: 'port',
  interchange: 'interchange',
  campus: 'campus',
  research: 'research',
  culture: 'culture',
  hospital: 'hospital',
  plant: 'plant',
  company: 'company',
  mall: 'mall',
  utility: 'utility',
  datacentre: 'datacentre',
  institution: 'people',
  bridge: 'bridge',
  tunnel: 'tunnel',
  highspeed: 'station',
  railway: 'station',
  metro: 'transport',
}

/** The signs of settlements, which have a dot beside their name. */
export const smallSigns: ReadonlySet<string> = new Set(['town', 'village', 'city'])

const iconsByKind: { [kind in FeatureProperties['kind']]: string } = {
  district: 'zone',
  zone: 'zone',
  corridor: 'interchange',
  platform: 'business',
  park: 'park',
  scenic: 'attraction',
  water: 'water',
  mountain: 'mountain',
  town: 'town',
  facility: 'urban',
  city: 'city',
}

/** Returns the name of a feature's icon in `data/icons`. */
export function iconOf({ kind, subkind }: Pick<FeatureProperties, 'kind' | 'subkind'>): string {
  return (subkind && icons[subkind]) || iconsByKind[kind]
}
