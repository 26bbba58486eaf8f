import type { Palette } from '../palette'
import { faded, grouped, hovered, is, type MapLayer, metersWide } from '../parts'

/** The land and its districts. */
export function landLayers({ border, basemap, hover }: Palette): MapLayer[] {
  return [
    { layer: { id: 'background', type: 'background', paint: { 'background-color': basemap.beyond } } },
    {
      layer: {
        id: 'earth',
        type: 'fill',
        source: 'basemap',
        'source-layer': 'earth',
        paint: { 'fill-color': basemap.beyond, 'fill-antialias': false },
      },
    },
    {
      layer: {
        id: 'districts',
        type: 'fill',
        source: 'districts',
        'source-layer': 'districts',
        paint: {
          'fill-color': ['case', hovered, hover, ['get', 'central'], basemap.land, basemap.region],
          'fill-antialias': false,
        },
      },
      // Unseen, because it answers to the pointer.
      overForeign: { 'fill-opacity': ['case', hovered, 0.25, 0] },
      legend: [
        {
          group: 'basemap',
          messageKey: 'legend.districts',
          swatch: { kind: 'area', fill: basemap.land, outline: border.edge },
        },
      ],
    },
  ]
}

/** Built-up area, green and the airport, from the bottom up. Without the engine's extra pass for smooth edges. */
export function landuseLayers({ basemap }: Palette): MapLayer[] {
  return grouped('urban', [
    {
      layer: {
        id: 'landuse-green',
        type: 'fill',
        source: 'basemap',
        'source-layer': 'landuse',
        filter: is('kind', 'park', 'forest', 'wood', 'nature_reserve', 'protected_area', 'national_park'),
        paint: { 'fill-color': basemap.green, 'fill-opacity': 0.7, 'fill-antialias': false },
      },
    },
    {
      layer: {
        id: 'landuse-urban',
        type: 'fill',
        source: 'basemap',
        'source-layer': 'landuse',
        minzoom: 7.5,
        filter: is('kind', 'residential', 'urban_area', 'industrial', 'commercial'),
        paint: { 'fill-color': basemap.urban, 'fill-opacity': faded([7.5, 0], [9, 0.9]), 'fill-antialias': false },
      },
      legend: [
        {
          group: 'basemap',
          messageKey: 'legend.urban',
          swatch: { kind: 'area', fill: basemap.urban },
        },
      ],
    },
    {
      layer: {
        id: 'landuse-airport',
        type: 'fill',
        source: 'basemap',
        'source-layer': 'landuse',
        minzoom: 9,
        filter: is('kind', 'aerodrome'),
        paint: { 'fill-color': basemap.airport, 'fill-antialias': false },
      },
    },
  ])
}

/** Runways, above the water and the hills. */
export function runwayLayers(palette: Palette): MapLayer[] {
  return grouped('urban', [
    {
      layer: {
        id: 'runways',
        type: 'line',
        source: 'basemap',
        'source-layer': 'roads',
        minzoom: 9,
        filter: is('kind', 'aeroway'),
        paint: {
          'line-color': palette.basemap.runway,
          'line-width': metersWide(60, 1.2),
        },
      },
    },
  ])
}
