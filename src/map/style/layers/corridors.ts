import type { Palette } from '../palette'
import { all, get, grouped, is, type LegendEntry, litOr, type MapLayer, themeColor, zoomed } from '../parts'
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

/**
 * Of a line whose course is not known only the direction is drawn: a broad pale band and loose dots. One pair of layers a
 * group, so that a railway goes with the railways however little is known of it; a stream belongs to none.
 */
const schematic = {
  rail: { classes: ['rail'], group: 'rail' },
  metro: { classes: ['metro'], group: 'metro' },
  road: { classes: ['road', 'trail'], group: 'road' },
  route: { classes: ['route'], group: 'routes' },
  stream: { classes: ['stream'], group: undefined },
} as const
type SchematicKind = keyof typeof schematic
const schematicKinds = Object.keys(schematic) as SchematicKind[]

/** The bands, which are broad enough to be pointed at. */
export const schematicBands = schematicKinds.map((kind) => `schematic-band-${kind}`)

function schematicLayers(palette: Palette): MapLayer[] {
  // Routes to the sea and to Europe cross the whole map and are the least known: they are the palest.
  const byKind = (kind: SchematicKind, route: number, other: number) => (kind === 'route' ? route : other)
  const layer = (part: 'band' | 'dots', kind: SchematicKind, paint: object, legend?: LegendEntry[]): MapLayer => {
    const { classes, group } = schematic[kind]
    const filter = kind === 'route' ? is('class', ...classes) : all(is('class', ...classes), get('schematic'))
    const line = { 'line-color': themeColor(palette), ...paint }
    return { ...corridorLine(`schematic-${part}-${kind}`, filter, line, { 'line-cap': 'round' }, legend), group }
  }
  const entry: LegendEntry = {
    group: 'lines',
    messageKey: 'legend.schematic',
    swatch: { kind: 'line', color: palette.theme.op, width: 2, dash: [0.1, 3] },
  }
  const band = (kind: SchematicKind) =>
    layer('band', kind, {
      'line-width': zoomed([6, 2.5], [10, 6], [13, 13]),
      'line-opacity': byKind(kind, 0.07, 0.11),
    })
  const dots = (kind: SchematicKind) =>
    layer(
      'dots',
      kind,
      {
        'line-width': zoomed([6, 1], [10, 1.7], [13, 2.6]),
        'line-dasharray': [0.1, 3.2],
        'line-opacity': byKind(kind, 0.5, 0.75),
      },
      [entry],
    )
  return [...schematicKinds.map(band), ...schematicKinds.map(dots)]
}

function roadLayers(palette: Palette): MapLayer[] {
  const isRoad = all(is('class', 'road', 'trail'), notSchematic)
  const { highway, highwayCasing, open } = palette.road
  return grouped('road', [
    corridorLine('road-casing', all(isRoad, ['!', is('status', 'planned')]), {
      'line-color': palette.label.halo,
      'line-width': zoomed(...wider(road, 2)),
      'line-opacity': 0.9,
    }),
    corridorLine(
      'road',
      isRoad,
      {
        'line-color': litOr(palette, ['case', is('class', 'trail'), palette.theme.cu, isBuilt, highwayCasing, open]),
        'line-width': zoomed(...road),
        'line-dasharray': dashedByStatus(),
      },
      {},
      [
        ...lineEntries(
          'road',
          'legend.road',
          { kind: 'line', color: highway, width: 2, casing: highwayCasing },
          { color: open, width: 3 },
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
      'line-color': litOr(palette, highway),
      'line-width': zoomed([9, 0.5], [10, 1.2], [13, 3]),
    }),
  ])
}

function metroLayers(palette: Palette): MapLayer[] {
  const isMetro = all(is('class', 'metro'), notSchematic)
  const swatch = { color: palette.theme.sc, width: 3 }
  return grouped('metro', [
    corridorLine('metro-casing', isMetro, {
      'line-color': palette.label.halo,
      'line-width': zoomed(...wider(metro, 2)),
      'line-opacity': 0.9,
    }),
    corridorLine(
      'metro',
      isMetro,
      {
        'line-color': litOr(palette, palette.theme.sc),
        'line-width': zoomed(...metro),
        'line-dasharray': dashedByStatus(),
      },
      {},
      lineEntries('metro', 'legend.metro', { kind: 'line', ...swatch }, swatch),
    ),
  ])
}
