/** Composition of the reader's own briefings: their stored forms are read and written here, views and all. */
import { release } from 'virtual:yulan-assets'
import { encodeBriefing } from './io/briefing-code/briefing-code'
import { briefingFileName, briefingFileText, readBriefingFile } from './io/briefing-file'
import { followKept, forgetBriefing, keepBriefing, keptBriefing, keptLines, lastBriefing } from './io/briefing-store'
import { notePlayed, ownBriefing, type StoredOwn } from './io/own-briefings'
import { type Briefing, ownSlug } from './model/briefing/briefing'
import type { KeptBriefings, OwnBriefing, OwnBriefings } from './model/briefing/own-briefings'
import type { View } from './model/view'
import { readBriefing, storedBriefing } from './state/stored-briefing'

const storedOwn = ({ briefing, made }: OwnBriefing): StoredOwn => ({ stored: storedBriefing(briefing), made })
const readOwn = ({ stored, made }: StoredOwn): OwnBriefing => ({ briefing: readBriefing(stored), made })

const kept: KeptBriefings = {
  list: keptLines,
  last: lastBriefing,
  read: (id) => {
    const found = keptBriefing(id)
    return found && { own: readOwn(found), version: found.version }
  },
  write: (id, own, over) => keepBriefing(id, storedOwn(own), over),
  forget: forgetBriefing,
  follow: followKept,
}

/** Returns what the panels ask of the reader's own briefings. */
export function createOwnBriefings(): OwnBriefings {
  return {
    release,
    kept,
    ofView: (view) => {
      const found = ownBriefing(view)
      return found.ok ? { ok: true, own: readOwn(found.own), origin: found.origin } : found
    },
    playing: (own, origin) => notePlayed(storedOwn(own), origin),
    viewOf,
    fileOf: (own) => ({ name: briefingFileName(own.briefing.title), text: briefingFileText(storedOwn(own)) }),
    readFile: async (file) => {
      const read = await readBriefingFile(file)
      return read && { own: readOwn(read), ownData: read.ownData }
    },
  }
}

/** The link's own fields carry the first scene, for whoever cannot read the rest. */
function viewOf(briefing: Briefing): View | undefined {
  const [first] = briefing.scenes
  return (
    first && {
      ...first.view,
      embed: [],
      scene: { briefing: ownSlug, index: first.no },
      ownBriefing: encodeBriefing(storedBriefing(briefing)),
    }
  )
}
