/** The record as the worker holds it: indexed once, asked often. */
import type { MultiPolygon, Polygon } from 'geojson'
import type { FeatureKind } from '../../../data/schema'
import type { NamedArea } from '../../../geo/query/areas'
import { type PreparedArea, prepareAreas } from '../../../geo/query/crossing'
import type { SpatialIndex } from '../../../geo/query/spatial-index'
import { type Found, indexPlaced } from '../../../geo/query/within'
import type { AnalysisOutcome, AskedFeature, AskedWorld, FoundFeature } from './analysis'

/** The record made ready to be asked. */
export interface PreparedWorld {
  region: AskedWorld['region']
  byId: ReadonlyMap<string, AskedFeature>
  index: SpatialIndex<AskedFeature>
  byKind: ReadonlyMap<FeatureKind, SpatialIndex<AskedFeature>>
  districts: NamedArea[]
  districtAreas: PreparedArea[]
  adjacency: AskedWorld['adjacency']
}

export type Steps = Generator<undefined, AnalysisOutcome>

export function prepareWorld({ region, features, adjacency }: AskedWorld): PreparedWorld {
  const kinds = new Set(features.map(({ kind }) => kind))
  const districts = features.flatMap(({ id, kind, geometry }) =>
    kind === 'district' && isArea(geometry) ? [{ id, geometry }] : [],
  )
  return {
    region,
    byId: new Map(features.map((feature) => [feature.id, feature])),
    index: indexPlaced(features),
    byKind: new Map([...kinds].map((kind) => [kind, indexPlaced(features.filter((each) => each.kind === kind))])),
    districts,
    districtAreas: prepareAreas(districts),
    adjacency,
  }
}

export const isArea = (geometry: AskedFeature['geometry']): geometry is Polygon | MultiPolygon =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'

export const foundFeature = ({ item, distanceKm, inside, borderline }: Found<AskedFeature>): FoundFeature => ({
  id: item.id,
  km: distanceKm,
  inside,
  borderline,
})
