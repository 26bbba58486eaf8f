import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import { sharedOpacity } from '../../../model/plans/bar-segments'
import type { Palette } from '../palette'
import { boldFont, get, grouped, halo, type MapLayer, pair, regularFont, themeColor } from '../parts'

/** The id of the source that holds the districts' numbers. */
export const countsSource = 'counts'
/** From here on the places themselves say what is planned where. */
export const lastCountsZoom = 10.5

/** The districts' numbers with their bars, always there. */
export function countLayers(palette: Palette): MapLayer[] {
  return grouped('counts', [
    {
      layer: {
        id: 'counts',
        type: 'symbol',
        source: countsSource,
        maxzoom: lastCountsZoom,
        layout: {
          'icon-image': get('image'),
          'icon-anchor': 'top-left',
          'icon-offset': pair('imageOffset'),
          'icon-allow-overlap': true,
          'text-field': [
            'format',
            get('solid'),
            { 'text-font': ['literal', boldFont] },
            get('shared'),
            { 'text-color': palette.label.neighbour, 'font-scale': ['case', ['has', 'theme'], 0.7, 1] },
          ] as unknown as ExpressionSpecification,
          'text-font': regularFont,
          'text-size': get('textSize'),
          'text-offset': pair('textOffset'),
          'text-max-width': 30,
          'text-allow-overlap': true,
        },
        paint: {
          'text-color': ['case', ['has', 'theme'], themeColor(palette), palette.label.feature],
          ...halo(palette, 1.8),
        },
      },
      legend: [
        {
          group: 'marks',
          messageKey: 'legend.counts',
          swatch: { kind: 'bar', parts: barSample(palette) },
        },
      ],
    },
  ])
}

/** Some themes, and the same again as pale as what is shared. */
const barSample = ({ theme }: Palette) =>
  [1, sharedOpacity].flatMap((opacity) => [theme.in, theme.op, theme.ec, theme.cu].map((color) => ({ color, opacity })))

/** The districts tinted by the class of their number while one theme is on; under borders and water. */
export function tintLayers(): MapLayer[] {
  return grouped('counts', [
    {
      layer: {
        id: 'counts-tint',
        type: 'fill',
        source: 'selection',
        'source-layer': 'districts',
        paint: {
          // The colour alone differs: were it the opacity, the engine would stop to make shaders for it.
          'fill-color': ['to-color', ['coalesce', ['feature-state', 'tint'], 'rgba(0,0,0,0)']],
          'fill-antialias': false,
        },
      },
    },
  ])
}
