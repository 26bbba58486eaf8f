/** How a plan concerns a district that it may not name. Every count of a district's plans uses this rule. Pure. */

/**
 * `own`: the plan names the district. `within`: it names a feature that lies in this district alone. `shared`: it names
 * a feature the district shares with others, such as 两江新区.
 */
export const reaches = ['own', 'within', 'shared'] as const
/** One of `reaches`. */
export type Reach = (typeof reaches)[number]

interface Place {
  kind: string
  /** Codes of the districts it lies in. */
  districts: readonly string[]
}

/**
 * Returns the districts that a row about these features concerns, by code, each with its closest way. A district is
 * reached through its features or its own name, never through another district.
 */
export function reachesOf(
  features: readonly string[],
  placeOf: (id: string) => Place | undefined,
): ReadonlyMap<string, Reach> {
  const found = new Map<string, Reach>()
  const reach = (district: string, how: Reach) => {
    const before = found.get(district)
    if (before === undefined || reaches.indexOf(how) < reaches.indexOf(before)) found.set(district, how)
  }
  for (const id of features) {
    const place = placeOf(id)
    if (place?.kind === 'district') reach(id, 'own')
    else
      for (const district of place?.districts ?? [])
        reach(district, place?.districts.length === 1 ? 'within' : 'shared')
  }
  return found
}
