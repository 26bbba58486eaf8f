import { neighboursOf } from './detail'
import type { PlanRecord } from './record'

/**
 * Whom to compare a district with at first: of the central districts it adjoins, the one the documents plan most for.
 * A neighbour that they hardly mention would leave nothing to compare.
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
