import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerGroupId } from '../../../model/layers'
import type { Palette } from '../palette'
import { all, choose, drawnElsewhere, faded, get, halo, is, type Language, type MapLayer, regularFont } from '../parts'
import { onLine } from './ground-labels'

/** Names along the record's lines. */
export function corridorNames(palette: Palette, name: ExpressionSpecification, language: Language): MapLayer[] {
  const schematic = language === 'en' ? ' (schematic)' : '（示意）'
  const layer = (
    id: string,
    filter: ExpressionSpecification,
    minzoom: number,
    color: string,
    group: LayerGroupId,
    spacing = 420,
  ): MapLayer => ({
    group,
    layer: {
      id,
      type: 'symbol',
      source: 'record',
      minzoom,
      filter: all(filter, ['<=', ['get', 'from'], ['zoom']]),
      layout: {
        ...onLine,
        // A line drawn through few positions bends at once; a name bent with it cannot be read.
        'text-max-angle': 10,
        'text-letter-spacing': 0.05,
        'text-field': ['case', ['get', 'schematic'], ['concat', name, schematic], name],
        'text-font': regularFont,
        'text-size': faded([8, 10.5], [13, 13]),
        'text-offset': [0, -0.95],
        'symbol-spacing': spacing,
        'symbol-sort-key': get('sort'),
        'text-padding': 8,
      },
      // The selected or hovered line has its name from elsewhere.
      paint: { 'text-color': color, 'text-opacity': choose(drawnElsewhere, 0, 1), ...halo(palette, 1.5) },
    },
  })
  return [
    layer('label-roads', is('class', 'road', 'trail'), 10.8, palette.road.label, 'road'),
    layer('label-structures', is('class', 'bridge', 'tunnel'), 11.5, palette.rail.label, 'road'),
    layer('label-metro', is('class', 'metro'), 10.3, palette.theme.sc, 'metro'),
    layer('label-routes', is('class', 'route'), 8.6, palette.water.label, 'routes', 900),
    layer('label-rail', is('class', 'rail'), 8, palette.rail.label, 'rail'),
  ]
}
