/** Wholes made of other features, such as the star of high-speed railways: what they hold, and what holds a feature. Pure. */
import type { Direction } from '../../data/schema'
import type { PlanRecord, RecordFeature } from './record'

/** A part of a whole; direction and end only where a document states them. */
export interface Member {
  feature: RecordFeature
  direction?: Direction
  toward?: string
}

/** Returns what a feature is made of, in the order of the record; empty for one that is no whole. */
export function membersOf(record: PlanRecord, id: string): Member[] {
  return (record.featureById.get(id)?.properties.members ?? []).flatMap(({ id: memberId, ...stated }) => {
    const feature = record.featureById.get(memberId)
    return feature ? [{ feature, ...stated }] : []
  })
}

/** Returns members and members of members, each once and never the whole itself. */
export function allMembersOf(record: PlanRecord, id: string, seen = new Set([id])): Member[] {
  return membersOf(record, id).flatMap((member) => {
    const { id: memberId } = member.feature.properties
    if (seen.has(memberId)) return []
    seen.add(memberId)
    return [member, ...allMembersOf(record, memberId, seen)]
  })
}

/** Returns the wholes that name a feature as theirs. */
export const networksOf = (record: PlanRecord, id: string): RecordFeature[] =>
  record.features.filter(({ properties }) => properties.members?.some((member) => member.id === id))
