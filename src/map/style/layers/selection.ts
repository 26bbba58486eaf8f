import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import { hatchRuns } from '../../../../data/hatchings'
import type { Palette } from '../palette'
import { all, choose, dimmed, is, type MapLayer, selected, zoomed } from '../parts'

/**
 * A colour that is not everywhere as opaque. Were it the opacity that differs from feature to feature, the engine would
 * stop at the first selection to make shaders for it; those for colours that differ are there.
 */
const translucent = (color: string, opacity: number) =>
  `rgba(${[1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join()},${opacity})`
const clear = 'rgba(0,0,0,0)'

/** What is selected: its district hatched and outlined, the rest a little faded. */
export function districtSelectionLayers(palette: Palette): MapLayer[] {
  const base = { source: 'selection', 'source-layer': 'districts' } as const
  return [
    {
      layer: {
        ...base,
        id: 'districts-veil',
        type: 'fill',
        paint: {
          'fill-color': choose(dimmed, translucent(palette.dimOverlay, 0.42), clear),
          'fill-antialias': false,
        },
      },
    },
    ...hatchRuns.map((run, at): MapLayer => {
      const isOwn = ['==', ['coalesce', ['feature-state', 'hatch'], 0], at] as ExpressionSpecification
      return {
        layer: {
          ...base,
          id: `districts-hatch-${run}`,
          type: 'fill',
          paint: {
            'fill-pattern': `hatch-${run}-${palette.name}`,
            'fill-opacity': choose(all(selected, isOwn), at === 0 ? 0.24 : 0.36, 0),
            'fill-antialias': false,
          },
        },
      }
    }),
    {
      layer: {
        ...base,
        id: 'districts-outline-halo',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': choose(selected, translucent(palette.accent, 0.3), clear),
          'line-width': zoomed([7, 5], [12, 12]),
          'line-blur': zoomed([7, 3], [12, 7]),
        },
      },
    },
    {
      layer: {
        ...base,
        id: 'districts-outline',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': choose(selected, palette.accent, clear),
          'line-width': zoomed([7, 1.6], [12, 2.8]),
        },
      },
      legend: [
        {
          group: 'marks',
          messageKey: 'legend.selected',
          swatch: { kind: 'area', fill: palette.basemap.land, outline: palette.accent, hatched: true },
          where: { selected: true },
        },
      ],
    },
  ]
}

/** The selected or hovered feature of the record, from a source of its own. */
export function focusLayers(palette: Palette): MapLayer[] {
  const isLine: ExpressionSpecification = ['!', is('class', 'point', 'zone', 'board', 'extent')]
  const glow = choose(is('focus', 'selected'), translucent(palette.accent, 0.34), translucent(palette.accent, 0.22))
  return [
    {
      layer: {
        id: 'focus-extent',
        type: 'fill',
        source: 'focus',
        filter: is('class', 'extent'),
        paint: {
          'fill-color': choose(
            is('focus', 'selected'),
            translucent(palette.accent, 0.1),
            translucent(palette.accent, 0.05),
          ),
        },
      },
    },
    focusedExtent(palette, 'focus-extent-derived', 'derived'),
    focusedExtent(palette, 'focus-extent-stated', 'stated-area', [4, 2]),
    {
      layer: {
        id: 'focus-line',
        type: 'line',
        source: 'focus',
        filter: isLine,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': glow, 'line-width': zoomed([7, 9], [12, 16]) },
      },
    },
    {
      layer: {
        id: 'focus-core',
        type: 'line',
        source: 'focus',
        filter: all(isLine, is('focus', 'selected')),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': palette.accent, 'line-width': zoomed([7, 1.6], [12, 2.6]) },
      },
    },
  ]
}

/** The outline of an extent, dashed where only its area is known. */
const focusedExtent = (palette: Palette, id: string, method: string, dash?: [number, number]): MapLayer => ({
  layer: {
    id,
    type: 'line',
    source: 'focus',
    filter: all(is('class', 'extent'), is('method', method)),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.accent,
      'line-width': zoomed([7, 1.2], [12, 2]),
      ...(dash ? { 'line-dasharray': dash } : {}),
    },
  },
})
