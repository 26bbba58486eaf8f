import { palettes } from './palette'

/** Diagonal line patterns, tiled seamlessly: `spacing` and `width` in CSS pixels. One of each for every palette. */
export const hatchings = Object.values(palettes).map(({ name, accent }) => ({
  name: `hatch-${name}`,
  color: accent,
  spacing: 7,
  width: 1,
}))
