/** Everything in the record that cites one document. */
import type { Conflict, Indicator, Plan, Project, Relation, SourceReference, Task } from '../../data/schema'
import { addToGroup } from '../../geo/base/groups'
import type { DetailFiles, PlanRecord, RecordFeature } from './record'

/** The plans that cite one heading of a document. */
export interface SectionPlans {
  section: string
  plans: Plan[]
}

/** Every row of the record that cites a document. */
export interface SourceSupport {
  plans: number
  /** By the document's own headings, in its order; a plan stands under the first heading it cites. */
  sections: SectionPlans[]
  features: RecordFeature[]
  projects: Project[]
  indicators: Indicator[]
  tasks: Task[]
  relations: Relation[]
  conflicts: Conflict[]
}

/**
 * Returns every row that cites the document `source`. Projects, indicators and the like are empty until the details
 * are loaded.
 */
export function supportOf(record: PlanRecord, details: DetailFiles | undefined, source: string): SourceSupport {
  const cites = <T extends { sources: readonly SourceReference[] }>(rows: readonly T[] | undefined) =>
    (rows ?? []).filter((row) => row.sources.some(({ id }) => id === source))
  const plans = cites(record.plans)
  return {
    plans: plans.length,
    sections: bySection(plans, source, record.sourceById.get(source)?.sections ?? []),
    features: record.features.filter(({ properties }) => properties.sources.some(({ id }) => id === source)),
    projects: cites(details?.projects),
    indicators: cites(details?.indicators),
    tasks: cites(details?.tasks),
    relations: cites(details?.relations),
    conflicts: (details?.conflicts ?? []).filter(({ values }) => values.some((value) => value.source.id === source)),
  }
}

function bySection(plans: readonly Plan[], source: string, order: readonly string[]): SectionPlans[] {
  const groups = new Map<string, Plan[]>()
  for (const plan of plans) {
    const section = plan.sources.find(({ id }) => id === source)?.section ?? ''
    addToGroup(groups, section, plan)
  }
  const rank = (section: string) => {
    const at = order.indexOf(section)
    return at < 0 ? order.length : at
  }
  return [...groups]
    .map(([section, members]) => ({ section, plans: members }))
    .sort((a, b) => rank(a.section) - rank(b.section))
}
