import { palettes } from './palette'

/** The ways a hatching runs: of the one selected district, or of the first, second and third compared. */
export const hatchRuns = ['rising', 'falling', 'crossed'] as const
export type HatchRun = (typeof hatchRuns)[number]

/** Line patterns, tiled seamlessly: `spacing` and `width` in CSS pixels. One of each run for every palette. */
export const hatchings = Object.values(palettes).flatMap(({ name, accent }) =>
  hatchRuns.map((run) => ({
    name: `hatch-${run}-${name}`,
    run,
    color: accent,
    spacing: run === 'crossed' ? 9 : 7,
    width: 1,
  })),
)
