/**
 * Puts the map on the basemap the state names: the embedded one, an owner's archive under the same style, or another
 * style beneath the districts and the record. Camera, selection and everything over the basemap stay as they are. Loaded
 * only where the owner's settings name a basemap.
 */
import { loadPart } from '../../io/load-part'
import { type Basemap, basemapName, embeddedBasemap } from '../../model/basemaps'
import type { Actions } from '../../state/actions'
import type { LostPart } from '../../state/lost-parts'
import type { Store } from '../../state/store'
import { archiveCredit, type EngineMap, setBasemapArchive } from '../engine'
import type { Followers } from '../follow'
import { creditText, startCredit } from './credit'
import { type BasemapFault, watchBasemap } from './watch'

/** What a basemap on an engine needs of the page. */
export interface BasemapContext {
  followers: Followers
  actions: Actions
  assets: { readonly [name: string]: string }
  basemaps: readonly Basemap[]
  /** The address of the archive the engine draws already; undefined for the embedded one. */
  drawn?: string | undefined
  /** Offers the part that did not come again; without it there is the embedded basemap and a sentence. */
  lostPart?: LostPart
  /** Hears who made the basemap; undefined for one of our own. */
  onCredit: (credit: string | undefined) => void
}

/** The absolute address of an archive; undefined for any other basemap. */
export function archiveOf(basemap: Basemap | undefined): string | undefined {
  return basemap?.kind === 'archive' ? new URL(basemap.address, document.baseURI).href : undefined
}

/** Starts it for the page's map, with the credit at the map's edge. */
export function startPageBasemap(
  map: EngineMap,
  context: Omit<BasemapContext, 'onCredit'>,
  onPage: Followers,
  container: HTMLElement,
): () => void {
  const credit = startCredit(onPage, container)
  const end = startBasemap(map, { ...context, onCredit: credit.show })
  return () => {
    end()
    credit.end()
  }
}

/** Keeps an engine on the basemap its state names. */
export function startBasemap(map: EngineMap, context: BasemapContext): () => void {
  const { followers, actions, assets, basemaps, onCredit } = context
  const { store } = followers
  const named = (id: string) => basemaps.find((basemap) => basemap.id === id) ?? embeddedBasemap
  let { drawn } = context
  /** The archive whose tiles have come and stand: it is waited for no more. */
  let arrived: string | undefined
  let turn = 0
  let leave = () => {}

  const showEmbedded = (basemap: Basemap, fault: BasemapFault) => {
    const name = calledInFull(basemap, store)
    if (fault.reason === 'shifted') actions.notify(`basemap.refused.${fault.datum}`, { name })
    else actions.notify(`basemap.failed.${fault.reason}`, { name, ...('status' in fault ? fault : {}) })
    actions.setBasemap(embeddedBasemap.id)
  }
  const lose = (basemap: Basemap, before: string) => {
    if (!context.lostPart) return showEmbedded(basemap, { reason: 'missing' })
    actions.setBasemap(before)
    context.lostPart(() => actions.setBasemap(basemap.id))
  }
  const drawArchive = (address: string | undefined) => {
    if (address !== drawn) {
      // Layers that have just been shown again wake their source with the next frame, when it must not yet be asked.
      map.redraw()
      setBasemapArchive(map, assets, address)
      arrived = undefined
    }
    drawn = address
  }
  const watched = (basemap: Basemap, sources: readonly string[], onArrived: () => void) =>
    watchBasemap(map, sources, { onArrived, onFault: (fault) => showEmbedded(basemap, fault) })

  const show = async (basemap: Basemap, before: string) => {
    turn += 1
    const mine = turn
    leave()
    leave = () => {}
    onCredit(undefined)
    if (basemap.kind === 'embedded') return drawArchive(undefined)
    if (basemap.kind === 'archive') {
      const address = archiveOf(basemap)
      drawArchive(address)
      const credit = async () => {
        arrived = address
        const author = address && (await archiveCredit(address).catch(() => undefined))
        if (mine === turn) onCredit(creditText(author))
      }
      // Gone back to from one that did not come, it has no tile still to come.
      if (arrived === address) return credit()
      leave = watched(basemap, ['basemap'], credit)
      return
    }
    const code = await loadPart(() => import('./foreign')).catch(() => undefined)
    if (mine !== turn) return
    if (!code) return lose(basemap, before)
    const { loadForeign, putForeign } = code
    const loaded = await loadForeign(basemap, store.getState().session.language)
    if (mine !== turn) return
    if (!loaded.ok) return showEmbedded(basemap, loaded.fault)
    const put = putOrNothing(() => putForeign(map, loaded.value))
    if (!put) return showEmbedded(basemap, { reason: 'notAStyle' })
    arrived = undefined
    actions.setForeignBasemap(true)
    const unwatch =
      put.sources.length > 0 ? watched(basemap, put.sources, () => onCredit(creditText(put.credit()))) : () => {}
    leave = () => {
      unwatch()
      put.remove()
      actions.setForeignBasemap(false)
    }
  }
  let shown: string | undefined
  const unfollow = followers.follow(
    ({ session }) => session.basemap,
    (id) => {
      // After a lost graphics context the engine has put back what stood there.
      if (id === shown) return
      const before = shown ?? embeddedBasemap.id
      shown = id
      show(named(id), before)
    },
    'at-once',
  )
  return () => {
    unfollow()
    turn += 1
    leave()
  }
}

function putOrNothing<T>(put: () => T): T | undefined {
  try {
    return put()
  } catch (error) {
    console.warn(error)
    return undefined
  }
}

/** Its name and, where it has one of its own, its address without what may be a key. */
function calledInFull(basemap: Basemap, store: Store): string {
  const name = basemapName(basemap, store.getState().session.language)
  return 'address' in basemap ? `${name} ${basemap.address.replace(/[?#].*$/, '')}` : name
}
