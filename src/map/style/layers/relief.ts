import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, faded, grouped, is, type MapLayer, zoomed } from '../parts'

/** How many ranks of hachures are wanted at a zoom; none below 8. */
const wantedRanks: ExpressionSpecification = ['step', ['zoom'], -1, 8, 0, 9, 1, 10, 2, 11.5, 3]

/** The parallel ridges: slopes lit from the north-west and hachures down both sides. */
export function reliefLayers({ relief }: Palette): MapLayer[] {
  const slope = (side: 'lit' | 'shade', color: string, opacity: number): MapLayer => ({
    layer: {
      id: `slopes-${side}`,
      type: 'fill',
      source: 'districts',
      'source-layer': 'slopes',
      filter: is('side', side),
      paint: {
        'fill-color': color,
        'fill-opacity': faded(
          [6, opacity * 0.35],
          [8, opacity * 0.5],
          [10, opacity],
          [12, opacity * 0.55],
          [14, opacity * 0.3],
        ),
        'fill-antialias': false,
      },
    },
  })
  return grouped('relief', [
    slope('lit', relief.lit, relief.litOpacity),
    {
      ...slope('shade', relief.shade, relief.shadeOpacity),
      legend: [
        {
          group: 'ground',
          messageKey: 'legend.ridges',
          swatch: { kind: 'line', color: relief.hachure, width: 1, dash: [1, 3] },
        },
      ],
    },
    {
      layer: {
        id: 'hachures',
        type: 'line',
        source: 'districts',
        'source-layer': 'hachures',
        minzoom: 8,
        filter: all(['<=', ['get', 'rank'], wantedRanks]),
        layout: { 'line-cap': 'round' },
        paint: {
          'line-color': relief.hachure,
          'line-width': zoomed([8, 0.5], [11, 0.7], [14, 1.2]),
          'line-opacity': [
            'interpolate',
            ['linear'],
            ['zoom'],
            8,
            ['case', ['==', ['get', 'side'], 'shade'], 0.35, 0.16],
            10.5,
            ['case', ['==', ['get', 'side'], 'shade'], 0.55, 0.26],
            13,
            ['case', ['==', ['get', 'side'], 'shade'], 0.34, 0.18],
          ],
        },
      },
    },
  ])
}
