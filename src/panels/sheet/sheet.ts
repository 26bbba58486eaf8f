/** A bottom sheet's three heights on a narrow screen. Elsewhere panels have the height their style gives them. */
import { createSignal } from 'solid-js'
import { layout } from '../../model/layout'

/** The positions of a bottom sheet. */
export const sheetHeights = ['low', 'middle', 'high'] as const
/** One of `sheetHeights`. */
export type SheetHeight = (typeof sheetHeights)[number]

/** The share of the window's height at each position. */
export const sheetShares: { readonly [H in SheetHeight]: number } = { low: 0.18, middle: layout.sheetShare, high: 0.88 }

/**
 * Returns the position nearest to where a drag ended, in CSS pixels; a quick drag (`speed` in pixels a millisecond,
 * up is negative) goes further.
 */
export function settledHeight(pixels: number, windowHeight: number, speed: number): SheetHeight {
  const ahead = pixels - speed * 160
  const distance = (height: SheetHeight) => Math.abs(sheetShares[height] * windowHeight - ahead)
  return sheetHeights.reduce((best, height) => (distance(height) < distance(best) ? height : best))
}

/** Returns the position one step higher or lower, or the same at the end. */
export const nextHeight = (height: SheetHeight, step: 1 | -1): SheetHeight =>
  sheetHeights[Math.max(0, Math.min(sheetHeights.length - 1, sheetHeights.indexOf(height) + step))] ?? height

/** Returns the state of one sheet: its position, and the height at which a finger holds it. */
export function createSheet() {
  const [height, setHeight] = createSignal<SheetHeight>('middle')
  const [held, setHeld] = createSignal<number>()
  return { height, setHeight, held, setHeld }
}

/** The state of one sheet. */
export type Sheet = ReturnType<typeof createSheet>
