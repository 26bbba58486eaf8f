/** Opens links: reads them, sets the view, and reports in one notice what could not be restored. */
import { themeIds } from '../../data/schema-ids'
import { shownOwnLayers } from '../model/own-data/own-data'
import type { DetailFiles, PlanRecord } from '../model/record'
import { defaultView, type View } from '../model/view'
import type { Actions } from './actions'
import { type DecodedLink, decodeAddress, linkParameter } from './link'
import { resolveItem, resolveView } from './resolve'
import type { NoticePart, Store } from './store'

const longestPiece = 40

/** Returns the notices about a link that need no record; empty if it was read whole. */
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

/** What a link tells of own data that is not on this device. */
function missingOwnData({ view: { ownFiles = 0 } }: DecodedLink, store: Store): NoticePart[] {
  const here = shownOwnLayers(store.getState().session.own)
  return ownFiles > here ? [{ message: 'link.ownData', values: { count: ownFiles } }] : []
}

/**
 * Returns the release a link was made with, `YYYY-MM-DD`, if it is older than `release`; undefined otherwise, and if
 * the link is damaged.
 */
export function olderRelease(decoded: DecodedLink | undefined, release: string): string | undefined {
  const found = /^(\d\d)(\d\d)(\d\d)$/.exec(decoded?.release ?? '')
  if (!found || decoded?.integrity !== 'ok') return undefined
  const day = `20${found[1]}-${found[2]}-${found[3]}`
  return day < release ? day : undefined
}

/** Sets the view of an address; the default view if it has no link. */
export function openAddress(address: string, store: Store, actions: Actions, release: string): void {
  const decoded = decodeAddress(address)
  const view = decoded?.view ?? defaultView(themeIds)
  const { record } = store.getState().session
  actions.forgetLink()
  actions.reportLink([...linkTroubles(decoded), ...(decoded ? missingOwnData(decoded, store) : [])])
  actions.setLinkRelease(olderRelease(decoded, release))
  actions.restore(view)
  if (record.status === 'ready') resolveOpened(record.value, store, actions)
}

/** Checks the view against the record once that is loaded, and reports what is lost. */
export function resolveOpened(record: PlanRecord, store: Store, actions: Actions): void {
  const { view, losses } = resolveView(store.getState().view, record, store.getState().session.layers)
  actions.restore(view)
  actions.reportLosses(losses)
}

/** Checks the open project or indicator against the details once they are loaded. No-op if it is there. */
export function resolveOpenedItem(details: DetailFiles, store: Store, actions: Actions): void {
  const { view, losses } = resolveItem(store.getState().view, details)
  if (losses.length === 0) return
  actions.restore(view)
  actions.reportLosses(losses)
}

/** Opens the value of `m` from a file or an embedding page, changed by `adapt`. Returns false if it cannot be read. */
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
  actions.reportLink([...linkTroubles(decoded), ...missingOwnData(decoded, store)])
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
