/** The segments of a district's bar, for the map and the panels. Pure. */
import type { ThemeId } from '../../../data/schema-ids'
import type { BarPart, DistrictBar } from './district-bars'

/** The height of a bar, in CSS pixels. */
export const barHeight = 8
const longestBar = 92
/** The opacity of the segments for shared plans. */
export const sharedOpacity = 0.38

/** One segment of a bar, in CSS pixels. */
export interface BarSegment {
  theme: ThemeId
  sort: 'solid' | 'shared'
  /** From the bar's left end. */
  x: number
  width: number
}

/**
 * Returns the segments of a bar from left to right: solid ones by theme, then shared ones by theme. `length` is 0…1
 * of the longest bar.
 */
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
