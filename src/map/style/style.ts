/** The whole style: one list that reads from the bottom of the map to the top. Pure. */
import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import { type AddedLayer, addedLayers } from '../../model/layers'
import { boardNames, districtNames, neighbourNames, zoneNames } from './layers/area-labels'
import { areaLayers } from './layers/areas'
import { baseRoadLabels, baseRoadLayers } from './layers/base-roads'
import { landLayers, landuseLayers, runwayLayers } from './layers/basemap'
import { basemapLabels } from './layers/basemap-labels'
import { borderLayers } from './layers/borders'
import { corridorNames } from './layers/corridor-labels'
import { corridorLayers } from './layers/corridors'
import { countLayers, countsSource, tintLayers } from './layers/counts'
import { memberLayers, plateLayers, platesSource } from './layers/networks'
import { focusLabels, focusLineNames, pointLayers, pointNames } from './layers/points'
import { reliefLayers } from './layers/relief'
import { districtSelectionLayers, focusLayers } from './layers/selection'
import { waterLayers } from './layers/water'
import { yearMarks } from './layers/year-marks'
import type { Palette } from './palette'
import { type Language, type MapLayer, nameIn, shapesSource } from './parts'
import { type Shown, shownLayers } from './shown'

/**
 * Bottom to top. Of two names that collide the one whose layer stands higher is kept. Layers of one source stand
 * together as far as the picture allows: the engine cuts its stencil again at every change of source, twice a frame.
 */
export function mapLayers(palette: Palette, language: Language, added: readonly AddedLayer[] = []): MapLayer[] {
  const name = nameIn(language)
  return [
    ...landLayers(palette),
    ...reliefLayers(palette),
    ...landuseLayers(palette),
    ...tintLayers(),
    ...waterLayers(palette),
    ...runwayLayers(palette),
    ...baseRoadLayers(palette),
    ...borderLayers(palette),
    ...districtSelectionLayers(palette),
    ...focusLayers(palette),
    ...areaLayers(palette),
    ...corridorLayers(palette),
    ...memberLayers(palette),
    ...added.flatMap(({ id, style }) => style.map((layer): MapLayer => ({ layer, group: id }))),

    ...baseRoadLabels(palette, name),
    ...basemapLabels(palette, name),
    ...corridorNames(palette, name, language),
    ...zoneNames(palette, name, language),
    ...pointNames(palette, name),
    ...boardNames(palette, name, language),
    ...neighbourNames(palette, language),
    ...focusLineNames(palette, name),
    ...districtNames(palette, language),
    ...countLayers(palette),
    ...pointLayers(palette),
    ...yearMarks(palette),
    ...focusLabels(palette, name),
    ...plateLayers(palette),
  ]
}

/** Returns the layers of the style, bottom to top; those that are off are hidden. */
export const styleLayers = (palette: Palette, language: Language, shown: Shown = {}): LayerSpecification[] =>
  shownLayers(mapLayers(palette, language, addedLayers(shown.definitions ?? [])), shown)

/** Addresses of what the style reads. */
export interface StyleSources {
  /** Address of a vector tile archive, with its `pmtiles://`. */
  basemap: string
  districts: string
  sprite: string
}

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Sources with nothing to show at first: their layers come with what there is to show. */
const lateSources: ReadonlySet<string> = new Set([
  'selection',
  'focus',
  'record',
  shapesSource,
  'extents',
  countsSource,
  platesSource,
])

/**
 * What the engine starts with: half the layers, and none the first frame does not show. Nor the background, which is the
 * page's own colour until then: alone in the very first frame, it would have the processor wait for its shader.
 */
export const firstStyle = (style: StyleSpecification): StyleSpecification => ({
  ...style,
  layers: style.layers.filter(
    (layer) => 'source' in layer && layer.source in style.sources && !lateSources.has(layer.source),
  ),
})

/** Returns the whole style for an engine, without the sources of added layers: they come with the first layer that is on. */
export function mapStyle(
  palette: Palette,
  language: Language,
  sources: StyleSources,
  shown: Shown = {},
): StyleSpecification {
  return {
    version: 8,
    sprite: sources.sprite,
    sources: {
      basemap: { type: 'vector', url: sources.basemap },
      districts: { type: 'vector', url: sources.districts, promoteId: { districts: 'adcode', names: 'adcode' } },
      // The same archive once more: only the districts' areas are read from it, and only while one is selected.
      selection: { type: 'vector', url: sources.districts, promoteId: { districts: 'adcode' } },
      record: { type: 'geojson', data: empty, promoteId: 'id', buffer: 64, tolerance: 0.3 },
      [shapesSource]: { type: 'geojson', data: empty, promoteId: 'id', buffer: 64, tolerance: 0.3 },
      extents: { type: 'geojson', data: empty, promoteId: 'id', buffer: 64, tolerance: 0.3 },
      focus: { type: 'geojson', data: empty, promoteId: 'id' },
      [platesSource]: { type: 'geojson', data: empty, promoteId: 'id' },
      [countsSource]: { type: 'geojson', data: empty, promoteId: 'district' },
    },
    transition: { duration: 0, delay: 0 },
    layers: styleLayers(palette, language, shown),
  }
}
