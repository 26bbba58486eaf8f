/**
 * Keeps the page's map where the state says: moves the camera, tells the state of the reader's movements, and gives the
 * engine the size of its place. What is drawn there `drawn-state.ts` says.
 */
import { type Camera, sameCamera } from '../../geo/screen/camera'
import type { Actions } from '../state/actions'
import type { State } from '../state/store'
import { type BoundsOf, fitOfStaticMap } from './camera-fit'
import { cameraOf, type EngineEvent, type EngineMap } from './engine'
import type { StaticMap } from './first-paint/static-map'
import type { Followers, Surface } from './follow'

const easeMilliseconds = 300
const sceneMilliseconds = 1200
/** Movements the state asked for carry this, so that they are not taken for the reader's. */
const bySync = { bySync: true }

/** The camera of the page's map in step with the state. */
export interface Sync {
  /** The static map has gone: from here on it is the reader who moves the map. */
  staticMapIsGone: () => void
  end: () => void
}

/** Keeps the camera in step with the state. */
export function startSync(
  map: EngineMap,
  { store, follow }: Followers,
  surface: Surface,
  actions: Actions,
  staticMap: StaticMap,
): Sync {
  let covered = true
  const applyCamera = (atOnce: boolean) => {
    const target = targetCamera(store.getState(), staticMap)
    if (sameCamera(target, cameraOf(map))) return
    const { longitude, latitude, zoom, bearing, pitch } = target
    const options = { center: [longitude, latitude] as [number, number], zoom, bearing, pitch }
    const { transition } = store.getState().session
    const still = atOnce || transition === 'cut' || matchMedia('(prefers-reduced-motion: reduce)').matches
    if (still) map.jumpTo(options, bySync)
    else if (transition === 'fly') map.flyTo({ ...options, duration: sceneMilliseconds }, bySync)
    else map.easeTo({ ...options, duration: transition ? sceneMilliseconds : easeMilliseconds }, bySync)
  }
  const observer = new ResizeObserver(() => {
    // On paper a picture stands in the map's place and the engine has no size; nor has it in a frame that is shut.
    const { clientWidth, clientHeight } = map.getContainer()
    if (clientWidth === 0 || clientHeight === 0) return
    map.resize(bySync)
    applyCamera(true)
  })
  const unfollow = follow(whereTo, (_, before) => {
    applyCamera(before === undefined)
    if (before) return
    observer.observe(map.getContainer())
    actions.cameraRested(cameraOf(map), false)
  })
  // The engine also reports a movement when it is given another size or a new graphics context, and no reader moves what
  // the static map still covers.
  const onMoveEnd = (event: EngineEvent) => {
    const byEngine = !surface.isReady() || covered
    actions.cameraRested(cameraOf(map), !('bySync' in event) && !byEngine)
  }
  map.on('moveend', onMoveEnd)
  return {
    staticMapIsGone: () => {
      covered = false
    },
    end: () => {
      unfollow()
      observer.disconnect()
      map.off('moveend', onMoveEnd)
    },
  }
}

/** All that decides where the map looks; without a camera of its own, a view looks at what it selects or asks about. */
function whereTo({ view, session }: State) {
  const { camera, districts, feature, analysis } = view
  const fits = camera === undefined
  return [
    ...[camera, districts, feature, analysis],
    fits && session.padding,
    fits && (feature !== undefined || analysis !== undefined) && session.boundsOf,
  ]
}

/** The camera of the view, or the fit of what it selects. The static map's own bounds come first, so that nothing jumps. */
export function targetCamera({ view, session }: State, staticMap: StaticMap): Camera {
  if (view.camera) return view.camera
  const boundsOf: BoundsOf = (id) => staticMap.boundsOf(id) ?? session.boundsOf?.(id)
  return fitOfStaticMap({ boundsOf, homeBounds: staticMap.homeBounds }, view, staticMap.size(), session.padding)
}
