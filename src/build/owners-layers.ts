/** The owner's layers as the page draws them. Runs in the build, so that the page need not know the settings. Pure. */
import type { SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import { addedStyle } from '../map/style/layers/added-layer'
import { addedLegend } from '../model/added-layers'
import type { ConfiguredLayer } from '../model/layer-settings'
import type { AddedLayer } from '../model/layers'

/** Returns a configured layer with its source, style and legend. */
export function addedLayerOf(layer: ConfiguredLayer): AddedLayer {
  const { id, look, title, columns, key, counts, credit, refreshSeconds, isOn } = layer
  return {
    ...{ id, of: 'added', title, columns, key, counts, credit, refreshSeconds },
    fields: columns.map(({ name }) => name),
    identify: columns.length > 0,
    defaultOn: isOn,
    source: sourceOf(layer),
    style: addedStyle(layer, look),
    legend: addedLegend(title, look),
  }
}

function sourceOf({ kind, address, encoding, minZoom, maxZoom, credit, key }: ConfiguredLayer): SourceSpecification {
  const shared = { ...(credit ? { attribution: credit } : {}), ...(key ? { promoteId: key } : {}) }
  if (kind === 'geojson') return { type: 'geojson', data: address, ...shared }
  const tiles = { type: 'vector' as const, ...(encoding ? { encoding } : {}), ...shared }
  if (kind === 'pmtiles') return { ...tiles, url: `pmtiles://${address}` }
  if (!address.includes('{z}')) return { ...tiles, url: address }
  // A template says nothing of its zooms: none is asked for below the first that is drawn.
  return { ...tiles, tiles: [address], minzoom: Math.floor(minZoom ?? 0), maxzoom: maxZoom ?? 14 }
}
