/** The static map as the map: while the engine is on its way, and for good where there is no WebGL 2. */
import { type Camera, latitudeOf, longitudeOf, worldPerPixel, worldX, worldY } from '../../../geo/screen/camera'
import { loadPart } from '../../io/load-part'
import type { Actions } from '../../state/actions'
import type { LostPart } from '../../state/lost-parts'
import type { State, Store } from '../../state/store'
import { type BoundsOf, fitOfStaticMap } from '../camera-fit'
import type { StaticMap } from './static-map'

const zoomLimits = [6, 16] as const

/** The static map in step with the state. */
export interface StaticMapFollower {
  /** Lets the reader move it: only where it is the map for good. */
  allowMoving: () => void
  /** Draws the record on it: only where it is the map for good. */
  showRecord: () => Promise<void>
  destroy: () => void
}

/** Keeps the static map in step with the state. */
export function startStaticMap(
  staticMap: StaticMap,
  store: Store,
  actions: Actions,
  lostPart: LostPart,
): StaticMapFollower {
  const boundsOf: BoundsOf = (id) => staticMap.boundsOf(id) ?? store.getState().session.boundsOf?.(id)
  const camera = ({ view, session }: State): Camera =>
    view.camera ??
    fitOfStaticMap({ boundsOf, homeBounds: staticMap.homeBounds }, view, staticMap.size(), session.padding)
  const draw = () => {
    const state = store.getState()
    staticMap.show(camera(state))
    staticMap.select(state.view.districts)
    actions.cameraRested(camera(state), false)
  }
  draw()
  const unsubscribe = store.subscribe((state, before) => {
    const changed =
      state.view !== before.view ||
      state.session.padding !== before.session.padding ||
      state.session.boundsOf !== before.session.boundsOf
    if (changed) draw()
  })
  const stopActivating = staticMap.onActivate((district) => actions.select(district))
  const resize = new ResizeObserver(draw)
  resize.observe(staticMap.element)
  let stopMoving = () => {}
  let hideRecord = () => {}
  const showRecord = async () => {
    const code = await loadPart(() => import('./record-marks')).catch((error): undefined => {
      console.warn(error)
    })
    if (code) hideRecord = code.startRecordMarks(staticMap, store, actions, camera)
    else lostPart(showRecord)
  }
  return {
    allowMoving: () => {
      stopMoving = followPointerAndKeys(
        staticMap,
        () => camera(store.getState()),
        (next) => actions.cameraRested(next, true),
      )
    },
    showRecord,
    destroy: () => {
      unsubscribe()
      hideRecord()
      stopActivating()
      stopMoving()
      resize.disconnect()
    },
  }
}

/** Drag and arrow keys pan, wheel and + − zoom about the middle. */
function followPointerAndKeys(staticMap: StaticMap, camera: () => Camera, move: (camera: Camera) => void): () => void {
  const { element } = staticMap
  const pan = (x: number, y: number) => move(panned(camera(), x, y))
  const zoom = (by: number) => {
    const at = camera()
    move({ ...at, zoom: Math.min(zoomLimits[1], Math.max(zoomLimits[0], at.zoom + by)) })
  }
  let from: { x: number; y: number } | undefined
  const onDown = (event: PointerEvent) => {
    from = { x: event.clientX, y: event.clientY }
  }
  const onMove = (event: PointerEvent) => {
    if (!from || event.buttons === 0) return
    const [x, y] = [from.x - event.clientX, from.y - event.clientY]
    if (Math.abs(x) + Math.abs(y) < 3) return
    from = { x: event.clientX, y: event.clientY }
    pan(x, y)
  }
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    zoom(-event.deltaY / 400)
  }
  const onKey = (event: KeyboardEvent) => {
    const steps: { [key: string]: [number, number] } = {
      ArrowLeft: [-80, 0],
      ArrowRight: [80, 0],
      ArrowUp: [0, -80],
      ArrowDown: [0, 80],
    }
    const step = steps[event.key]
    if (step) pan(...step)
    else if (event.key === '+' || event.key === '=') zoom(0.5)
    else if (event.key === '-') zoom(-0.5)
    else return
    event.preventDefault()
  }
  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointermove', onMove)
  element.addEventListener('wheel', onWheel, { passive: false })
  element.addEventListener('keydown', onKey)
  return () => {
    element.removeEventListener('pointerdown', onDown)
    element.removeEventListener('pointermove', onMove)
    element.removeEventListener('wheel', onWheel)
    element.removeEventListener('keydown', onKey)
  }
}

function panned(camera: Camera, xPixels: number, yPixels: number): Camera {
  const perPixel = worldPerPixel(camera.zoom)
  return {
    ...camera,
    longitude: longitudeOf(worldX(camera.longitude) + xPixels * perPixel),
    latitude: latitudeOf(worldY(camera.latitude) + yPixels * perPixel),
  }
}
