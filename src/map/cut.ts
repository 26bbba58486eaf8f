/**
 * Cuts from scene to scene in one frame. Between two scenes the camera, the record's features and what is picked out of
 * them all change; drawn as it comes, that is a dozen frames of neither scene, and tiles of the old one read once more.
 */
import type { Store } from '../state/store'
import { afterPaint } from './after-paint'
import type { EngineMap, EngineSourceEvent } from './engine'
import { placeAtOnce, stopDrawing, tilesOf } from './engine-internals'
import type { Followers } from './follow'

/** The last scene may stay for so long. */
const patienceMilliseconds = 1000

/** Starts to cut where the show asks for it. Returns a function that stops it. */
export function startCutting(map: EngineMap, { store, follow }: Followers): () => void {
  let release: (() => void) | undefined
  const unfollow = follow(
    ({ view: { scene } }) => scene && `${scene.briefing} ${scene.index}`,
    (now, before) => {
      if (!now || !before || release || !isCut(store)) return
      release = holdUntilLoaded(map, store, () => {
        release = undefined
      })
    },
  )
  return () => {
    unfollow()
    release?.()
  }
}

const isCut = (store: Store) =>
  store.getState().session.transition === 'cut' || matchMedia('(prefers-reduced-motion: reduce)').matches

/** Draws nothing until the next scene is whole, or the reader moves the map. Returns a function that ends it at once. */
function holdUntilLoaded(map: EngineMap, store: Store, onEnd: () => void): () => void {
  const draw = stopDrawing(map)
  const fadeAgain = placeAtOnce(map)
  const freshEnded = makeTilesFresh(map)
  let isTold = false
  const onRender = () => {
    if (!isTold || !map.loaded() || store.getState().session.analysis.status === 'working') return
    end()
  }
  const onMove = (event: object) => {
    if (!('bySync' in event) || map.isMoving()) end()
  }
  const end = () => {
    clearTimeout(timer)
    freshEnded()
    map.off('render', onRender)
    map.off('movestart', onMove)
    map.off('webglcontextlost', end)
    // The frame that draws it finds all places again, and none fades in.
    map.once('render', fadeAgain)
    draw()
    onEnd()
  }
  const timer = setTimeout(end, patienceMilliseconds)
  // Who follows the state writes to the map after the page has painted, in a task that was asked for after this one.
  afterPaint(() =>
    setTimeout(() => {
      isTold = true
      map.triggerRepaint()
    }),
  )
  map.on('render', onRender)
  map.on('movestart', onMove)
  map.on('webglcontextlost', end)
  return end
}

/**
 * Has the tiles of each source that is given other features made once, of those: the engine would make them of the old
 * ones for the next camera, and then all, the last camera's as well, of the new ones. Returns a function that stops it.
 */
function makeTilesFresh(map: EngineMap): () => void {
  const waiting = new Set<string>()
  const onLoading = ({ sourceId, tile }: EngineSourceEvent) => {
    if (tile || map.getSource(sourceId)?.type !== 'geojson') return
    waiting.add(sourceId)
    tilesOf(map, sourceId)?.pause()
  }
  const onData = ({ sourceId, sourceDataType }: EngineSourceEvent) => {
    if (sourceDataType === 'content' && waiting.delete(sourceId)) tilesOf(map, sourceId)?.clearTiles()
  }
  map.on('sourcedataloading', onLoading)
  map.on('sourcedata', onData)
  return () => {
    map.off('sourcedataloading', onLoading)
    map.off('sourcedata', onData)
    for (const source of waiting) tilesOf(map, source)?.clearTiles()
  }
}
