import type { Palette } from '../palette'
import { all, boldFont, is, type MapLayer, zoomed } from '../parts'
import { dashedByStatus } from './corridor-line'

/** The id of the source of plates. */
export const platesSource = 'plates'
/** The name of the image under a plate's text. */
export const plateImage = (palette: Palette['name']) => `plate-${palette}`

/** The lines and areas of a selected network, from the source of what is selected: one strong colour, dashed by status. */
export function memberLayers(palette: Palette): MapLayer[] {
  const isMember = all(is('focus', 'member'), ['!', is('class', 'point', 'dot', 'zone', 'board')])
  const layout = { 'line-join': 'round', 'line-cap': 'butt' } as const
  return [
    {
      layer: {
        id: 'member-lines-halo',
        type: 'line',
        source: 'focus',
        filter: isMember,
        layout,
        paint: { 'line-color': palette.label.halo, 'line-width': zoomed([6, 5], [9, 7.5], [12, 10]) },
      },
    },
    {
      layer: {
        id: 'member-lines',
        type: 'line',
        source: 'focus',
        filter: isMember,
        layout,
        paint: {
          'line-color': palette.accent,
          'line-width': zoomed([6, 2.6], [9, 4], [12, 5.5]),
          'line-dasharray': dashedByStatus(),
        },
      },
      legend: [
        {
          group: 'marks',
          messageKey: 'legend.member',
          swatch: { kind: 'line', color: palette.accent, width: 3 },
          where: { focus: 'member' },
        },
      ],
    },
  ]
}

/** The plates of a network's lines, above everything. */
export function plateLayers(palette: Palette): MapLayer[] {
  return [
    {
      layer: {
        id: 'plates',
        type: 'symbol',
        source: platesSource,
        layout: {
          'icon-image': plateImage(palette.name),
          'icon-text-fit': 'both',
          'icon-text-fit-padding': [3, 6, 3, 6],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'text-field': ['format', ['get', 'text'], {}],
          'text-font': boldFont,
          'text-size': 12.5,
          'text-line-height': 1.28,
          'text-max-width': 30,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': palette.accent },
      },
    },
  ]
}
