/** What becomes of places, lines and areas in the years asked for, by sign. */
import type { ExpressionSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { OwnLayerId } from '../../../model/layers'
import { markScale } from '../../displace'
import type { FeatureClass } from '../../feature-class'
import { firstDotZoom } from '../../features'
import type { Palette } from '../palette'
import { all, choose, drawnElsewhere, faded, get, is, type MapLayer } from '../parts'
import { inBackground, isDotted, markMoved } from './points'

interface Shape {
  id: string
  /** What turns it off; what belongs to none is always there. */
  group?: OwnLayerId
  kinds: readonly [FeatureClass, ...FeatureClass[]]
}

/** What is drawn as a line or an area. */
const shapes: readonly Shape[] = [
  { id: 'year-marks-rail', group: 'rail', kinds: ['rail'] },
  { id: 'year-marks-metro', group: 'metro', kinds: ['metro'] },
  { id: 'year-marks-road', group: 'road', kinds: ['road', 'bridge', 'tunnel', 'trail'] },
  { id: 'year-marks-routes', group: 'routes', kinds: ['route'] },
  { id: 'year-marks-areas', group: 'areas', kinds: ['area'] },
  { id: 'year-marks-nature', kinds: ['stream', 'river', 'range', 'water'] },
]

/** The ids of their layers. */
export const yearMarkLayers = ['year-marks', ...shapes.map(({ id }) => id)]

/** A mark at the upper right of a place, on the middle of a line, in an area. */
export function yearMarks(palette: Palette): MapLayer[] {
  const layer = (id: string, filter: ExpressionSpecification, layout: SymbolLayerSpecification['layout']) =>
    ({
      id,
      type: 'symbol',
      source: 'record',
      minzoom: firstDotZoom,
      filter: all(filter, ['has', 'phase']),
      layout: {
        'icon-image': ['concat', 'mark-', get('phase')] as ExpressionSpecification,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': faded([8, markScale(8)], [12, markScale(12)]),
        ...layout,
      },
      paint: {
        'icon-color': palette.label.feature,
        'icon-halo-color': palette.label.halo,
        'icon-halo-width': 2,
        'icon-opacity': choose(drawnElsewhere, 0, inBackground(1)),
      },
    }) as const
  return [
    ...shapes.map(({ id, group, kinds }): MapLayer => {
      const seen = all(is('class', ...kinds), ['<=', ['get', 'from'], ['zoom']])
      const middle: SymbolLayerSpecification['layout'] =
        group === 'areas' ? {} : { 'symbol-placement': 'line-center', 'icon-rotation-alignment': 'viewport' }
      return { ...(group ? { group } : {}), layer: layer(id, seen, middle) }
    }),
    { group: 'points', layer: layer('year-marks', isDotted, { 'icon-offset': markMoved }) },
  ]
}
