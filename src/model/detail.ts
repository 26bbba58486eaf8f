/** What the detail panel says about a feature, as data: one model for every kind, drawn by one renderer. */
import type { Plan, Theme } from '../../data/schema'
import type { Record, RecordFeature } from './record'
import type { View } from './view'
import { planIsVisible } from './visible'

export interface ThemeGroup {
  theme: Theme
  plans: Plan[]
}

export interface Neighbour {
  feature: RecordFeature
  sharedKm: number
  alongRiver: boolean
  river?: string
}

/** Plans about a feature that pass the view's filters, by theme in the themes' order, newest statement first. */
export function plansByTheme(record: Record, id: string, view: View): { groups: ThemeGroup[]; hidden: number } {
  const all = record.plansByFeature.get(id) ?? []
  const visible = all.filter((plan) => planIsVisible(plan, view))
  const groups = record.themes
    .map((theme) => ({
      theme,
      plans: visible.filter((plan) => plan.theme === theme.id).sort((a, b) => b.stated.localeCompare(a.stated)),
    }))
    .filter(({ plans }) => plans.length > 0)
  return { groups, hidden: all.length - visible.length }
}

/** Districts that share a border, longest border first. Districts the record does not hold are left out. */
export function neighboursOf(record: Record, code: string): Neighbour[] {
  return record.adjacency
    .filter(({ a, b }) => a === code || b === code)
    .flatMap(({ a, b, sharedKm, alongRiver, river }) => {
      const feature = record.featureById.get(a === code ? b : a)
      return feature ? [{ feature, sharedKm, alongRiver, river }] : []
    })
    .sort((one, other) => other.sharedKm - one.sharedKm)
}

/** Features that name this district or zone as theirs, by kind in the order of `kinds`. */
export function featuresWithin(record: Record, id: string): RecordFeature[] {
  return record.features.filter(
    ({ properties }) => properties.id !== id && (properties.districts.includes(id) || properties.zones.includes(id)),
  )
}

/** The features of a list by kind, each group in the order of Chinese names. */
export function byKind(features: readonly RecordFeature[]): { kind: string; features: RecordFeature[] }[] {
  const groups = new Map<string, RecordFeature[]>()
  for (const feature of features) {
    const group = groups.get(feature.properties.kind)
    if (group) group.push(feature)
    else groups.set(feature.properties.kind, [feature])
  }
  const order = [
    'district',
    'zone',
    'platform',
    'park',
    'scenic',
    'corridor',
    'facility',
    'town',
    'water',
    'mountain',
    'city',
  ]
  return [...groups]
    .map(([kind, members]) => ({ kind, features: members.sort(byName) }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

const byName = (a: RecordFeature, b: RecordFeature) =>
  a.properties.pinyin < b.properties.pinyin ? -1 : a.properties.pinyin > b.properties.pinyin ? 1 : 0
