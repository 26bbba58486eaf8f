import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, choose, get, is, type MapLayer, themeColor, zoomed } from '../parts'

/** Built solid, underway dashed, planned dotted; in widths of the line. */
export const dashes = { solid: [1, 0], underway: [2.6, 1.4], planned: [0.4, 1.7] } as const
const byStatus = [
  'match',
  ['get', 'status'],
  'underway',
  ['literal', [...dashes.underway]],
  'planned',
  ['literal', [...dashes.planned]],
  ['literal', [...dashes.solid]],
] as unknown as ExpressionSpecification

const fromItsZoom: ExpressionSpecification = ['<=', ['get', 'from'], ['zoom']]
const notSchematic: ExpressionSpecification = ['!', ['get', 'schematic']]
const isBuilt = is('status', 'built')

type Stops = [number, number][]
const rail: Stops = [
  [6, 1],
  [8, 1.6],
  [9.5, 2.4],
  [11, 3.4],
  [14, 5],
]
const metro: Stops = [
  [8, 0.8],
  [10, 1.5],
  [13, 3.4],
]
const road: Stops = [
  [8, 1],
  [10, 2.4],
  [13, 5],
]
const wider = (stops: Stops, by: number): Stops => stops.map(([zoom, width]) => [zoom, width + by])

function layer(id: string, filter: ExpressionSpecification, paint: object, layout: object = {}): MapLayer {
  return {
    layer: {
      id,
      type: 'line',
      source: 'record',
      filter: all(filter, fromItsZoom),
      layout: { 'line-join': 'round', ...layout },
      paint,
    },
  }
}

/** The corridors of the record, by kind and status. */
export function corridorLayers(palette: Palette): MapLayer[] {
  return [
    ...schematicLayers(palette),
    ...roadLayers(palette),
    ...metroLayers(palette),
    ...railLayers(palette),
    ...structureLayers(palette),
  ]
}

/** Of a line whose course is not known only the direction is drawn: a broad pale band and loose dots. */
function schematicLayers(palette: Palette): MapLayer[] {
  const isSchematic: ExpressionSpecification = ['any', ['get', 'schematic'], is('class', 'route')]
  const isLine = is('class', 'rail', 'metro', 'road', 'route', 'trail', 'stream')
  return [
    layer(
      'schematic-band',
      all(isLine, isSchematic),
      { 'line-color': themeColor(palette), 'line-width': zoomed([6, 3], [10, 6.5], [13, 14]), 'line-opacity': 0.13 },
      { 'line-cap': 'round' },
    ),
    {
      ...layer(
        'schematic-dots',
        all(isLine, isSchematic),
        {
          'line-color': themeColor(palette),
          'line-width': zoomed([6, 1.2], [10, 2], [13, 3]),
          'line-dasharray': [0.1, 3],
          'line-opacity': 0.85,
        },
        { 'line-cap': 'round' },
      ),
      legend: {
        group: 'lines',
        messageKey: 'legend.schematic',
        swatch: { kind: 'line', color: palette.theme.op, width: 2, dash: [0.1, 3] },
        shownFor: 'route',
      },
    },
  ]
}

function roadLayers(palette: Palette): MapLayer[] {
  const isRoad = all(is('class', 'road', 'trail'), notSchematic)
  const color = palette.theme.tr
  return [
    layer('road-casing', all(isRoad, ['!', is('status', 'planned')]), {
      'line-color': palette.label.halo,
      'line-width': zoomed(...wider(road, 2)),
      'line-opacity': 0.9,
    }),
    {
      ...layer('road', isRoad, {
        'line-color': ['match', ['get', 'class'], 'trail', palette.theme.cu, palette.road.highwayCasing],
        'line-width': zoomed(...road),
        'line-dasharray': byStatus,
      }),
      legend: {
        group: 'lines',
        messageKey: 'legend.road',
        swatch: { kind: 'line', color: palette.road.highwayCasing, width: 3 },
        shownFor: 'road',
      },
    },
    layer('road-core', all(isRoad, isBuilt, is('class', 'road')), {
      'line-color': palette.road.highway,
      'line-width': zoomed([9, 0.5], [10, 1.2], [13, 3]),
      'line-opacity': choose(['==', ['get', 'theme'], color], 1, 1),
    }),
  ]
}

