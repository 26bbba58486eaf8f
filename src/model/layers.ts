/**
 * The layers a user may set, in the order they are offered: ours first, then those that are configured or the user's
 * own. Ids stand in links and are never renamed, removed or used for something else. Borders, names, water, the
 * selection and answers belong to no layer and are always on the map. Pure.
 */
import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { AddedColumn, AddedLegendEntry, LayerFilter, LocalText } from './added-layers'
import { type Language, message } from './messages'
import type { LayerState } from './view'

/** What every layer of the list says of itself. */
interface LayerBase {
  /** `record`: what the plans are about. `basemap`: what they are laid over. `added`: configured, or the user's own. */
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

/** A layer that is not part of the build: it brings its own source, style and legend. */
export interface AddedLayer extends LayerBase {
  id: `x${string}`
  of: 'added'
  title: LocalText
  /** Its id in the style is the layer's own. */
  source: SourceSpecification
  /** Bottom to top; each is drawn from `source`. */
  style: readonly LayerSpecification[]
  legend: readonly AddedLegendEntry[]
  columns: readonly AddedColumn[]
  /** The column that tells one feature from all others. */
  key?: string
  /** Address of a table made beforehand: how many features lie in each district, all over. */
  counts?: string
  /** Whoever made it is named wherever it is shown. */
  credit?: string
  /** How often what stands on the map is asked for again. */
  refreshSeconds?: number
}

/** Returns whether an id is that of an added layer, and of its source; none of ours begins so. */
export const isAddedId = (id: string): id is AddedLayer['id'] => id.startsWith('x')

const record = { of: 'record', source: 'record', fields: ['name', 'plans'], identify: true, defaultOn: true } as const
const basemap = { of: 'basemap', source: 'basemap', fields: [], identify: false, defaultOn: true } as const

/** Our own layers in the order they are offered. */
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

/** The id of one of our own layers. */
export type OwnLayerId = (typeof ownLayers)[number]['id']
/** Any layer the user may set. */
export type MapLayerDefinition = (typeof ownLayers)[number] | AddedLayer

/** Returns the filters of layers that there are. */
export const knownFilters = (filters: readonly LayerFilter[] | undefined, layers: readonly MapLayerDefinition[]) => {
  const known = filters?.filter(({ layer }) => layers.some(({ id }) => id === layer))
  return known?.length ? known : undefined
}

/** Returns the name of a layer in the language of the page. */
export const layerTitle = (layer: MapLayerDefinition, language: Language): string =>
  layer.of === 'added' ? layer.title[language] : message(language, `layers.group.${layer.id}`)

/** Returns the layers that bring a source of their own. */
export const addedLayers = (layers: readonly MapLayerDefinition[]): AddedLayer[] =>
  layers.filter((layer): layer is AddedLayer => layer.of === 'added')

/** Returns the added layers that are on. */
export const addedLayersOn = (
  { layers: states }: { layers: readonly LayerState[] },
  { layers }: { layers: readonly MapLayerDefinition[] },
): AddedLayer[] => addedLayers(layers).filter(({ id }) => opacityOf(states, id, layers) > 0)

const defaultOpacity = (definitions: readonly MapLayerDefinition[], id: string) =>
  definitions.find((layer) => layer.id === id)?.defaultOn === false ? 0 : 1

/** Returns the opacity of a layer, 0…1; its default if the state does not name it. */
export const opacityOf = (
  states: readonly LayerState[],
  id: string,
  definitions: readonly MapLayerDefinition[] = ownLayers,
): number => states.find((state) => state.id === id)?.opacity ?? defaultOpacity(definitions, id)

/** Returns the states of known layers that differ from the default. */
export const changedLayers = (
  states: readonly LayerState[],
  definitions: readonly MapLayerDefinition[] = ownLayers,
): LayerState[] =>
  states.filter(
    ({ id, opacity }) => definitions.some((layer) => layer.id === id) && opacity !== defaultOpacity(definitions, id),
  )

/** Returns the states with one layer set, sorted by id as links write them. A layer at its default has no entry. */
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
