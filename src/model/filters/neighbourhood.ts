/** 本区与邻区: a district and those it borders on, and what counts as being there. Pure. */
import type { PlanRecord } from '../record'

/** By record and district, because every row of every list asks. */
const known = new WeakMap<PlanRecord['features'], Map<string, ReadonlySet<string>>>()

/** The district itself and its neighbours, by code. */
export const neighbourhoodDistricts = ({ adjacency }: Pick<PlanRecord, 'adjacency'>, code: string): Set<string> =>
  new Set([code, ...adjacency.flatMap(({ a, b }) => (a === code ? [b] : b === code ? [a] : []))])

/** The ids of all features in a district and its neighbours: the districts themselves and whatever names one as its own. */
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
