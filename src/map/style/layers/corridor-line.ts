import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Status } from '../../../../data/schema-ids'
import type { FeatureClass } from '../../feature-class'
import type { LegendEntry, MapLayer, Swatch } from '../parts'
import { all, is, shapesSource } from '../parts'

/** The dashes of lines by status, in multiples of the line's width; a built line is solid. */
export const dashes = { underway: [2.6, 1.4], planned: [0.4, 1.7] } as const

/** Returns the dashes of a line by its status; `built` is the dashes of a finished one. */
export const dashedByStatus = (built: readonly number[] = [1, 0]): ExpressionSpecification =>
  [
    'match',
    ['get', 'status'],
    'underway',
    ['literal', [...dashes.underway]],
    'planned',
    ['literal', [...dashes.planned]],
    ['literal', [...built]],
  ] as unknown as ExpressionSpecification

/** A filter for lines whose course is known. */
export const notSchematic: ExpressionSpecification = ['!', ['get', 'schematic']]
/** A filter for lines that are built. */
export const isBuilt = is('status', 'built')

/** The widths of a line by zoom, in pixels. */
export type Stops = [zoom: number, width: number][]
/** Returns widths that are `by` pixels larger. */
export const wider = (stops: Stops, by: number): Stops => stops.map(([zoom, width]) => [zoom, width + by])

/** A layer of the record's lines, each from its own zoom on. */
export function corridorLine(
  id: string,
  filter: ExpressionSpecification,
  paint: object,
  layout: object = {},
  legend?: LegendEntry[],
): MapLayer {
  return {
    layer: {
      id,
      type: 'line',
      source: shapesSource,
      filter: all(filter, ['<=', ['get', 'from'], ['zoom']]),
      layout: { 'line-join': 'round', ...layout },
      paint,
    },
    ...(legend ? { legend } : {}),
  }
}

/** What the legend says of one class of lines, as it is built, underway and planned. */
export function lineEntries(
  kind: FeatureClass,
  messageKey: 'legend.rail' | 'legend.metro' | 'legend.road',
  built: Swatch,
  open: { color: string; width: number },
) {
  const entry = (status: Status, suffix: '' | 'Underway' | 'Planned', swatch: Swatch): LegendEntry => ({
    group: 'lines',
    messageKey: `${messageKey}${suffix}`,
    swatch,
    where: { class: kind, status },
  })
  return [
    entry('built', '', built),
    entry('underway', 'Underway', { kind: 'line', ...open, dash: dashes.underway }),
    entry('planned', 'Planned', { kind: 'line', ...open, dash: dashes.planned }),
  ]
}
