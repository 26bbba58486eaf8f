import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { faded, grouped, halo, is, type Language, type MapLayer, nameIn, regularFont, zoomed } from '../parts'

/** The id of the source of relations. */
export const relationSource = 'relations'
/** The id of the source of the partners' names. */
export const relationNamesSource = 'relation-names'

/** The links of what is selected. They come with the first selection and lie under the names, except for their own. */
export function relationLines(palette: Palette): MapLayer[] {
  const line = (id: string, filter: ExpressionSpecification, paint: object): MapLayer['layer'] => ({
    id,
    type: 'line',
    source: relationSource,
    filter,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint,
  })
  return grouped('relations', [
    {
      layer: line('relation-along', is('role', 'along'), {
        'line-color': palette.accent,
        'line-width': zoomed([7, 3], [12, 6]),
        'line-opacity': 0.25,
      }),
    },
    {
      layer: line('relation-arc', is('role', 'arc', 'leader'), {
        'line-color': ['match', ['get', 'role'], 'leader', palette.label.board, palette.accent],
        'line-width': 1.2,
        'line-opacity': 0.75,
      }),
      legend: [
        {
          group: 'marks',
          messageKey: 'legend.relation',
          swatch: { kind: 'line', color: palette.accent, width: 1.5 },
          where: { role: 'arc' },
        },
        {
          group: 'marks',
          messageKey: 'legend.leader',
          swatch: { kind: 'line', color: palette.label.board, width: 1 },
          where: { role: 'leader' },
        },
      ],
    },
  ])
}

/** In letters: clear of the sign also where letters are smallest. */
const besideSign = 1.35
const corner = 0.8

const inwards = {
  left: ['literal', ['left', [besideSign, 0]]],
  right: ['literal', ['right', [-besideSign, 0]]],
  top: ['literal', ['top', [0, besideSign]]],
  bottom: ['literal', ['bottom', [0, -besideSign]]],
}

const aroundSign = [
  ...['left', [besideSign, 0], 'right', [-besideSign, 0], 'top', [0, besideSign], 'bottom', [0, -besideSign]],
  ...['bottom-left', [corner, -corner], 'top-left', [corner, corner]],
  ...['bottom-right', [-corner, -corner], 'top-right', [-corner, corner]],
]

/**
 * The partners with their signs: where a curve ends, or where it leaves the screen, then with an arrow along it. Two
 * layers, so that all signs are placed first and no name lies on one.
 */
export function relationNames(palette: Palette, language: Language): MapLayer[] {
  return grouped('relations', [
    {
      layer: {
        id: 'relation-names',
        type: 'symbol',
        source: relationNamesSource,
        layout: {
          'text-field': nameIn(language),
          'text-font': regularFont,
          'text-size': faded([8, 12], [13, 14]),
          'text-max-width': 9.6,
          'text-padding': 2,
          'text-variable-anchor-offset': [
            'case',
            // From the edge of the screen a name goes inwards.
            ...(['left', 'right', 'top', 'bottom'] as const).flatMap((side) => [is('side', side), inwards[side]]),
            ['has', 'sign'],
            ['literal', aroundSign],
            ['literal', ['center', [0, 0], 'top', [0, 0.4], 'bottom', [0, -0.4]]],
          ] as unknown as ExpressionSpecification,
          'text-justify': 'auto',
        },
        paint: { 'text-color': palette.accent, ...halo(palette, 2) },
      },
    },
    {
      layer: {
        id: 'relation-signs',
        type: 'symbol',
        source: relationNamesSource,
        filter: ['has', 'sign'],
        layout: {
          'icon-image': ['get', 'sign'],
          'icon-rotate': ['coalesce', ['get', 'angle'], 0],
          'icon-size': ['case', ['has', 'angle'], 0.9, 0.8],
          'icon-allow-overlap': true,
          'icon-padding': 1,
        },
        paint: {
          'icon-color': palette.accent,
          'icon-halo-color': palette.label.halo,
          'icon-halo-width': 1.5,
        },
      },
    },
  ])
}
