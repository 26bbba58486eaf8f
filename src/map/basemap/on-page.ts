/**
 * The owner's basemaps on the page's map. Their code comes before the engine is made; where it is lost, the embedded one
 * stands, and the code is asked for again with the next choice of another.
 */
import { loadPart } from '../../io/load-part'
import { embeddedBasemap } from '../../model/basemaps'
import type { MapContext } from '../context'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'
import type * as Code from './basemap'

/** What the page's map starts with. */
export interface PageBasemaps {
  /** The address of the archive the engine is made on; undefined for the embedded one. */
  archive: string | undefined
  /** Keeps the engine on the basemap the state names. Returns a function that stops it. */
  start: (map: EngineMap, followers: Followers, onPage: Followers) => () => void
}

/** Loads their code; undefined where the settings name no other basemap than the embedded one. */
export async function loadPageBasemaps(context: MapContext): Promise<PageBasemaps | undefined> {
  const { store, actions, basemaps, staticMap, lostPart } = context
  if (basemaps.length < 2) return undefined
  const load = () =>
    loadPart(() => import('./basemap')).catch((error): undefined => {
      console.warn(error)
    })
  const wanted = store.getState().session.basemap
  const code = await load()
  const archive = code?.archiveOf(basemaps.find(({ id }) => id === wanted))

  const follow = (loaded: typeof Code, map: EngineMap, followers: Followers, onPage: Followers) =>
    loaded.startPageBasemap(map, { ...context, followers, drawn: archive }, onPage, staticMap.container)

  const showEmbedded = (id: string) => {
    actions.setBasemap(embeddedBasemap.id)
    lostPart(() => actions.setBasemap(id))
  }
  const start: PageBasemaps['start'] = (map, followers, onPage) => {
    if (code) return follow(code, map, followers, onPage)
    if (wanted !== embeddedBasemap.id) showEmbedded(wanted)
    let ended = false
    const come = async (id: string) => {
      if (id === embeddedBasemap.id) return
      const loaded = await load()
      if (ended) return
      if (!loaded) return showEmbedded(id)
      end()
      end = follow(loaded, map, followers, onPage)
    }
    let end: () => void = onPage.follow(({ session }) => session.basemap, come)
    return () => {
      ended = true
      end()
    }
  }
  return { archive, start }
}
