/**
 * What a release keeps of the record, in its file under `releases/`: digests to compare later records with, and the
 * figures, statuses and years themselves, so that they can be quoted. Pure.
 */
import { createHash } from 'node:crypto'
import type { Geometry } from 'geojson'
import { mapPositions } from '../../geo/base/datum'
import type { Change } from '../schema'
import { type ReleasePart, releaseParts } from '../schema-ids'
import type { AuthoredRecord } from './read'
import type { ResolvedRecord, ShippedFeature } from './resolve'

/** Six hexadecimal digits of SHA-256 by id; one change in sixteen million goes unnoticed. */
export type Digests = { [id: string]: string }

type ByKind<T> = { [kind in Change['kind']]: T }

/** The file of a release. */
export interface ReleaseManifest {
  /** 1 had the digests of whole items alone. */
  schema: 1 | 2
  release: string
  items: ByKind<Digests>
  /** By id, the digests of an item's parts in the order of `releaseParts`, one after the other. */
  parts?: ByKind<Digests>
  /** By id, the fields that state figures, status and years. */
  values?: ByKind<{ [id: string]: StatedValues }>
}

/** The fields of an item that a later release quotes. */
export type StatedValues = { [field: string]: unknown }

/** The fields of each part; `wording` is every other field that is stated. */
const fieldsOf = {
  wording: [],
  figures: ['figures', 'investmentWan', 'baseline', 'targets', 'unit'],
  status: ['status'],
  years: ['from', 'to', 'schedule', 'date'],
  features: ['features', 'districts', 'zones'],
  place: ['precision', 'labelAt'],
} as const satisfies Record<ReleasePart, readonly string[]>

/** What a release quotes. */
const quoted: readonly string[] = [...fieldsOf.figures, ...fieldsOf.status, ...fieldsOf.years]

/** Fields that the build derives; they change with the code and not with the documents, so they are not compared. */
const derived = [
  'stated',
  'conflict',
  'conflictGrade',
  'plans',
  'plansWithin',
  'plansShared',
  'themes',
  'pinyin',
  'areaKm2',
  'lengthKm',
  'geometry',
  'members',
]
/** Fields that only select or arrange what is stated elsewhere. */
const arranged = ['highlights', 'unspecific', 'spans']

/** Returns the manifest of a record; `release` is its date, `YYYY-MM-DD`. */
export function releaseManifest(record: AuthoredRecord, resolved: ResolvedRecord, release: string): ReleaseManifest {
  const placed = new Map(resolved.features.map((feature) => [feature.id, statedPlace(feature)]))
  const rows: ByKind<Item[]> = {
    features: resolved.features.map(({ id, properties }) => ({ id, row: properties, place: placed.get(id) })),
    plans: resolved.plans.map((row) => ({ id: row.id, row })),
    projects: resolved.projects.map((row) => ({ id: row.id, row })),
    indicators: resolved.indicators.map((row) => ({ id: String(row.no), row })),
    relations: resolved.relations.map((row) => ({ id: row.id, row })),
    sources: record.sources.map(({ row }) => ({ id: row.id, row })),
  }
  return {
    schema: 2,
    release,
    items: byKind(rows, ({ row, place }) => digestOf([statedFields(row), place])),
    parts: byKind(rows, (item) => releaseParts.map((part) => digestOf(partOf(item, part))).join('')),
    values: byKind(withValues(rows), quotedFields),
  }
}

const quotedFields = ({ row }: Item): StatedValues => fields(row, (name) => quoted.includes(name))

/** The items that state something to be quoted. */
function withValues(rows: ByKind<Item[]>): ByKind<Item[]> {
  const told = Object.entries(rows).map(([kind, items]) => [
    kind,
    items.filter((item) => Object.keys(quotedFields(item)).length > 0),
  ])
  return Object.fromEntries(told)
}

interface Item {
  id: string
  row: object
  /** Where a feature lies, where that is stated. */
  place?: Geometry
}

function byKind<T>(rows: ByKind<Item[]>, of: (item: Item) => T): ByKind<{ [id: string]: T }> {
  const told = Object.entries(rows).map(([kind, items]) => [
    kind,
    Object.fromEntries(items.map((item) => [item.id, of(item)] as const).sort(([a], [b]) => (a < b ? -1 : 1))),
  ])
  return Object.fromEntries(told)
}

function partOf({ row, place }: Item, part: ReleasePart): unknown {
  const own: readonly string[] = fieldsOf[part]
  const others = Object.values(fieldsOf).flat() as readonly string[]
  const isOwn = (name: string) => (part === 'wording' ? !others.includes(name) : own.includes(name))
  const stated = fields(statedFields(row), isOwn)
  return part === 'place' ? [stated, place] : stated
}

const fields = (row: object, wanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => wanted(name)))

const statedFields = (row: object) => fields(row, (name) => !derived.includes(name) && !arranged.includes(name))

/**
 * Boundaries and what is cut from them belong to their file, which may be swapped; a drawn line counts from 100 m on.
 */
function statedPlace({ geometry, properties }: ShippedFeature): Geometry | undefined {
  const method = properties.precision?.method
  if (!geometry || method === 'boundary' || method === 'border') return undefined
  const decimals = geometry.type === 'Point' ? 5 : 3
  return mapPositions(geometry, (position) => position.map((degrees) => Number(degrees.toFixed(decimals))))
}

const digestOf = (value: unknown) => createHash('sha256').update(ordered(value)).digest('hex').slice(0, 6)

/** JSON with the keys of every object in one order. */
const ordered = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
