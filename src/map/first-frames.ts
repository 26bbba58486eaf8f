/** The frames the engine draws while the static map still covers it, and the first that is seen. */
import { type EngineFault, type EngineMap, type EngineSourceEvent, sharpen } from './engine'
import { holdFrames, placeAtOnce, stopDrawing } from './engine-internals'

/** When the engine first asks its worker for a tile, and so has nothing to do for a while. */
export function whenTilesAreAsked(map: EngineMap): Promise<void> {
  return new Promise((resolve) => {
    const onLoading = ({ tile }: EngineSourceEvent) => {
      if (!tile) return
      map.off('sourcedataloading', onLoading)
      resolve()
    }
    map.on('sourcedataloading', onLoading)
  })
}

/**
 * The next frame only finds the places of names, and the one after it draws: the engine does both twice where new names
 * have come, because it takes places found in the same frame for stale.
 */
function placeBeforeDrawing(map: EngineMap): void {
  map.once('render', stopDrawing(map))
}

/**
 * With the last tile, before the frame that draws it; at the latest when the engine has nothing left to do. The first
 * tiles of each source are drawn small, which has the shaders made while the worker is busy; then no frame is drawn until
 * the one that is seen.
 */
export function whenEverythingHasCome(map: EngineMap, act: () => void) {
  const sources = ['basemap', 'districts'] as const
  const unseen = new Set<string>(sources)
  let release: (() => void) | undefined
  const hold = () => {
    sharpen(map)
    release = holdFrames(map)
    if (isHere()) done()
  }
  // What comes to the style meanwhile needs frames to be loaded itself: while they are held it is not waited for.
  const isHere = () => (release ? sources.every((source) => map.isSourceLoaded(source)) : map.isStyleLoaded())
  const onTile = (event: EngineSourceEvent | EngineFault) => {
    if (isHere()) return done()
    if (unseen.size === 0 || !('tile' in event) || event.tile?.state !== 'loaded') return
    unseen.delete(event.sourceId ?? '')
    if (unseen.size === 0) map.once('render', hold)
  }
  const done = () => {
    map.off('sourcedata', onTile)
    map.off('error', onTile)
    map.off('idle', done)
    map.off('webglcontextlost', done)
    map.off('render', hold)
    if (!release) sharpen(map)
    placeBeforeDrawing(map)
    release?.()
    act()
  }
  map.on('sourcedata', onTile)
  map.on('error', onTile)
  map.on('idle', done)
  // A style that is read again needs frames to ask for its tiles.
  map.on('webglcontextlost', done)
}

/** What is new on the map may be missing for so long. */
const patienceMilliseconds = 1000

/**
 * Draws nothing until the wanted sources have their tiles: where the processor draws, a frame takes
 * longer than all else, and what has come by then is seen in one. The reader's own movement is drawn at once.
 */
export function drawOnceLoaded(map: EngineMap, sources: readonly string[]): void {
  const draw = stopDrawing(map)
  const isHere = (source: string) => !map.getSource(source) || map.isSourceLoaded(source)
  const onTile = ({ tile }: EngineSourceEvent) => {
    if (!tile || !sources.every(isHere)) return
    stopWaiting()
    drawPlaced(map, draw)
  }
  const drawNow = () => {
    stopWaiting()
    draw()
  }
  const stopWaiting = () => {
    clearTimeout(timer)
    map.off('sourcedata', onTile)
    for (const event of ['movestart', 'idle', 'webglcontextlost'] as const) map.off(event, drawNow)
  }
  const timer = setTimeout(drawNow, patienceMilliseconds)
  map.on('sourcedata', onTile)
  for (const event of ['movestart', 'idle', 'webglcontextlost'] as const) map.on(event, drawNow)
}

/** Finds the places of all names in a frame that is not drawn, and draws one with all of them, where none fades in. */
function drawPlaced(map: EngineMap, draw: () => void): void {
  const fadeAgain = placeAtOnce(map)
  map.once('render', () => {
    draw()
    map.once('render', fadeAgain)
  })
  map.triggerRepaint()
}
