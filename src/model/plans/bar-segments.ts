/** A district's bar cut into its parts, for the map and for the panels. Pure. */
import type { ThemeId } from '../../../data/schema-ids'
import type { BarPart, DistrictBar } from './district-bars'

/** CSS pixels. */
export const barHeight = 8
const longestBar = 92
/** What is shared is as pale as this. */
export const sharedOpacity = 0.38

export interface BarSegment {
  theme: ThemeId
  sort: 'solid' | 'shared'
  /** From the bar's left end. */
  x: number
  width: number
}

/** Returns a bar's segments: what is solid by theme, then what is shared by theme; `length` is 0…1 of the longest. */
export function barSegments({ parts, solid, shared }: DistrictBar, length: number): BarSegment[] {
  const width = Math.max(6, longestBar * length)
  let x = 0
  const segment = (sort: BarSegment['sort']) => (part: BarPart) => {
    const made = { theme: part.theme, sort, x, width: (width * part[sort]) / (solid + shared) }
    x += made.width
    return made
  }
  return [...parts.map(segment('solid')), ...parts.map(segment('shared'))].filter(({ width: wide }) => wide > 0)
}
