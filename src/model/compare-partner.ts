import { neighboursOf } from './detail'
import type { Record } from './record'

/** Whom to compare a district with at first: the central district it shares the longest border with. */
export function firstPartner(record: Record, id: string): string | undefined {
  const central = new Set(record.centralDistricts.map(({ properties }) => properties.id))
  const neighbour = neighboursOf(record, id).find(({ feature }) => central.has(feature.properties.id))
  return neighbour?.feature.properties.id ?? [...central].find((each) => each !== id)
}
