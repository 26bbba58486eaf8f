import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, boldFont, faded, get, halo, is, type MapLayer, regularFont } from '../parts'

/** Names of the basemap, from those that give way to those that never do. */
export function basemapLabels(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  return [placeNames(palette, name), ridgeNames(palette, name), streamNames(palette, name), riverNames(palette, name)]
}

const rank: ExpressionSpecification = ['coalesce', get('population_rank'), 8]

function placeNames(palette: Palette, name: ExpressionSpecification): MapLayer {
  return {
    layer: {
      id: 'label-places',
      type: 'symbol',
      source: 'basemap',
      'source-layer': 'places',
      // Close by, a large city is its districts.
      filter: all(is('kind', 'locality'), ['any', ['<', rank, 12], ['<', ['zoom'], 10.5]]),
      layout: {
        'text-field': name,
        'text-font': regularFont,
        'text-size': faded([7, ['case', ['>=', rank, 10], 12, 10.5]], [12, ['case', ['>=', rank, 10], 15, 12.5]]),
        'symbol-sort-key': ['-', 20, rank],
        'icon-image': 'dot',
        'icon-size': 0.45,
        'text-variable-anchor-offset': ['left', [0.5, 0], 'top', [0, 0.5], 'bottom', [0, -0.5], 'right', [-0.5, 0]],
        'text-padding': 6,
      },
      paint: { 'text-color': palette.label.place, 'icon-color': palette.label.place, ...halo(palette) },
    },
  }
}

function ridgeNames(palette: Palette, name: ExpressionSpecification): MapLayer {
  return {
    group: 'relief',
    layer: {
      id: 'label-ridges',
      type: 'symbol',
      source: 'districts',
      'source-layer': 'ridges',
      minzoom: 8.5,
      filter: ['any', ['!', ['has', 'part']], ['>=', ['zoom'], 11]],
      layout: {
        'symbol-placement': 'line',
        'text-field': name,
        'text-font': regularFont,
        'text-size': faded([8.5, 11], [13, 15]),
        'text-letter-spacing': 0.45,
        'symbol-spacing': 380,
        'text-max-angle': 28,
        'text-padding': 8,
      },
      paint: { 'text-color': palette.relief.label, ...halo(palette, 1.2) },
    },
  }
}

/** How a name lies along a line. */
export const onLine = {
  'symbol-placement': 'line',
  'text-max-angle': 32,
  'text-letter-spacing': 0.3,
} as const

function streamNames(palette: Palette, name: ExpressionSpecification): MapLayer {
  return {
    layer: {
      id: 'label-streams',
      type: 'symbol',
      source: 'basemap',
      'source-layer': 'water',
      minzoom: 10.5,
      filter: all(is('kind', 'stream'), ['has', 'name']),
      layout: {
        ...onLine,
        'text-field': name,
        'text-font': regularFont,
        'text-size': faded([10.5, 10.5], [14, 13]),
        'symbol-spacing': 320,
      },
      paint: { 'text-color': palette.water.label, ...halo(palette, 1.3) },
    },
  }
}

function riverNames(palette: Palette, name: ExpressionSpecification): MapLayer {
  return {
    layer: {
      id: 'label-rivers',
      type: 'symbol',
      source: 'basemap',
      'source-layer': 'water',
      minzoom: 7.5,
      filter: all(is('kind', 'river'), ['==', ['geometry-type'], 'LineString'], ['has', 'name']),
      layout: {
        ...onLine,
        'text-field': name,
        'text-font': boldFont,
        'text-size': faded([7.5, 11], [10, 13], [13, 18]),
        'text-letter-spacing': 0.5,
        'symbol-spacing': 340,
        'text-padding': 10,
      },
      paint: { 'text-color': palette.water.label, 'text-halo-color': palette.water.area, 'text-halo-width': 1.6 },
    },
  }
}
