/** The six views that are kept as pictures: every palette, both ends of the zooms, and what only some of them show. */
import type { FeatureCollection } from 'geojson'
import { type PaletteName, palettes } from '../../data/palette'
import { themeIds } from '../../data/schema-ids'
import { shownExtents } from '../../src/map/extent-features'
import { leaderFeatures, relationFeatures } from '../../src/map/relations/features'
import { bySource, shownFeatures } from '../../src/map/shown-features'
import { relationLines, relationSource } from '../../src/map/style/layers/relations'
import { mapStyle } from '../../src/map/style/style'
import type { CoreFiles } from '../../src/model/record'
import { indexRecord } from '../../src/model/record'
import { defaultView } from '../../src/model/view'
import { chongqingPage } from '../fixtures/region'

export interface RenderView {
  name: string
  palette: PaletteName
  language: 'zh-CN' | 'en'
  center: [longitude: number, latitude: number]
  zoom: number
  /** A feature whose links are drawn. */
  links?: string
}

export const renderViews: readonly RenderView[] = [
  { name: 'light-region', palette: 'light', language: 'zh-CN', center: [106.62, 29.62], zoom: 7 },
  {
    name: 'light-nine-links',
    palette: 'light',
    language: 'zh-CN',
    center: [106.62, 29.62],
    zoom: 8.5,
    links: '500113',
  },
  { name: 'dark-platforms', palette: 'dark', language: 'zh-CN', center: [106.56, 29.62], zoom: 10.2 },
  { name: 'print-west', palette: 'print', language: 'zh-CN', center: [106.42, 29.56], zoom: 11.5 },
  { name: 'light-chaotianmen', palette: 'light', language: 'zh-CN', center: [106.5805, 29.566], zoom: 13 },
  { name: 'dark-airport-en', palette: 'dark', language: 'en', center: [106.6, 29.712], zoom: 12 },
]

/** Stand-ins for the addresses of the built archives and the sprite, which change with every build. */
export const sourceAddresses = {
  basemap: 'pmtiles://site/basemap',
  districts: 'pmtiles://site/districts',
  sprite: 'site/sprite',
}

/** The style of a view as the pure functions write it; the record is left out, because it changes for other reasons. */
export function renderStyle({ palette, language, center, zoom, links }: RenderView) {
  const style = mapStyle(palettes[palette], language, sourceAddresses)
  if (!links) return { ...style, center, zoom }
  const lines = relationLines(palettes[palette]).map(({ layer }) => layer)
  const firstNames = style.layers.findIndex(({ id }) => id === 'label-highway')
  style.layers.splice(firstNames, 0, ...lines)
  style.sources[relationSource] = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
  return { ...style, center, zoom }
}

/** What the sources of a view hold, from the files the built site ships. */
export function renderData({ links }: RenderView, files: CoreFiles, relations: Parameters<typeof relationFeatures>[1]) {
  const collection = (features: FeatureCollection['features']) => ({ type: 'FeatureCollection' as const, features })
  const indexed = indexRecord(files, chongqingPage)
  const view = defaultView(themeIds)
  const [record, extents] = [bySource(shownFeatures(indexed, view)), shownExtents(indexed, view)]
  if (!links) return { ...record, extents }
  const linked = [...relationFeatures(indexed, relations, links), ...leaderFeatures(indexed, 'boardsouth')]
  return { ...record, extents, [relationSource]: collection(linked) }
}
