/** Makes ids that no row has and no release ever had. Pure. */
import type { AuthoredItem } from '../schema'
import { releasedKinds } from '../schema-ids'
import type { AuthoredRecord } from '../steps/read'
import type { ReleaseManifest } from '../steps/release-manifest'

/** Every id that is or was: the opaque ones of all kinds together, and the numbers of projects and of indicators. */
export interface TakenIds {
  opaque: Set<string>
  projects: Set<string>
  indicators: Set<string>
}

/** Returns what is taken in a record and its releases. */
export function takenIds(record: AuthoredRecord, manifests: readonly ReleaseManifest[]): TakenIds {
  const opaque = [
    ...[...record.features, ...record.plans, ...record.relations, ...record.conflicts],
    ...[...record.tasks, ...record.sources],
  ].map(({ row }) => row.id)
  const taken: TakenIds = {
    opaque: new Set([...opaque, ...record.aliases.map(({ row }) => row.from)]),
    projects: new Set(record.projects.map(({ row }) => `${row.no}${row.sub ?? ''}`)),
    indicators: new Set(record.indicators.map(({ row }) => String(row.no))),
  }
  for (const { items } of manifests)
    for (const kind of releasedKinds) {
      const ids = kind === 'projects' || kind === 'indicators' ? taken[kind] : taken.opaque
      for (const id of Object.keys(items[kind])) ids.add(id)
    }
  return taken
}

const firstLetters = { plans: 'p', features: 'f' } as const

/**
 * Returns a new id and takes it: for a plan or a feature the letters that most numbered ids of its file begin with and
 * the number after the last, for a project or an indicator the number after the last.
 */
export function mintedId(kind: AuthoredItem['kind'], idsOfFile: readonly string[], taken: TakenIds): string {
  if (kind === 'projects' || kind === 'indicators') {
    const id = String(Math.max(0, ...[...taken[kind]].map((each) => Number.parseInt(each, 10))) + 1)
    taken[kind].add(id)
    return id
  }
  const letters = mostLetters(idsOfFile) ?? firstLetters[kind]
  const numbers = [...taken.opaque].flatMap((id) => (id.startsWith(letters) ? numberIn(id.slice(letters.length)) : []))
  const id = `${letters}${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`
  taken.opaque.add(id)
  return id
}

const numbered = /^([a-z]{1,6})\d{3,}$/

function mostLetters(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const id of ids) {
    const letters = numbered.exec(id)?.[1]
    if (letters) counts.set(letters, (counts.get(letters) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

const numberIn = (digits: string) => (/^\d+$/.test(digits) ? [Number(digits)] : [])
