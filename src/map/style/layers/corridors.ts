import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, is, type MapLayer, themeColor, zoomed } from '../parts'
import { corridorLine, dashedByStatus, isBuilt, lineEntries, notSchematic, type Stops, wider } from './corridor-line'
import { railLayers, structureLayers } from './rails'

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
  const round = { 'line-cap': 'round' }
  // Routes to the sea and to Europe cross the whole map and are the least known: they are the palest.
  const byClass = (route: number, other: number): ExpressionSpecification => [
    'case',
    is('class', 'route'),
    route,
    other,
  ]
  return [
    corridorLine(
      'schematic-band',
      all(isLine, isSchematic),
      {
        'line-color': themeColor(palette),
        'line-width': zoomed([6, 2.5], [10, 6], [13, 13]),
        'line-opacity': byClass(0.07, 0.11),
      },
      round,
    ),
    corridorLine(
      'schematic-dots',
      all(isLine, isSchematic),
      {
        'line-color': themeColor(palette),
        'line-width': zoomed([6, 1], [10, 1.7], [13, 2.6]),
        'line-dasharray': [0.1, 3.2],
        'line-opacity': byClass(0.5, 0.75),
      },
      round,
      [
        {
          group: 'lines',
          messageKey: 'legend.schematic',
          swatch: { kind: 'line', color: palette.theme.op, width: 2, dash: [0.1, 3] },
        },
      ],
    ),
  ]
}

function roadLayers(palette: Palette): MapLayer[] {
  const isRoad = all(is('class', 'road', 'trail'), notSchematic)
  const { highway, highwayCasing } = palette.road
  return [
    corridorLine('road-casing', all(isRoad, ['!', is('status', 'planned')]), {
      'line-color': palette.label.halo,
      'line-width': zoomed(...wider(road, 2)),
      'line-opacity': 0.9,
    }),
    corridorLine(
      'road',
      isRoad,
      {
        'line-color': ['match', ['get', 'class'], 'trail', palette.theme.cu, highwayCasing],
        'line-width': zoomed(...road),
        'line-dasharray': dashedByStatus(),
      },
      {},
      [
        ...lineEntries(
          'road',
          'legend.road',
          { kind: 'line', color: highway, width: 2, casing: highwayCasing },
          { color: highwayCasing, width: 3 },
        ),
        {
          group: 'lines',
          messageKey: 'legend.trail',
          swatch: { kind: 'line', color: palette.theme.cu, width: 3 },
          where: { class: 'trail' },
        },
      ],
    ),
    corridorLine('road-core', all(isRoad, isBuilt, is('class', 'road')), {
      'line-color': highway,
      'line-width': zoomed([9, 0.5], [10, 1.2], [13, 3]),
    }),
  ]
}

function metroLayers(palette: Palette): MapLayer[] {
  const isMetro = all(is('class', 'metro'), notSchematic)
  const swatch = { color: palette.theme.sc, width: 3 }
  return [
    corridorLine('metro-casing', isMetro, {
      'line-color': palette.label.halo,
      'line-width': zoomed(...wider(metro, 2)),
      'line-opacity': 0.9,
    }),
    corridorLine(
      'metro',
      isMetro,
      {
        'line-color': palette.theme.sc,
        'line-width': zoomed(...metro),
        'line-dasharray': dashedByStatus(),
      },
      {},
      lineEntries('metro', 'legend.metro', { kind: 'line', ...swatch }, swatch),
    ),
  ]
}
