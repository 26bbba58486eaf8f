/** Whether two collections would be drawn alike: the engine cuts all of a source into tiles again for each that it is given. Pure. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'

/** Returns whether two collections have the same features in the same order. Compares geometries but points by identity. */
export const sameFeatures = (one: FeatureCollection, other: FeatureCollection): boolean =>
  one === other ||
  (one.features.length === other.features.length &&
    one.features.every((feature, index) => sameFeature(feature, other.features[index])))

const sameFeature = (one: Feature, other: Feature | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    sameGeometry(one.geometry, other.geometry) &&
    sameProperties(one.properties, other.properties))

const sameGeometry = (one: Geometry, other: Geometry) =>
  one === other || (one.type === 'Point' && other.type === 'Point' && sameValue(one.coordinates, other.coordinates))

function sameProperties(one: Feature['properties'], other: Feature['properties']): boolean {
  if (!one || !other) return one === other
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length && keys.every((key) => key in other && sameValue(one[key], other[key]))
  )
}

/** Returns whether two values of a property are the same: texts, numbers, flags and lists of them. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || (Array.isArray(one) && Array.isArray(other) && one.join('|') === other.join('|'))
