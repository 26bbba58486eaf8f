/** How a plan concerns a district it may not name: the one rule behind every number of a district. Pure. */

/**
 * `own`: the plan names the district. `within`: it names a feature that lies in this district alone. `shared`: it names
 * a feature the district shares with others, such as 两江新区.
 */
export const reaches = ['own', 'within', 'shared'] as const
export type Reach = (typeof reaches)[number]

interface Place {
  kind: string
  /** Codes of the districts it lies in. */
  districts: readonly string[]
}

/**
 * The districts a row about these features reaches, by code, each with the nearest way it does. A district is only
 * reached by its own name, never through a district named beside it.
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
