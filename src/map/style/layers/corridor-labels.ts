import type { ExpressionSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { OwnLayerId } from '../../../model/layers'
import type { Palette } from '../palette'
import {
  all,
  choose,
  drawnElsewhere,
  faded,
  get,
  halo,
  is,
  type Language,
  type MapLayer,
  regularFont,
  shapesSource,
} from '../parts'
import { onLine } from './basemap-labels'

/** A metro line is known by its number, which stands upright on it as on the maps in its stations. */
const lineSign = (name: ExpressionSpecification): SymbolLayerSpecification['layout'] => ({
  'text-field': withoutStart(name, '轨道交通', '轨道', 'Rail Transit '),
  'text-rotation-alignment': 'viewport',
  'text-max-angle': 180,
  'text-offset': [0, 0],
  'text-letter-spacing': 0,
  'symbol-spacing': 260,
})

function withoutStart(name: ExpressionSpecification, ...starts: string[]): ExpressionSpecification {
  const cases = starts.flatMap((start) => [
    ['==', ['slice', name, 0, start.length], start],
    ['slice', name, start.length],
  ])
  return ['case', ...cases, name] as unknown as ExpressionSpecification
}

/** Names along the record's lines. */
export function corridorNames(palette: Palette, name: ExpressionSpecification, language: Language): MapLayer[] {
  const schematic = language === 'en' ? ' (schematic)' : '（示意）'
  const layer = (
    id: string,
    filter: ExpressionSpecification,
    minzoom: number,
    color: string,
    group: OwnLayerId,
    layout: SymbolLayerSpecification['layout'] = {},
  ): MapLayer => ({
    group,
    layer: {
      id,
      type: 'symbol',
      source: shapesSource,
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
        'symbol-spacing': 420,
        'symbol-sort-key': get('sort'),
        'text-padding': 8,
        ...layout,
      },
      // The selected or hovered line has its name from elsewhere.
      paint: { 'text-color': color, 'text-opacity': choose(drawnElsewhere, 0, 1), ...halo(palette, 1.5) },
    },
  })
  return [
    layer('label-roads', is('class', 'road', 'trail'), 10.8, palette.road.label, 'road'),
    layer('label-structures', is('class', 'bridge', 'tunnel'), 11.5, palette.rail.label, 'road'),
    layer('label-metro', is('class', 'metro'), 10.3, palette.theme.sc, 'metro', lineSign(name)),
    layer('label-routes', is('class', 'route'), 8.6, palette.water.label, 'routes', { 'symbol-spacing': 900 }),
    layer('label-rail', is('class', 'rail'), 8, palette.rail.label, 'rail'),
  ]
}
