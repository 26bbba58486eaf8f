/**
 * The layers a reader may set, in the order they are offered: a list of data, ours its first entries, to which a
 * configured layer or the reader's own can be added. Ids stand in links: none is ever renamed, taken away or used for
 * something else. What belongs to no layer is always on the map: borders, names, water, selection, answers. Pure.
 */
import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type Language, message } from './messages'
import type { LayerState } from './view'

/** What every layer of the list says of itself. */
interface LayerBase {
  /** `record`: what the plans are about. `basemap`: what they are laid over. `added`: configured, or the reader's own. */
  of: 'record' | 'basemap' | 'added'
  /** The properties that are shown of a feature that is pressed. */
  fields: readonly string[]
  /** Whether a feature of it can be pressed. */
  identify: boolean
  defaultOn: boolean
}

/** A layer of ours: `map/style/` draws it from the source named, under its `group`, with its entries of the legend. */
interface OwnLayer extends LayerBase {
  of: 'record' | 'basemap'
  source: 'record' | 'basemap' | 'relations' | 'counts'
}

/** A layer that is no part of the build: it brings its source, its style and its entries of the legend along. */
export interface AddedLayer extends LayerBase {
  id: `x${string}`
  of: 'added'
  title: { readonly [language in Language]: string }
  source: SourceSpecification
  /** Bottom to top; each is drawn from `source`. */
  style: readonly LayerSpecification[]
  legend: readonly { text: { readonly [language in Language]: string }; color: string }[]
}

const record = { of: 'record', source: 'record', fields: ['name', 'plans'], identify: true, defaultOn: true } as const
const basemap = { of: 'basemap', source: 'basemap', fields: [], identify: false, defaultOn: true } as const

/** Our own layers, first to last as they are offered. */
export const ownLayers = [
  { id: 'rail', ...record },
  { id: 'metro', ...record },
  { id: 'road', ...record },
  { id: 'routes', ...record },
  { id: 'areas', ...record },
  { id: 'points', ...record },
  { id: 'boards', ...record },
  { id: 'counts', ...record, source: 'counts', fields: [], identify: false },
  { id: 'relations', ...record, source: 'relations', fields: [], identify: false },
  { id: 'relief', ...basemap },
  { id: 'urban', ...basemap },
  { id: 'network', ...basemap },
] as const satisfies readonly (OwnLayer & { id: string })[]

export type OwnLayerId = (typeof ownLayers)[number]['id']
export type MapLayerDefinition = (typeof ownLayers)[number] | AddedLayer

/** Returns the layer's name in the language of the page. */
export const layerTitle = (layer: MapLayerDefinition, language: Language): string =>
  layer.of === 'added' ? layer.title[language] : message(language, `layers.group.${layer.id}`)

/** Returns the layers that bring a source of their own. */
export const addedLayers = (layers: readonly MapLayerDefinition[]): AddedLayer[] =>
  layers.filter((layer): layer is AddedLayer => layer.of === 'added')

const defaultOpacity = (definitions: readonly MapLayerDefinition[], id: string) =>
  definitions.find((layer) => layer.id === id)?.defaultOn === false ? 0 : 1

/** Returns 0…1; a layer no one has set is as it is by default. */
export const opacityOf = (
  states: readonly LayerState[],
  id: string,
  definitions: readonly MapLayerDefinition[] = ownLayers,
): number => states.find((state) => state.id === id)?.opacity ?? defaultOpacity(definitions, id)

/** Returns the layers that are not as they are by default. */
export const changedLayers = (
  states: readonly LayerState[],
  definitions: readonly MapLayerDefinition[] = ownLayers,
): LayerState[] =>
  states.filter(
    ({ id, opacity }) => definitions.some((layer) => layer.id === id) && opacity !== defaultOpacity(definitions, id),
  )

/** Returns the states with one layer set, in the order a link writes them; the default needs no entry. */
export function withLayer(
  states: readonly LayerState[],
  id: string,
  opacity: number,
  definitions: readonly MapLayerDefinition[] = ownLayers,
): LayerState[] {
  const tenths = Math.round(Math.min(1, Math.max(0, opacity)) * 10)
  const others = states.filter((state) => state.id !== id)
  const isDefault = tenths === defaultOpacity(definitions, id) * 10
  const all = isDefault ? others : [...others, { id, opacity: tenths / 10 }]
  return all.sort((one, other) => (one.id < other.id ? -1 : 1))
}
