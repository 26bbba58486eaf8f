import type { Palette } from '../palette'
import { all, faded, is, type MapLayer, zoomed } from '../parts'

const polygons: ['==', ['geometry-type'], 'Polygon'] = ['==', ['geometry-type'], 'Polygon']
const lines: ['==', ['geometry-type'], 'LineString'] = ['==', ['geometry-type'], 'LineString']

/**
 * Rivers and lakes with their banks; the smaller rivers as lines that swell towards their mouths' zoom. The banks lie under
 * the water, so that only their outer half shows and none runs across where two reaches meet.
 */
export function waterLayers({ water }: Palette): MapLayer[] {
  return [
    {
      layer: {
        id: 'streams',
        type: 'line',
        source: 'basemap',
        'source-layer': 'water',
        minzoom: 8,
        filter: all(lines, is('kind', 'stream', 'canal')),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': water.bank,
          'line-width': zoomed([8, 0.5], [11, 1.4], [14, 4]),
          'line-opacity': faded([8, 0.55], [11, 0.85]),
        },
      },
    },
    {
      layer: {
        id: 'water-bank',
        type: 'line',
        source: 'basemap',
        'source-layer': 'water',
        filter: polygons,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': water.bank, 'line-width': zoomed([6, 1.3], [9, 1.8], [12, 2.4], [15, 3.2]) },
      },
    },
    {
      layer: {
        id: 'water',
        type: 'fill',
        source: 'basemap',
        'source-layer': 'water',
        filter: polygons,
        // The bank is drawn as a line of its own.
        paint: { 'fill-color': water.area, 'fill-antialias': false },
      },
      legend: [
        {
          group: 'basemap',
          messageKey: 'legend.water',
          swatch: { kind: 'area', fill: water.area, outline: water.bank },
        },
      ],
    },
    {
      layer: {
        id: 'water-shore',
        type: 'line',
        source: 'basemap',
        'source-layer': 'water',
        minzoom: 9,
        filter: polygons,
        paint: {
          'line-color': water.bank,
          'line-width': zoomed([9, 1.5], [12, 5], [15, 12]),
          'line-offset': zoomed([9, 0.7], [12, 2.4], [15, 6]),
          'line-blur': zoomed([9, 1], [12, 4], [15, 10]),
          'line-opacity': 0.28,
        },
      },
    },
  ]
}
