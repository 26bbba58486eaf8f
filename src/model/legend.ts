/**
 * A legend as data: what it says and how each mark is drawn. The page, pictures, paper and exports all draw from it, with
 * one painter. Colours are `#rrggbb`, lengths CSS pixels.
 */

import type { DotShape } from '../../data/theme-shapes'

/** The groups a legend is divided into, in its order. */
export const legendGroups = ['marks', 'points', 'themes', 'areas', 'lines', 'borders', 'basemap'] as const
export type LegendGroup = (typeof legendGroups)[number]

/** An area, filled and outlined; hatched where the map hatches it. */
export interface AreaMark {
  kind: 'area'
  fill: string
  outline?: string
  hatched?: boolean
}

/** A line; dashes are in widths of the line, as a style has them. */
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

/** A district's bar: parts side by side, each as opaque as it is on the map. */
export interface BarMark {
  kind: 'bar'
  parts: readonly { color: string; opacity: number }[]
}

/** A sign's shape: RGBA bytes whose alpha is a distance field, as in the sprite. */
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

export type LegendMark = AreaMark | LineMark | TextMark | DotMark | BarMark | SignMark

/** One line of a legend. */
export interface LegendItem {
  text: string
  mark: LegendMark
}

/** The items of one group under the group's title. */
export interface LegendSection {
  group: LegendGroup
  title: string
  items: readonly LegendItem[]
}

/** Returns all items of a legend in its order. */
export const legendItems = (sections: readonly LegendSection[]): LegendItem[] => sections.flatMap(({ items }) => items)
