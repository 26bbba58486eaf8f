/** The extents of zones, platforms and parks as the map's style reads them. Pure. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { ExtentProperties, ThemeId } from '../../data/schema'
import { type RowFilter, visibleFeatures } from '../model/filters/visible'
import { featureTallies } from '../model/plans/feature-tally'
import type { PlanRecord, RecordExtent } from '../model/record'

/** What the style needs to know of an extent. */
export interface MapExtentProperties {
  id: string
  class: 'extent'
  method: ExtentProperties['method']
  theme?: ThemeId
  /** Small enough to be filled and clicked anywhere; of larger ones only the outline is, so that districts can be clicked within. */
  small: boolean
}

/** An extent as the map draws it, WGS 84 in degrees. */
export type MapExtent = Feature<Polygon | MultiPolygon, MapExtentProperties>

const smallKm2 = 5

/**
 * Returns the extents of the features a view shows, each in the colour of its leading theme. One whose feature has no position of its
 * own, as all districts together, is left out: the borders say as much. It is outlined when it is selected.
 */
export function shownExtents(
  record: PlanRecord,
  filter: RowFilter,
): FeatureCollection<Polygon | MultiPolygon, MapExtentProperties> {
  const tallies = featureTallies(record, filter)
  const features = visibleFeatures(record, filter).flatMap(({ geometry, properties }) => {
    const extent = record.extentById.get(properties.id)
    if (!extent || !geometry) return []
    const theme = tallies.get(properties.id)?.theme ?? properties.themes.find((id) => filter.themes.includes(id))
    return [mapExtent(extent, theme)]
  })
  return { type: 'FeatureCollection', features }
}

/** Returns an extent as the map draws it. */
export const mapExtent = ({ geometry, properties }: RecordExtent, theme?: ThemeId): MapExtent => ({
  type: 'Feature',
  geometry,
  properties: {
    id: properties.id,
    class: 'extent',
    method: properties.method,
    ...(theme ? { theme } : {}),
    small: properties.areaKm2 < smallKm2,
  },
})
