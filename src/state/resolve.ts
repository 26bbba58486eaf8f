/**
 * A decoded view against the record: old ids go through the aliases, unknown ones are left out and reported.
 * Pure; a loss costs one line of a notice and never the view.
 */
import type { Record } from '../model/record'
import type { Analysis, View } from '../model/view'

export type Loss =
  | { what: 'district' | 'feature' | 'item' | 'analysis'; id: string; reason: 'unknown' }
  | { what: 'district' | 'feature' | 'item' | 'analysis'; id: string; reason: 'retired'; sentence: string }

export function resolveView(view: View, record: Record): { view: View; losses: Loss[] } {
  const losses: Loss[] = []
  const resolved = (what: Loss['what'], id: string): string | undefined => {
    const current = currentId(id, record)
    if ('id' in current) return current.id
    losses.push(
      current.sentence === undefined
        ? { what, id, reason: 'unknown' }
        : { what, id, reason: 'retired', sentence: current.sentence },
    )
    return undefined
  }
  const districts = view.districts.map((id) => resolved('district', id)).filter((id) => id !== undefined)
  const feature = view.feature && resolved('feature', view.feature)
  const analysis = view.analysis && resolvedAnalysis(view.analysis, (id) => resolved('analysis', id))
  const item = view.item?.kind === 'plan' && !record.planById.has(view.item.id) ? undefined : view.item
  if (view.item && !item) losses.push({ what: 'item', id: view.item.id, reason: 'unknown' })
  return { view: { ...view, districts: [...new Set(districts)], feature, analysis, item }, losses }
}

/** Follows aliases, at most a few steps, to an id the record holds. */
function currentId(id: string, record: Record): { id: string } | { sentence?: string } {
  let at = id
  for (let step = 0; step < 8; step++) {
    if (record.featureById.has(at)) return { id: at }
    const alias = record.aliasById.get(at)
    if (!alias) return {}
    if (!alias.to) return { sentence: alias.reason }
    at = alias.to
  }
  return {}
}

function resolvedAnalysis(analysis: Analysis, resolve: (id: string) => string | undefined): Analysis | undefined {
  switch (analysis.kind) {
    case 'buffer': {
      if (!('feature' in analysis.subject)) return analysis
      const feature = resolve(analysis.subject.feature)
      return feature ? { ...analysis, subject: { feature } } : undefined
    }
    case 'adjacency':
    case 'crossing': {
      const feature = resolve(analysis.feature)
      return feature ? { ...analysis, feature } : undefined
    }
    case 'between': {
      const [from, to] = [resolve(analysis.from), resolve(analysis.to)]
      return from && to ? { ...analysis, from, to } : undefined
    }
  }
}
