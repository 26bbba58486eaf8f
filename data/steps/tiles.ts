/** Cuts layers of GeoJSON into vector tiles and packs them into an archive. Pure. */
import { gzipSync } from 'node:zlib'
import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Geometry } from 'geojson'
import { worldX, worldY } from '../../geo/screen/camera'
import { type Tile, writeArchive } from './pmtiles-writer'

/** Features of one vector layer; several entries may feed one layer from different zooms. */
export interface TileLayer {
  /** The source layer's name in the tiles. */
  name: string
  features: readonly Feature<Geometry, { [key: string]: unknown }>[]
  /** Tiles below this zoom leave the features out. */
  minZoom: number
  /** Simplification in tile units of 1/4096: 3 is a third of a pixel on a usual screen. */
  tolerance?: number
  /** How far beyond the tile's edge geometry is kept, in tile units; wide lines and labels need more. */
  buffer?: number
}

/** The area and zooms that are cut. */
export interface TileRange {
  /** West, south, east, north in degrees. */
  bounds: readonly [number, number, number, number]
  minZoom: number
  maxZoom: number
  /** Whether each tile is compressed by gzip. */
  compressed?: boolean
}

const EXTENT = 4096
const EMPTY = { features: [] as GeoJSONVTFeature[] }

/** Returns every tile of the range that is not empty. */
export function cutTiles(layers: readonly TileLayer[], { bounds, minZoom, maxZoom }: TileRange): Tile[] {
  const indexes = layers
    .filter(({ features }) => features.length > 0)
    .map((layer) => ({ layer, index: indexOf(layer, maxZoom) }))
  const tiles: Tile[] = []
  for (let z = minZoom; z <= maxZoom; z++) {
    const [west, south, east, north] = bounds
    const last = 2 ** z - 1
    const column = (longitude: number) => Math.min(last, Math.floor(worldX(longitude) * 2 ** z))
    const row = (latitude: number) => Math.min(last, Math.floor(worldY(latitude) * 2 ** z))
    for (let x = column(west); x <= column(east); x++) {
      for (let y = row(north); y <= row(south); y++) {
        const data = tileAt(indexes, z, x, y)
        if (data) tiles.push({ z, x, y, data })
      }
    }
  }
  return tiles
}

/**
 * Returns the layers as a PMTiles archive named `name`, cut into parts in the order of the groups that `groupOf` names by
 * number.
 */
export function packTiles(
  name: string,
  layers: readonly TileLayer[],
  range: TileRange,
  groupOf: (tile: Tile) => number = () => 0,
): Uint8Array[] {
  const names = [...new Set(layers.map((layer) => layer.name))]
  const metadata = {
    name,
    format: 'pbf',
    vector_layers: names.map((id) => ({ id, fields: fieldsOf(layers.filter((layer) => layer.name === id)) })),
  }
  const groups: Tile[][] = []
  for (const tile of cutTiles(layers, range)) {
    const group = groups[groupOf(tile)] ?? []
    group.push(range.compressed ? { ...tile, data: gzipSync(tile.data, { level: 9 }) } : tile)
    groups[groupOf(tile)] = group
  }
  const inOrder = Array.from(groups, (group) => group ?? [])
  return writeArchive(inOrder, { ...range, metadata })
}

function indexOf({ features, tolerance = 3, buffer = 64 }: TileLayer, maxZoom: number): GeoJSONVT {
  const collection = { type: 'FeatureCollection' as const, features: [...features] }
  return new GeoJSONVT(collection, { maxZoom, tolerance, buffer, extent: EXTENT, indexMaxZoom: 4 })
}

function tileAt(
  indexes: readonly { layer: TileLayer; index: GeoJSONVT }[],
  z: number,
  x: number,
  y: number,
): Uint8Array | undefined {
  const byName: { [name: string]: { features: GeoJSONVTFeature[] } } = {}
  for (const { layer, index } of indexes) {
    if (z < layer.minZoom) continue
    const features = index.getTile(z, x, y)?.features ?? []
    if (features.length === 0) continue
    const known = byName[layer.name] ?? EMPTY
    byName[layer.name] = { features: [...known.features, ...features] }
  }
  if (Object.keys(byName).length === 0) return undefined
  return fromGeojsonVt(byName as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: EXTENT })
}

function fieldsOf(layers: readonly TileLayer[]): { [field: string]: string } {
  const fields: { [field: string]: string } = {}
  for (const { properties } of layers.flatMap(({ features }) => features))
    for (const [key, value] of Object.entries(properties ?? {}))
      fields[key] = typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String'
  return fields
}
