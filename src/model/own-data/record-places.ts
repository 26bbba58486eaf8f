/** What of the record own files are compared with: names and where they are. Pure. */
import type { FeatureKind } from '../../../data/schema-ids'
import { type Bbox, type LonLat, lonLat } from '../../../geo/base/position'
import type { PlanRecord, RecordFeature } from '../record'
import type { OwnMatch } from './own-table'

/** A named place of the record, small enough to be handed to a worker. */
export interface RecordPlace {
  id: string
  /** The name, then the aliases. */
  names: readonly string[]
  how: OwnMatch['how']
  /** WGS 84; null for a district, or a place that is not on the map. */
  position: LonLat | null
  errorMeters: number
  /** Codes of the districts it lies in. */
  districts: readonly string[]
}

/** What readers of own files know of the record. */
export interface OwnContext {
  places: readonly RecordPlace[]
  /** The box of the record's region in degrees WGS 84; tells longitudes from latitudes. */
  bounds: Bbox
  /** Names that may stand before an address without telling a place, such as the city's. */
  prefixes: readonly string[]
}

/** How an address can name a feature of a kind; null: what extends too far to be an address. */
const addressOf = {
  district: 'district',
  zone: null,
  corridor: null,
  platform: 'place',
  park: 'place',
  scenic: 'place',
  water: null,
  mountain: null,
  town: 'town',
  facility: 'place',
  city: null,
} as const satisfies Record<FeatureKind, OwnMatch['how'] | null>

/** Returns what the readers need of a record. */
export function ownContextOf({ features, region }: Pick<PlanRecord, 'features' | 'region'>): OwnContext {
  return { places: features.flatMap(placeOf), bounds: region.bounds, prefixes: [`${region.name.zh}市`, region.name.zh] }
}

function placeOf({ properties, geometry }: RecordFeature): RecordPlace[] {
  const how = addressOf[properties.kind]
  if (!how) return []
  const { id, name, aliases, districts, precision } = properties
  return [
    {
      id,
      names: [name, ...aliases],
      how,
      position: geometry?.type === 'Point' ? lonLat(geometry.coordinates) : null,
      errorMeters: precision?.errorMeters ?? 0,
      districts: how === 'district' ? [id] : districts,
    },
  ]
}
