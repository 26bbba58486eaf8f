/** 本区与邻区: a district with its neighbours, and the features in them. Pure. */
import type { PlanRecord } from '../record'

/** By record and district, because every row of every list asks. */
const known = new WeakMap<PlanRecord['features'], Map<string, ReadonlySet<string>>>()

/** Returns the codes of a district and its neighbours. */
export const neighbourhoodDistricts = ({ adjacency }: Pick<PlanRecord, 'adjacency'>, code: string): Set<string> =>
  new Set([code, ...adjacency.flatMap(({ a, b }) => (a === code ? [b] : b === code ? [a] : []))])

/**
 * Returns the ids of the features in a district and its neighbours, the districts included. Cached by record and
 * district, because every row of every list asks.
 */
export function neighbourhood(record: Pick<PlanRecord, 'features' | 'adjacency'>, code: string): ReadonlySet<string> {
  const before = known.get(record.features) ?? new Map<string, ReadonlySet<string>>()
  known.set(record.features, before)
  const found = before.get(code) ?? membersOf(record, neighbourhoodDistricts(record, code))
  before.set(code, found)
  return found
}

function membersOf({ features }: Pick<PlanRecord, 'features'>, codes: ReadonlySet<string>): ReadonlySet<string> {
  const inside = features.filter(({ properties: { kind, id, districts } }) =>
    kind === 'district' ? codes.has(id) : districts.some((district) => codes.has(district)),
  )
  return new Set(inside.map(({ properties }) => properties.id))
}
