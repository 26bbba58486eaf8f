/** What of a briefing's cited items differs from what they said when it was made. Pure. */
import type { PastRelease } from '../../../data/schema'
import type { DetailFiles, PlanRecord } from '../record'
import { releaseOn } from '../release-changes'
import { type CitedItem, citedText } from './briefing'
import { currentItem } from './current-item'
import { citedValue, type MadeValue, type MadeValues } from './made-values'
import type { OwnBriefing } from './own-briefings'

/** What of a cited item can differ. */
export const changedParts = ['gone', 'text', 'figures', 'status', 'years'] as const
/** One of `changedParts`. */
export type ChangedPart = (typeof changedParts)[number]

/** A cited item that differs; `was` is known where the briefing carries its values. */
export interface ChangedCitation {
  no: number
  item: CitedItem
  parts: readonly ChangedPart[]
  was?: MadeValue
  is?: MadeValue
}

/** Returns every cited item that differs, by scene in the order of the briefing. */
export function changedCitations(
  { briefing, made }: OwnBriefing,
  record: PlanRecord,
  details: DetailFiles | undefined,
  releases: readonly PastRelease[],
): ChangedCitation[] {
  const since = releaseOn(releases, briefing.release)?.changes ?? []
  const changedIds = new Set(since.map(({ kind, id }) => `${kind} ${id}`))
  return briefing.scenes.flatMap(({ no, points }) =>
    points.flatMap((point): ChangedCitation[] => {
      if (point.kind === 'words' || point.item.kind === 'answer') return []
      const { item } = point
      // Without the details nothing is known of projects and indicators, which is no change.
      if (item.kind !== 'plan' && !details) return []
      const current = currentItem(item, record)
      const is = current && citedValue(current, record, details)
      const was = made[citedText(item)]
      const parts = is ? differing(item, was, is, changedIds) : (['gone'] as const)
      return parts.length > 0 ? [{ no, item, parts, ...(was ? { was } : {}), ...(is ? { is } : {}) }] : []
    }),
  )
}

function differing(
  item: CitedItem,
  was: MadeValue | undefined,
  is: MadeValue,
  changedIds: ReadonlySet<string>,
): readonly ChangedPart[] {
  // A briefing from a link carries no values: the releases say that something differs.
  if (!was) return item.kind !== 'answer' && changedIds.has(`${item.kind}s ${item.id}`) ? ['text'] : []
  const parts: ChangedPart[] = []
  if (was.text !== is.text) parts.push('text')
  if (was.figures.join('\n') !== is.figures.join('\n')) parts.push('figures')
  if (was.status !== is.status) parts.push('status')
  if (was.from !== is.from || was.to !== is.to) parts.push('years')
  return parts
}

/** Returns what all cited items of a briefing say today. */
export function madeToday({ briefing }: OwnBriefing, record: PlanRecord, details?: DetailFiles): MadeValues {
  const items = briefing.scenes.flatMap(({ points }) =>
    points.flatMap((point) => (point.kind === 'cited' ? [point.item] : [])),
  )
  return Object.fromEntries(
    items.flatMap((item) => {
      const current = currentItem(item, record)
      const value = current && citedValue(current, record, details)
      return value ? [[citedText(item), value] as const] : []
    }),
  )
}
