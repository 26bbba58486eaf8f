/** What a single file opens with, put in by whoever hands it out. Pure. */
import type { StoredBriefing } from '../model/briefing/briefing'

/** A link's value in the place of the address that a file has not, and an own briefing, which no link need hold. */
export interface Opened {
  link?: string
  own?: StoredBriefing
}

/** Where the build puts the single file, from the page's folder. */
export const singleFileName = 'single-file.html'
/** The id of the block that holds it. */
export const openedId = 'yulan-opened'

/** Returns the block as it stands in a page. */
export const openedBlock = (opened: Opened) =>
  `<script type="application/json" id="${openedId}">${JSON.stringify(opened).replaceAll('<', '\\u003c')}</script>`

/** Returns a single file that opens with something. Throws for a page without the block. */
export function withOpened(page: string, opened: Opened): string {
  const empty = openedBlock({})
  if (!page.includes(empty)) throw new Error('the single file has no place for what it opens with')
  return page.replace(empty, () => openedBlock(opened))
}
