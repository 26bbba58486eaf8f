/**
 * A briefing as a file, `.yulan.json`: all of it, notes too, with what its cited items said when it was made. Told from
 * a view file by its `kind`.
 */
import type { StoredBriefing } from '../model/briefing/briefing'
import type { MadeValues } from '../model/briefing/made-values'
import { readMade, readStored } from '../model/briefing/stored'
import type { StoredOwn } from './own-briefings'

interface BriefingFile {
  kind: 'yulan-briefing'
  schema: 1
  release: string
  briefing: StoredBriefing
  /** By citation, such as `plan:pa055`. */
  made: MadeValues
}

const largestBytes = 4_000_000

/** Returns the JSON text of a briefing file. */
export const briefingFileText = ({ stored, made }: StoredOwn) =>
  `${JSON.stringify({ kind: 'yulan-briefing', schema: 1, release: stored.release, briefing: stored, made } satisfies BriefingFile, undefined, 2)}\n`

/** Returns the name of a briefing's file, without what file systems refuse. */
export const briefingFileName = (title: string) =>
  `${
    title
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
      .trim()
      .slice(0, 60) || 'yulan'
  }.yulan.json`

/** Returns the briefing in a file; undefined if it is no briefing file. Never throws. */
export async function readBriefingFile(file: Blob): Promise<StoredOwn | undefined> {
  if (file.size > largestBytes) return undefined
  try {
    const content: unknown = JSON.parse((await file.text()).replace(/^\uFEFF/, ''))
    if (typeof content !== 'object' || content === null) return undefined
    const { kind, briefing, made } = content as Partial<BriefingFile>
    const stored = kind === 'yulan-briefing' ? readStored(briefing) : undefined
    return stored && { stored, made: readMade(made) }
  } catch {
    return undefined
  }
}
