/** Composition of the published briefings: fetched once, and their views read. */
import { loadBriefings } from './io/briefings'
import type { Briefing } from './model/briefing/briefing'
import { readBriefing } from './state/stored-briefing'

/** Returns the published briefings; undefined where they cannot be had. */
export const publishedBriefings = async (): Promise<Briefing[] | undefined> =>
  (await loadBriefings())?.map(readBriefing)
