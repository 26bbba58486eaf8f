import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import { anchorsBeside, displaceZooms, signScale } from '../../displace'
import type { Palette } from '../palette'
import {
  all,
  boldFont,
  choose,
  drawnElsewhere,
  faded,
  grouped,
  halo,
  is,
  type MapLayer,
  regularFont,
  themeColor,
} from '../parts'

const isPoint = is('class', 'point')
/** Boards and zones have a name only. */
const isNameOnly = is('class', 'zone', 'board')
const isSmall = is('icon', 'town', 'village', 'city')
const atPlace: ExpressionSpecification = ['literal', anchorsBeside([0, 0])]
const inTheMiddle: ExpressionSpecification = ['literal', ['center', [0, 0]]]

/** `before` the signs step aside, and then what each zoom's own property says where a sign has one. */
const moving = (property: 'offset' | 'anchors', before: ExpressionSpecification) =>
  [
    'step',
    ['zoom'],
    before,
    ...displaceZooms.flatMap((zoom) => {
      const own = `${property}${zoom}`
      return [zoom, ['case', ['has', own], ['get', own], before]]
    }),
  ] as ExpressionSpecification
const signMoved = moving('offset', ['literal', [0, 0]])
const besideSign = moving('anchors', atPlace)
/** Boards and zones never step aside. */
const besideFocus = moving('anchors', ['case', isNameOnly, inTheMiddle, atPlace])

/** Signs with their names: by rank while there is no room for all, every one from zoom 12 on. */
export function pointLayers(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  const signPaint = {
    'icon-opacity': choose(drawnElsewhere, 0, 1),
    'icon-color': themeColor(palette),
    'icon-halo-color': palette.label.halo,
    'icon-halo-width': 1.5,
  }
  const namePaint = {
    'text-opacity': choose(drawnElsewhere, 0, 1),
    'text-color': palette.label.feature,
    ...halo(palette, 1.5),
  }
  const sign = {
    'icon-image': ['case', isSmall, 'dot', ['get', 'icon']] as ExpressionSpecification,
    'symbol-sort-key': ['get', 'sort'] as ExpressionSpecification,
    'icon-padding': 1,
  }
  const names = {
    'text-field': name,
    'text-font': regularFont,
    'text-size': faded([9, 11], [13, 13]),
    'text-max-width': 9,
    'text-line-height': 1.15,
    'text-padding': 2,
    'text-justify': 'auto' as const,
    'symbol-sort-key': ['get', 'sort'] as ExpressionSpecification,
  }
  const base = { type: 'symbol', source: 'record' } as const
  const few = all(isPoint, ['<=', ['get', 'from'], ['zoom']])
  return grouped('points', [
    {
      layer: {
        ...base,
        id: 'points-few',
        minzoom: 7,
        maxzoom: 12,
        filter: few,
        layout: {
          ...sign,
          ...names,
          'icon-size': faded([8, 0.68], [12, signScale(12)]),
          'text-optional': true,
          'text-variable-anchor-offset': atPlace,
        },
        paint: { ...signPaint, ...namePaint },
      },
    },
    // Under the signs in the list, so that all of them are placed first and no name lies on one.
    {
      layer: {
        ...base,
        id: 'point-names',
        minzoom: 12,
        filter: isPoint,
        layout: { ...names, 'text-variable-anchor-offset': besideSign },
        paint: namePaint,
      },
    },
    {
      layer: {
        ...base,
        id: 'points',
        minzoom: 12,
        filter: isPoint,
        layout: {
          ...sign,
          'icon-size': faded([12, signScale(12)], [15, signScale(15)]),
          'icon-allow-overlap': true,
          'icon-offset': signMoved,
        },
        paint: signPaint,
      },
    },
  ])
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
          'icon-offset': signMoved,
          'text-field': name,
          'text-font': boldFont,
          'text-size': faded([9, 13], [13, 15]),
          'text-max-width': 10,
          'text-allow-overlap': true,
          'text-justify': 'auto',
          'text-variable-anchor-offset': besideFocus,
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
  ]
}

/** The name of the selected or hovered line, which looks for a stretch where no district has its name. */
export function focusLineNames(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  return [
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
          'symbol-spacing': 300,
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
