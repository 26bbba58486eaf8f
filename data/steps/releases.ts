/**
 * The changes since each release, and ids that have gone without an alias, from the files under `releases/`. Pure
 * except for `readReleases`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Alias, Change, PastRelease } from '../schema'
import { type ReleasePart, releasedKinds, releaseParts } from '../schema-ids'
import type { PublishedScenes } from './briefings'
import type { Problem } from './read'
import type { ReleaseManifest, StatedValues } from './release-manifest'

/** Returns for each release what has been added, changed, merged or removed since. */
export function pastReleases(
  older: readonly ReleaseManifest[],
  today: ReleaseManifest,
  aliases: readonly Alias[] = [],
): PastRelease[] {
  const leadsTo = new Map(aliases.map(({ from, to }) => [from, to]))
  return older.map((before) => ({
    date: before.release,
    changes: releasedKinds.flatMap((kind) => changesOf(kind, before, today, leadsTo)),
  }))
}

function changesOf(
  kind: Change['kind'],
  older: ReleaseManifest,
  today: ReleaseManifest,
  leadsTo: ReadonlyMap<string, string | undefined>,
): Change[] {
  const [before, after] = [older.items[kind], today.items[kind]]
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return ids
    .filter((id) => before[id] !== after[id])
    .flatMap((id): Change[] => {
      if (before[id] === undefined) return [{ kind, id, change: 'added' }]
      const to = leadsTo.get(id)
      if (after[id] === undefined) return [{ kind, id, ...(to ? { change: 'merged', to } : { change: 'removed' }) }]
      const parts = changedParts(older.parts?.[kind][id], today.parts?.[kind][id])
      if (!parts) return [{ kind, id, change: 'changed' }]
      return parts.length === 0 ? [] : [{ kind, id, change: 'changed', parts, ...quotation(kind, id, older, today) }]
    })
}

const digits = 6

/** Undefined where a release did not yet keep its parts. */
function changedParts(before: string | undefined, after: string | undefined): ReleasePart[] | undefined {
  if (before === undefined || after === undefined) return undefined
  const part = (digests: string, at: number) => digests.slice(at * digits, (at + 1) * digits)
  return releaseParts.filter((_, at) => part(before, at) !== part(after, at))
}

/** The figures, status and years that are different now, as they were; an absent field is null. */
function quotation(kind: Change['kind'], id: string, older: ReleaseManifest, today: ReleaseManifest) {
  const [before = {}, after = {}]: (StatedValues | undefined)[] = [older.values?.[kind][id], today.values?.[kind][id]]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return changed.length === 0 ? {} : { before: Object.fromEntries(changed.map((name) => [name, before[name] ?? null])) }
}

/** Returns a problem for each published id that is gone without an alias, because links may hold it. */
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

/** The releases, named links and scenes that were published. */
export interface PublishedReleases {
  /** Oldest first. */
  manifests: ReleaseManifest[]
  /** Every named link that was ever published. */
  slugs: string[]
  /** Every scene of a briefing that was ever published. */
  scenes: PublishedScenes
}

/** Returns the content of `releases/` in a region's folder; empty before the first release. */
export function readReleases(regionFolder: string): PublishedReleases {
  const folder = join(regionFolder, 'releases')
  if (!statSync(folder, { throwIfNoEntry: false })) return { manifests: [], slugs: [], scenes: {} }
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  const names = readdirSync(folder)
  return {
    manifests: names
      .filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
      .sort()
      .map((name) => read<ReleaseManifest>(name)),
    slugs: names.includes('slugs.json') ? read<{ slugs: string[] }>('slugs.json').slugs : [],
    scenes: names.includes('briefings.json') ? read<PublishedScenes>('briefings.json') : {},
  }
}
