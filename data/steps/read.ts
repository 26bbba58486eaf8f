/** Reads the authored content of a region's folder from the disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { z } from 'zod'
import {
  authoredAlias,
  authoredConflict,
  authoredException,
  authoredFeature,
  authoredIndicator,
  authoredLink,
  authoredPlan,
  authoredProject,
  authoredRelation,
  authoredSource,
  authoredTask,
  authoredTheme,
  authoredUnit,
} from '../schema'
import { type AuthoredBriefing, authoredBriefing } from '../schema-briefing'
import { authoredRegion, type Region } from '../schema-region'
import { type Located, type Problem, parseMapping, parseRows } from './parse'

export type { Located, Problem }

const rowSchemas = {
  sources: authoredSource,
  themes: authoredTheme,
  units: authoredUnit,
  aliases: authoredAlias,
  exceptions: authoredException,
  features: authoredFeature,
  plans: authoredPlan,
  relations: authoredRelation,
  conflicts: authoredConflict,
  indicators: authoredIndicator,
  projects: authoredProject,
  tasks: authoredTask,
  links: authoredLink,
} as const

type RowKind = keyof typeof rowSchemas
/** All authored rows by kind. */
export type AuthoredRecord = { [K in RowKind]: Located<z.infer<(typeof rowSchemas)[K]>>[] }

/** Returns `<kind>.yaml` and every `<kind>/*.yaml` of a region's folder, in a stable order. */
export function authoredFiles(folder: string): { kind: RowKind; path: string }[] {
  const kinds = Object.keys(rowSchemas) as RowKind[]
  return kinds.flatMap((kind) => {
    const single = join(folder, `${kind}.yaml`)
    const several = join(folder, kind)
    const paths = statSync(single, { throwIfNoEntry: false }) ? [single] : []
    if (statSync(several, { throwIfNoEntry: false })) {
      const names = readdirSync(several).filter((name) => name.endsWith('.yaml'))
      paths.push(...names.sort().map((name) => join(several, name)))
    }
    return paths.map((path) => ({ kind, path }))
  })
}

/**
 * Returns the rows of a region's folder below `root`; rows that do not fit their schema become problems. `contentOf` gives
 * the text of a file by its path from `root`, where that is not what the disk holds.
 */
export function readRecord(
  root: string,
  regionFolder = 'data',
  contentOf: (file: string) => string | undefined = () => undefined,
): { record: AuthoredRecord; problems: Problem[] } {
  const problems: Problem[] = []
  const record = Object.fromEntries(
    Object.keys(rowSchemas).map((kind) => [kind, [] as unknown[]]),
  ) as unknown as AuthoredRecord
  for (const { kind, path } of authoredFiles(resolve(root, regionFolder))) {
    const file = relative(root, path)
    const parsed = parseRows<unknown>(contentOf(file) ?? readFileSync(path, 'utf8'), file, rowSchemas[kind])
    ;(record[kind] as Located<unknown>[]).push(...parsed.rows)
    problems.push(...parsed.problems)
  }
  return { record, problems }
}

/** Returns the region of a folder below `root`, or the problems of its `region.yaml`. */
export function readRegion(root: string, regionFolder = 'data'): { region?: Located<Region>; problems: Problem[] } {
  const path = join(resolve(root, regionFolder), 'region.yaml')
  const file = relative(root, path)
  if (!statSync(path, { throwIfNoEntry: false }))
    return {
      problems: [{ file, line: 1, message: `没有这个文件：${regionFolder} 不是一座城市的文件夹（设置 YULAN_REGION）` }],
    }
  const { row, problems } = parseMapping(readFileSync(path, 'utf8'), file, authoredRegion)
  return { region: row, problems }
}

/** Returns the briefings of a region's folder below `root`, in the order of their files; none is no mistake. */
export function readBriefings(
  root: string,
  regionFolder = 'data',
): { briefings: Located<AuthoredBriefing>[]; problems: Problem[] } {
  const folder = join(resolve(root, regionFolder), 'briefings')
  if (!statSync(folder, { throwIfNoEntry: false })) return { briefings: [], problems: [] }
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const parsed = names.sort().map((name) => {
    const path = join(folder, name)
    return parseMapping(readFileSync(path, 'utf8'), relative(root, path), authoredBriefing)
  })
  return {
    briefings: parsed.flatMap(({ row }) => row ?? []),
    problems: parsed.flatMap(({ problems }) => problems),
  }
}
