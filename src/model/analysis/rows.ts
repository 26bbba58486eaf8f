/** What an answer means for the record: plans, projects and money within, and the documents' claims against the borders. */
import type { FeatureKind, Plan, Project, Relation } from '../../../data/schema'
import { isDistrictCode } from '../../../data/schema-ids'
import { investmentOf } from '../detail'
import { kindOrder } from '../kinds'
import type { DetailFiles, PlanRecord, RecordFeature } from '../record'
import type { AdjacencyAnswer, FoundFeature } from './analysis'

export interface FoundRow extends FoundFeature {
  feature: RecordFeature
}

/** Found features by kind in the usual order, nearest first. */
export function foundByKind(
  record: PlanRecord,
  found: readonly FoundFeature[],
): { kind: FeatureKind; rows: FoundRow[] }[] {
  const rows = found.flatMap((one) => {
    const feature = record.featureById.get(one.id)
    return feature ? [{ ...one, feature }] : []
  })
  return kindOrder
    .map((kind) => ({ kind, rows: rows.filter(({ feature }) => feature.properties.kind === kind) }))
    .filter(({ rows: some }) => some.length > 0)
}

export interface RowsWithin {
  plans: Plan[]
  /** Undefined until the details have arrived. */
  projects: Project[] | undefined
  /** Sum of what these projects state, in 万元. */
  investmentWan: number | undefined
}

/**
 * Plans and projects about features. Districts and zones are left out where a part of them is asked about: what is
 * planned somewhere in a district need not be within a circle that touches it.
 */
export function rowsAbout(record: PlanRecord, details: DetailFiles | undefined, ids: readonly string[]): RowsWithin {
  const wanted = new Set(ids)
  const plans = new Set(ids.flatMap((id) => record.plansByFeature.get(id) ?? []))
  const projects = details?.projects.filter(({ features }) => features.some((id) => wanted.has(id)))
  return { plans: [...plans], projects, investmentWan: projects && investmentOf(projects) }
}

/** The ids whose plans and projects are counted as within: certain or 临界 inside, but no districts and zones. */
export function countedIds(record: PlanRecord, found: readonly FoundFeature[]): string[] {
  return found
    .filter(({ id, inside }) => {
      const kind = record.featureById.get(id)?.properties.kind
      return inside && kind !== 'district' && kind !== 'zone'
    })
    .map(({ id }) => id)
}

/** A statement of a document about a district's neighbours, and what the borders say. */
export interface AdjacencyClaim {
  relation: Relation
  /** How many of what is stated the borders bear out. */
  held: number
  stated: number
  /** Neighbours stated that the borders do not show, or not across a river as stated. */
  missing: string[]
}

export function adjacencyClaims(
  relations: readonly Relation[],
  id: string,
  { neighbours }: Pick<AdjacencyAnswer, 'neighbours'>,
): AdjacencyClaim[] {
  const byId = new Map(neighbours.map((one) => [one.id, one]))
  return relations
    .filter(({ kind, checkable, from }) => kind === 'adjacency' && checkable && from === id)
    .flatMap((relation) => {
      const count = relation.figures.find(({ value }) => typeof value === 'number')?.value
      if (relation.to.length === 0 && typeof count === 'number')
        return [{ relation, held: neighbours.length, stated: count, missing: [] }]
      if (relation.to.length === 0 || !relation.to.every(isDistrictCode)) return []
      const acrossRiver = relation.text.includes('隔江')
      const holds = (code: string) => {
        const found = byId.get(code)
        return found !== undefined && (!acrossRiver || found.alongRiver)
      }
      const missing = relation.to.filter((code) => !holds(code))
      return [{ relation, held: relation.to.length - missing.length, stated: relation.to.length, missing }]
    })
}

/** What is known of a feature that has no place: its plans, and the places it is said to be in. */
export function knownOf(record: PlanRecord, id: string): { plans: number; places: RecordFeature[] } {
  const properties = record.featureById.get(id)?.properties
  const places = [...(properties?.districts ?? []), ...(properties?.zones ?? [])]
  return {
    plans: record.plansByFeature.get(id)?.length ?? 0,
    places: places.flatMap((place) => record.featureById.get(place) ?? []),
  }
}
