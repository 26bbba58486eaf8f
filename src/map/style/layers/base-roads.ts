import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import { all, faded, get, grouped, is, type MapLayer, regularFont, zoomed } from '../parts'

type Stops = [number, number][]
const highway: Stops = [
  [7, 0.5],
  [8.5, 1],
  [10, 2.1],
  [13, 5.5],
  [15, 11],
]
const major: Stops = [
  [9, 0.5],
  [11, 1.5],
  [13, 3.6],
  [15, 8],
]
const minor: Stops = [
  [11, 0.5],
  [13, 1.8],
  [15, 5],
]
const wider = (stops: Stops, by: number): Stops => stops.map(([zoom, width]) => [zoom, width + by])

const isBridge: ExpressionSpecification = ['==', ['get', 'is_bridge'], true]
const notBridge: ExpressionSpecification = ['!=', ['get', 'is_bridge'], true]

/** The quiet network the plans are laid over: roads, railways and metro as they are, and the bridges by their sign. */
export function baseRoadLayers(palette: Palette): MapLayer[] {
  const { road, rail } = palette
  const layer = (id: string, filter: ExpressionSpecification, minzoom: number, paint: object): MapLayer => ({
    layer: {
      id,
      type: 'line',
      source: 'basemap',
      'source-layer': 'roads',
      minzoom,
      filter,
      layout: { 'line-join': 'round', 'line-cap': id.includes('rail') ? 'butt' : 'round' },
      paint,
    },
  })
  const plain = (id: string, filter: ExpressionSpecification, minzoom: number, color: string, stops: Stops) =>
    layer(id, filter, minzoom, { 'line-color': color, 'line-width': zoomed(...stops) })
  const isRail = all(is('kind', 'rail'), ['!', is('kind_detail', 'subway', 'light_rail')])
  const isMetro = all(is('kind', 'rail'), is('kind_detail', 'subway', 'light_rail'))
  const isHighway = all(is('kind', 'highway'), notBridge)
  const isMajor = all(is('kind', 'major_road'), notBridge)
  return grouped('network', [
    plain('base-minor', is('kind', 'minor_road'), 11, road.casing, minor),
    plain('base-major-casing', isMajor, 10, road.casing, wider(major, 1.2)),
    plain('base-highway-casing', isHighway, 7, road.highwayCasing, wider(highway, 1)),
    plain('base-major', isMajor, 9, road.major, major),
    {
      ...plain('base-highway', isHighway, 7, road.highway, highway),
      legend: [
        {
          group: 'basemap',
          messageKey: 'legend.highway',
          swatch: { kind: 'line', color: road.highway, width: 3, casing: road.highwayCasing },
        },
      ],
    },
    layer('base-metro', isMetro, 9.5, {
      'line-color': rail.metro,
      'line-width': zoomed([9.5, 0.8], [12, 1.6], [15, 3]),
      'line-opacity': faded([9.5, 0.35], [11, 0.6]),
    }),
    layer('base-rail', isRail, 7, {
      'line-color': rail.ink,
      'line-width': zoomed([7, 0.5], [10, 1], [13, 1.8]),
      'line-opacity': 0.55,
    }),
    {
      ...layer('base-rail-ticks', isRail, 9, {
        'line-color': rail.ink,
        'line-width': zoomed([9, 2.4], [13, 4.5]),
        'line-dasharray': [0.35, 3],
        'line-opacity': 0.5,
      }),
      legend: [
        {
          group: 'basemap',
          messageKey: 'legend.baseRail',
          swatch: { kind: 'line', color: rail.ink, width: 1, tick: rail.ink },
        },
      ],
    },
    ...bridgeSign('base-bridge', isBridge, palette),
  ])
}

/** Two parallels with the deck between them. */
function bridgeSign(id: string, filter: ExpressionSpecification, { road, rail }: Palette): MapLayer[] {
  const base = { type: 'line', source: 'basemap', 'source-layer': 'roads', minzoom: 10, filter } as const
  return [
    {
      layer: {
        ...base,
        id: `${id}-rails`,
        layout: { 'line-cap': 'butt' },
        paint: {
          'line-color': rail.ink,
          'line-gap-width': zoomed([10, 1.6], [13, 4], [15, 8]),
          'line-width': zoomed([10, 0.6], [13, 1.1]),
          'line-opacity': 0.75,
        },
      },
    },
    {
      layer: {
        ...base,
        id: `${id}-deck`,
        layout: { 'line-cap': 'butt' },
        paint: { 'line-color': road.major, 'line-width': zoomed([10, 1.6], [13, 4], [15, 8]) },
      },
    },
  ]
}

/** Names of expressways along them. */
export function baseRoadLabels(palette: Palette, name: ExpressionSpecification): MapLayer[] {
  return grouped('network', [
    {
      layer: {
        id: 'label-highway',
        type: 'symbol',
        source: 'basemap',
        'source-layer': 'roads',
        minzoom: 10.5,
        filter: all(is('kind', 'highway', 'major_road'), ['has', 'name'], notBridge),
        layout: {
          'symbol-placement': 'line',
          'text-field': ['case', ['has', 'ref'], ['concat', get('ref'), ' ', name], name],
          'text-font': regularFont,
          'text-size': faded([10.5, 10], [14, 12]),
          'symbol-spacing': 420,
          'text-max-angle': 30,
          'text-padding': 6,
        },
        paint: { 'text-color': palette.road.label, 'text-halo-color': palette.label.halo, 'text-halo-width': 1.3 },
      },
    },
    {
      layer: {
        id: 'label-bridge',
        type: 'symbol',
        source: 'basemap',
        'source-layer': 'roads',
        minzoom: 12.2,
        filter: all(isBridge, ['has', 'name']),
        layout: {
          'symbol-placement': 'line-center',
          'text-field': name,
          'text-font': regularFont,
          'text-size': 10.5,
          'text-offset': [0, -1],
          'text-max-angle': 60,
        },
        paint: { 'text-color': palette.rail.label, 'text-halo-color': palette.label.halo, 'text-halo-width': 1.3 },
      },
    },
  ])
}
