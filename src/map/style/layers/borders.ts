import type { Palette } from '../palette'
import { faded, is, type MapLayer, zoomed } from '../parts'

/** Dash, dot: how a district border is drawn on Chinese maps, in widths of the line. */
const dashDot = [6, 2, 1, 2]

/** The hierarchy of borders: between others, inside the centre, around the centre with a band, around the region. */
export function borderLayers({ border }: Palette): MapLayer[] {
  const line = (kind: string, color: string, widths: [number, number][], more: object = {}): MapLayer['layer'] => ({
    id: `border-${kind}`,
    type: 'line',
    source: 'districts',
    'source-layer': 'borders',
    filter: is('class', kind),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': zoomed(...widths), ...more },
  })
  const rim: MapLayer['layer'] = {
    id: 'border-edge-band',
    type: 'line',
    source: 'districts',
    'source-layer': 'borders',
    filter: is('class', 'edge'),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': border.edge,
      'line-width': zoomed([7, 3], [10, 8], [13, 14]),
      'line-blur': zoomed([7, 1], [10, 3], [13, 6]),
      'line-opacity': 0.16,
    },
  }
  return [
    {
      layer: line(
        'other',
        border.other,
        [
          [7, 0.4],
          [10, 0.8],
          [13, 1.2],
        ],
        {
          'line-dasharray': dashDot,
          'line-opacity': faded([6, 0.5], [9, 0.85]),
        },
      ),
    },
    { layer: rim },
    {
      layer: line(
        'outer',
        border.outer,
        [
          [6, 0.9],
          [10, 1.6],
        ],
        { 'line-dasharray': [7, 2, 1, 2, 1, 2] },
      ),
    },
    {
      layer: line(
        'central',
        border.central,
        [
          [7, 0.6],
          [10, 1.1],
          [13, 1.8],
        ],
        { 'line-dasharray': dashDot },
      ),
      legend: [
        {
          group: 'borders',
          messageKey: 'legend.border',
          swatch: { kind: 'line', color: border.central, width: 1.2, dash: dashDot },
        },
      ],
    },
    {
      layer: line(
        'river',
        border.river,
        [
          [8, 0.4],
          [10, 0.8],
          [13, 1.4],
        ],
        {
          'line-dasharray': dashDot,
          'line-opacity': faded([8, 0.5], [10, 0.9]),
        },
      ),
    },
    {
      layer: line(
        'edge',
        border.edge,
        [
          [7, 0.9],
          [10, 1.6],
          [13, 2.2],
        ],
        { 'line-dasharray': dashDot },
      ),
      legend: [
        {
          group: 'borders',
          messageKey: 'legend.borderEdge',
          swatch: { kind: 'line', color: border.edge, width: 2, dash: dashDot },
        },
      ],
    },
  ]
}
