/** Divides a picture into the tiles it is drawn and read back in. Pure. */
import type { Size } from '../../../geo/screen/camera'

/**
 * Pixels of a tile's sides: a quarter of what may be read back in one piece, because the page waits for each. Offsets are
 * multiples of it, which `canvas-window.ts` relies on.
 */
export const tileSide = 1024

/** A part of a picture in pixels, counted from its lower left corner as graphics contexts do. */
export interface PictureTile extends Size {
  left: number
  bottom: number
}

/** Returns the tiles that cover a picture, row by row from the bottom; those at the right and the top may be smaller. */
export function pictureTiles({ width, height }: Size): PictureTile[] {
  const starts = (length: number) =>
    Array.from({ length: Math.ceil(length / tileSide) }, (_, index) => index * tileSide)
  return starts(height).flatMap((bottom) =>
    starts(width).map((left) => ({
      left,
      bottom,
      width: Math.min(tileSide, width - left),
      height: Math.min(tileSide, height - bottom),
    })),
  )
}

/** Returns the largest ratio up to the one wanted at which no side of the picture is longer than `longestSide` pixels. */
export const ratioWithin = ({ width, height }: Size, wanted: number, longestSide: number): number =>
  Math.min(wanted, longestSide / width, longestSide / height)
