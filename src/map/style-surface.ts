/**
 * The style of an engine as a surface to write to: ready with its first data, gone with its graphics context, and
 * loaded again after it.
 */
import type { EngineMap } from './engine'
import type { Surface } from './follow'

/** Watches from the engine's making on; made later, it would take a style that is there for one still to come. */
export function styleSurface(map: EngineMap): Surface {
  const watching = new Set<(ready: boolean) => void>()
  let ready = false
  const become = (now: boolean) => {
    ready = now
    for (const run of watching) run(now)
  }
  map.once('styledata', () => become(true))
  map.on('webglcontextlost', () => become(false))
  // The engine reads its style again; what changed meanwhile waits for it.
  map.on('webglcontextrestored', () => map.once('style.load', () => become(true)))
  return {
    isReady: () => ready,
    onChange: (run) => {
      watching.add(run)
      return () => watching.delete(run)
    },
  }
}
