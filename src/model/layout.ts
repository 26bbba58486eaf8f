/**
 * How much of the map the panels cover, in CSS pixels. The style sheets use the same numbers, and so does the first
 * paint, so that the map need not move when the panels appear.
 */
import type { Padding, Size } from '../../geo/screen/camera'
import { chromeOf } from './embed'
import type { View } from './view'

/** The measures of the page's layout. */
export const layout = {
  /** Below this width panels stand at the bottom instead of at the sides. */
  narrowPixels: 820,
  gapPixels: 16,
  themePanelPixels: 300,
  /** Below this height and from this width on, as on a phone on its side; an upright phone's keyboard does not make it so. */
  short: { heightPixels: 430, leastWidthPixels: 560, themePanelPixels: 308, gapPixels: 8 },
  /** The detail panel takes this share of the width, between these limits. */
  detailShare: 0.28,
  detailPanelPixels: { least: 356, most: 400 },
  /** The same for a wide sheet. */
  wideShare: 0.46,
  widePixels: { least: 420, most: 760 },
  topBarPixels: 104,
  statementPixels: 32,
  /** The statement in two lines, above the panels at the bottom of a narrow screen. */
  narrowStatementPixels: 48,
  /** The map's buttons with the gap beside them: on a phone no district's name may lie under them. */
  controlsPixels: 52,
  /** Share of the height of a sheet at its middle position; the map keeps at least half the screen. */
  sheetShare: 0.37,
} as const

/** Which panels stand over the map. */
export interface OpenPanels {
  detail: boolean
  /** A wide sheet (统计, 对比) stands in the place of the detail panel. */
  wide?: boolean
  /** The analysis: over the left column, a sheet on a narrow screen. */
  analysis?: boolean
  /** Panels are hidden altogether (embedded, printed). */
  bare: boolean
  /** The left panel is hidden (embedded). */
  withoutThemes?: boolean
}

/** Returns whether panels stand at the bottom instead of at the sides. */
export const isNarrow = (size: Size) => size.width < layout.narrowPixels && !isShort(size)

/** Returns whether the screen is a phone's on its side: panels stand at the sides, one at a time. */
export const isShort = ({ width, height }: Size) =>
  width >= layout.short.leastWidthPixels && height < layout.short.heightPixels

/** Returns the strips of the map that panels cover, in CSS pixels. */
export function mapPadding(size: Size, open: OpenPanels): Padding {
  const gap = layout.gapPixels
  if (open.bare) return { top: gap, right: gap, bottom: layout.statementPixels, left: gap }
  if (isNarrow(size)) {
    const sheet = open.detail || open.wide || open.analysis ? size.height * layout.sheetShare : 0
    const top = open.withoutThemes ? gap : layout.topBarPixels
    return { top, right: layout.controlsPixels, bottom: sheet + layout.narrowStatementPixels, left: gap }
  }
  if (isShort(size)) return shortPadding(size, open)
  const left = open.withoutThemes && !open.analysis ? gap : layout.themePanelPixels + 2 * gap
  const panel = open.wide ? wideWidth(size) : open.detail ? detailWidth(size) : gap
  const right = panel + 2 * gap
  return { top: gap, right, bottom: layout.statementPixels, left }
}

/** One panel at a time: what is open at the right takes the place of the column at the left, a question that of both. */
function shortPadding(size: Size, open: OpenPanels): Padding {
  const { gapPixels: gap, themePanelPixels } = layout.short
  const bottom = layout.statementPixels
  const panel = open.wide ? wideWidth(size) : open.detail && !open.analysis ? detailWidth(size) : undefined
  if (panel !== undefined) return { top: gap, right: panel + 2 * gap, bottom, left: gap }
  const left = open.withoutThemes && !open.analysis ? gap : themePanelPixels + 2 * gap
  return { top: gap, right: layout.controlsPixels, bottom, left }
}

/** Returns the width of the detail panel, in CSS pixels; `clamp` in the style sheet does the same. */
export function detailWidth({ width }: Size): number {
  const { least, most } = layout.detailPanelPixels
  return Math.max(least, Math.min(most, width * layout.detailShare))
}

/** Returns the width of a wide side panel, in CSS pixels; src/styles/side-panel.css does the same. */
export function wideWidth({ width }: Size): number {
  const { least, most } = layout.widePixels
  return Math.max(least, Math.min(most, width * layout.wideShare))
}

/** Returns whether a view opens the wide side panel: for statistics, or for a comparison that no item covers. */
export const opensWide = (view: {
  districts: readonly string[]
  compare: boolean
  item?: { kind: string; id: string }
}) =>
  view.item ? view.item.kind === 'page' && view.item.id === 'statistics' : view.compare && view.districts.length > 1

/**
 * Returns whether a view opens the detail panel: for a selection or an item, but not for the catalogue and the
 * analysis.
 */
export const opensDetail = (view: {
  districts: readonly string[]
  feature?: string
  item?: { kind: string; id: string }
}) =>
  view.districts.length > 0 ||
  view.feature !== undefined ||
  (view.item !== undefined && !(view.item.kind === 'page' && ['catalogue', 'analysis'].includes(view.item.id)))

/** Returns whether a view opens the analysis: for a question, or for the page to ask one. */
export const opensAnalysis = ({ analysis, item }: Pick<View, 'analysis' | 'item'>) =>
  analysis !== undefined || (item?.kind === 'page' && item.id === 'analysis')

/** Returns which panels stand over the map for a view. */
export function openPanels(
  view: Pick<View, 'districts' | 'feature' | 'item' | 'compare' | 'analysis' | 'embed' | 'scene' | 'ownBriefing'>,
): OpenPanels {
  const chrome = chromeOf(view)
  return {
    detail: chrome.detail && opensDetail(view),
    wide: chrome.detail && opensWide(view),
    analysis: chrome.detail && opensAnalysis(view),
    bare: !chrome.detail && !chrome.themes,
    withoutThemes: !chrome.themes,
  }
}
