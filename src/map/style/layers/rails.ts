import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, get, grouped, is, litOr, type MapLayer, zoomed } from '../parts'
import { corridorLine, dashedByStatus, isBuilt, lineEntries, notSchematic, type Stops, wider } from './corridor-line'

const rail: Stops = [
  [6, 1],
  [8, 1.6],
  [9.5, 2.4],
  [11, 3.4],
  [14, 5],
]
/** The white between the black of a railway that is built. */
const whiteInside: Stops = [
  [6, 0.6],
  [8, 1],
  [9.5, 1.6],
  [11, 2.2],
  [14, 3.4],
]

/** Black and white in turn, as railways are on Chinese maps; where work has not ended the white is left out. */
export function railLayers(palette: Palette): MapLayer[] {
  const isRail = all(is('class', 'rail'), notSchematic)
  const { ink, gap } = palette.rail
  const widths = rail.map(([zoom, width], index): [number, ExpressionSpecification] => [
    zoom,
    ['case', isBuilt, whiteInside[index]?.[1] ?? width, width],
  ])
  return grouped('rail', [
    corridorLine('rail-casing', all(isRail, ['!', is('status', 'planned')]), {
      'line-color': ['case', isBuilt, litOr(palette, ink), palette.label.halo],
      'line-width': zoomed(...wider(rail, 0.6)),
    }),
    corridorLine(
      'rail',
      isRail,
      {
        'line-color': ['case', isBuilt, gap, litOr(palette, ink)],
        'line-width': zoomed(...widths),
        'line-dasharray': dashedByStatus([5, 5]),
      },
      {},
      lineEntries('rail', 'legend.rail', { kind: 'line', color: ink, width: 4, tick: gap }, { color: ink, width: 3 }),
    ),
  ])
}

/** Bridges as two parallels over the water, tunnels as two dashed ones under the hill. */
export function structureLayers(palette: Palette): MapLayer[] {
  const isStructure = is('class', 'bridge', 'tunnel')
  const swatch = { kind: 'line', color: palette.label.halo, width: 3, casing: palette.theme.tr } as const
  return grouped('road', [
    corridorLine('structure-deck', isStructure, {
      'line-color': palette.label.halo,
      'line-width': zoomed([10, 2], [13, 5]),
    }),
    corridorLine(
      'structure',
      isStructure,
      {
        'line-color': litOr(palette, palette.theme.tr),
        'line-gap-width': zoomed([10, 2], [13, 5]),
        'line-width': zoomed([10, 1], [13, 1.6]),
        'line-dasharray': [
          'match',
          get('class'),
          'tunnel',
          ['literal', [2, 1.6]],
          ['literal', [1, 0]],
        ] as unknown as ExpressionSpecification,
      },
      {},
      [
        { group: 'lines', messageKey: 'legend.bridge', swatch, where: { class: 'bridge' } },
        {
          group: 'lines',
          messageKey: 'legend.tunnel',
          swatch: { ...swatch, casingDash: [2, 1.6] },
          where: { class: 'tunnel' },
        },
      ],
    ),
  ])
}
