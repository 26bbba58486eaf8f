import { palettes } from './palette'

/** The directions of hatchings: `rising` for the selected district, all three for the first, second and third compared. */
export const hatchRuns = ['rising', 'falling', 'crossed'] as const
/** One of `hatchRuns`. */
export type HatchRun = (typeof hatchRuns)[number]

/**
 * The line patterns of the sprite, one of each direction for every palette, tiled without a seam; `spacing` and `width`
 * in CSS pixels.
 */
export const hatchings = Object.values(palettes).flatMap(({ name, accent }) =>
  hatchRuns.map((run) => ({
    name: `hatch-${run}-${name}`,
    run,
    color: accent,
    spacing: run === 'crossed' ? 9 : 7,
    width: 1,
  })),
)
