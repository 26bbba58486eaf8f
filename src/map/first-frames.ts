/** The frames the engine draws while the static map still covers it, and the first that is seen. */
import { canBeAsked, type EngineFault, type EngineMap, type EngineSourceEvent } from './engine'
import {
  type Configuration,
  configurationOf,
  holdFrames,
  placeAtOnce,
  programsAhead,
  stopDrawing,
} from './engine-internals'
import { nextTask } from './next-task'

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

/** Makes the programs of the first frame between whatever else is to be done, until that frame comes. */
async function makePrograms(
  map: EngineMap,
  sources: readonly string[],
  configuration: Configuration,
  isOver: () => boolean,
): Promise<void> {
  for (const _ of programsAhead(map, sources, configuration)) {
    await nextTask()
    if (isOver() || !canBeAsked(map)) return
  }
}

/**
 * Draws nothing until everything has come: the static map is seen meanwhile. Then finds the places of all names and calls
 * `act` before the frame that draws: the engine does both twice where new names have come, because it takes places found
 * in the same frame for stale. At the latest when the engine has nothing left to do. Once each source has been asked for
 * tiles no frame begins, and the programs of the first that is drawn are made while the worker is busy.
 */
export function whenEverythingHasCome(map: EngineMap, act: () => void) {
  const sources = ['basemap', 'districts'] as const
  const unseen = new Set<string>(sources)
  const draw = stopDrawing(map)
  let release: (() => void) | undefined
  let hasPrograms = false
  let isDone = false
  // What comes to the style meanwhile needs frames to be loaded itself: while they are held it is not waited for.
  const isHere = () => (release ? sources.every((source) => map.isSourceLoaded(source)) : map.isStyleLoaded())
  const onTile = (event: EngineSourceEvent | EngineFault) => {
    if (isHere()) return done()
    if (!('tile' in event) || event.tile?.state !== 'loaded') return
    unseen.delete(event.sourceId ?? '')
    if (unseen.size === 0) {
      release ??= holdFrames(map)
      if (isHere()) return done()
    }
    const configuration = hasPrograms ? undefined : configurationOf(event.tile)
    if (!configuration) return
    hasPrograms = true
    makePrograms(map, sources, configuration, () => isDone)
  }
  const done = () => {
    isDone = true
    map.off('sourcedata', onTile)
    map.off('error', onTile)
    map.off('idle', done)
    map.off('webglcontextlost', done)
    release?.()
    // Of a tile that has come the engine tells before it is done with it.
    queueMicrotask(() => {
      if (canBeAsked(map)) map.redraw()
      draw()
      act()
    })
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
