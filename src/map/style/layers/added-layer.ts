/** Layers that are not part of the build: areas, lines and points in the colours they bring. Pure. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { AddedGeometry, AddedLook } from '../../../model/added-layers'
import { textOf } from '../layer-filters'
import { zoomed } from '../parts'

/** Where the features of a layer come from. */
export interface AddedSource {
  /** The id of the layer, and of its source. */
  id: string
  /** The layer within vector tiles. */
  sourceLayer?: string
  /** Below it nothing is drawn. */
  minZoom?: number
}

/** Returns the layers that draw a source, bottom to top. */
export function addedStyle(source: AddedSource, look: AddedLook): LayerSpecification[] {
  const made = { area: areas, line: lines, point: points } satisfies { [geometry in AddedGeometry]: unknown }
  const kinds = ['area', 'line', 'point'] as const satisfies readonly AddedGeometry[]
  return kinds.filter((kind) => look.geometries.includes(kind)).flatMap((kind) => made[kind](source, look))
}

const areas = (source: AddedSource, look: AddedLook): LayerSpecification[] => [
  {
    ...partOf(source, 'fill', 'Polygon'),
    type: 'fill',
    paint: { 'fill-color': colorOf(look), 'fill-opacity': 0.45, 'fill-antialias': false },
  },
  {
    ...partOf(source, 'edge', 'Polygon'),
    type: 'line',
    paint: { 'line-color': colorOf(look), 'line-width': zoomed([10, 0.4], [16, 1.6]) },
  },
]

const lines = (source: AddedSource, look: AddedLook): LayerSpecification[] => [
  {
    ...partOf(source, 'line', 'LineString'),
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colorOf(look), 'line-width': zoomed([9, 1.4], [16, 5]) },
  },
]

const points = (source: AddedSource, look: AddedLook): LayerSpecification[] => [
  {
    ...partOf(source, 'point', 'Point'),
    type: 'circle',
    paint: {
      'circle-color': colorOf(look),
      'circle-radius': zoomed([9, 3], [16, 7]),
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1,
    },
  },
]

function partOf({ id, sourceLayer, minZoom }: AddedSource, name: string, geometry: string) {
  const filter: ExpressionSpecification = ['in', ['geometry-type'], ['literal', [geometry, `Multi${geometry}`]]]
  return {
    ...{ id: `${id}-${name}`, source: id, filter },
    ...(sourceLayer === undefined ? {} : { 'source-layer': sourceLayer }),
    ...(minZoom === undefined ? {} : { minzoom: minZoom }),
  }
}

function colorOf({ color, classes }: AddedLook): string | ExpressionSpecification {
  if (!classes || classes.values.length === 0) return color
  // As text, because tiles may write a number where the settings write one in quotes.
  const pairs = new Map(classes.values.map((each) => [String(each.value), each.color]))
  return ['match', textOf(classes.column), ...[...pairs].flat(), color] as unknown as ExpressionSpecification
}
