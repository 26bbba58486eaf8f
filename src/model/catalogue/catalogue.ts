/**
 * The catalogue: every feature, plan, project and indicator that passes the filters, grouped and sorted. It lists the
 * same items as the map.
 */
import type { Indicator, Plan, Project } from '../../../data/schema'
import { statuses } from '../../../data/schema-ids'
import type { PageRegion } from '../../../data/schema-region'
import { addToGroup } from '../../../geo/base/groups'
import {
  featurePassesItself,
  indicatorDistricts,
  indicatorIsVisible,
  planIsVisible,
  projectIsVisible,
  type RowFilter,
  scheduledYears,
  visibleFeatures,
} from '../filters/visible'
import { kindOrder } from '../kinds'
import type { DetailFiles, PlanRecord, RecordFeature } from '../record'

/** The kinds of rows the catalogue can list. */
export const catalogueSubjects = ['features', 'plans', 'projects', 'indicators'] as const
/** One of `catalogueSubjects`. */
export type CatalogueSubject = (typeof catalogueSubjects)[number]

/** The groupings of each subject; the first is the default. */
export const groupings = {
  features: ['kind', 'district', 'theme', 'document'],
  plans: ['theme', 'district', 'status', 'document'],
  projects: ['category', 'department', 'document'],
  indicators: ['group', 'document'],
} as const satisfies { [K in CatalogueSubject]: readonly string[] }
/** A grouping of any subject. */
export type Grouping = (typeof groupings)[CatalogueSubject][number]

/** The orders of each subject; the first is the default. */
export const sortings = {
  features: ['name', 'plans'],
  plans: ['document', 'year', 'stated'],
  projects: ['number', 'investment', 'year'],
  indicators: ['number'],
} as const satisfies { [K in CatalogueSubject]: readonly string[] }
/** An order of any subject. */
export type Sorting = (typeof sortings)[CatalogueSubject][number]

/** One row of the catalogue; `id` is unique within its subject. */
export type Entry =
  | { subject: 'features'; id: string; row: RecordFeature }
  | { subject: 'plans'; id: string; row: Plan }
  | { subject: 'projects'; id: string; row: Project }
  | { subject: 'indicators'; id: string; row: Indicator }

/** The entries under one heading of the catalogue. */
export interface EntryGroup {
  /** A kind, theme, status, source or district id, or a plain name; empty for 其他. */
  key: string
  entries: Entry[]
}

/**
 * Returns every row of a subject that passes the filter. Projects and indicators are empty until the details are
 * loaded.
 */
export function catalogueEntries(
  record: PlanRecord,
  details: DetailFiles | undefined,
  filter: RowFilter,
  subject: CatalogueSubject,
): Entry[] {
  const { filters } = filter
  const passesPlace = ({ features }: { features: readonly string[] }) =>
    (filters.placed === undefined && filters.kinds.length === 0) ||
    features.some((id) => {
      const feature = record.featureById.get(id)
      return feature !== undefined && featurePassesItself(feature, filters)
    })
  switch (subject) {
    case 'features':
      return visibleFeatures(record, filter).map((row) => ({ subject, id: row.properties.id, row }))
    case 'plans':
      return record.plans
        .filter((plan) => planIsVisible(plan, filter, record) && passesPlace(plan))
        .map((row) => ({ subject, id: row.id, row }))
    case 'projects':
      return (details?.projects ?? [])
        .filter((project) => projectIsVisible(project, filter, record) && passesPlace(project))
        .map((row) => ({ subject, id: row.id, row }))
    case 'indicators':
      return (details?.indicators ?? [])
        .filter((indicator) => indicatorIsVisible(indicator, filter, details?.tasks ?? [], record))
        .map((row) => ({ subject, id: String(row.no), row }))
  }
}

/** By reading, the central districts before all else: they are what the map is about. */
const nameKey = ({ id, pinyin }: { id: string; pinyin: string }, { centralDistricts }: PageRegion) =>
  centralDistricts.includes(id) ? ` ${pinyin}` : pinyin

