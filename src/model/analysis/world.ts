/** The record as the worker holds it: indexed once for all questions. */
import type { MultiPolygon, Polygon } from 'geojson'
import type { FeatureKind } from '../../../data/schema'
import type { NamedArea } from '../../../geo/query/areas'
import { type PreparedArea, prepareAreas } from '../../../geo/query/crossing'
import type { SpatialIndex } from '../../../geo/query/spatial-index'
import { type Found, indexPlaced } from '../../../geo/query/within'
import type { AnalysisOutcome, AskedFeature, AskedWorld, FoundFeature } from './analysis'

/** The record with the spatial indexes that the answers use. */
export interface PreparedWorld {
  region: AskedWorld['region']
  byId: ReadonlyMap<string, AskedFeature>
  index: SpatialIndex<AskedFeature>
  /** Each where it stands, whatever its extent. */
  byKind: ReadonlyMap<FeatureKind, SpatialIndex<AskedFeature>>
  districts: NamedArea[]
  districtAreas: PreparedArea[]
  /** The extents of zones, platforms and parks. */
  extents: NamedArea[]
  extentAreas: PreparedArea[]
  adjacency: AskedWorld['adjacency']
}

/** The steps of an answer: each `yield` is a point where it can be given up, the returned value is the outcome. */
export type Steps = Generator<undefined, AnalysisOutcome>

/** Returns the indexed form of what the worker was given. */
export function prepareWorld({ region, features, adjacency }: AskedWorld): PreparedWorld {
  const kinds = new Set(features.map(({ kind }) => kind))
  const areasOf = (wanted: (feature: AskedFeature) => boolean): NamedArea[] =>
    features.filter(wanted).flatMap(({ id, geometry }) => (isArea(geometry) ? [{ id, geometry }] : []))
  const districts = areasOf(({ kind }) => kind === 'district')
  const extents = areasOf(({ hasExtent }) => hasExtent === true)
  return {
    region,
    byId: new Map(features.map((feature) => [feature.id, feature])),
    index: indexPlaced(features),
    byKind: new Map(
      [...kinds].map((kind) => [kind, indexPlaced(features.filter((each) => each.kind === kind).map(atPosition))]),
    ),
    districts,
    districtAreas: prepareAreas(districts),
    extents,
    extentAreas: prepareAreas(extents),
    adjacency,
  }
}

const atPosition = (feature: AskedFeature): AskedFeature => ({ ...feature, ...feature.position })

/** Returns whether a geometry is a polygon or a multipolygon. */
export const isArea = (geometry: AskedFeature['geometry']): geometry is Polygon | MultiPolygon =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'

/** Returns a result of the spatial index as an answer holds it: the id in the place of the feature. */
export const foundFeature = ({ item, distanceKm, inside, borderline }: Found<AskedFeature>): FoundFeature => ({
  id: item.id,
  km: distanceKm,
  inside,
  borderline,
})
