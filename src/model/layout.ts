/**
 * How much of the map the panels cover, in CSS pixels. The style sheet lays the panels out by the same numbers, and
 * the first paint uses them before any panel exists, so that the map never has to move when they appear.
 */
import type { Padding, Size } from '../../geo/camera'

export const layout = {
  /** Below this width panels stand at the bottom instead of at the sides. */
  narrowPixels: 820,
  gapPixels: 16,
  themePanelPixels: 300,
  /** The detail panel takes this share of the width, between these limits. */
  detailShare: 0.28,
  detailPanelPixels: { least: 356, most: 400 },
  topBarPixels: 104,
  statementPixels: 32,
  /** Share of the height of a sheet at its middle position; the map keeps at least half the screen. */
  sheetShare: 0.46,
} as const

export interface OpenPanels {
  detail: boolean
  /** Panels are hidden altogether (embedded, printed). */
  bare: boolean
}

export const isNarrow = (size: Size) => size.width < layout.narrowPixels

export function mapPadding(size: Size, open: OpenPanels): Padding {
  const gap = layout.gapPixels
  if (open.bare) return { top: gap, right: gap, bottom: layout.statementPixels, left: gap }
  if (isNarrow(size)) {
    const sheet = open.detail ? size.height * layout.sheetShare : layout.statementPixels + gap
    return { top: layout.topBarPixels, right: gap, bottom: sheet, left: gap }
  }
  const left = layout.themePanelPixels + 2 * gap
  const right = open.detail ? detailWidth(size) + 2 * gap : 3 * gap
  return { top: gap, right, bottom: layout.statementPixels, left }
}

/** Width of the detail panel beside the map, in CSS pixels; the style sheet's `clamp` is the same. */
export function detailWidth({ width }: Size): number {
  const { least, most } = layout.detailPanelPixels
  return Math.max(least, Math.min(most, width * layout.detailShare))
}

/** Whether a view opens the detail panel: a selection or an item does, the list at the left does not. */
export const opensDetail = (view: {
  districts: readonly string[]
  feature?: string
  item?: { kind: string; id: string }
}) =>
  view.districts.length > 0 ||
  view.feature !== undefined ||
  (view.item !== undefined && !(view.item.kind === 'page' && view.item.id === 'catalogue'))
