/** Compares an answer with the record: plans, projects and money within it, and the documents' claims about borders. */
import type { FeatureKind, Plan, Project, Relation } from '../../../data/schema'
import { isDistrictCode } from '../../../data/schema-ids'
import { investmentOf } from '../detail'
import { kindOrder } from '../kinds'
import type { DetailFiles, PlanRecord, RecordFeature } from '../record'
import type { AdjacencyAnswer, FoundFeature } from './analysis'

/** A found feature with its entry in the record. */
export interface FoundRow extends FoundFeature {
  feature: RecordFeature
}

/**
 * Returns the found features grouped by kind in the order of lists, each group as the answer has it. Empty groups are
 * left out.
 */
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

/** The plans and projects about a set of features. */
export interface RowsWithin {
  plans: Plan[]
  /** Undefined until the details have arrived. */
  projects: Project[] | undefined
  /** Sum of what these projects state, in 万元. */
  investmentWan: number | undefined
}

/** Returns the plans and projects about the features with these ids. */
export function rowsAbout(record: PlanRecord, details: DetailFiles | undefined, ids: readonly string[]): RowsWithin {
  const wanted = new Set(ids)
  const plans = new Set(ids.flatMap((id) => record.plansByFeature.get(id) ?? []))
  const projects = details?.projects.filter(({ features }) => features.some((id) => wanted.has(id)))
  return { plans: [...plans], projects, investmentWan: projects && investmentOf(projects) }
}

/**
 * Returns the ids whose plans and projects count as within: features inside, certain or 临界, but no districts and
 * zones, because what is planned in a district need not lie within a circle that touches it.
 */
export function countedIds(record: PlanRecord, found: readonly FoundFeature[]): string[] {
  return found
    .filter(({ id, inside }) => {
      const kind = record.featureById.get(id)?.properties.kind
      return inside && kind !== 'district' && kind !== 'zone'
    })
    .map(({ id }) => id)
}

/** What a document says of a district's neighbours, compared with the borders of the map. */
export interface AdjacencyClaim {
  relation: Relation
  /** How many of what is stated the borders bear out. */
  held: number
  stated: number
  /** Neighbours stated that the borders do not show, or not across a river as stated. */
  missing: string[]
}

/** Returns every checkable claim about the neighbours of a district, compared with those the map shows. */
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

/**
 * Returns what is known of a feature without a position: the number of its plans, and the places it is said to lie
 * in.
 */
export function knownOf(record: PlanRecord, id: string): { plans: number; places: RecordFeature[] } {
  const properties = record.featureById.get(id)?.properties
  const places = [...(properties?.districts ?? []), ...(properties?.zones ?? [])]
  return {
    plans: record.plansByFeature.get(id)?.length ?? 0,
    places: places.flatMap((place) => record.featureById.get(place) ?? []),
  }
}
