/**
 * Puts the map on the ground the state names: the embedded one, an owner's archive under the same style, or another
 * style beneath the districts and the record. Camera, selection and everything over the ground stay as they are. Loaded
 * only where the owner's settings name a ground.
 */
import { embeddedGround, type Ground, groundName } from '../../model/basemaps'
import type { Actions } from '../../state/actions'
import type { Store } from '../../state/store'
import { archiveCredit, canBeAsked, type EngineMap, setGroundArchive } from '../engine'
import { startCredit } from './credit'
import { type GroundFault, watchGround } from './watch'

export interface GroundContext {
  store: Store
  actions: Actions
  assets: { readonly [name: string]: string }
  grounds: readonly Ground[]
  /** The map's place on the page. */
  container: HTMLElement
}

/** The absolute address of an archive; undefined for any other ground. */
export function archiveOf(ground: Ground | undefined): string | undefined {
  return ground?.kind === 'archive' ? new URL(ground.address, document.baseURI).href : undefined
}

export function startGround(map: EngineMap, context: GroundContext): () => void {
  const { store, actions, assets, grounds, container } = context
  const credit = startCredit(store, container)
  const named = (id: string) => grounds.find((ground) => ground.id === id) ?? embeddedGround
  let drawn = archiveOf(named(store.getState().session.ground))
  let turn = 0
  let leave = () => {}

  const fall = (ground: Ground, fault: GroundFault) => {
    const name = calledInFull(ground, store)
    if (fault.reason === 'shifted') actions.notify(`ground.refused.${fault.datum}`, { name })
    else actions.notify(`ground.failed.${fault.reason}`, { name, ...('status' in fault ? fault : {}) })
    actions.setSession({ ground: embeddedGround.id })
  }
  const drawArchive = (address: string | undefined) => {
    if (address !== drawn) {
      // Layers that have just been shown again wake their source with the next frame, when it must not yet be asked.
      map.redraw()
      setGroundArchive(map, assets, address)
    }
    drawn = address
  }
  const watched = (ground: Ground, sources: readonly string[], onArrived: () => void) =>
    watchGround(map, sources, { onArrived, onFault: (fault) => fall(ground, fault) })

  const show = async (ground: Ground) => {
    turn += 1
    const mine = turn
    leave()
    leave = () => {}
    credit.show(undefined)
    if (ground.kind === 'embedded') return drawArchive(undefined)
    if (ground.kind === 'archive') {
      const address = archiveOf(ground)
      drawArchive(address)
      leave = watched(ground, ['basemap'], async () => {
        const author = address && (await archiveCredit(address).catch(() => undefined))
        if (mine === turn) credit.show(author)
      })
      return
    }
    const { loadForeign, putForeign } = await import('./foreign')
    const loaded = await loadForeign(ground, store.getState().session.language)
    if (mine !== turn) return
    if (!loaded.ok) return fall(ground, loaded.fault)
    const put = putOrNothing(() => putForeign(map, loaded.value))
    if (!put) return fall(ground, { reason: 'notAStyle' })
    actions.setSession({ foreignGround: true })
    const unwatch = put.sources.length > 0 ? watched(ground, put.sources, () => credit.show(put.credit())) : () => {}
    leave = () => {
      unwatch()
      put.remove()
      actions.setSession({ foreignGround: false })
    }
  }
  const unsubscribe = store.subscribe(({ session }, before) => {
    if (session.ground === before.session.ground) return
    if (canBeAsked(map)) show(named(session.ground))
    else map.once('webglcontextrestored', () => map.once('idle', () => show(named(store.getState().session.ground))))
  })
  show(named(store.getState().session.ground))
  return () => {
    unsubscribe()
    turn += 1
    leave()
    credit.end()
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
function calledInFull(ground: Ground, store: Store): string {
  const name = groundName(ground, store.getState().session.language)
  return 'address' in ground ? `${name} ${ground.address.replace(/[?#].*$/, '')}` : name
}
