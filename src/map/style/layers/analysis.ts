/** The layers of a question's answer: its shape, what was found, and what was drawn to ask about. Pure. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, is } from '../parts'

/** The id of the source that holds an answer. */
export const analysisSource = 'analysis'
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']

/** Returns the layers of an answer, bottom to top. */
export function analysisLayers(palette: Palette): LayerSpecification[] {
  const ink = palette.accent
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      id: 'analysis-shape',
      type: 'fill',
      source: analysisSource,
      filter: all(is('role', 'shape', 'subject'), isArea),
      paint: { 'fill-color': ink, 'fill-opacity': 0.08 },
    },
    {
      id: 'analysis-found-area',
      type: 'fill',
      source: analysisSource,
      filter: all(is('role', 'inside'), isArea),
      paint: { 'fill-color': ink, 'fill-opacity': 0.1 },
    },
    {
      id: 'analysis-outline',
      type: 'line',
      source: analysisSource,
      filter: is('role', 'shape'),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 1.6, 'line-dasharray': [4, 2.5] },
    },
    {
      id: 'analysis-subject',
      type: 'line',
      source: analysisSource,
      filter: is('role', 'subject', 'line'),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 2.4 },
    },
    {
      id: 'analysis-found-line',
      type: 'line',
      source: analysisSource,
      filter: all(is('role', 'inside'), ['!', isPoint]),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 2.5, 'line-opacity': 0.4 },
    },
    {
      id: 'analysis-borderline',
      type: 'line',
      source: analysisSource,
      filter: all(is('role', 'borderline'), ['!', isPoint]),
      layout: round,
      paint: { 'line-color': ink, 'line-width': 2, 'line-opacity': 0.5, 'line-dasharray': [1, 2] },
    },
    {
      id: 'analysis-points',
      type: 'circle',
      source: analysisSource,
      filter: all(isPoint, is('role', 'inside', 'subject')),
      paint: {
        'circle-radius': ['case', is('role', 'subject'), 5, 9],
        'circle-color': ink,
        'circle-opacity': ['case', is('role', 'subject'), 1, 0],
        'circle-stroke-color': ink,
        'circle-stroke-width': 2,
      },
    },
    {
      // A dashed ring beside the firm one of what is in.
      id: 'analysis-borderline-points',
      type: 'symbol',
      source: analysisSource,
      filter: all(isPoint, is('role', 'borderline')),
      layout: {
        'icon-image': 'ring-dashed',
        'icon-size': 0.95,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-color': ink, 'icon-halo-color': palette.label.halo, 'icon-halo-width': 1 },
    },
  ]
}
