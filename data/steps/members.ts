/** The members of networks, from the relations of kind `membership`. Pure. */
import type { FeatureProperties } from '../schema'
import type { AuthoredRecord } from './read'

type Members = NonNullable<FeatureProperties['members']>

/**
 * Returns the members of each network by its id, in the order of the relations, each once. A district is no network.
 */
export function membersByWhole({ relations, features }: AuthoredRecord): ReadonlyMap<string, Members> {
  const districts = new Set(features.filter(({ row }) => row.kind === 'district').map(({ row }) => row.id))
  const found = new Map<string, Members>()
  for (const { row } of relations) {
    if (row.kind !== 'membership' || districts.has(row.from)) continue
    const members = found.get(row.from) ?? []
    found.set(row.from, members)
    const { direction, toward } = row
    for (const id of row.to)
      if (!members.some((member) => member.id === id))
        members.push({ id, ...(direction ? { direction } : {}), ...(toward ? { toward } : {}) })
  }
  return found
}
