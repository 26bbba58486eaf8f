/** Features made of other features, such as the star of high-speed railways. Pure. */
import type { Direction } from '../../data/schema'
import type { PlanRecord, RecordFeature } from './record'

/** A feature that is part of a network; direction and end are set only if a document states them. */
export interface Member {
  feature: RecordFeature
  direction?: Direction
  toward?: string
}

/** Returns the members of a network, in the order of the record; empty for any other feature. */
export function membersOf(record: PlanRecord, id: string): Member[] {
  return (record.featureById.get(id)?.properties.members ?? []).flatMap(({ id: memberId, ...stated }) => {
    const feature = record.featureById.get(memberId)
    return feature ? [{ feature, ...stated }] : []
  })
}

/** Returns members and their members, each once and never the network itself. */
export function allMembersOf(record: PlanRecord, id: string, seen = new Set([id])): Member[] {
  return membersOf(record, id).flatMap((member) => {
    const { id: memberId } = member.feature.properties
    if (seen.has(memberId)) return []
    seen.add(memberId)
    return [member, ...allMembersOf(record, memberId, seen)]
  })
}

/** Returns the networks that name a feature as a member. */
export const networksOf = (record: PlanRecord, id: string): RecordFeature[] =>
  record.features.filter(({ properties }) => properties.members?.some((member) => member.id === id))
