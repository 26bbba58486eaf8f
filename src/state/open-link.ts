/** A link becomes the view: read, restored, and one notice about whatever of it could not be. */
import { themeIds } from '../../data/schema-ids'
import type { DetailFiles, PlanRecord } from '../model/record'
import { defaultView, type View } from '../model/view'
import type { Actions } from './actions'
import { type DecodedLink, decodeAddress, linkParameter } from './link'
import { resolveItem, resolveView } from './resolve'
import type { NoticePart, Store } from './store'

const longestPiece = 40

/** What has to be said about a link before anything is known of the record. */
export function linkTroubles(decoded: DecodedLink | undefined): NoticePart[] {
  if (!decoded) return []
  const troubles: NoticePart[] = []
  if (decoded.integrity === 'newer') troubles.push({ message: 'link.newer', values: {} })
  if (decoded.integrity === 'damaged') troubles.push({ message: 'link.damaged', values: {} })
  if (decoded.unread.length > 0) {
    const pieces = decoded.unread.map((piece) =>
      piece.length > longestPiece ? `${piece.slice(0, longestPiece)}…` : piece,
    )
    troubles.push({ message: 'link.unread', values: { pieces: pieces.slice(0, 8).join('、') } })
  }
  return troubles
}

/**
 * The day of an older release a link was made under, as `YYYY-MM-DD`; undefined where it names none, or this one,
 * or a day to come.
 */
export function olderRelease(decoded: DecodedLink | undefined, release: string): string | undefined {
  const found = /^(\d\d)(\d\d)(\d\d)$/.exec(decoded?.release ?? '')
  if (!found || decoded?.integrity !== 'ok') return undefined
  const day = `20${found[1]}-${found[2]}-${found[3]}`
  return day < release ? day : undefined
}

/** Restores the view of an address, or the default one where it asks for nothing. */
export function openAddress(address: string, store: Store, actions: Actions, release: string): void {
  const decoded = decodeAddress(address)
  const view = decoded?.view ?? defaultView(themeIds)
  const { record } = store.getState().session
  actions.forgetLink()
  actions.reportLink(linkTroubles(decoded))
  actions.setLinkRelease(olderRelease(decoded, release))
  actions.restore(view)
  if (record.status === 'ready') resolveOpened(record.value, store, actions)
}

/** Holds the view against the record, as soon as there is one. */
export function resolveOpened(record: PlanRecord, store: Store, actions: Actions): void {
  const { view, losses } = resolveView(store.getState().view, record, store.getState().session.layers)
  actions.restore(view)
  actions.reportLosses(losses)
}

/** The same for what comes later than the record: projects and indicators. */
export function resolveOpenedItem(details: DetailFiles, store: Store, actions: Actions): void {
  const { view, losses } = resolveItem(store.getState().view, details)
  if (losses.length === 0) return
  actions.restore(view)
  actions.reportLosses(losses)
}

/**
 * Opens the view a file or an embedding page names, after `adapt` has had a look at it; false where it names none
 * that can be read.
 */
export function openValue(
  value: string,
  store: Store,
  actions: Actions,
  release: string,
  adapt: (view: View) => View = (view) => view,
): boolean {
  const decoded = decodeAddress(`?${linkParameter}=${value}`)
  const { record, linkRelease } = store.getState().session
  if (!decoded || decoded.integrity === 'newer' || (decoded.integrity === 'damaged' && decoded.unread[0] === value))
    return false
  actions.forgetLink()
  actions.reportLink(linkTroubles(decoded))
  const older = olderRelease(decoded, release)
  if (older !== linkRelease) actions.setLinkRelease(older)
  if (record.status !== 'ready') actions.showView(adapt(decoded.view))
  else {
    const { view, losses } = resolveView(adapt(decoded.view), record.value, store.getState().session.layers)
    actions.showView(view)
    actions.reportLosses(losses)
  }
  return true
}
