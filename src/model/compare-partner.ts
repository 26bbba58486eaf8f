import { neighboursOf } from './detail'
import type { PlanRecord } from './record'

/**
 * Returns the code of the district that a comparison starts with: of the neighbouring central districts the one with
 * most plans, or of all central districts if none is a neighbour.
 */
export function firstPartner(record: PlanRecord, id: string): string | undefined {
  const central = record.centralDistricts.map(({ properties }) => properties.id)
  const adjoining = neighboursOf(record, id).map(({ feature }) => feature.properties.id)
  const plans = (code: string) => record.plansByFeature.get(code)?.length ?? 0
  const candidates = central.filter((code) => adjoining.includes(code))
  return (candidates.length > 0 ? candidates : central.filter((code) => code !== id)).sort(
    (a, b) => plans(b) - plans(a),
  )[0]
}
