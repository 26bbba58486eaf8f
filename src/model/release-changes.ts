/** The differences between today's record and the one a link was made with. Pure. */
import { figureText } from '../../data/figure-text'
import type { Change, Figure, PastRelease, Status } from '../../data/schema'
import { statuses } from '../../data/schema-ids'
import { type Language, message } from './messages'
import type { DetailFiles, PlanRecord } from './record'
import type { PanelItem } from './view'

/**
 * Returns the newest release up to `day`, `YYYY-MM-DD`; undefined if all are newer. A link made between two releases
 * belongs to the older one.
 */
export const releaseOn = (releases: readonly PastRelease[], day: string): PastRelease | undefined =>
  [...releases].reverse().find(({ date }) => date <= day)

/** An item that differs from what an older release held. */
export interface ChangedItem {
  change: Change['change']
  /** What of it is different; undefined where the release did not keep that. */
  parts?: Change['parts']
  before?: Change['before']
  kind: Change['kind']
  id: string
  /** What it says today; its id where it is gone. */
  text: string
  /** How to open it; undefined where it is gone or has no page of its own. */
  target?: { feature?: string; item?: PanelItem }
}

/** Returns the changes with their texts, those about a selected feature first. */
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

function changedItem(changed: Change, record: PlanRecord, details: DetailFiles | undefined): ChangedItem {
  const { change, kind, parts, before } = changed
  // What was merged is told by the item that holds its content now.
  const id = changed.to ?? changed.id
  const plain = { change, kind, id, text: id, ...(parts ? { parts } : {}), ...(before ? { before } : {}) }
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

/** Returns sentences on the status, years and figures before and after; empty if none of them changed. */
export function changeSentences(item: ChangedItem, record: PlanRecord, language: Language): string[] {
  const { before } = item
  const plan = item.kind === 'plans' ? record.planById.get(item.id) : undefined
  if (!before || !plan) return []
  const pair = (name: 'status' | 'years', was: string, is: string) =>
    message(language, `changes.was.${name}`, { before: was, after: is })
  const sentences: string[] = []
  if (isStatus(before.status))
    sentences.push(
      pair('status', message(language, `status.${before.status}`), message(language, `status.${plan.status}`)),
    )
  if ('from' in before || 'to' in before) {
    const { from, to } = { from: plan.from, to: plan.to, ...before }
    sentences.push(pair('years', spanText(yearOf(from), yearOf(to), language), spanText(plan.from, plan.to, language)))
  }
  const figures = Array.isArray(before.figures) ? (before.figures as Figure[]) : []
  if (figures.length > 0) {
    const told = figures.map((figure) => `${figure.what} ${figureText(figure)}`)
    sentences.push(message(language, 'changes.was.figures', { before: told.join(language === 'en' ? '; ' : '；') }))
  }
  return sentences
}

const isStatus = (value: unknown): value is Status => statuses.some((status) => status === value)
const yearOf = (value: unknown) => (typeof value === 'number' ? value : undefined)

function spanText(from: number | undefined, to: number | undefined, language: Language): string {
  if (from === undefined && to === undefined) return message(language, 'changes.noYear')
  return from === to ? String(from) : `${from ?? ''}–${to ?? ''}`
}
