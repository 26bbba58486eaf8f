/** Has the engine of pictures make its shaders a few layers at a time: all of them in one tile keep the page for half a second. */
import type { EngineMap } from '../engine'
import { graphicsOf, type KeptFrame } from '../engine-internals'
import type { CanvasWindow } from './canvas-window'
import { inTurn, untilDrawn } from './until-drawn'

/** Layers drawn in one piece. */
const layersAtOnce = 6
/** Beyond any canvas, so that shaders are made and no pixel is drawn. */
const outside = { left: 1e5, bottom: 1e5 }

/** Draws the layers the picture shows that are not in `made` yet, where nobody sees them, and adds them to it. */
export async function makeShaders(
  map: EngineMap,
  window: CanvasWindow,
  frame: KeptFrame,
  made: Set<string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const zoom = map.getZoom()
  const wanted = map.getLayersOrder().filter((id) => !made.has(id) && map.getLayer(id)?.isHidden(zoom) === false)
  while (wanted.length > 0) {
    signal?.throwIfAborted()
    const some = wanted.splice(0, layersAtOnce)
    window.show(outside)
    frame.drawOnly(new Set(some))
    for (const id of some) made.add(id)
    await inTurn(untilDrawn(graphicsOf(map)))
  }
}
