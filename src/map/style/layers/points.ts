import type { ExpressionSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import {
  anchorsBeside,
  anchorsBesideDot,
  displaceZooms,
  dotScale,
  dotZooms,
  markOffset,
  signScale,
} from '../../displace'
import { firstDotZoom, neverSign } from '../../features'
import type { Palette } from '../palette'
import {
  all,
  boldFont,
  choose,
  drawnElsewhere,
  faded,
  get,
  grouped,
  halo,
  is,
  type MapLayer,
  pair,
  regularFont,
  themeColor,
} from '../parts'

/** An expression for what has a dot or a sign. */
export const isDotted = is('class', 'point', 'dot')
const isPoint = is('class', 'point')
/** Boards and zones have a name only. */
const isNameOnly = is('class', 'zone', 'board')
const inTheMiddle: ExpressionSpecification = ['literal', ['center', [0, 0]]]
const besideSign: ExpressionSpecification = ['literal', anchorsBeside([0, 0])]
const besideDot: ExpressionSpecification = ['literal', anchorsBesideDot()]

/** What does not lie in a selected district steps back. */
export const inBackground = (opacity: number): ExpressionSpecification => [
  'case',
  is('own', false),
  opacity * 0.3,
  opacity,
]

/** What holds from each whole zoom on, where signs have come to their place. */
const stepped = (first: number, zooms: readonly number[], at: (zoom: number) => unknown) =>
  ['step', ['zoom'], at(first), ...zooms.flatMap((zoom) => [zoom, at(zoom)])] as ExpressionSpecification

const zooms = [...dotZooms, ...displaceZooms]
const last = displaceZooms[displaceZooms.length - 1] ?? 0
/** Pointed at or selected, a place shows its sign at every zoom. */
const hasSignEver: ExpressionSpecification = ['<', get('signFrom'), neverSign]
const isSignAt = (zoom: number): ExpressionSpecification => ['<=', ['get', 'signFrom'], zoom]

/** A place's own offset at a zoom, where it steps aside; beyond the last zoom the last holds. */
const movedBy = (property: 'offset' | 'mark', usual: [number, number]) =>
  stepped(firstDotZoom, zooms, (zoom) =>
    zoom === firstDotZoom ? ['literal', usual] : pair(`${property}${zoom}`, usual),
  )
const signMoved = movedBy('offset', [0, 0])
/** The same for the mark at its upper right. */
export const markMoved = movedBy('mark', markOffset)
const besidePlace = stepped(firstDotZoom, zooms, (zoom) => {
  const usual = ['case', isSignAt(zoom), besideSign, besideDot]
  return zoom < displaceZooms[0] ? usual : ['case', ['has', `anchors${zoom}`], ['get', `anchors${zoom}`], usual]
})
const besideFocus = stepped(firstDotZoom, displaceZooms, (zoom) => {
  const usual = ['case', isNameOnly, inTheMiddle, besideSign]
  return zoom === firstDotZoom ? usual : ['case', ['has', `anchors${zoom}`], ['get', `anchors${zoom}`], usual]
})
/** A dot until its sign has room; signs and dots grow by whole zooms. */
const dotOrSign = stepped(firstDotZoom, [...dotZooms, displaceZooms[0]], (zoom) => [
  'case',
  isSignAt(zoom),
  get('icon'),
  get('dot'),
])
const dotOrSignSize = stepped(firstDotZoom, [...zooms, last + 1], (zoom) => [
  'case',
  isSignAt(zoom),
  signScale(zoom),
  ['*', get('size'), dotScale(zoom)],
])

/**
 * A dot for every place, whatever else is there, and its sign instead as soon as that has room; the weightiest on top.
 * They lie over bars and names, which look for room beside them.
 */
export function pointLayers(palette: Palette): MapLayer[] {
  return grouped('points', [
    {
      layer: {
        id: 'points',
        type: 'symbol',
        source: 'record',
        minzoom: firstDotZoom - 1,
        // What lies in a selected district is there from the first zoom.
        filter: all(isDotted, ['any', ['>=', ['zoom'], firstDotZoom], is('own', true)]),
        layout: {
          'icon-image': dotOrSign,
          'icon-size': dotOrSignSize,
          'icon-offset': signMoved,
          'icon-allow-overlap': true,
          'icon-padding': 1,
          // The weightiest come last.
          'symbol-z-order': 'source',
        },
        paint: {
          'icon-opacity': choose(drawnElsewhere, 0, inBackground(1)),
          'icon-color': themeColor(palette),
          'icon-halo-color': palette.label.halo,
          'icon-halo-width': 1.3,
        },
      },
    },
  ])
}

/** The names of places, the weightiest first, where there is room beside their dots and signs. */
export function pointNames(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  return grouped('points', [
    {
      layer: {
        id: 'point-names',
        type: 'symbol',
        source: 'record',
        minzoom: firstDotZoom - 1,
        filter: all(isPoint, [
          'any',
          ['<=', get('from'), ['zoom']],
          ['>=', ['zoom'], displaceZooms[0]],
          is('own', true),
        ]),
        layout: {
          'text-field': name,
          'text-font': regularFont,
          'text-size': faded([9, 11], [13, 13]),
          'text-max-width': 9,
          'text-line-height': 1.15,
          'text-padding': 2,
          'text-justify': 'auto',
          'symbol-sort-key': get('sort'),
          'text-variable-anchor-offset': besidePlace,
        },
        paint: {
          'text-opacity': choose(drawnElsewhere, 0, inBackground(1)),
          'text-color': palette.label.feature,
          ...halo(palette, 1.5),
        },
      },
    },
  ])
}

/** The members of a selected network, their names as room comes; the selected and the hovered feature: never hidden. */
export function focusLabels(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  const isMember = is('focus', 'member')
  return [
    focusPoints('member-points', isMember, { 'text-optional': true }, palette, name),
    focusPoints('focus-points', ['!', isMember], { 'text-allow-overlap': true }, palette, name),
  ]
}

function focusPoints(
  id: string,
  wanted: ExpressionSpecification,
  room: SymbolLayerSpecification['layout'],
  palette: Palette,
  name: ExpressionSpecification,
): MapLayer {
  return {
    layer: {
      id,
      type: 'symbol',
      source: 'focus',
      filter: all(wanted, is('class', 'point', 'dot', 'zone', 'board')),
      layout: {
        'icon-image': ['case', isNameOnly, '', hasSignEver, get('icon'), get('dot')],
        'icon-size': faded([8, 0.95], [13, 1.2]),
        'icon-allow-overlap': true,
        'icon-offset': signMoved,
        // A zone's dot has its name beside it already.
        'text-field': ['case', is('class', 'dot'), '', name],
        'text-font': boldFont,
        'text-size': faded([9, 13], [13, 15]),
        'text-max-width': 10,
        'text-justify': 'auto',
        'text-variable-anchor-offset': besideFocus,
        ...room,
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
  }
}

/** The name of the selected or hovered line, which looks for a stretch where no district has its name. */
export function focusLineNames(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  return [
    {
      layer: {
        id: 'focus-line-names',
        type: 'symbol',
        source: 'focus',
        filter: all(['!', is('focus', 'member')], ['!', is('class', 'point', 'board', 'zone', 'extent')]),
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
