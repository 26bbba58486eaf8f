/**
 * The legend as data: its texts and how each mark is painted. The page, pictures, prints and exports all use it.
 * Colours are `#rrggbb`, lengths CSS pixels.
 */

import type { HatchRun } from '../../data/hatchings'
import type { DotShape } from '../../data/theme-shapes'

/** The groups of a legend, in order. */
export const legendGroups = ['own', 'marks', 'points', 'themes', 'areas', 'lines', 'borders', 'basemap'] as const
/** One of `legendGroups`. */
/** One of the groups. */
export type LegendGroup = (typeof legendGroups)[number]

/** A filled and outlined area; hatched if the map hatches it. */
export interface AreaMark {
  kind: 'area'
  fill: string
  outline?: string
  hatched?: boolean | HatchRun
}

/** A line; dashes are in multiples of its width, as in a MapLibre style. */
export interface LineMark {
  kind: 'line'
  color: string
  width: number
  casing?: string
  casingDash?: readonly number[]
  dash?: readonly number[]
  tick?: string
}

/** A large name as the map writes it. */
export interface TextMark {
  kind: 'text'
  color: string
  text: string
}

/** A dot in the colour and shape of a theme. */
export interface DotMark {
  kind: 'dot'
  color: string
  shape: DotShape
}

/** A district's bar: parts side by side, each with its opacity on the map. */
export interface BarMark {
  kind: 'bar'
  parts: readonly { color: string; opacity: number }[]
}

/** The shape of a sign: RGBA bytes whose alpha is a signed distance field, as in the sprite. */
export interface SignShape {
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}

/** A sign of the map in one colour. */
export interface SignMark {
  kind: 'sign'
  icon: string
  color: string
  shape: SignShape
}

/** Any mark of a legend, told apart by `kind`. */
/** How an item of a legend is drawn. */
export type LegendMark = AreaMark | LineMark | TextMark | DotMark | BarMark | SignMark

/** One line of a legend. */
export interface LegendItem {
  text: string
  mark: LegendMark
}

/** The items of one group under its title. */
export interface LegendSection {
  group: LegendGroup
  title: string
  items: readonly LegendItem[]
}

/** Returns the items of all sections, in order. */
export const legendItems = (sections: readonly LegendSection[]): LegendItem[] => sections.flatMap(({ items }) => items)
