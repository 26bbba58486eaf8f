/** What has changed between two collections, as the engine takes it: geometry that stays is not sent to its worker again. Pure. */
import type { Feature, FeatureCollection } from 'geojson'
import { sameValue } from './same-features'

/** Features to take away, to put in or replace, and properties to write, by the property `id`. */
export interface FeatureChanges {
  remove: string[]
  add: Feature[]
  update: PropertyChanges[]
}

interface PropertyChanges {
  id: string
  removeProperties: string[]
  addOrUpdateProperties: { key: string; value: unknown }[]
}

/** Returns what makes the features of `before` those of `after`, by ids of their own; geometries are compared by identity. */
export function featureChanges(before: FeatureCollection, after: FeatureCollection): FeatureChanges {
  const old = new Map(before.features.map((feature) => [idOf(feature), feature]))
  const changes: FeatureChanges = { remove: [], add: [], update: [] }
  for (const feature of after.features) {
    const id = idOf(feature)
    const known = old.get(id)
    old.delete(id)
    if (known?.geometry !== feature.geometry) changes.add.push(feature)
    else changes.update.push(...propertyChanges(id, known, feature))
  }
  changes.remove.push(...old.keys())
  return changes
}

const idOf = ({ properties }: Feature) => String(properties?.id)

function propertyChanges(id: string, { properties: before }: Feature, { properties: after }: Feature) {
  const removeProperties = Object.keys(before ?? {}).filter((key) => !(after && key in after))
  const addOrUpdateProperties = Object.entries(after ?? {}).flatMap(([key, value]) =>
    sameValue(before?.[key], value) ? [] : [{ key, value }],
  )
  const isSame = removeProperties.length + addOrUpdateProperties.length === 0
  return isSame ? [] : [{ id, removeProperties, addOrUpdateProperties }]
}
