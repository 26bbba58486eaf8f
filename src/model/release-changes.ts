/** What differs between the record of today and the one a link was made under. Pure. */
import type { Change, PastRelease } from '../../data/schema'
import type { DetailFiles, PlanRecord } from './record'
import type { PanelItem } from './view'

/**
 * The newest release that is not younger than `day`: a link made between two releases was made under the older one.
 * Undefined where no release as old is on record.
 */
export const releaseOn = (releases: readonly PastRelease[], day: string): PastRelease | undefined =>
  [...releases].reverse().find(({ date }) => date <= day)

export interface ChangedItem {
  change: Change['change']
  kind: Change['kind']
  id: string
  /** What it says today; its id where it is gone. */
  text: string
  /** How to open it; undefined where it is gone or has no page of its own. */
  target?: { feature?: string; item?: PanelItem }
}

/** The changed items in words; what a selection is about comes first. */
export function changedItems(
  changes: readonly Change[],
  record: PlanRecord,
  details: DetailFiles | undefined,
  selected: readonly string[],
): ChangedItem[] {
  const told = changes.map((change) => changedItem(change, record, details))
  const concerns = ({ kind, id }: ChangedItem) =>
    kind === 'features'
      ? selected.includes(id)
      : aboutOf(kind, id, record, details).some((each) => selected.includes(each))
  return [...told.filter(concerns), ...told.filter((item) => !concerns(item))]
}

function aboutOf(kind: Change['kind'], id: string, record: PlanRecord, details?: DetailFiles): readonly string[] {
  if (kind === 'plans') return record.planById.get(id)?.features ?? []
  if (kind === 'projects') return details?.projects.find((project) => project.id === id)?.features ?? []
  return []
}

function changedItem({ change, kind, id }: Change, record: PlanRecord, details: DetailFiles | undefined): ChangedItem {
  const plain = { change, kind, id, text: id }
  if (change === 'removed') return plain
  switch (kind) {
    case 'features': {
      const feature = record.featureById.get(id)
      return feature ? { ...plain, text: feature.properties.name, target: { feature: id } } : plain
    }
    case 'plans': {
      const plan = record.planById.get(id)
      return plan
        ? { ...plain, text: plan.text, target: { feature: plan.features[0], item: { kind: 'plan', id } } }
        : plain
    }
    case 'projects': {
      const project = details?.projects.find((each) => each.id === id)
      return project ? { ...plain, text: project.name, target: { item: { kind: 'project', id } } } : plain
    }
    case 'indicators': {
      const indicator = details?.indicators.find(({ no }) => String(no) === id)
      return indicator ? { ...plain, text: indicator.name, target: { item: { kind: 'indicator', id } } } : plain
    }
    case 'relations':
      return { ...plain, text: details?.relations.find((relation) => relation.id === id)?.text ?? id }
    case 'sources': {
      const source = record.sourceById.get(id)
      return source ? { ...plain, text: source.title, target: { item: { kind: 'source', id } } } : plain
    }
  }
}
