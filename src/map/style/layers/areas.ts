import type { Palette } from '../palette'
import { all, faded, is, type MapLayer, paler, shapesSource, themeColor, zoomed } from '../parts'

/**
 * Extents of zones, platforms and parks. What is derived has a pale band for an edge, as old atlases tint a border: a line would be
 * taken for a road, and be more exact than the edge is. What has an area only is a dashed disc. Only small ones are filled.
 */
function extentLayers(palette: Palette): MapLayer[] {
  const base = { type: 'line', source: 'extents', minzoom: 9, layout: { 'line-join': 'round' } } as const
  return [
    {
      group: 'areas',
      layer: {
        id: 'extents-small',
        type: 'fill',
        source: 'extents',
        minzoom: 11,
        filter: is('small', true),
        paint: { 'fill-color': themeColor(palette), 'fill-opacity': 0.1 },
      },
    },
    {
      group: 'areas',
      layer: {
        ...base,
        id: 'extents-derived',
        filter: is('method', 'derived'),
        paint: {
          'line-color': themeColor(palette),
          'line-opacity': 0.2,
          'line-width': zoomed([9, 4], [12, 9]),
        },
      },
      legend: [
        {
          group: 'areas',
          messageKey: 'legend.extent.derived',
          swatch: { kind: 'line', color: paler(palette.theme.op, palette.basemap.land, 0.3), width: 6 },
        },
      ],
    },
    {
      group: 'areas',
      layer: {
        ...base,
        id: 'extents-stated',
        filter: is('method', 'stated-area'),
        paint: {
          'line-color': themeColor(palette),
          'line-opacity': faded([9, 0.35], [11, 0.6]),
          'line-width': zoomed([9, 0.8], [12, 1.6]),
          'line-dasharray': [5, 3],
        },
      },
      legend: [
        {
          group: 'areas',
          messageKey: 'legend.extent.stated-area',
          swatch: { kind: 'line', color: palette.theme.op, width: 1.4, dash: [5, 3] },
        },
      ],
    },
  ]
}

/** Platforms, parks and lakes of the record whose extent is known; errors of a kilometre show as a soft edge. */
export function areaLayers(palette: Palette): MapLayer[] {
  return [
    {
      layer: {
        id: 'areas-water',
        type: 'fill',
        source: shapesSource,
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
        source: shapesSource,
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
        source: shapesSource,
        minzoom: 9,
        filter: is('class', 'area'),
        paint: {
          'line-color': themeColor(palette),
          'line-width': zoomed([9, 0.8], [12, 1.6]),
          'line-dasharray': [4, 2],
        },
      },
    },
    ...extentLayers(palette),
    {
      layer: {
        id: 'streams-record',
        type: 'line',
        source: shapesSource,
        minzoom: 9,
        filter: all(is('class', 'stream'), ['!', ['get', 'schematic']]),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': palette.water.bank, 'line-width': zoomed([9, 0.9], [11, 1.8], [14, 5]) },
      },
    },
  ]
}
