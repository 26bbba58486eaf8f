/** The style of own layers: areas and lines in the colours of their classes, outlined so that all stand out. Pure. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type ClassLook, classLooks } from '../../model/own-data/class-colours'
import type { OwnLayer } from '../../model/own-data/own-layer'
import { analysisLayers } from '../style/layers/analysis'
import type { Palette } from '../style/palette'
import { zoomed } from '../style/parts'

/** Begins the ids of all that own data bring to the style. */
const prefix = 'own-data-'
/** Returns the id of the layer of a layer's points. */
export const pointsId = (id: string): string => `${prefix}${id}-points`
/** Returns the id of the source of a layer's lines and areas. */
export const shapeSource = (id: string): string => `${prefix}${id}-shapes`
/** The source of what is marked: the row that was pressed, and what a datum would move. */
export const markSource = `${prefix}marks`
/** The source of what lies around the row that was pressed. */
export const nearSource = `${prefix}near`

const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']
const round = { 'line-cap': 'round', 'line-join': 'round' } as const

/** The class of a feature is its property `c`. */
function colourOf(looks: readonly ClassLook[]): ExpressionSpecification | string {
  const [first, ...others] = looks
  if (!first || others.length === 0) return first?.color ?? '#000000'
  const pairs = others.flatMap(({ number, color }) => [number, color])
  return ['match', ['get', 'c'], ...pairs, first.color] as unknown as ExpressionSpecification
}

/** Returns the layers of one own layer's lines and areas, bottom to top. */
export function shapeLayers(layer: OwnLayer, palette: Palette): LayerSpecification[] {
  const source = shapeSource(layer.id)
  const color = colourOf(classLooks(layer, palette.name))
  return [
    {
      id: `${source}-area`,
      type: 'fill',
      source,
      filter: isArea,
      paint: { 'fill-color': color, 'fill-opacity': 0.45 },
    },
    {
      id: `${source}-casing`,
      type: 'line',
      source,
      filter: ['!', isArea],
      layout: round,
      paint: { 'line-color': palette.page.ink, 'line-width': zoomed([8, 3], [13, 5.5]) },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      filter: ['!', isArea],
      layout: round,
      paint: { 'line-color': color, 'line-width': zoomed([8, 1.8], [13, 3.8]) },
    },
    {
      id: `${source}-outline`,
      type: 'line',
      source,
      filter: isArea,
      layout: round,
      paint: { 'line-color': palette.page.ink, 'line-width': zoomed([8, 0.5], [13, 1.4]) },
    },
  ]
}

/** Returns the layers of what lies around a row, which look as an answer about a feature of the record does. */
export const nearLayers = (palette: Palette): LayerSpecification[] =>
  analysisLayers(palette).map(
    (layer) => ({ ...layer, id: `${nearSource}-${layer.id}`, source: nearSource }) as LayerSpecification,
  )

/** Returns the layers of marks, bottom to top. */
export const markLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: `${markSource}-line`,
    type: 'line',
    source: markSource,
    filter: ['!=', ['geometry-type'], 'Point'],
    layout: round,
    paint: { 'line-color': palette.accent, 'line-width': 2.5 },
  },
  {
    id: `${markSource}-point`,
    type: 'circle',
    source: markSource,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-color': palette.accent,
      'circle-opacity': ['match', ['get', 'role'], 'to', 1, 0],
      'circle-radius': ['match', ['get', 'role'], 'row', 10, 4],
      'circle-stroke-color': palette.accent,
      'circle-stroke-width': 2.5,
    },
  },
]
