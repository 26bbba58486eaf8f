import type { Palette } from '../palette'
import { all, faded, is, type MapLayer, themeColor, zoomed } from '../parts'

/** Platforms, parks and lakes of the record whose extent is known; errors of a kilometre show as a soft edge. */
export function areaLayers(palette: Palette): MapLayer[] {
  return [
    {
      layer: {
        id: 'areas-water',
        type: 'fill',
        source: 'record',
        minzoom: 8,
        filter: is('class', 'water'),
        paint: { 'fill-color': palette.water.area, 'fill-outline-color': palette.water.bank },
      },
    },
    {
      group: 'areas',
      layer: {
        id: 'areas',
        type: 'fill',
        source: 'record',
        minzoom: 9,
        filter: all(is('class', 'area')),
        paint: { 'fill-color': themeColor(palette), 'fill-opacity': faded([9, 0.1], [11, 0.18]) },
      },
      legend: [
        {
          group: 'areas',
          messageKey: 'legend.area',
          swatch: { kind: 'area', fill: palette.theme.in, outline: palette.theme.in },
          where: { class: 'area' },
        },
      ],
    },
    {
      group: 'areas',
      layer: {
        id: 'areas-outline',
        type: 'line',
        source: 'record',
        minzoom: 9,
        filter: is('class', 'area'),
        paint: {
          'line-color': themeColor(palette),
          'line-width': zoomed([9, 0.8], [12, 1.6]),
          'line-dasharray': [4, 2],
        },
      },
    },
    {
      layer: {
        id: 'streams-record',
        type: 'line',
        source: 'record',
        minzoom: 9,
        filter: all(is('class', 'stream'), ['!', ['get', 'schematic']]),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': palette.water.bank, 'line-width': zoomed([9, 0.9], [11, 1.8], [14, 5]) },
      },
    },
  ]
}
