/**
 * Checks a decoded view against the record: old ids are replaced by way of the aliases, unknown ones are left out and
 * reported. Pure; a loss costs one line of a notice and never the view.
 */
import { isDistrictCode } from '../../data/schema-ids'
import { knownFilters, type MapLayerDefinition, ownLayers } from '../model/layers'
import type { DetailFiles, PlanRecord } from '../model/record'
import type { Analysis, PanelItem, View } from '../model/view'

type Lost = 'district' | 'feature' | 'item' | 'analysis' | 'filter' | 'layer'
/** An id of a link that could not be restored. A retired one has a sentence that says why. */
export type Loss =
  | { what: Lost; id: string; reason: 'unknown' }
  | { what: Lost; id: string; reason: 'retired'; sentence: string }

/** Returns the view with ids of today's record, and what was lost. */
export function resolveView(
  view: View,
  record: PlanRecord,
  layers: readonly MapLayerDefinition[] = ownLayers,
): { view: View; losses: Loss[] } {
  const losses: Loss[] = []
  const resolved = (what: Lost, id: string, known: (id: string) => boolean): string | undefined => {
    const current = currentId(id, record, known)
    if ('id' in current) return current.id
    const { sentence } = current
    losses.push(sentence === undefined ? { what, id, reason: 'unknown' } : { what, id, reason: 'retired', sentence })
    return undefined
  }
  const isFeature = (id: string) => record.featureById.has(id)
  const next = { ...view }
  const selected = [
    ...view.districts.map((id) => resolved('district', id, isFeature)),
    view.feature && resolved('feature', view.feature, isFeature),
  ].filter((id) => id !== undefined)
  // What was merged may have changed its sort: a town can have become a district's, or the reverse.
  next.districts = [...new Set(selected.filter(isDistrictCode))]
  next.feature = selected.find((id) => !isDistrictCode(id))
  next.analysis = view.analysis && resolvedAnalysis(view.analysis, (id) => resolved('analysis', id, isFeature))
  const opened = view.item && resolvedItem(view.item, record, resolved)
  next.item = opened?.item
  if (opened?.feature && next.districts.length === 0 && !next.feature) {
    if (isDistrictCode(opened.feature)) next.districts = [opened.feature]
    else next.feature = opened.feature
  }
  const documents = view.filters.documents.filter((id) => resolved('filter', id, (each) => record.sourceById.has(each)))
  if (documents.length < view.filters.documents.length) next.filters = { ...view.filters, documents }
  const { around } = view.filters
  if (around !== undefined) next.filters = { ...next.filters, around: resolved('filter', around, isFeature) }
  const isLayer = (id: string) => layers.some((layer) => layer.id === id)
  const strangers = view.layers.filter(({ id }) => !isLayer(id))
  for (const { id } of strangers) losses.push({ what: 'layer', id, reason: 'unknown' })
  if (strangers.length > 0) next.layers = view.layers.filter(({ id }) => isLayer(id))
  if (view.layerFilters) next.layerFilters = knownFilters(view.layerFilters, layers)
  return { view: next, losses }
}

/** Returns the view without its open project or indicator if the details do not hold it, and what was lost. */
export function resolveItem(view: View, details: DetailFiles): { view: View; losses: Loss[] } {
  const { item } = view
  const known =
    (item?.kind !== 'project' || details.projects.some(({ id }) => id === item.id)) &&
    (item?.kind !== 'indicator' || details.indicators.some(({ no }) => String(no) === item.id))
  if (known || !item) return { view, losses: [] }
  return { view: { ...view, item: undefined }, losses: [{ what: 'item', id: item.id, reason: 'unknown' }] }
}

/** Follows aliases, at most a few steps, to an id that is known; one that leads elsewhere or nowhere says why. */
function currentId(
  id: string,
  record: PlanRecord,
  known: (id: string) => boolean,
): { id: string } | { sentence?: string } {
  let at = id
  let sentence: string | undefined
  for (let step = 0; step < 8; step++) {
    if (known(at)) return { id: at }
    const alias = record.aliasById.get(at)
    if (!alias) return { sentence }
    sentence = alias.reason
    if (!alias.to) return { sentence }
    at = alias.to
  }
  return {}
}

type Resolve = (what: Lost, id: string, known: (id: string) => boolean) => string | undefined

/** The item, or what its content stands in by now: another plan, a project, an indicator, or a feature to select. */
function resolvedItem(
  item: PanelItem,
  record: PlanRecord,
  resolve: Resolve,
): { item?: PanelItem; feature?: string } | undefined {
  if (item.kind !== 'plan' && item.kind !== 'source') return { item }
  const own = item.kind === 'plan' ? record.planById : record.sourceById
  const known = (id: string) =>
    own.has(id) || (item.kind === 'plan' && (rowTarget(id) !== undefined || record.featureById.has(id)))
  const id = resolve('item', item.id, known)
  if (id === undefined) return undefined
  if (id === item.id) return { item }
  if (own.has(id)) return { item: { kind: item.kind, id } }
  const row = rowTarget(id)
  return row ? { item: row } : { feature: id }
}

/** A project or an indicator as an alias names it; whether there is one is seen once the details have come. */
function rowTarget(target: string): PanelItem | undefined {
  const [kind, id = ''] = target.split(':')
  return kind === 'project' || kind === 'indicator' ? { kind, id } : undefined
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
