/** What a single file opens with, put in by whoever hands it out. Pure. */
import { carriedName } from '../io/kept-mark'
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

/** Returns the block of a file of the application, of bytes that are deflated. */
export const fileBlock = (name: string, deflated: Uint8Array): string =>
  `<script type="text/plain" data-file="${name}">${base64(deflated)}</script>`

/**
 * Returns a single file that opens with something; `carried` is the deflated text of own layers that it brings along.
 * Throws for a page without the block.
 */
export function withOpened(page: string, opened: Opened, carried?: Uint8Array): string {
  const empty = openedBlock({})
  if (!page.includes(empty)) throw new Error('the single file has no place for what it opens with')
  const blocks = [openedBlock(opened), ...(carried ? [fileBlock(carriedName, carried)] : [])]
  return page.replace(empty, () => blocks.join('\n'))
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
