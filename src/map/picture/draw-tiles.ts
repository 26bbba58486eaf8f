/** Draws one frame of an engine tile by tile, reading each back, and lets the page have its turn meanwhile. */
import type { KeptFrame } from '../engine-internals'
import type { CanvasWindow } from './canvas-window'
import { readTile } from './read-tile'
import { pictureTiles } from './tiles'

/** A picture put together from its tiles. */
export interface DrawnTiles {
  image: HTMLCanvasElement
  /** How long the page waited for the tile that took longest to draw and read back. */
  longestReadBackMilliseconds: number
}

/** How the drawing of tiles is followed and cancelled. */
export interface TilesOptions {
  signal?: AbortSignal
  /** Hears which share of the tiles is done, 0…1. */
  onProgress?: (done: number) => void
}

/** Returns the whole picture. Rejects with the signal's reason, at the latest after the tile being drawn. */
export async function drawTiles(
  graphics: WebGL2RenderingContext,
  { whole, show }: CanvasWindow,
  frame: Pick<KeptFrame, 'draw'>,
  { signal, onProgress }: TilesOptions,
): Promise<DrawnTiles> {
  const image = document.createElement('canvas')
  Object.assign(image, whole())
  // Kept by the processor: pixels of it are read again when it is written, and no graphics memory holds so many.
  const context = image.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser gives no canvas to draw on')
  const tiles = pictureTiles(image)
  let [longest, done] = [0, 0]
  for (const tile of tiles) {
    signal?.throwIfAborted()
    const begun = performance.now()
    show(tile)
    frame.draw()
    longest = Math.max(longest, performance.now() - begun)
    // One at a time: behind several the page's own frames would have to wait, and the picture comes no sooner.
    const { pixels, milliseconds } = await readTile(graphics, tile)
    context.putImageData(pixels, tile.left, image.height - tile.bottom - tile.height)
    longest = Math.max(longest, milliseconds)
    done += 1
    signal?.throwIfAborted()
    onProgress?.(done / tiles.length)
  }
  return { image, longestReadBackMilliseconds: Math.round(longest) }
}
