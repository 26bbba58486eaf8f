/** Reads back what was drawn without keeping the page: the pixels are asked for at once and taken when they are there. */
import type { Size } from '../../../geo/screen/camera'
import { untilDrawn } from './until-drawn'

/** A tile that was read, and how long the page waited for it. */
export interface ReadTile {
  /** Row by row from the top. */
  pixels: ImageData
  milliseconds: number
}

/** Returns the pixels of the lower left corner of the canvas. Call it in the breath of drawing: a browser may clear the canvas after. */
export async function readTile(graphics: WebGL2RenderingContext, size: Size): Promise<ReadTile> {
  const target = graphics.PIXEL_PACK_BUFFER
  const bytes = new Uint8Array(size.width * size.height * 4)
  const buffer = graphics.createBuffer()
  graphics.bindBuffer(target, buffer)
  graphics.bufferData(target, bytes.length, graphics.STREAM_READ)
  graphics.readPixels(0, 0, size.width, size.height, graphics.RGBA, graphics.UNSIGNED_BYTE, 0)
  graphics.bindBuffer(target, null)
  await untilDrawn(graphics)
  const begun = performance.now()
  graphics.bindBuffer(target, buffer)
  graphics.getBufferSubData(target, 0, bytes)
  graphics.bindBuffer(target, null)
  graphics.deleteBuffer(buffer)
  return { pixels: pixelsOf(bytes, size), milliseconds: performance.now() - begun }
}

/** Returns the picture of bytes as a graphics context has them: row by row from the bottom, colours times their opacity. */
export function pixelsOf(bytes: Uint8Array, { width, height }: Size): ImageData {
  const pixels = new ImageData(width, height)
  const length = width * 4
  for (let row = 0; row < height; row++)
    pixels.data.set(bytes.subarray((height - 1 - row) * length, (height - row) * length), row * length)
  const { data } = pixels
  for (let at = 3; at < data.length; at += 4) {
    const opacity = data[at] ?? 0
    if (opacity === 255 || opacity === 0) continue
    for (let channel = at - 3; channel < at; channel++) data[channel] = ((data[channel] ?? 0) * 255) / opacity
  }
  return pixels
}
