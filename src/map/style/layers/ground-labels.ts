import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import {
  all,
  boldFont,
  choose,
  faded,
  get,
  halo,
  is,
  type Language,
  type MapLayer,
  regularFont,
  selected,
} from '../parts'

/** Names of the ground, from those that give way to those that never do. */
export function groundLabels(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  return [placeNames(palette, name), ridgeNames(palette, name), streamNames(palette, name), riverNames(palette, name)]
}

function placeNames(palette: Palette, name: ExpressionSpecification): MapLayer {
  return {
    layer: {
      id: 'label-places',
      type: 'symbol',
      source: 'basemap',
      'source-layer': 'places',
      filter: is('kind', 'locality'),
      layout: {
        'text-field': name,
        'text-font': regularFont,
        'text-size': faded(
          [7, ['case', ['>=', ['coalesce', get('population_rank'), 8], 10], 12, 10.5]],
          [12, ['case', ['>=', ['coalesce', get('population_rank'), 8], 10], 15, 12.5]],
        ),
        'symbol-sort-key': ['-', 20, ['coalesce', get('population_rank'), 8]],
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

const onLine = {
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

/** Names along the record's lines. */
export function corridorNames(palette: Palette, name: ExpressionSpecification, language: Language): MapLayer[] {
  const schematic = language === 'en' ? ' (schematic)' : '（示意）'
  const layer = (id: string, filter: ExpressionSpecification, minzoom: number, color: string): MapLayer => ({
    layer: {
      id,
      type: 'symbol',
      source: 'record',
      minzoom,
      filter: all(filter, ['<=', ['get', 'from'], ['zoom']]),
      layout: {
        ...onLine,
        'text-letter-spacing': 0.05,
        'text-field': ['case', ['get', 'schematic'], ['concat', name, schematic], name],
        'text-font': regularFont,
        'text-size': faded([8, 10.5], [13, 13]),
        'text-offset': [0, -0.95],
        'symbol-spacing': 420,
        'symbol-sort-key': get('sort'),
        'text-padding': 8,
      },
      paint: { 'text-color': color, ...halo(palette, 1.5) },
    },
  })
  return [
    layer('label-roads', is('class', 'road', 'trail'), 10.8, palette.road.label),
    layer('label-structures', is('class', 'bridge', 'tunnel'), 11.5, palette.rail.label),
    layer('label-metro', is('class', 'metro'), 10.3, palette.theme.sc),
    layer('label-routes', is('class', 'route'), 8, palette.theme.op),
    layer('label-rail', is('class', 'rail'), 8, palette.rail.label),
  ]
}

/** A board's name steps aside for a district's. */
const boardAnchors: (string | [number, number])[] = [
  'center',
  [0, 0],
  'bottom',
  [0, -0.7],
  'top',
  [0, 0.7],
  'bottom',
  [0, -1.6],
  'top',
  [0, 1.6],
  'bottom-left',
  [-2, -1],
  'top-left',
  [-2, 1],
  'bottom-right',
  [2, -1],
  'top-right',
  [2, 1],
]

/** Zones whose extent no document gives: text alone. */
export function zoneNames(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  return [
    {
      layer: {
        id: 'label-zones',
        type: 'symbol',
        source: 'record',
        minzoom: 9,
        filter: is('class', 'zone'),
        layout: {
          'text-field': name,
          'text-font': regularFont,
          'text-size': faded([9, 11], [13, 15]),
          'text-letter-spacing': 0.18,
          'text-max-width': 9,
          'symbol-sort-key': get('sort'),
          'text-padding': 8,
          'text-variable-anchor-offset': ['center', [0, 0], 'top', [0, 1], 'bottom', [0, -1]],
        },
        paint: { 'text-color': palette.label.board, ...halo(palette) },
      },
    },
  ]
}

/** The five boards by direction: over the districts' names in the list they would push them away, so under them. */
export function boardNames(palette: Palette, name: ExpressionSpecification, language: Language): MapLayer[] {
  const isEnglish = language === 'en'
  return [
    {
      layer: {
        id: 'label-boards',
        type: 'symbol',
        source: 'record',
        minzoom: 7.8,
        maxzoom: 11,
        filter: is('class', 'board'),
        layout: {
          'text-field': name,
          'text-font': regularFont,
          'text-size': isEnglish ? faded([7.8, 11], [10, 17]) : faded([7.8, 13], [10, 23]),
          'text-letter-spacing': isEnglish ? 0.12 : 0.5,
          'text-max-width': isEnglish ? 12 : 30,
          'text-ignore-placement': true,
          'text-padding': 0,
          'text-variable-anchor-offset': boardAnchors,
        },
        paint: {
          'text-color': palette.label.board,
          'text-opacity': faded([9.8, 0.85], [11, 0]),
          'text-halo-color': palette.label.halo,
          'text-halo-width': 1,
        },
      },
      legend: {
        group: 'marks',
        messageKey: 'legend.board',
        swatch: { kind: 'text', color: palette.label.board, size: 14 },
        shownFor: 'board',
      },
    },
  ]
}

/** The size at which a name keeps inside its district at a zoom, from the free height the build measured at zoom 12. */
function sizeInside(least: number, most: number): ExpressionSpecification {
  const at = (zoom: number): ExpressionSpecification => ['*', ['get', 'fit'], 2 ** (zoom - 12)]
  const stops = [6, 7, 8, 8.5, 9, 9.5, 10, 10.5, 11, 12, 13, 14].flatMap((zoom) => [
    zoom,
    ['max', least, ['min', Math.max(least, most - Math.abs(12 - zoom) * 1.9), at(zoom)]],
  ])
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification
}

/** Districts' names: those of the nine give way to nothing and stay inside their district. */
export function districtNames(palette: Palette, language: Language): MapLayer[] {
  const lang = is('lang', language === 'en' ? 'en' : 'zh')
  const spacing = language === 'en' ? 0.02 : 0.34
  return [
    {
      layer: {
        id: 'label-neighbours',
        type: 'symbol',
        source: 'districts',
        'source-layer': 'names',
        minzoom: 6,
        filter: all(lang, ['!', ['get', 'central']]),
        layout: {
          'text-field': get('text'),
          'text-font': regularFont,
          'text-size': sizeInside(10, 17),
          'text-letter-spacing': spacing,
          'text-padding': 4,
        },
        paint: { 'text-color': palette.label.neighbour, ...halo(palette, 1.2) },
      },
    },
    {
      layer: {
        id: 'label-districts',
        type: 'symbol',
        source: 'districts',
        'source-layer': 'names',
        minzoom: 6,
        filter: all(lang, get('central')),
        layout: {
          'text-field': get('text'),
          'text-font': boldFont,
          'text-size': sizeInside(9.5, 25),
          'text-letter-spacing': spacing,
          'text-allow-overlap': true,
          'text-padding': 1,
        },
        paint: {
          'text-color': choose(selected, palette.accent, palette.label.district),
          'text-halo-color': palette.label.halo,
          'text-halo-width': 2,
          'text-halo-blur': 0.5,
          'text-opacity': faded([12, 1], [14, 0.6]),
        },
      },
    },
  ]
}
