/** Draws one frame of an engine tile by tile, reading each back, and lets the page have its turn between them. */
import type { KeptFrame } from '../engine-internals'
import type { CanvasWindow } from './canvas-window'
import { pageTurn } from './page-turn'
import { pictureTiles, tileSide } from './tiles'

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
  canvas: HTMLCanvasElement,
  { whole, show }: CanvasWindow,
  frame: Pick<KeptFrame, 'draw'>,
  { signal, onProgress }: TilesOptions,
): Promise<DrawnTiles> {
  const image = document.createElement('canvas')
  Object.assign(image, whole())
  // Kept by the processor, so that each tile is read back by itself and never the whole picture at once.
  const context = image.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser gives no canvas to draw on')
  const tiles = pictureTiles(image)
  let longest = 0
  for (const [index, tile] of tiles.entries()) {
    signal?.throwIfAborted()
    const begun = performance.now()
    show(tile)
    frame.draw()
    const { left, bottom, width, height } = tile
    const top = image.height - bottom - height
    context.drawImage(canvas, 0, tileSide - height, width, height, left, top, width, height)
    longest = Math.max(longest, performance.now() - begun)
    onProgress?.((index + 1) / tiles.length)
    await pageTurn()
  }
  return { image, longestReadBackMilliseconds: Math.round(longest) }
}
