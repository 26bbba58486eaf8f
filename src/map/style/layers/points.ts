import type { ExpressionSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, boldFont, choose, drawnElsewhere, faded, is, type MapLayer, regularFont, themeColor } from '../parts'

const isPoint = is('class', 'point')
/** Boards and zones have a name only. */
const isNameOnly = is('class', 'zone', 'board')
const isSmall = is('icon', 'town', 'village', 'city')
const beside: (string | [number, number])[] = [
  'left',
  [1.15, 0],
  'right',
  [-1.15, 0],
  'bottom',
  [0, -1.15],
  'top',
  [0, 1.15],
]
const anchors: SymbolLayerSpecification['layout'] = {
  'text-variable-anchor-offset': beside,
  'text-justify': 'auto',
}
const moved: ExpressionSpecification = ['get', 'offset']

/** Signs with their names: by rank while there is no room for all, every one from zoom 12 on. */
export function pointLayers(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  const paint = {
    'icon-opacity': choose(drawnElsewhere, 0, 1),
    'text-opacity': choose(drawnElsewhere, 0, 1),
    'icon-color': themeColor(palette),
    'icon-halo-color': palette.label.halo,
    'icon-halo-width': 1.5,
    'text-color': palette.label.feature,
    'text-halo-color': palette.label.halo,
    'text-halo-width': 1.5,
    'text-halo-blur': 0.3,
  }
  const layout: SymbolLayerSpecification['layout'] = {
    'icon-image': ['case', isSmall, 'dot', ['get', 'icon']],
    'symbol-sort-key': ['get', 'sort'],
    'icon-padding': 1,
    'text-field': name,
    'text-font': regularFont,
    'text-size': faded([9, 11], [13, 13]),
    'text-max-width': 9,
    'text-line-height': 1.15,
    'text-padding': 3,
    'text-optional': true,
    ...anchors,
  }
  return [
    {
      layer: {
        id: 'points-few',
        type: 'symbol',
        source: 'record',
        minzoom: 7,
        maxzoom: 12,
        filter: all(isPoint, ['<=', ['get', 'from'], ['zoom']]),
        layout: { ...layout, 'icon-size': faded([8, 0.68], [12, 0.86]) },
        paint,
      },
    },
    {
      layer: {
        id: 'points',
        type: 'symbol',
        source: 'record',
        minzoom: 12,
        filter: isPoint,
        layout: {
          ...layout,
          'icon-size': faded([12, 0.86], [15, 1.05]),
          'icon-allow-overlap': true,
          'icon-offset': moved,
        },
        paint,
      },
    },
  ]
}

/** The selected and the hovered feature: never hidden, above all other signs. */
export function focusLabels(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  return [
    {
      layer: {
        id: 'focus-points',
        type: 'symbol',
        source: 'focus',
        filter: is('class', 'point', 'zone', 'board'),
        layout: {
          'icon-image': ['case', isNameOnly, '', isSmall, 'dot', ['get', 'icon']],
          'icon-size': faded([8, 0.95], [13, 1.2]),
          'icon-allow-overlap': true,
          'icon-offset': ['step', ['zoom'], ['literal', [0, 0]], 12, moved] as unknown as ExpressionSpecification,
          'text-field': name,
          'text-font': boldFont,
          'text-size': faded([9, 13], [13, 15]),
          'text-max-width': 10,
          'text-allow-overlap': true,
          ...anchors,
          'text-variable-anchor-offset': ['case', isNameOnly, ['literal', ['center', [0, 0]]], ['literal', beside]],
        },
        paint: {
          'icon-color': palette.accent,
          'icon-halo-color': palette.label.halo,
          'icon-halo-width': 2,
          'text-color': palette.accent,
          'text-halo-color': palette.label.halo,
          'text-halo-width': 2,
        },
      },
    },
    {
      layer: {
        id: 'focus-line-names',
        type: 'symbol',
        source: 'focus',
        filter: all(['!', is('class', 'point', 'board', 'zone')]),
        layout: {
          'symbol-placement': 'line',
          'text-field': name,
          'text-font': boldFont,
          'text-size': 14,
          'text-allow-overlap': true,
          'symbol-spacing': 500,
          'text-max-angle': 60,
        },
        paint: {
          'text-color': palette.accent,
          'text-halo-color': palette.label.halo,
          'text-halo-width': 2,
        },
      },
    },
  ]
}
