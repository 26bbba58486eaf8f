/** Chooses the map: the engine where there is WebGL 2, else the static map for good. */
import type { MessageKey } from '../model/messages'
import type { State, Store } from '../state/store'
import type { MapContext } from './context'
import { startStaticMap } from './first-paint/follower'
import type { LiveMap } from './live-map'
import { whenSized } from './when-sized'

/** The engine's map, where there is code for one; undefined where the static map stays. */
export async function startMap(
  context: MapContext,
  engine: Promise<typeof import('./live-map')> | undefined,
): Promise<LiveMap | undefined> {
  const { store, actions, staticMap } = context
  const staticFollower = startStaticMap(staticMap, store, actions, context.lostPart)
  const keepStaticMap = (message: MessageKey): undefined => {
    actions.setMapMode('static-only')
    staticMap.container.setAttribute('aria-busy', 'false')
    if (message === 'map.engineFailed') actions.offer('map', message, { message: 'part.reload', run: context.reload })
    else actions.notify(message)
    staticFollower.allowMoving()
    staticFollower.showRecord()
  }
  if (!engine) return keepStaticMap('map.noWebgl')
  try {
    const { startLiveMap } = await engine
    await whenCameraIsKnown(store)
    await whenSized(staticMap.container, staticMap.size)
    const live = await startLiveMap(context, () => {
      staticFollower.destroy()
      staticMap.remove()
    })
    actions.setMapMode('engine')
    return live
  } catch (error) {
    console.error(error)
    return keepStaticMap(
      error instanceof Error && error.name === 'GPUInitializationError' ? 'map.noWebgl' : 'map.engineFailed',
    )
  }
}

/**
 * Where a view looks that selects or asks about something the static map does not hold is known only with the record; an
 * engine that began elsewhere would fetch and draw that place for nothing.
 */
function whenCameraIsKnown(store: Store): Promise<void> {
  const isKnown = ({ view, session }: State) =>
    view.camera !== undefined ||
    (view.feature === undefined && view.analysis === undefined) ||
    session.boundsOf !== undefined ||
    session.record.status === 'failed'
  if (isKnown(store.getState())) return Promise.resolve()
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe((state) => {
      if (!isKnown(state)) return
      unsubscribe()
      resolve()
    })
  })
}
