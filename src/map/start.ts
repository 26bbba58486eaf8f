/** Chooses the map: the engine where there is WebGL 2, else the drawing for good. */
import type { Ground } from '../model/basemaps'
import type { Actions } from '../state/actions'
import type { State, Store } from '../state/store'
import { startDrawingMap } from './first-paint/follower'
import type { Drawing } from './first-paint/static-map'
import type { LiveMap } from './live-map'

export interface MapContext {
  store: Store
  actions: Actions
  drawing: Drawing
  /** Addresses of the built assets by name. */
  assets: { readonly [name: string]: string }
  /** The grounds the owner's settings name, the embedded one first. */
  grounds: readonly Ground[]
}

/** The engine's map, where there is code for one; undefined where the drawing stays. */
export async function startMap(
  context: MapContext,
  engine: Promise<typeof import('./live-map')> | undefined,
): Promise<LiveMap | undefined> {
  const { store, actions, drawing } = context
  const standIn = startDrawingMap(drawing, store, actions)
  const keepDrawing = (message: string): undefined => {
    actions.setSession({ mapMode: 'drawing-only', mapBusy: false })
    drawing.container.setAttribute('aria-busy', 'false')
    actions.notify(message)
    standIn.allowMoving()
  }
  if (!engine) return keepDrawing('map.noWebgl')
  try {
    const { startLiveMap } = await engine
    await whenCameraIsKnown(store)
    const live = await startLiveMap(context, () => {
      standIn.destroy()
      drawing.remove()
    })
    actions.setSession({ mapMode: 'engine' })
    return live
  } catch (error) {
    console.error(error)
    return keepDrawing(
      error instanceof Error && error.name === 'GPUInitializationError' ? 'map.noWebgl' : 'map.engineFailed',
    )
  }
}

/**
 * Where a view looks that selects or asks about something the drawing does not hold is known only with the record; an
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
