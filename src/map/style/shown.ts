/**
 * Applies the layers a user has set and the basemap in use to the layers of the style: hidden, paler, or unchanged.
 * Pure.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerFilter } from '../../model/added-layers'
import { type MapLayerDefinition, opacityOf, ownLayers } from '../../model/layers'
import type { LayerState } from '../../model/view'
import { filteredLayer } from './layer-filters'
import type { MapLayer } from './parts'

/** What decides which layers are shown, and how opaque. */
export interface Shown {
  layers?: readonly LayerState[]
  /** The layers there are; our own where nothing is said. */
  definitions?: readonly MapLayerDefinition[]
  /** What is filtered of added layers. */
  layerFilters?: readonly LayerFilter[]
  /** Another style is drawn as the basemap. */
  foreignBasemap?: boolean
}

/** What belongs to our own basemap and gives way to another. */
export const isOwnBasemap = ({ id, type, source }: { id: string; type: string; source?: string }) =>
  type === 'background' || source === 'basemap' || /^(slopes|hachures)/.test(id)

/** Returns all layers, each hidden, paler or unchanged. */
export function shownLayers(
  all: readonly MapLayer[],
  { layers = [], definitions = ownLayers, layerFilters, foreignBasemap = false }: Shown,
) {
  const allAsTheyAre = layers.length === 0 && definitions.every(({ defaultOn }) => defaultOn)
  if (allAsTheyAre && !foreignBasemap && !layerFilters) return all.map(({ layer }) => layer)
  return all.map(({ layer, group, overForeign }) => {
    const opacity = group ? opacityOf(layers, group, definitions) : 1
    if (opacity === 0 || (foreignBasemap && isOwnBasemap(layer)))
      return withValues(layer, 'layout', { visibility: 'none' })
    const there = foreignBasemap && overForeign ? withValues(layer, 'paint', overForeign) : layer
    return filteredLayer(opacity < 1 ? paler(there, opacity) : there, layerFilters)
  })
}

/** Everything that makes a layer's marks more or less opaque. */
const opacityProperties: { [type in LayerSpecification['type']]?: readonly string[] } = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
}

function paler(layer: LayerSpecification, opacity: number): LayerSpecification {
  const properties = opacityProperties[layer.type]
  if (!properties) throw new Error(`the layer ${layer.id} of type ${layer.type} cannot be made paler`)
  const paint = (layer.paint ?? {}) as { [property: string]: unknown }
  const multiplied = properties.map((property) => [property, times(paint[property] ?? 1, opacity)])
  return withValues(layer, 'paint', Object.fromEntries(multiplied))
}

/** A number or an expression times a number. Zoom may only stand outermost, so there its outputs are multiplied. */
export function times(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return Math.round(value * factor * 1000) / 1000
  if (!Array.isArray(value)) throw new Error(`no opacity: ${JSON.stringify(value)}`)
  const [operator] = value
  if (operator === 'interpolate') return value.map((part, at) => (at > 2 && at % 2 === 0 ? times(part, factor) : part))
  if (operator === 'step') return value.map((part, at) => (at > 1 && at % 2 === 0 ? times(part, factor) : part))
  return ['*', factor, value]
}

const withValues = (layer: LayerSpecification, kind: 'paint' | 'layout', values: object) =>
  ({ ...layer, [kind]: { ...layer[kind], ...values } }) as LayerSpecification
