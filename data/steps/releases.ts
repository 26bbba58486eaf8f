/**
 * What the record held on the day of each release: a short digest an item, committed under `data/releases/`. From it
 * follow what has changed since a link was made, and which ids went away without a word. Pure but for the reading.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Geometry } from 'geojson'
import { mapPositions } from '../../geo/base/datum'
import type { Change, PastRelease } from '../schema'
import { releasedKinds } from '../schema-ids'
import type { AuthoredRecord, Problem } from './read'
import type { ResolvedRecord, ShippedFeature } from './resolve'

/** Six hexadecimal digits of SHA-256 by id: one unnoticed change in sixteen million. */
export type Digests = { [id: string]: string }

export interface ReleaseManifest {
  schema: 1
  release: string
  items: { [kind in Change['kind']]: Digests }
}

/** Only what a document or an author states counts: derived counts, readings and lengths come and go with the code. */
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
]
/** What is sorted or picked out anew says nothing new either. */
const arranged = ['highlights', 'unspecific', 'spans']

export function releaseManifest(record: AuthoredRecord, resolved: ResolvedRecord, release: string): ReleaseManifest {
  const digests = <T extends object>(rows: readonly T[], idOf: (row: T) => string, extra?: (row: T) => unknown) =>
    Object.fromEntries(
      rows.map((row) => [idOf(row), digestOf([row, extra?.(row)])] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  const placed = new Map(resolved.features.map((feature) => [feature.id, statedPlace(feature)]))
  const properties = resolved.features.map((feature) => feature.properties)
  return {
    schema: 1,
    release,
    items: {
      features: digests(
        properties,
        ({ id }) => id,
        ({ id }) => placed.get(id),
      ),
      plans: digests(resolved.plans, ({ id }) => id),
      projects: digests(resolved.projects, ({ id }) => id),
      indicators: digests(resolved.indicators, ({ no }) => String(no)),
      relations: digests(resolved.relations, ({ id }) => id),
      sources: digests(
        record.sources.map(({ row }) => row),
        ({ id }) => id,
      ),
    },
  }
}

/** Boundaries and what is cut from them belong to their file, which may be swapped; a drawn line counts from 100 m on. */
function statedPlace({ geometry, properties }: ShippedFeature): Geometry | undefined {
  const method = properties.precision?.method
  if (!geometry || method === 'boundary' || method === 'border') return undefined
  const decimals = geometry.type === 'Point' ? 5 : 3
  return mapPositions(geometry, (position) => position.map((degrees) => Number(degrees.toFixed(decimals))))
}

function digestOf([row, extra]: readonly [object, unknown]): string {
  const stated = Object.fromEntries(
    Object.entries(row).filter(([key]) => !derived.includes(key) && !arranged.includes(key)),
  )
  return createHash('sha256')
    .update(ordered([stated, extra]))
    .digest('hex')
    .slice(0, 6)
}

/** JSON with the keys of every object in one order. */
const ordered = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** What is new, different or gone, release by release, against the record of today. */
export function pastReleases(older: readonly ReleaseManifest[], today: ReleaseManifest): PastRelease[] {
  return older.map(({ release: date, items }) => ({
    date,
    changes: releasedKinds.flatMap((kind) => changesOf(kind, items[kind], today.items[kind])),
  }))
}

function changesOf(kind: Change['kind'], before: Digests, after: Digests): Change[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return ids
    .filter((id) => before[id] !== after[id])
    .map((id) => ({ kind, id, change: changeOf(before[id], after[id]) }))
}

const changeOf = (before: string | undefined, after: string | undefined): Change['change'] =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'

/** An id that was published and is gone needs an entry in the aliases: links made then still name it. */
export function lostIds(
  older: readonly ReleaseManifest[],
  today: ReleaseManifest,
  aliases: ReadonlySet<string>,
): Problem[] {
  const lost = new Map<string, string>()
  for (const { release, items } of older)
    for (const kind of releasedKinds)
      for (const id of Object.keys(items[kind]))
        if (today.items[kind][id] === undefined && !aliases.has(id)) lost.set(`${kind} ${id}`, release)
  return [...lost].map(([item, release]) => ({
    file: 'data/aliases.yaml',
    line: 1,
    message: `${item} 已在 ${release} 发布，现在没有了：请在 aliases.yaml 写明去处（to）或原因（reason）`,
  }))
}

export interface PublishedReleases {
  /** Oldest first. */
  manifests: ReleaseManifest[]
  /** Every named link that was ever published. */
  slugs: string[]
}

/** What `releases/` in a region's folder holds; an empty one is a first release. */
export function readReleases(regionFolder: string): PublishedReleases {
  const folder = join(regionFolder, 'releases')
  if (!statSync(folder, { throwIfNoEntry: false })) return { manifests: [], slugs: [] }
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  const names = readdirSync(folder)
  return {
    manifests: names
      .filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
      .sort()
      .map((name) => read<ReleaseManifest>(name)),
    slugs: names.includes('slugs.json') ? read<{ slugs: string[] }>('slugs.json').slugs : [],
  }
}
