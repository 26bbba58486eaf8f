/** The quiet tint of the districts while one theme is on: by the class of their number, in the theme's colour. Pure. */
import type { Color } from '../../../data/palette'
import { opacityOf } from '../../model/layers'
import { districtBars, tintClass } from '../../model/plans/district-bars'
import type { State } from '../../state/store'
import { palettes } from '../style/palette'

/** The opacity of the theme's colour for each class, in steps that can be told apart in grey. */
export const tintOpacities = [0, 0.07, 0.15, 0.24, 0.34] as const

/** Returns the colour of a class as `rgba(…)`. */
export const tintOf = (color: Color, tint: number): string => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return `rgba(${red},${green},${blue},${tintOpacities[tint] ?? 0})`
}

/** Returns the colour of each tinted district by code; none unless exactly one theme is on. */
export function districtTints({ view, session }: State): ReadonlyMap<string, { tint: string; tintClass: number }> {
  const [theme, ...others] = view.themes
  const isAsked = theme && others.length === 0 && opacityOf(view.layers, 'counts') > 0
  if (!isAsked || session.record.status !== 'ready') return new Map()
  const color = palettes[session.palette].theme[theme]
  return new Map(
    districtBars(session.record.value, view)
      .map(({ district, solid }) => [district, tintClass(solid)] as const)
      .filter(([, number]) => number > 0)
      .map(([district, number]) => [district, { tint: tintOf(color, number), tintClass: number }]),
  )
}