function metroLayers(palette: Palette): MapLayer[] {
  const isMetro = all(is('class', 'metro'), notSchematic)
  return [
    layer('metro-casing', isMetro, {
      'line-color': palette.label.halo,
      'line-width': zoomed(...wider(metro, 2)),
      'line-opacity': 0.9,
    }),
    {
      ...layer('metro', isMetro, {
        'line-color': palette.theme.sc,
        'line-width': zoomed(...metro),
        'line-dasharray': byStatus,
      }),
      legend: {
        group: 'lines',
        messageKey: 'legend.metro',
        swatch: { kind: 'line', color: palette.theme.sc, width: 3 },
        shownFor: 'metro',
      },
    },
  ]
}

/** Black and white in turn, as railways are on Chinese maps; where work has not ended the white is left out. */
function railLayers(palette: Palette): MapLayer[] {
  const isRail = all(is('class', 'rail'), notSchematic)
  const { ink, gap } = palette.rail
  const swatch = { kind: 'line', color: ink, width: 4 } as const
  return [
    {
      ...layer('rail-casing', all(isRail, is('status', 'built', 'underway')), {
        'line-color': ['match', ['get', 'status'], 'built', ink, palette.label.halo],
        'line-width': zoomed(...wider(rail, 0.6)),
      }),
      legend: { group: 'lines', messageKey: 'legend.rail', swatch: { ...swatch, tick: gap }, shownFor: 'rail' },
    },
    {
      ...layer('rail-ticks', all(isRail, isBuilt), {
        'line-color': gap,
        'line-width': zoomed([6, 0.6], [8, 1], [10, 1.8], [13, 3]),
        'line-dasharray': [5, 5],
      }),
    },
    {
      ...layer('rail-underway', all(isRail, is('status', 'underway')), {
        'line-color': ink,
        'line-width': zoomed(...rail),
        'line-dasharray': [...dashes.underway],
      }),
      legend: {
        group: 'lines',
        messageKey: 'legend.railUnderway',
        swatch: { ...swatch, width: 3, dash: dashes.underway },
        shownFor: 'rail',
      },
    },
    {
      ...layer('rail-planned', all(isRail, is('status', 'planned')), {
        'line-color': ink,
        'line-width': zoomed(...rail),
        'line-dasharray': [...dashes.planned],
      }),
      legend: {
        group: 'lines',
        messageKey: 'legend.railPlanned',
        swatch: { ...swatch, width: 3, dash: dashes.planned },
        shownFor: 'rail',
      },
    },
  ]
}

/** Bridges as two parallels over the water, tunnels as two dashed ones under the hill. */
function structureLayers(palette: Palette): MapLayer[] {
  const isStructure = is('class', 'bridge', 'tunnel')
  return [
    layer('structure-deck', isStructure, {
      'line-color': palette.label.halo,
      'line-width': zoomed([10, 2], [13, 5]),
    }),
    {
      ...layer('structure', isStructure, {
        'line-color': palette.theme.tr,
        'line-gap-width': zoomed([10, 2], [13, 5]),
        'line-width': zoomed([10, 1], [13, 1.6]),
        'line-dasharray': [
          'match',
          get('class'),
          'tunnel',
          ['literal', [2, 1.6]],
          ['literal', [1, 0]],
        ] as unknown as ExpressionSpecification,
      }),
      legend: {
        group: 'lines',
        messageKey: 'legend.bridge',
        swatch: { kind: 'line', color: palette.label.halo, width: 3, casing: palette.theme.tr },
        shownFor: 'bridge',
      },
    },
  ]
}
