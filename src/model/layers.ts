/**
 * The groups of layers a reader may set, in the order they are offered. Ids stand in links: none is ever renamed, taken
 * away or used for something else. What belongs to no group is always on the map: borders, names, water, selection, answers.
 */
import type { LayerState } from './view'

/** `record`: what the plans are about. `basemap`: what they are laid over, which gives way to another basemap. */
export const layerGroups = [
  { id: 'rail', of: 'record' },
  { id: 'metro', of: 'record' },
  { id: 'road', of: 'record' },
  { id: 'routes', of: 'record' },
  { id: 'areas', of: 'record' },
  { id: 'points', of: 'record' },
  { id: 'boards', of: 'record' },
  { id: 'relations', of: 'record' },
  { id: 'relief', of: 'basemap' },
  { id: 'urban', of: 'basemap' },
  { id: 'network', of: 'basemap' },
] as const satisfies readonly { id: string; of: 'record' | 'basemap' }[]

export type LayerGroupId = (typeof layerGroups)[number]['id']

export const isLayerGroup = (id: string): id is LayerGroupId => layerGroups.some((group) => group.id === id)

/** 0…1; a group no one has set is wholly there. */
export const opacityOf = (layers: readonly LayerState[], id: string): number =>
  layers.find((layer) => layer.id === id)?.opacity ?? 1

/** The groups that are off or paler than they would be. */
export const changedLayers = (layers: readonly LayerState[]): LayerState[] =>
  layers.filter(({ id, opacity }) => isLayerGroup(id) && opacity < 1)

/** The layers of a view with one group set, in the order a link writes them; the whole opacity needs no entry. */
export function withLayer(layers: readonly LayerState[], id: LayerGroupId, opacity: number): LayerState[] {
  const tenths = Math.round(Math.min(1, Math.max(0, opacity)) * 10)
  const others = layers.filter((layer) => layer.id !== id)
  const all = tenths === 10 ? others : [...others, { id, opacity: tenths / 10 }]
  return all.sort((one, other) => (one.id < other.id ? -1 : 1))
}
