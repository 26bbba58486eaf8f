/**
 * A briefing as a file, `.yulan.json`: all of it, notes too, with what its cited items said when it was made. Told from
 * a view file by its `kind`.
 */
import type { StoredBriefing } from '../model/briefing/briefing'
import type { MadeValues } from '../model/briefing/made-values'
import { readMade, readStored } from '../model/briefing/stored'
import type { CarriedLayers } from '../model/own-data/carried'
import type { StoredOwn } from './own-briefings'

interface BriefingFile {
  kind: 'yulan-briefing'
  schema: 1
  release: string
  briefing: StoredBriefing
  /** By citation, such as `plan:pa055`. */
  made: MadeValues
  /** Own layers, where the reader let the file have them. */
  ownData?: CarriedLayers
}

const largestBytes = 4_000_000
/** One that has own layers tells first what it is. */
const largestWithDataBytes = 200_000_000
const beginning = /^\uFEFF?\s*\{\s*"kind":\s*"yulan-briefing"/

/** Returns the JSON text of a briefing file; of own layers a row has no line of its own. */
export function briefingFileText({ stored, made }: StoredOwn, ownData?: CarriedLayers): string {
  const file: BriefingFile = { kind: 'yulan-briefing', schema: 1, release: stored.release, briefing: stored, made }
  const text = JSON.stringify(file, undefined, 2)
  return ownData ? `${text.slice(0, -2)},\n  "ownData": ${JSON.stringify(ownData)}\n}\n` : `${text}\n`
}

/** Returns the name of a briefing's file, without what file systems refuse. */
export const briefingFileName = (title: string) =>
  `${
    title
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
      .trim()
      .slice(0, 60) || 'yulan'
  }.yulan.json`

/** Returns the briefing in a file, and its own layers as they stand there; undefined if it is no briefing file. Never throws. */
export async function readBriefingFile(file: Blob): Promise<(StoredOwn & { ownData?: unknown }) | undefined> {
  try {
    if (file.size > largestBytes && !(await mayHaveData(file))) return undefined
    const content: unknown = JSON.parse((await file.text()).replace(/^\uFEFF/, ''))
    if (typeof content !== 'object' || content === null) return undefined
    const { kind, briefing, made, ownData } = content as Partial<BriefingFile>
    const stored = kind === 'yulan-briefing' ? readStored(briefing) : undefined
    return stored && { stored, made: readMade(made), ...(ownData === undefined ? {} : { ownData }) }
  } catch {
    return undefined
  }
}

const mayHaveData = async (file: Blob) =>
  file.size <= largestWithDataBytes && beginning.test(await file.slice(0, 200).text())
