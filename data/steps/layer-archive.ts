/** Packs a layer of an owner into an archive of tiles, and tells whether an archive has all of its features. Pure. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { PMTiles } from 'pmtiles'
import { bounds } from '../../geo/base/measure'
import { worldX, worldY } from '../../geo/screen/camera'
import { tileFeatures } from './tile-features'
import { packTiles } from './tiles'

/** What is packed, and how. */
export interface LayerRecipe {
  /** The layer's name in the tiles. */
  layer: string
  /** The column whose value no other feature has. */
  key: string
  minZoom: number
  maxZoom: number
}

type Row = Feature<Geometry, { [key: string]: unknown }>

/** Returns the keys of features, each once. Throws if one is missing or stands twice. */
export function layerKeys({ features }: FeatureCollection, key: string): Set<string> {
  const keys = new Set<string>()
  features.forEach(({ properties }, index) => {
    const value = properties?.[key]
    if (value === undefined || value === null || value === '') throw new Error(`第 ${index + 1} 个要素没有 ${key}`)
    if (keys.has(String(value))) throw new Error(`第 ${index + 1} 个要素的 ${key} 与前面重复：${value}`)
    keys.add(String(value))
  })
  return keys
}

/** Returns an archive of all features. */
export function packLayer(collection: FeatureCollection, { layer, minZoom, maxZoom }: LayerRecipe): Uint8Array {
  const features = collection.features.filter((feature): feature is Row => feature.geometry !== null)
  const whole = features.reduce<readonly [number, number, number, number]>(
    (sum, { geometry }) => {
      const [west, south, east, north] = bounds(geometry)
      return [Math.min(sum[0], west), Math.min(sum[1], south), Math.max(sum[2], east), Math.max(sum[3], north)]
    },
    [180, 90, -180, -90],
  )
  // In one part, an archive is whole.
  const [archive] = packTiles(layer, [{ name: layer, features, minZoom }], { bounds: whole, minZoom, maxZoom })
  if (!archive) throw new Error('没有一个要素有位置')
  return archive
}

/** Returns the keys of `wanted` that no tile of the archive's last zoom has. */
export async function missingKeys(
  archive: Uint8Array,
  wanted: ReadonlySet<string>,
  { layer, key }: Pick<LayerRecipe, 'layer' | 'key'>,
): Promise<string[]> {
  const reader = new PMTiles({
    getKey: () => 'archive',
    // Not `archive.slice`: of a file that was read it gives a window on all of it.
    getBytes: async (offset, length) => {
      const start = archive.byteOffset + offset
      return { data: archive.buffer.slice(start, start + length) as ArrayBuffer }
    },
  })
  const missing = new Set(wanted)
  for (const { z, x, y } of await lastTiles(reader)) {
    const tile = await reader.getZxy(z, x, y)
    if (!tile) continue
    for (const { properties, commands } of tileFeatures(new Uint8Array(tile.data), layer))
      if (commands > 0) missing.delete(String(properties[key]))
  }
  return [...missing]
}

/** Every place of a tile within the archive's bounds at its last zoom; few of them may hold one. */
async function lastTiles(reader: PMTiles): Promise<{ z: number; x: number; y: number }[]> {
  const { minLon, minLat, maxLon, maxLat, maxZoom: z } = await reader.getHeader()
  const at = (share: number) => Math.max(0, Math.min(2 ** z - 1, Math.floor(share * 2 ** z)))
  const [west, east, north, south] = [at(worldX(minLon)), at(worldX(maxLon)), at(worldY(maxLat)), at(worldY(minLat))]
  const tiles: { z: number; x: number; y: number }[] = []
  for (let x = west; x <= east; x++) for (let y = north; y <= south; y++) tiles.push({ z, x, y })
  return tiles
}
