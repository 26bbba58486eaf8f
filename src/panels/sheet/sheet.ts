/** A bottom sheet's three heights on a narrow screen. Elsewhere panels have the height their style gives them. */
import { createSignal } from 'solid-js'
import { layout } from '../../model/layout'

export const sheetHeights = ['low', 'middle', 'high'] as const
export type SheetHeight = (typeof sheetHeights)[number]

/** Share of the window's height. */
export const sheetShares: { readonly [H in SheetHeight]: number } = { low: 0.18, middle: layout.sheetShare, high: 0.88 }

/** The height nearest to where a drag ended; a quick drag (pixels a millisecond, up is negative) goes one further. */
export function settledHeight(pixels: number, windowHeight: number, speed: number): SheetHeight {
  const ahead = pixels - speed * 160
  const distance = (height: SheetHeight) => Math.abs(sheetShares[height] * windowHeight - ahead)
  return sheetHeights.reduce((best, height) => (distance(height) < distance(best) ? height : best))
}

export const nextHeight = (height: SheetHeight, step: 1 | -1): SheetHeight =>
  sheetHeights[Math.max(0, Math.min(sheetHeights.length - 1, sheetHeights.indexOf(height) + step))] ?? height

/** The state of one sheet: where it stands, and where a finger holds it. */
export function createSheet() {
  const [height, setHeight] = createSignal<SheetHeight>('middle')
  const [held, setHeld] = createSignal<number>()
  return { height, setHeight, held, setHeld }
}

export type Sheet = ReturnType<typeof createSheet>