/** Returns the entries in an order; entries that compare equal keep theirs. */
export function sortEntries(entries: readonly Entry[], sorting: Sorting, region: PageRegion): Entry[] {
  const key = (entry: Entry): number | string => {
    if (entry.subject === 'features')
      return sorting === 'plans' ? -entry.row.properties.plans : nameKey(entry.row.properties, region)
    if (entry.subject === 'plans')
      return sorting === 'year' ? (entry.row.from ?? entry.row.to ?? 9999) : sorting === 'stated' ? entry.row.stated : 0
    if (entry.subject === 'indicators') return entry.row.no
    if (sorting === 'investment') return -(entry.row.investmentWan ?? -1)
    return sorting === 'year' ? (scheduledYears(entry.row).from ?? 9999) : entry.row.no
  }
  const keyed = entries.map((entry) => ({ entry, at: key(entry) }))
  keyed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  if (sorting === 'stated') keyed.reverse()
  return keyed.map(({ entry }) => entry)
}

/**
 * Returns the entries by group, groups in the order of the record. An entry is in the group of each of its districts,
 * themes, documents or departments.
 */
export function groupEntries(entries: readonly Entry[], grouping: Grouping, record: PlanRecord): EntryGroup[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) for (const key of groupKeys(entry, grouping, record)) addToGroup(groups, key, entry)
  const order = groupOrder(grouping, record)
  const rank = (key: string) => {
    const at = order.indexOf(key)
    return at < 0 ? order.length : at
  }
  const found = [...groups].map(([key, members]) => ({ key, entries: members }))
  if (grouping === 'department') return found.sort((a, b) => b.entries.length - a.entries.length)
  return found.sort((a, b) => (a.key === '' ? 1 : b.key === '' ? -1 : rank(a.key) - rank(b.key)))
}

function groupOrder(grouping: Grouping, record: PlanRecord): readonly string[] {
  if (grouping === 'kind') return kindOrder
  if (grouping === 'theme') return record.themes.map(({ id }) => id)
  if (grouping === 'document') return record.sources.map(({ id }) => id)
  if (grouping === 'status') return statuses
  if (grouping === 'district') {
    const central = record.centralDistricts.map(({ properties }) => properties.id)
    return [...central, ...record.features.map(({ properties }) => properties.id)]
  }
  return []
}

/** `['']` puts an entry under 其他. */
function groupKeys(entry: Entry, grouping: Grouping, record: PlanRecord): readonly string[] {
  const some = (keys: readonly string[]) => (keys.length === 0 ? [''] : [...new Set(keys)])
  switch (grouping) {
    case 'document':
      return some((entry.subject === 'features' ? entry.row.properties : entry.row).sources.map(({ id }) => id))
    case 'district':
      return some(districtsOf(entry, record))
    case 'theme':
      return some(
        entry.subject === 'features' ? entry.row.properties.themes : 'theme' in entry.row ? [entry.row.theme] : [],
      )
    case 'kind':
      return entry.subject === 'features' ? [entry.row.properties.kind] : ['']
    case 'status':
      return entry.subject === 'plans' ? [entry.row.status] : ['']
    case 'category':
      return entry.subject === 'projects' ? [entry.row.category] : ['']
    case 'department':
      return entry.subject === 'projects' ? some(entry.row.lead) : ['']
    case 'group':
      return entry.subject === 'indicators' ? [entry.row.group] : ['']
  }
}

/** Returns the codes of the districts an entry is in: its own, or those of the features it is about. */
export function districtsOf(entry: Entry, record: PlanRecord): string[] {
  const ofFeature = (feature: RecordFeature | undefined) => {
    if (!feature) return []
    const { kind, id, districts } = feature.properties
    return kind === 'district' ? [id] : districts
  }
  if (entry.subject === 'indicators') return indicatorDistricts(record)
  if (entry.subject === 'features') return ofFeature(entry.row)
  return [...new Set(entry.row.features.flatMap((id) => ofFeature(record.featureById.get(id))))]
}
