import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, faded, grouped, is, type MapLayer, zoomed } from '../parts'

/** How many ranks of hachures are wanted at a zoom; none below 8. */
const wantedRanks: ExpressionSpecification = ['step', ['zoom'], -1, 8, 0, 9, 1, 10, 2, 11.5, 3]

/** Tiles below zoom 10 hold four bands of the seven: each as dark as all together are then. */
const asFew = (opacity: number) => 1 - (1 - opacity) ** (7 / 4)

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
          [6, asFew(opacity * 0.35)],
          [8, asFew(opacity * 0.5)],
          [9.99, asFew(opacity)],
          [10, opacity],
          [12, opacity * 0.55],
          [14, opacity * 0.3],
        ),
        'fill-antialias': false,
      },
    },
  })
  /** A layer a side: were the opacity a feature's own, the engine would make a shader for these strokes alone. */
  const hachures = (side: 'lit' | 'shade', [far, middle, near]: readonly [number, number, number]): MapLayer => ({
    layer: {
      id: `hachures-${side}`,
      type: 'line',
      source: 'districts',
      'source-layer': 'hachures',
      minzoom: 8,
      filter: all(is('side', side), ['<=', ['get', 'rank'], wantedRanks]),
      paint: {
        'line-color': relief.hachure,
        'line-width': zoomed([8, 0.5], [11, 0.7], [14, 1.2]),
        'line-opacity': faded([8, far], [10.5, middle], [13, near]),
      },
    },
  })
  return grouped('relief', [
    slope('lit', relief.lit, relief.litOpacity),
    {
      ...slope('shade', relief.shade, relief.shadeOpacity),
      legend: [
        {
          group: 'basemap',
          messageKey: 'legend.ridges',
          swatch: { kind: 'line', color: relief.hachure, width: 1, dash: [1, 3] },
        },
      ],
    },
    hachures('lit', [0.16, 0.26, 0.18]),
    hachures('shade', [0.35, 0.55, 0.34]),
  ])
}
